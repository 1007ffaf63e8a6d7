"""Read a bilingual page and give each language its notebook.

A page is a MyST notebook in `book/`. A Markdown cell with `{"lang": "ja"}` belongs to one
language, any other cell to all. The `alt` text of a code cell is a mapping from language to
text. The start of an exercise is code that is not executed.
"""

import copy
from dataclasses import dataclass

import jupytext.myst
import nbformat
from nbformat import NotebookNode

from tools.colab import colab_cell
from tools.exercises import EXERCISE, SOLUTION, mark_role, role_of
from tools.explorer import explorer_query
from tools.folding import fold_tagged
from tools.project import Language, Project, ProjectError
from tools.questions import fold_answers, fold_proof

RESULTS = "notebooks/data/"
"""What long runs have found out, in files that pages show."""

KERNEL_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}


@dataclass(frozen=True)
class Page:
    """A page as written.

    Attributes:
        name: page name, also the name of its notebooks.
        source: path of the source relative to the project.
        cells: all cells of all languages, with ids from page name and position.
        lines: the line on which each cell starts, counted from 1.
        reads: glob patterns, relative to the project, of made files that the code reads.
    """

    name: str
    source: str
    cells: list[NotebookNode]
    lines: list[int]
    reads: list[str]

    @property
    def code_cells(self) -> list[NotebookNode]:
        """The cells that are executed: code, but for the starts of exercises."""
        code = (cell for cell in self.cells if cell.cell_type == "code")
        return [cell for cell in code if role_of(cell) != EXERCISE]

    @property
    def figure_ids(self) -> list[str]:
        """Ids of the figures that cells of this page make."""
        return [cell.metadata["figure"] for cell in self.code_cells if "figure" in cell.metadata]

    @property
    def shows_results(self) -> bool:
        """Whether the page shows what a long run, of the other pages too, has found out."""
        return any(pattern.startswith(RESULTS) for pattern in self.reads)

    def line_of(self, cell_id: str) -> int:
        """The line on which the cell starts."""
        return next(
            line for cell, line in zip(self.cells, self.lines, strict=True) if cell.id == cell_id
        )


def read_page(project: Project, name: str) -> Page:
    """Read `book/<name>.md`.

    Raises:
        ProjectError: there is no such file, or a cell's metadata cannot be read.
    """
    path = project.source(name)
    source = project.relative(path)
    if not path.exists():
        raise ProjectError(f"{source}: missing, although _toc.yml lists the page {name!r}.")
    try:
        notebook = jupytext.myst.myst_to_notebook(
            path.read_text(encoding="utf-8"), add_source_map=True
        )
    except jupytext.myst.MystMetadataParsingError as error:
        raise ProjectError(f"{source}: {error}") from error
    for index, cell in enumerate(notebook.cells):
        cell.id = f"{name}-{index:03d}"
        mark_role(cell)
        fold_proof(cell)
        fold_tagged(cell)
    return Page(
        name=name,
        source=source,
        cells=notebook.cells,
        lines=notebook.metadata["source_map"],
        reads=notebook.metadata.get("reads", []),
    )


def language_notebook(
    project: Project,
    page: Page,
    language: str,
    executed: dict[str, NotebookNode],
    record: dict[str, str],
) -> NotebookNode:
    """Make the notebook of one language.

    Args:
        project: the book.
        page: the page.
        language: language code.
        executed: code cells with their outputs, by cell id.
        record: how the outputs were made, kept in the notebook's metadata.
    """
    first = colab_cell(project, page.name, language)
    cells = [] if first is None else [first]
    for cell in page.cells:
        if cell.metadata.get("lang", language) != language:
            continue
        cell = copy.deepcopy(cell)
        if cell.cell_type == "code":
            if cell.id in executed:
                cell.outputs = executed[cell.id].outputs
                cell.execution_count = executed[cell.id].execution_count
            _localize_code(cell, project.languages[language])
            if "explore" in cell.metadata:
                cell.metadata["explore"] = explorer_query(page.name, cell.metadata["explore"])
        elif "lang" in cell.metadata:
            cell.source = fold_answers(cell.source, project.languages[language])
        cell.metadata.pop("lang", None)
        cells.append(cell)
    metadata = {**KERNEL_METADATA, "book": {"source": page.source, **record}}
    return nbformat.v4.new_notebook(cells=cells, metadata=nbformat.from_dict(metadata))


def _localize_code(cell: NotebookNode, language: Language) -> None:
    """Give a code cell its texts: an image's description, a solution's first line and label."""
    options = {}
    if "alt" in cell.metadata:
        options["image"] = {"alt": cell.metadata.pop("alt")[language.code]}
    if role_of(cell) == SOLUTION:
        cell.source = f"# {language.solution}\n{cell.source}"
        options["code_prompt_show"] = language.show_solution
        options["code_prompt_hide"] = language.hide_solution
    if options:
        cell.metadata["mystnb"] = options
