"""Explorers on a page: their scripts, their addresses, and links that set them to a figure.

A notebook stores an explorer, and the challenges that are met with one, as an element with a
picture inside, which the script takes over.
"""

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util import logging

from tools.extension.editions import language_of
from tools.project import ROOT, Project

ELEMENT = "<lr-explorer"
CHALLENGES = "<lr-challenges"
SCRIPT = ROOT / "helpers" / "explorer" / "lr-explorer.js"
CHALLENGES_SCRIPT = SCRIPT.with_name("lr-challenges.js")
"""Needs the other one."""
RESERVE = ROOT / "explorer" / "reserve.css"
"""Keeps the place of both free until the scripts have run, so that nothing jumps."""

EXPLORE_LINK = "explore-link"
"""Class of the links below figures."""

ADDRESS = "explorer"
"""The id of the first explorer of a page."""

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("config-inited", _add_files)
    app.connect("doctree-read", _prepare_page)
    app.connect("html-page-context", _load_script)


def _add_files(app: Sphinx, config: Config) -> None:
    for script in (SCRIPT, CHALLENGES_SCRIPT):
        if not script.exists():
            raise ExtensionError(f"{script.relative_to(ROOT)} is missing; run `npm run build`.")
    files = (SCRIPT, CHALLENGES_SCRIPT, RESERVE)
    config.html_static_path.extend(str(path) for path in files if path.exists())


def _explorers(doctree: nodes.Node, element: str = ELEMENT) -> list[nodes.raw]:
    return [node for node in doctree.findall(nodes.raw) if element in node.astext()]


def _prepare_page(app: Sphinx, doctree: nodes.document) -> None:
    """Number the explorers, describe their pictures, and add links under figures."""
    explorers = _explorers(doctree)
    if explorers and ADDRESS in doctree.ids:
        logger.warning("%r is the id of the explorer; rename the heading", ADDRESS)
    for number, node in enumerate(explorers, 1):
        identity = ADDRESS if number == 1 else f"{ADDRESS}-{number}"
        _replace_text(node, ELEMENT, f'{ELEMENT} id="{identity}"')
    for cell in doctree.findall(nodes.container):
        if cell.get("nb_element") != "cell_code":
            continue
        metadata = cell.get("cell_metadata", {})
        alt = metadata.get("mystnb", {}).get("image", {}).get("alt")
        if alt is not None:
            for node in [*_explorers(cell), *_explorers(cell, CHALLENGES)]:
                _replace_text(node, r'<img alt="[^"]*"', f'<img alt="{escape(alt)}"')
        if "explore" in metadata:
            cell.append(_link(app, metadata["explore"]))


def _replace_text(node: nodes.raw, pattern: str, text: str) -> None:
    node.children = [nodes.Text(re.sub(pattern, lambda _: text, node.astext(), count=1))]


def _link(app: Sphinx, query: str) -> nodes.paragraph:
    """A link that sets the explorer; where no script runs, it leads to the explorer."""
    language = Project().languages[language_of(app, app.env.docname)]
    reference = nodes.reference(
        "", language.set_explorer, refuri=f"#{ADDRESS}?{query}", classes=[EXPLORE_LINK]
    )
    return nodes.paragraph("", "", reference)


def _load_script(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    if doctree is None:
        return
    has_challenges = bool(_explorers(doctree, CHALLENGES))
    if not has_challenges and not _explorers(doctree):
        return
    app.add_js_file(SCRIPT.name, loading_method="defer")
    if has_challenges:
        app.add_js_file(CHALLENGES_SCRIPT.name, loading_method="defer")
    if RESERVE.exists():
        app.add_css_file(RESERVE.name)
