"""Describe every page to search engines with the beginning of its first paragraph."""

import re
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from tools.extension.editions import language_of
from tools.project import Project

LONGEST = 160
"""Characters of a description that search engines show."""

_SENTENCE = re.compile(r".*?(?:[。？！]|[.?!](?=\s|$)|$)\s*", re.DOTALL)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("html-page-context", _add_description)


def shorten(text: str, longest: int = LONGEST) -> str:
    """As many whole sentences as fit; of a first one that is too long, its beginning."""
    text = " ".join(text.split())
    kept = ""
    for sentence in _SENTENCE.findall(text):
        if len((kept + sentence).rstrip()) > longest:
            break
        kept += sentence
    if kept:
        return kept.rstrip()
    beginning = text[: longest - 1]
    between_words, _, _ = beginning.rpartition(" ")
    is_spaced = len(between_words) > longest // 2
    return (between_words if is_spaced else beginning).rstrip(" ,;:、") + "…"


def _add_description(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """Set `description` in the context, also for the parts of the head that come later."""
    language = language_of(app, pagename)
    context["description"] = None
    if language is None:
        return
    texts = Project().languages[language]
    paragraph = doctree and doctree.next_node(nodes.paragraph)
    text = paragraph.astext() if paragraph else f"{texts.title} – {texts.search}"
    context["description"] = shorten(text)
    tag = f'<meta name="description" content="{escape(context["description"])}">\n'
    context["metatags"] = context.get("metatags", "") + tag
