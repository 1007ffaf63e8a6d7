"""The texts of all pages in a script, so that search shows what stands around a hit.

Sphinx's search fetches every page that it has found, which is slow on a phone and fails where the
site is opened as files.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config

from tools.extension.check_lists import CHECKS
from tools.extension.explorers import EXPLORE_LINK

SCRIPT = "search-texts.js"
NO_PROSE = (nodes.section, nodes.title, nodes.literal_block)
NO_TEXT = (nodes.raw, nodes.math_block, nodes.comment, nodes.image, addnodes.toctree)
FORMULA = "…"


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("config-inited", _leave_summaries_to_us)
    app.connect("build-finished", _write_texts)


def _leave_summaries_to_us(app: Sphinx, config: Config) -> None:
    config.html_show_search_summary = False


def _write_texts(app: Sphinx, exception: Exception | None) -> None:
    """Write the sections of all pages (id, heading, prose, code) beside Sphinx's index."""
    if exception or app.builder.format != "html":
        return
    texts = {
        page: [
            [_id(section), _heading(section), _joined(_prose(section)), _joined(_code(section))]
            for section in app.env.get_doctree(page).findall(nodes.section)
        ]
        for page in sorted(app.env.found_docs)
    }
    script = f"const SEARCH_TEXTS = {json.dumps(texts, ensure_ascii=False)};\n"
    Path(app.outdir, SCRIPT).write_text(script, encoding="utf-8")


def _id(section: nodes.section) -> str:
    """The section's id; the first one is the page itself."""
    is_page = isinstance(section.parent, nodes.document)
    return "" if is_page else section["ids"][0]


def _heading(section: nodes.section) -> str:
    return section.next_node(nodes.title).astext()


def _joined(texts: Iterator[str]) -> str:
    return " ".join(" ".join(texts).split())


def _prose(node: nodes.Node) -> Iterator[str]:
    """What a section says, without its heading, its code and its subsections."""
    if isinstance(node, nodes.TextElement):
        yield "".join(_characters(node))
    elif not isinstance(node, NO_TEXT):
        for child in node.children:
            if not isinstance(child, NO_PROSE) and CHECKS not in child["classes"]:
                yield from _prose(child)


def _characters(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, nodes.math):
        yield FORMULA
    elif isinstance(node, NO_TEXT) or EXPLORE_LINK in node["classes"]:
        yield " "
    else:
        for child in node.children:
            yield from _characters(child)


def _code(node: nodes.Node) -> Iterator[str]:
    """Code, checks and plain output; of outputs in several forms none is plain."""
    for child in node.children:
        if isinstance(child, nodes.literal_block) or CHECKS in child["classes"]:
            yield child.astext()
        elif child.get("nb_element") == "mime_bundle" and len(child.children) > 1:
            continue
        elif not isinstance(child, (nodes.section, nodes.TextElement, *NO_TEXT)):
            yield from _code(child)
