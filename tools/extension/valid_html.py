"""Markup that the HTML checker rejects and that others write, made valid.

MyST-NB writes paragraphs and an English name into the summary of folded code; notebooks store
pictures in addresses that have spaces.
"""

import re

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

PICTURE = re.compile(r'(?<= src=")data:image/svg\+xml,[^"]*')


def setup(app: Sphinx) -> None:
    """Take over the node of folded code, and connect to Sphinx."""
    visitors = (_visit_folded_code, depart_HideCellInput)
    app.add_node(HideCodeCellNode, override=True, html=visitors)
    app.connect("html-page-context", _encode_spaces)


def _visit_folded_code(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    classes = ["admonition", "hide", *node["classes"]]
    translator.body.append(translator.starttag(node, "details", CLASS=" ".join(classes)))
    translator.body.append("<summary>")
    for state, prompt in (("collapsed", "prompt_show"), ("expanded", "prompt_hide")):
        text = translator.encode(node[prompt])
        translator.body.append(f'<span class="{state} admonition-title">{text}</span>')
    translator.body.append("</summary>\n")


def _encode_spaces(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    if doctree is not None:
        context["body"] = PICTURE.sub(lambda url: url[0].replace(" ", "%20"), context["body"])
