"""Which slides a chapter has: what is projected, and what is left to the speaker's notes.

A slide shows a heading, the first sentences of a passage and what follows it: a figure, an
explorer, formulas, a list, a table, code or an exercise. Everything else is in the notes. Of a
cell tagged `slide` it shows the code instead of what the cell shows.
"""

from collections.abc import Iterable, Iterator

from nbformat import NotebookNode

from tools.exercises import EXERCISE, role_of
from tools.explorer import shows_explorer
from tools.figures import svg_outputs
from tools.project import Project
from tools.questions import CHOICE, unfold_answers
from workshop.slides.blocks import Block, blocks_of
from workshop.slides.room import code_fits, shortened_list, table_parts
from workshop.slides.sentences import lead_of
from workshop.slides.slide import Slide

LEAD_ROOM, TEXT_ROOM = 150, 420
"""Width of the text above a figure and of that on a slide of text alone, in Latin letters."""

MOST_PARAGRAPHS, MOST_FORMULAS = 3, 2
CODE_BELOW_A_TASK = 8
"""Lines of code that fit below the text of an exercise."""

LISTS = ("bullet_list", "ordered_list")

CODE = "slide"
"""The tag of a cell whose code is shown."""

Part = Block | NotebookNode


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
            slides += _Section(heading, section).slides_of(parts)
        if heading.level == 2:
            section = heading.source
    return slides


def _parts(project: Project, notebook: NotebookNode) -> Iterator[Part]:
    """Blocks and the code cells that show something."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield from blocks_of(project, unfold_answers(cell.source))
        elif shows_code(cell) or shows_explorer(cell) or svg_outputs(cell) or _prints_listing(cell):
            yield cell


def _prints_listing(cell: NotebookNode) -> bool:
    """Whether a cell prints something short that is no list of checks."""
    printed = "".join(output.get("text", "") for output in cell.outputs)
    return bool(printed) and "✓" not in printed and code_fits(printed)


def shows_code(cell: NotebookNode) -> bool:
    """Whether a slide shows the code of a cell: a start, or one that asks for it."""
    return role_of(cell) == EXERCISE or CODE in cell.metadata.get("tags", [])


def _is_start(part: Part) -> bool:
    return not isinstance(part, Block) and role_of(part) == EXERCISE


def _asks(block: Block) -> bool:
    """Whether a list has the choices of a question."""
    return block.kind in LISTS and any(CHOICE.fullmatch(item) for item in block.items)


def _sections(parts: Iterable[Part]) -> list[tuple[Block, list[Part]]]:
    sections: list[tuple[Block, list[Part]]] = []
    for part in parts:
        if isinstance(part, Block) and part.kind == "heading":
            sections.append((part, []))
        else:
            sections[-1][1].append(part)
    return sections


def _is_reading_list(parts: list[Part]) -> bool:
    """Whether a section is nothing but a list of links, such as the references of a chapter."""
    lists = [part for part in parts if isinstance(part, Block) and part.kind in LISTS]
    return len(lists) == len(parts) == 1 and all("](" in item for item in lists[0].items)


class _Section:
    """Makes the slides of what stands below one heading."""

    def __init__(self, heading: Block, section: str) -> None:
        self._heading = heading
        self._section = section
        self._slides: list[Slide] = []
        self._text: list[Block] = []
        self._is_task = False

    def slides_of(self, parts: list[Part]) -> list[Slide]:
        """The slides; a chapter's first paragraph has one of its own."""
        self._is_task = any(_is_start(part) for part in parts)
        if self._heading.level == 1 and parts:
            first, *parts = parts
            self._text.append(first)
            slide = self._new_slide()
            slide.is_title = True
            self._add_lead(slide)
        for part in parts:
            if isinstance(part, Block):
                self._add_block(part)
            else:
                self._add_cell(part)
        if self._slides and self._heading.level > 1:
            self._move_text(self._slides[-1])
        elif self._text:
            self._add_points(self._new_slide())
        return self._slides

    def _new_slide(self) -> Slide:
        slide = Slide(self._heading.level, self._heading.source, self._section)
        self._slides.append(slide)
        return slide

    def _add_block(self, block: Block) -> None:
        if _asks(block):
            self._add_question(block)
        elif block.kind in LISTS:
            slide = self._new_slide()
            self._add_lead(slide)
            slide.body.append(shortened_list(block))
            slide.notes.append(block.source)
        elif block.kind == "table":
            for part in table_parts(block):
                slide = self._new_slide()
                self._add_lead(slide)
                slide.body.append(part.source)
        elif block.kind == "math_block":
            slide = self._slides[-1] if self._has_room_for_formula() else self._new_slide()
            self._add_lead(slide)
            slide.body.append(block.source)
        elif block.kind == "fence" and code_fits(block.source):
            slide = self._new_slide()
            self._add_lead(slide)
            slide.body.append(block.source)
        else:
            self._text.append(block)

    def _add_question(self, block: Block) -> None:
        """Show a question with its choices; the notes say which is right and why."""
        slide = self._new_slide()
        choices = [f"- {CHOICE.fullmatch(item)[2]}" for item in block.items]
        slide.body += [self._text[-1].source, "\n".join(choices)]
        self._move_text(slide)
        slide.notes.append(block.source)

    def _has_room_for_formula(self) -> bool:
        body = self._slides[-1].body if self._slides else []
        formulas = sum(text.startswith("$$") for text in body)
        return bool(body) and body[-1].startswith("$$") and formulas < MOST_FORMULAS

    def _add_cell(self, cell: NotebookNode) -> None:
        slide = self._new_slide()
        if not _is_start(cell):
            self._add_lead(slide)
            slide.cell = cell
            return
        slide.exercise = cell.metadata["exercise"]
        task = [block.source for block in self._text]
        slide.body += task
        self._move_text(slide)
        if code_fits(cell.source):
            if task and len(cell.source.splitlines()) > CODE_BELOW_A_TASK:
                slide = self._new_slide()
                slide.exercise = cell.metadata["exercise"]
            slide.cell = cell

    def _add_lead(self, slide: Slide) -> None:
        """Show the first sentences of a paragraph: the section's first, later the nearest.

        What an exercise asks for is shown in full.
        """
        paragraphs = [block.source for block in self._text if block.kind == "paragraph"]
        if self._is_task:
            slide.body += paragraphs
        elif paragraphs:
            nearest = paragraphs[0 if len(self._slides) == 1 else -1]
            slide.body.append(lead_of(nearest, LEAD_ROOM))
        self._move_text(slide)

    def _add_points(self, slide: Slide) -> None:
        """Show the first sentences of the first paragraphs."""
        paragraphs = [block.source for block in self._text if block.kind == "paragraph"]
        paragraphs = paragraphs[:MOST_PARAGRAPHS]
        slide.body += [lead_of(text, TEXT_ROOM // len(paragraphs)) for text in paragraphs]
        self._move_text(slide)

    def _move_text(self, slide: Slide) -> None:
        """Leave all that was read since the last slide to the speaker."""
        slide.notes += [block.source for block in self._text]
        self._text.clear()
