"""A passage as its blocks, each with its own Markdown."""

from dataclasses import dataclass

from markdown_it.token import Token

from tools.passage import parse_markdown
from tools.project import Project


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list, table, formula or other top-level part of a passage.

    Attributes:
        kind: markdown-it's name for it without `_open`.
        source: its Markdown; of a heading, only its text.
        level: level of a heading, else 0.
        items: the first paragraphs of a list's items, or the rows of a table, as Markdown.
    """

    kind: str
    source: str
    level: int = 0
    items: tuple[str, ...] = ()


def blocks_of(project: Project, markdown: str) -> list[Block]:
    """All blocks of a passage in order."""
    lines = markdown.splitlines()
    tokens = parse_markdown(project, markdown)
    opened = [i for i, token in enumerate(tokens) if _opens(token)]
    blocks = []
    for start, end in zip(opened, [*opened[1:], len(tokens)], strict=True):
        token, inside = tokens[start], tokens[start:end]
        first, last = token.map
        source = "\n".join(lines[first:last]).strip()
        kind = token.type.removesuffix("_open")
        inline = [part.content for part in inside if part.type == "inline"]
        items = [
            inside[index + 2].content
            for index, part in enumerate(inside[:-2])
            if part.type == "list_item_open" and inside[index + 2].type == "inline"
        ]
        if kind == "heading":
            blocks.append(Block(kind, inline[0], level=int(token.tag[1:])))
        elif kind.endswith("_list"):
            blocks.append(Block(kind, source, items=tuple(items)))
        elif kind == "table":
            blocks.append(Block(kind, source, items=tuple(source.splitlines())))
        else:
            blocks.append(Block(kind, source))
    return blocks


def _opens(token: Token) -> bool:
    return bool(token.block and token.level == 0 and token.nesting >= 0 and token.map)
