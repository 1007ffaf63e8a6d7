"""Tell machines what a page teaches: JSON-LD in the vocabulary of schema.org."""

import json
from urllib.parse import urljoin

import yaml
from docutils import nodes
from sphinx.application import Sphinx

from tools.extension.editions import path_in_notebooks
from tools.extension.goals import goals_of
from tools.project import Project

LICENSES = "https://spdx.org/licenses/"


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("html-page-context", _add_structured_data)


def _add_structured_data(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """The first page is the book, every other page a part of it."""
    path = path_in_notebooks(app, pagename)
    if path is None or doctree is None:
        return
    language, page = path
    project = Project()
    root = project.pages[0]
    book = _book(project, language)
    if context["pageurl"]:
        book["url"] = urljoin(context["pageurl"], f"{root}.html")
    if page == root:
        data = book | {"description": context["description"]}
    else:
        data = {
            "@type": ["LearningResource", "Article"],
            "name": app.env.titles[pagename].astext(),
            "headline": app.env.titles[pagename].astext(),
            "description": context["description"],
            "inLanguage": language,
            "learningResourceType": "tutorial",
            "teaches": goals_of(doctree) or app.env.titles[pagename].astext(),
            "isAccessibleForFree": book["isAccessibleForFree"],
            "license": book["license"],
            "author": book["author"],
            "isPartOf": book,
        }
    if context["pageurl"]:
        data["url"] = context["pageurl"]
    if context["card"]:
        data["image"] = context["card"]
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    # "</" would end the element.
    text = text.replace("</", "<\\/")
    context["metatags"] += f'<script type="application/ld+json">{text}</script>\n'


def _book(project: Project, language: str) -> dict:
    citation = yaml.safe_load((project.root / "CITATION.cff").read_text(encoding="utf-8"))
    return {
        "@type": ["Book", "LearningResource"],
        "name": project.languages[language].title,
        "inLanguage": language,
        "learningResourceType": "textbook",
        "isAccessibleForFree": True,
        "license": f"{LICENSES}{citation['license']}.html",
        "author": {"@type": "Organization", "name": project.config["author"]},
    }
