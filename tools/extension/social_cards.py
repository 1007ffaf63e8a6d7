"""What other sites show of a page that somebody shares: Open Graph, Twitter, a picture.

The pictures are drawn by `tools.draw_cards`; here they are only copied.
"""

import shutil
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from babel.core import get_global
from docutils import nodes
from sphinx.application import Sphinx

from tools.cards import HEIGHT, WIDTH, card_path
from tools.extension.editions import path_in_notebooks
from tools.project import Project

FOLDER = "_cards"


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("html-page-context", _add_card)


def _add_card(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """Add the tags; those with an address, which must be absolute, where `BASE_URL` is known."""
    path = path_in_notebooks(app, pagename)
    if path is None or doctree is None:
        return
    language, page = path
    project = Project()
    title = app.env.titles[pagename].astext()
    properties = [
        ("type", "article"),
        ("title", title),
        ("description", context["description"]),
        ("site_name", project.languages[language].title),
        ("locale", _locale(language)),
        *(("locale:alternate", _locale(other)) for other in project.languages if other != language),
    ]
    context["card"] = None
    card = card_path(project, language, page)
    if context["pageurl"]:
        properties.append(("url", context["pageurl"]))
        if card.exists():
            name = f"{FOLDER}/{language}-{card.name}"
            _copy(card, Path(app.outdir, name))
            context["card"] = urljoin(app.config.html_baseurl, name)
            properties += [
                ("image", context["card"]),
                ("image:type", "image/png"),
                ("image:width", str(WIDTH)),
                ("image:height", str(HEIGHT)),
                ("image:alt", title),
            ]
    tags = [
        f'<meta property="og:{name}" content="{escape(content)}">\n' for name, content in properties
    ]
    kind = "summary_large_image" if context["card"] else "summary"
    tags.append(f'<meta name="twitter:card" content="{kind}">\n')
    context["metatags"] += "".join(tags)


def _locale(language: str) -> str:
    """Language and the territory where most of its speakers are, as Open Graph writes it."""
    code, *_, territory = get_global("likely_subtags")[language].split("_")
    return f"{code}_{territory}"


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
