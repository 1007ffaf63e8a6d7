"""What `helpers.check` prints becomes a list of claims; the rest of a cell's output stays."""

from itertools import groupby

from docutils import nodes
from sphinx.application import Sphinx

CHECKS = "checks"
"""The class of such a list."""

MARK = "✓ "
DETAIL = "  ("
"""What separates a claim from what was measured."""


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("doctree-read", _make_lists)


def _make_lists(app: Sphinx, doctree: nodes.document) -> None:
    for block in list(doctree.findall(nodes.literal_block)):
        if "stream" in block["classes"] and MARK in block.astext():
            block.parent.replace(block, list(_parts(block)))


def _parts(block: nodes.literal_block) -> list[nodes.Node]:
    """Lists of claims, and between them blocks of what else was printed."""
    parts = []
    for is_claim, group in groupby(block.astext().splitlines(), lambda line: line.startswith(MARK)):
        lines = list(group)
        if is_claim:
            parts.append(nodes.bullet_list("", *map(_item, lines), classes=[CHECKS]))
        elif any(lines):
            text = "\n".join(lines)
            rest = block.copy()
            rest.rawsource = text
            rest += nodes.Text(text)
            parts.append(rest)
    return parts


def _item(line: str) -> nodes.list_item:
    claim, separator, detail = line.removeprefix(MARK).partition(DETAIL)
    paragraph = nodes.paragraph("", "", nodes.inline("", "✓", classes=["check-mark"]))
    paragraph += nodes.Text(f" {claim}")
    if separator:
        paragraph += nodes.Text(" ")
        paragraph += nodes.inline("", f"({detail}", classes=["check-detail"])
    return nodes.list_item("", paragraph)
