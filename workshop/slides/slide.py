"""One slide."""

from dataclasses import dataclass, field

from nbformat import NotebookNode


@dataclass
class Slide:
    """One slide.

    Attributes:
        level: level of its heading in the chapter, 1 to 3.
        title: the heading, as Markdown.
        section: the heading of level 2 above, or empty.
        body: paragraphs, lists and formulas, as Markdown.
        cell: the code cell of which it shows the picture, the explorer, the code or the print.
        notes: what the speaker reads, as Markdown.
        exercise: the id of the exercise that it sets, if any.
        is_title: whether it opens the chapter.
    """

    level: int
    title: str
    section: str
    body: list[str] = field(default_factory=list)
    cell: NotebookNode | None = None
    notes: list[str] = field(default_factory=list)
    exercise: str | None = None
    is_title: bool = False
