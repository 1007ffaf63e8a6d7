"""What fits on a slide: lists with their first sentences, tables in parts, code of some lines."""

from collections.abc import Iterator
from math import ceil

from workshop.slides.blocks import Block
from workshop.slides.sentences import sentences_of, width

TEXT_COLUMNS = 60
"""Latin letters in a line of text."""

TABLE_COLUMNS = 70
"""Latin letters in a row of a table."""

LIST_LINES, TABLE_LINES = 7, 8
MOST_CODE_LINES, MOST_CODE_COLUMNS = 18, 88
MOST_ITEMS = 5


def code_fits(source: str) -> bool:
    """Whether code can be read from the back of a room."""
    lines = source.splitlines()
    return len(lines) <= MOST_CODE_LINES and max(map(len, lines)) <= MOST_CODE_COLUMNS


def shortened_list(block: Block) -> str:
    """The first sentence of each of the first items of a list, while they fit."""
    items: list[str] = []
    lines = 0
    for item in block.items[:MOST_ITEMS]:
        sentence = sentences_of(item)[0]
        lines += ceil(width(sentence) / TEXT_COLUMNS)
        if items and lines > LIST_LINES:
            break
        sign = f"{len(items) + 1}." if block.kind == "ordered_list" else "-"
        items.append(f"{sign} {sentence}")
    return "\n".join(items)


def table_parts(block: Block) -> Iterator[Block]:
    """A table as tables that fit on a slide, each with the heading."""
    head, rows = block.items[:2], block.items[2:]
    part: list[str] = []
    lines = 0
    for row in rows:
        row_lines = ceil(width(row) / TABLE_COLUMNS)
        if part and lines + row_lines > TABLE_LINES:
            yield Block(block.kind, "\n".join([*head, *part]))
            part, lines = [], 0
        part.append(row)
        lines += row_lines
    yield Block(block.kind, "\n".join([*head, *part]))
