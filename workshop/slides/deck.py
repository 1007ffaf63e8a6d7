"""A chapter's slides as a notebook for nbconvert: cells with `slide_type`."""

from collections.abc import Iterator

import nbformat
from nbformat import NotebookNode

from helpers.exercises.catalogue import find_exercise
from tools.explorer import shows_explorer
from tools.project import Project
from workshop.editions import learner_notebook, what_goes_wrong
from workshop.slides.markdown import MarkdownRenderer
from workshop.slides.outline import shows_code, slides_of
from workshop.slides.slide import Slide
from workshop.texts import TAKES


def deck_of(project: Project, language: str, page: str, render: MarkdownRenderer) -> NotebookNode:
    """The slides of a chapter in one language.

    Args:
        project: the book.
        language: language code.
        page: name of the chapter.
        render: turns Markdown into HTML.
    """
    cells: list[NotebookNode] = []
    stack = None
    for slide in slides_of(project, learner_notebook(project, language, page)):
        section = slide.section if slide.level > 2 else slide.title
        is_below = slide.level > 1 and section == stack
        stack = section if slide.level > 1 else None
        cells += _cells(slide, "subslide" if is_below else "slide", language, render)
    for number, cell in enumerate(cells):
        cell.id = f"{page}-slide-{number:03d}"
    title = next(cell for cell in cells if cell.cell_type == "markdown").metadata["title"]
    return nbformat.v4.new_notebook(cells=cells, metadata={"title": title})


def contents_deck(title: str, titles: dict[str, str]) -> NotebookNode:
    """One slide that leads to all decks.

    Args:
        title: of the book.
        titles: of the chapters as HTML, by page name.
    """
    items = "".join(f'<li><a href="{page}.html">{html}</a></li>' for page, html in titles.items())
    slide = f'<header><h1>{title}</h1></header>\n<div class="body"><ol>{items}</ol></div>'
    cell = _markdown_cell(slide, "slide", data={"kind": "contents"})
    cell.id = "contents"
    return nbformat.v4.new_notebook(cells=[cell], metadata={"title": title})


def _cells(
    slide: Slide, slide_type: str, language: str, render: MarkdownRenderer
) -> Iterator[NotebookNode]:
    yield _markdown_cell(
        "\n".join(_text(slide, language, render)),
        slide_type,
        title=slide.title,
        data={"kind": _kind(slide)},
    )
    if slide.cell is not None:
        yield _shown(slide.cell)
    notes = [render(source) for source in slide.notes]
    if slide.exercise is not None:
        exercise = find_exercise(slide.exercise)
        notes.append(render(what_goes_wrong(exercise, language)))
    if notes:
        yield _markdown_cell("\n".join(notes), "notes")


def _kind(slide: Slide) -> str:
    if slide.exercise is not None:
        return "exercise"
    if slide.cell is None:
        return "title" if slide.is_title else "text"
    return "explorer" if shows_explorer(slide.cell) else "figure"


def _text(slide: Slide, language: str, render: MarkdownRenderer) -> Iterator[str]:
    yield "<header>"
    if slide.section:
        yield f'<p class="section">{render.inline(slide.section)}</p>'
    if slide.exercise is not None:
        minutes = TAKES.filled(minutes=str(find_exercise(slide.exercise).minutes))
        yield f'<p class="minutes">{minutes.in_language(language)}</p>'
    level = 1 if slide.level == 1 else 2
    yield f"<h{level}>{render.inline(slide.title)}</h{level}>"
    yield "</header>"
    if slide.body:
        yield '<div class="body">'
        yield from map(render, slide.body)
        yield "</div>"


def _shown(cell: NotebookNode) -> NotebookNode:
    """The cell with what a slide shows of it."""
    shown = nbformat.v4.new_code_cell(cell.source if shows_code(cell) else "")
    shown.metadata["alt"] = cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")
    if "explore" in cell.metadata:
        shown.metadata["explore"] = cell.metadata["explore"]
    if not shows_code(cell):
        shown.outputs = cell.outputs
    return shown


def _markdown_cell(html: str, slide_type: str, **metadata: object) -> NotebookNode:
    cell = nbformat.v4.new_markdown_cell(html)
    cell.metadata["slideshow"] = {"slide_type": slide_type, "data": metadata.pop("data", {})}
    cell.metadata.update(metadata)
    return cell
