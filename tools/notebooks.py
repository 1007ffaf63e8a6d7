"""Make `notebooks/` from `book/`: execute what has changed, write every language.

python -m tools.notebooks [--all]
"""

import argparse
import copy
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from tools.exercises import SOLUTION, is_solved, role_of
from tools.figures import page_figures, write_figures
from tools.freshness import Executed, execution_record, stored_execution, unmade_files
from tools.page import Page, language_notebook, read_page
from tools.project import Project, ProjectError
from tools.rules import book_violations

CELL_TIMEOUT = 600
"""Seconds after which a cell is given up."""

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def make_notebooks(project: Project, *, execute_all: bool = False) -> None:
    """Make all notebooks and figures, with a line of progress for each page.

    Args:
        project: the book.
        execute_all: execute every page, also those that have not changed.

    Raises:
        ProjectError: a page breaks a rule or a cell fails; its notebooks stay as they were.
    """
    (project.root / "_toc.yml").write_text(project.expected_toc(), encoding="utf-8")
    pages = [read_page(project, name) for name in project.pages]
    violations = book_violations(project, pages)
    if violations:
        raise ProjectError("\n".join(violations))
    for path in unmade_files(project, pages):
        path.unlink()
        print(f"{project.relative(path)}: removed", flush=True)
    for page in pages:
        executed = None if execute_all else _unchanged_execution(project, page)
        if executed is None:
            print(f"{page.name}: executing …", flush=True)
            start = time.monotonic()
            executed = execute(project, page)
            print(f"{page.name}: executed in {time.monotonic() - start:.1f} s", flush=True)
        else:
            print(f"{page.name}: code unchanged, outputs kept", flush=True)
        write_figures(project, page_figures(page, executed))
        _write_notebooks(project, page, executed)


class _Client(NotebookClient):
    """Leaves what widgets show, that of `interact` for example, in the outputs of the cell."""

    def handle_comm_msg(self, outs: list[NotebookNode], msg: dict, cell_index: int) -> None:
        """Follow no widget; nbval does not either."""


def execute(project: Project, page: Page) -> Executed:
    """Execute the code of a page once, in the folder of the first language.

    Raises:
        ProjectError: a cell fails, takes too long or writes to standard error, or the solution
            of an exercise does not solve it.
    """
    notebook = nbformat.v4.new_notebook(cells=copy.deepcopy(page.code_cells))
    folder = project.notebook(next(iter(project.languages)), page.name).parent
    folder.mkdir(parents=True, exist_ok=True)
    client = _Client(
        notebook,
        kernel_name="python3",
        timeout=CELL_TIMEOUT,
        store_widget_state=False,
        record_timing=False,
        # How prints are cut into messages depends on timing.
        coalesce_streams=True,
        # The kernel talks to nobody but this process; its notice about encryption is noise.
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
    )
    try:
        client.execute()
    except (CellExecutionError, DeadKernelError, TimeoutError) as error:
        failed = next(
            (cell for cell in notebook.cells if cell.execution_count is None or _errors(cell)),
            notebook.cells[-1],
        )
        reason = (
            f"{error.ename}: {error.evalue}"
            if isinstance(error, CellExecutionError)
            else f"{type(error).__name__}: {error}"
        )
        place = f"{page.source}:{page.line_of(failed.id)}"
        raise ProjectError(
            f"{place}: {reason}\nMend this cell, then run `make notebooks`."
        ) from error
    for cell in notebook.cells:
        for output in cell.outputs:
            if output.output_type == "stream" and output.name == "stderr":
                raise ProjectError(
                    f"{page.source}:{page.line_of(cell.id)}: this cell writes to standard error, "
                    "which differs between machines; silence it, then run `make notebooks`: "
                    f"{output.text.strip()}"
                )
            _drop_widget(output)
        if role_of(cell) == SOLUTION and not is_solved(cell):
            raise ProjectError(
                f"{page.source}:{page.line_of(cell.id)}: this solution does not solve "
                f"{cell.metadata['exercise']!r}: {_printed(cell)}"
            )
    return {cell.id: cell for cell in notebook.cells}


def _printed(cell: NotebookNode) -> str:
    return "".join(output.get("text", "") for output in cell.outputs).strip()


def _drop_widget(output: NotebookNode) -> None:
    """Keep what shows without a kernel; the id of a widget is drawn at random and leads nowhere."""
    for mimes in (output.get("data", {}), output.get("metadata", {})):
        mimes.pop(WIDGET_VIEW, None)


def _errors(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)


def _unchanged_execution(project: Project, page: Page) -> Executed | None:
    """The stored execution if it still holds, in whichever language it does."""
    for language in project.languages:
        try:
            return stored_execution(project, page, language)
        except ProjectError:
            continue
    return None


def _write_notebooks(project: Project, page: Page, executed: Executed) -> None:
    record = execution_record(project, page, executed)
    for language in project.languages:
        path = project.notebook(language, page.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(language_notebook(project, page, language, executed, record), path)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="execute pages that have not changed")
    try:
        make_notebooks(Project(), execute_all=parser.parse_args().all)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
