"""What differs between the stored outputs of a page and those of another version."""

from nbformat import NotebookNode

from tools.compare.cell_changes import CellChanges, Change, printed_lines
from tools.freshness import Executed
from tools.page import Page
from tools.project import Project


def page_changes(
    project: Project, page: Page, stored: Executed, outcomes: dict[str, dict]
) -> list[Change]:
    """All changes of a page, in the order of its lines.

    Args:
        project: the book.
        page: the page.
        stored: its executed cells.
        outcomes: what its cells do under the other version, by cell id.
    """
    changes = []
    for cell in page.code_cells:
        first = _first_line(project, page, cell)
        found = CellChanges(page, stored[cell.id], outcomes[cell.id], first)
        # A cell whose output is removed claims nothing.
        shown = [] if "remove-output" in cell.metadata.get("tags", []) else found.shown()
        changes += [*found.errors(), *shown]
    return sorted(changes, key=lambda change: change.line)


def claims_of(stored: Executed) -> list[str]:
    """The ✓ lines that a page prints."""
    return [
        line for cell in stored.values() for line in printed_lines(cell) if line.startswith("✓ ")
    ]


def _first_line(project: Project, page: Page, cell: NotebookNode) -> int:
    """The line of the page on which the code of a cell starts, counted from 1."""
    lines = project.source(page.name).read_text(encoding="utf-8").splitlines()
    start = page.line_of(cell.id) - 1
    code = cell.source.splitlines()
    return 1 + next(i for i in range(start, len(lines)) if lines[i : i + len(code)] == code)
