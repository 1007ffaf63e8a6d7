"""What a chapter teaches: the list before its first section, with the words that lead to it."""

from docutils import nodes
from sphinx.application import Sphinx

GOALS = "goals"
"""The class of the box."""


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("doctree-read", _mark_goals)


def _mark_goals(app: Sphinx, doctree: nodes.document) -> None:
    """Put the first bullet list before the first section into a box, with what stands before it.

    The rules of the pages see to it that this is a sentence.
    """
    page = doctree.next_node(nodes.section)
    if page is None:
        return
    for place, node in enumerate(page.children):
        if isinstance(node, nodes.section):
            return
        if isinstance(node, nodes.bullet_list):
            lead = page.children[place - 1]
            page[place - 1 : place + 1] = [nodes.container("", lead, node, classes=[GOALS])]
            return


def goals_of(doctree: nodes.document) -> list[str]:
    """What a reader can do after a page, in the page's words; a page to look up has none."""
    return [
        " ".join(goal.astext().split())
        for box in doctree.findall(nodes.container)
        if GOALS in box["classes"]
        for goal in box.findall(nodes.list_item)
    ]
