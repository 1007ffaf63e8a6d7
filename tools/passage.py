"""A passage: its Markdown parsed, what all languages share, what a chapter opens with."""

from collections import Counter
from dataclasses import dataclass, field

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from tools.project import Project


def parse_markdown(project: Project, markdown: str) -> list[Token]:
    """All tokens of a passage, inline ones too, by MyST's own parser."""
    extensions = project.config.get("parse", {}).get("myst_enable_extensions", [])
    config = MdParserConfig(enable_extensions=set(extensions))
    tokens = create_md_parser(config, RendererHTML).parse(markdown)
    return [part for token in tokens for part in (token, *(token.children or []))]


@dataclass
class Structure:
    """What passages must have in common whatever their language.

    Attributes:
        headings: heading levels in order.
        links: targets of links and images.
        math: formulas, inline and displayed.
        directives: names of MyST directives and languages of code blocks.
        list_items: number of items in lists.
    """

    headings: list[str] = field(default_factory=list)
    links: Counter[str] = field(default_factory=Counter)
    math: Counter[str] = field(default_factory=Counter)
    directives: list[str] = field(default_factory=list)
    list_items: int = 0

    def difference(self, other: "Structure") -> str | None:
        """Say in which respect `other` differs, or None."""
        for name in ("headings", "directives", "list_items"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine != theirs:
                shown = name.replace("_", " ")
                return f"{shown} {theirs or 'none'} instead of {mine or 'none'}"
        for name in ("links", "math"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine != theirs:
                missing, extra = list((mine - theirs).elements()), list((theirs - mine).elements())
                return f"{name}: missing {missing or 'none'}, additional {extra or 'none'}"
        return None


def structure_of(tokens: list[Token]) -> Structure:
    """Collect the structure of a parsed passage."""
    structure = Structure()
    for token in tokens:
        if token.type == "heading_open":
            structure.headings.append(token.tag)
        elif token.type == "link_open":
            structure.links[str(token.attrs["href"])] += 1
        elif token.type == "image":
            structure.links[str(token.attrs["src"])] += 1
        elif token.type.startswith(("math", "amsmath")):
            structure.math[token.content.strip()] += 1
        elif token.type in ("fence", "colon_fence"):
            structure.directives.append(token.info.strip())
        elif token.type == "list_item_open":
            structure.list_items += 1
    return structure


def goals_of(tokens: list[Token]) -> list[str]:
    """The goals in the first passage of a page, as Markdown.

    They are the items of its only list, which ends the passage. Above it stand the title, at
    least one paragraph and the sentence that leads to the list.

    Args:
        tokens: the passage, parsed by `parse_markdown`.

    Returns:
        The goals; none if the passage does not have this shape.
    """
    starts = [token for token in tokens if token.block and token.level == 0 and token.nesting >= 0]
    blocks = [token.type.removesuffix("_open") for token in starts]
    if blocks[:1] != ["heading"] or blocks[-3:] != ["paragraph", "paragraph", "bullet_list"]:
        return []
    if {"heading", "bullet_list"} & set(blocks[1:-1]):
        return []
    start = next(i for i, token in enumerate(tokens) if token.type == "bullet_list_open")
    return [token.content for token in tokens[start:] if token.type == "inline"]
