"""Under the title of a page: how long it takes to read.

Japanese characters, words of other scripts and lines of code have each their own speed. Folded
code, formulas and what cells print or draw do not count.
"""

import math
import re
from collections.abc import Iterator
from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from tools.extension.editions import language_of
from tools.extension.japanese_search import JAPANESE
from tools.project import Project

CHARACTERS_A_MINUTE = 500
WORDS_A_MINUTE = 200
LINES_OF_CODE_A_MINUTE = 60

NOT_READ = (nodes.raw, nodes.math, nodes.math_block, nodes.comment)
FOLDED = {"tag_hide-input", "tag_hide-cell"}

_CHARACTERS = re.compile(JAPANESE)
_WORD = re.compile(r"\w[\w'’.-]*")


def setup(app: Sphinx) -> None:
    """Connect to Sphinx, before cells and lists are changed."""
    app.connect("doctree-read", _add_reading_time, priority=400)


def reading_minutes(doctree: nodes.document) -> int:
    """Minutes for a page, at least one."""
    prose, lines = [], 0
    for text in doctree.findall(nodes.Text):
        around = list(_ancestors(text))
        if any(isinstance(node, NOT_READ) or _is_folded_or_output(node) for node in around):
            continue
        if any(isinstance(node, nodes.literal_block) for node in around):
            lines += sum(bool(line.strip()) for line in text.astext().splitlines())
        else:
            prose.append(text.astext())
    words = " ".join(prose)
    characters = sum(map(len, _CHARACTERS.findall(words)))
    others = len(_WORD.findall(_CHARACTERS.sub(" ", words)))
    minutes = (
        characters / CHARACTERS_A_MINUTE + others / WORDS_A_MINUTE + lines / LINES_OF_CODE_A_MINUTE
    )
    return max(1, math.floor(minutes + 0.5))


def _ancestors(node: nodes.Node) -> Iterator[nodes.Element]:
    while node.parent is not None:
        node = node.parent
        yield node


def _is_folded_or_output(node: nodes.Element) -> bool:
    element = node.get("nb_element")
    is_folded = element == "cell_code" and FOLDED & set(node["classes"])
    return element == "cell_code_output" or bool(is_folded)


def _add_reading_time(app: Sphinx, doctree: nodes.document) -> None:
    language = language_of(app, app.env.docname)
    title = doctree.next_node(nodes.title)
    if language is None or title is None:
        return
    text = Project().languages[language].reading_time.format(minutes=reading_minutes(doctree))
    html = f'<p class="reading-time">{escape(text)}</p>'
    title.parent.insert(title.parent.index(title) + 1, nodes.raw("", html, format="html"))
