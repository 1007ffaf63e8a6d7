"""Which slides a chapter has: what is projected, and what is left to the speaker's notes.

A slide shows a heading, the first sentences of a passage and what follows it: a figure, an
explorer, formulas, a list, a table or an exercise. Everything else is in the notes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from nbformat import NotebookNode

from tools.exercises import EXERCISE, role_of
from tools.explorer import shows_explorer
from tools.figures import svg_outputs
from tools.project import Project
from workshop.slides.blocks import Block, blocks_of
from workshop.slides.sentences import lead_of, sentences_of

LEAD_ROOM = 150
"""Width of the text above a figure, in Latin letters."""

TEXT_ROOM = 300
"""Width of the text on a slide that has nothing else."""

MOST_ITEMS, MOST_ROWS, MOST_PARAGRAPHS = 5, 11, 3
MOST_CODE_LINES, MOST_CODE_COLUMNS = 16, 84
MOST_FORMULAS = 2

LISTS = ("bullet_list", "ordered_list")
SHOWN = (*LISTS, "table", "math_block", "fence")
"""Kinds of blocks that a slide shows below its text."""


@dataclass
class Slide:
    """One slide.

    Attributes:
        level: level of its heading in the chapter, 1 to 3.
        title: the heading, as Markdown.
        section: the heading of level 2 above, or empty.
        body: paragraphs, lists and formulas, as Markdown.
        cell: the code cell whose picture, explorer or start is shown, if any.
        notes: what the speaker reads, as Markdown.
    """

    level: int
    title: str
    section: str
    body: list[str] = field(default_factory=list)
    cell: NotebookNode | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def exercise(self) -> str | None:
        """The id of the exercise whose start the slide shows."""
        return None if self.cell is None else self.cell.metadata.get("exercise")


Part = Block | NotebookNode


def prints_listing(cell: NotebookNode) -> bool:
    """Whether a cell prints something short that is no list of checks."""
    printed = "".join(output.get("text", "") for output in cell.outputs)
    return bool(printed) and "✓" not in printed and _code_fits(printed)


def slides_of(project: Project, notebook: NotebookNode) -> list[Slide]:
    """The slides of a chapter.

    Args:
        project: the book.
        notebook: the learner's notebook of the chapter.
    """
    slides: list[Slide] = []
    section = ""
    for heading, parts in _sections(_parts(project, notebook)):
        if heading.level <= 2:
            section = ""
        if not _is_reading_list(parts):
            slides += _section_slides(heading, section, parts)
        if heading.level == 2:
            section = heading.source
    return slides


def _parts(project: Project, notebook: NotebookNode) -> Iterator[Part]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield from blocks_of(project, cell.source)
        elif role_of(cell) == EXERCISE or shows_explorer(cell) or svg_outputs(cell):
            yield cell
        elif prints_listing(cell):
            yield cell


def _sections(parts: Iterable[Part]) -> list[tuple[Block, list[Part]]]:
    sections: list[tuple[Block, list[Part]]] = []
    for part in parts:
        if isinstance(part, Block) and part.kind == "heading":
            sections.append((part, []))
        else:
            sections[-1][1].append(part)
    return sections


def _is_reading_list(parts: list[Part]) -> bool:
    """Whether a section is nothing but links, such as the references of a chapter."""
    blocks = [part for part in parts if isinstance(part, Block)]
    lists = [block for block in blocks if block.kind in LISTS]
    has_others = len(blocks) < len(parts) or len(lists) < len(blocks)
    return bool(lists) and not has_others and all("](" in item for item in lists[0].items)


def _section_slides(heading: Block, section: str, parts: list[Part]) -> list[Slide]:
    slides: list[Slide] = []
    text: list[Block] = []

    def new_slide() -> Slide:
        slides.append(Slide(heading.level, heading.source, section))
        return slides[-1]

    if heading.level == 1 and parts:
        text = [parts.pop(0)]
        _add_text(new_slide(), text, LEAD_ROOM)
        text = []
    for part in parts:
        if isinstance(part, Block) and part.kind not in SHOWN:
            text.append(part)
            continue
        if isinstance(part, Block) and not _fits(part):
            text.append(part)
            continue
        follows_formula = slides and slides[-1].body and slides[-1].body[-1].startswith("$$")
        if (
            isinstance(part, Block)
            and part.kind == "math_block"
            and follows_formula
            and sum(body.startswith("$$") for body in slides[-1].body) < MOST_FORMULAS
        ):
            slide = slides[-1]
        else:
            slide = new_slide()
        is_task = not isinstance(part, Block) and role_of(part) == EXERCISE
        _add_text(slide, text, None if is_task else LEAD_ROOM, first=len(slides) == 1)
        _add_part(slide, part)
        text = []
    if not text:
        return slides
    if slides and heading.level > 1:
        slides[-1].notes += [block.source for block in text]
    else:
        _add_points(new_slide(), text)
    return slides


def _fits(block: Block) -> bool:
    if block.kind == "table":
        return len(block.items) - 1 <= MOST_ROWS
    if block.kind == "fence":
        return _code_fits(block.source)
    return True


def _code_fits(source: str) -> bool:
    lines = source.splitlines()
    return len(lines) <= MOST_CODE_LINES and max(map(len, lines)) <= MOST_CODE_COLUMNS


def _add_text(slide: Slide, text: list[Block], room: int | None, *, first: bool = True) -> None:
    """Put the lead of one paragraph on the slide, and all of them into the notes."""
    paragraphs = [block.source for block in text if block.kind == "paragraph"]
    if room is None:
        slide.body += paragraphs
    elif paragraphs:
        slide.body.append(lead_of(paragraphs[0 if first else -1], room))
    slide.notes += [block.source for block in text]


def _add_part(slide: Slide, part: Part) -> None:
    if not isinstance(part, Block):
        if role_of(part) != EXERCISE or _code_fits(part.source):
            slide.cell = part
    elif part.kind in LISTS:
        slide.body.append(_shortened(part))
        slide.notes.append(part.source)
    else:
        slide.body.append(part.source)


def _add_points(slide: Slide, text: list[Block]) -> None:
    """A slide of text alone: the first sentence of each of the first paragraphs."""
    paragraphs = [block.source for block in text if block.kind == "paragraph"]
    paragraphs = paragraphs[:MOST_PARAGRAPHS]
    slide.body += [lead_of(source, TEXT_ROOM // len(paragraphs)) for source in paragraphs]
    slide.notes += [block.source for block in text]


def _shortened(block: Block) -> str:
    """The first sentence of each of the first items of a list."""
    signs = (
        [f"{number}." for number in range(1, MOST_ITEMS + 1)]
        if block.kind == "ordered_list"
        else ["-"] * MOST_ITEMS
    )
    items = [f"{sign} {sentences_of(item)[0]}" for sign, item in zip(signs, block.items)]
    return "\n".join(items)

