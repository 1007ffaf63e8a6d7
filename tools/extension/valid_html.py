"""Markup that others write and that the HTML checker or axe rejects, made valid.

MyST-NB writes paragraphs and an English name into the summary of folded code; notebooks store
pictures in addresses that have spaces; docutils makes a header of a table's empty corner.
"""

import re

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

PICTURE = re.compile(r'(?<= src=")data:image/svg\+xml,[^"]*')
EMPTY_HEADER = '<th class="head"><p></p></th>'
EMPTY_CELL = '<td class="head"></td>'


def setup(app: Sphinx) -> None:
    """Take over the node of folded code, and connect to Sphinx."""
    visitors = (_visit_folded_code, depart_HideCellInput)
    app.add_node(HideCodeCellNode, override=True, html=visitors)
    app.connect("html-page-context", _mend_body)


def _visit_folded_code(translator: HTML5Translator, node: HideCodeCellNode) -> None:
    classes = ["admonition", "hide", *node["classes"]]
    translator.body.append(translator.starttag(node, "details", CLASS=" ".join(classes)))
    translator.body.append("<summary>")
    for state, prompt in (("collapsed", "prompt_show"), ("expanded", "prompt_hide")):
        text = translator.encode(node[prompt])
        translator.body.append(f'<span class="{state} admonition-title">{text}</span>')
    translator.body.append("</summary>\n")


def _mend_body(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    if doctree is not None:
        body = PICTURE.sub(lambda url: url[0].replace(" ", "%20"), context["body"])
        context["body"] = body.replace(EMPTY_HEADER, EMPTY_CELL)
