"""Tell whether the stored notebooks are what the sources, helpers and pins would make."""

import hashlib
import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from tools.colab import colab_cell_id
from tools.page import Page, language_notebook
from tools.project import Project, ProjectError

Executed = dict[str, NotebookNode]
"""Executed code cells by cell id."""


def inputs_digest(project: Project, page: Page) -> str:
    """Digest of everything the outputs of a page depend on.

    That is its code, the helpers, the pinned requirements and the made files it reads. The
    explorer's script runs in the browser and has no part in any output.
    """
    digest = hashlib.sha256()
    for cell in page.code_cells:
        digest.update(json.dumps([cell.id, cell.source]).encode())
    files = [
        path
        for path in (project.root / "helpers").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".js"
    ]
    files.append(project.root / "requirements.txt")
    for pattern in page.reads:
        files.extend(project.root.glob(pattern))
    for path in sorted(files):
        digest.update(f"{project.relative(path)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def outputs_digest(executed: Executed) -> str:
    """Digest of all outputs of a page."""
    outputs = {cell_id: cell.outputs for cell_id, cell in executed.items()}
    return hashlib.sha256(json.dumps(outputs, sort_keys=True).encode()).hexdigest()


def execution_record(project: Project, page: Page, executed: Executed) -> dict[str, str]:
    """What a notebook's metadata keeps of its execution."""
    return {"inputs": inputs_digest(project, page), "outputs": outputs_digest(executed)}


def stored_notebook(project: Project, language: str, page: str) -> NotebookNode:
    """Read a made notebook.

    Raises:
        ProjectError: there is no such file, or it is not a notebook.
    """
    path = project.notebook(language, page)
    if not path.exists():
        raise ProjectError(f"{project.relative(path)}: missing; run `make notebooks`.")
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # nbformat lets several parsers' errors through
        raise ProjectError(
            f"{project.relative(path)}: not a readable notebook "
            f"({type(error).__name__}); run `make notebooks`."
        ) from error
    return notebook


def stored_execution(project: Project, page: Page, language: str) -> Executed:
    """The executed code cells of a made notebook, if they belong to today's sources.

    Raises:
        ProjectError: the notebook is missing or broken, a cell is missing or has not been
            executed, inputs have changed since, or outputs are not those of the execution.
    """
    path = project.relative(project.notebook(language, page.name))
    notebook = stored_notebook(project, language, page.name)
    cells = {cell.id: cell for cell in notebook.cells if cell.cell_type == "code"}
    executed = {}
    for cell in page.code_cells:
        place = f"the code cell of {page.source}:{page.line_of(cell.id)}"
        if cell.id not in cells:
            raise ProjectError(f"{path}: {place} is missing; run `make notebooks`.")
        if cells[cell.id].execution_count is None:
            raise ProjectError(f"{path}: {place} has not been executed; run `make notebooks`.")
        if any(output.output_type == "error" for output in cells[cell.id].outputs):
            raise ProjectError(f"{path}: {place} ended with an error; run `make notebooks`.")
        executed[cell.id] = cells[cell.id]
    record = notebook.metadata.get("book", {})
    if record.get("inputs") != inputs_digest(project, page):
        raise ProjectError(
            f"{path}: its outputs are older than the code of {page.source}, helpers/, "
            "requirements.txt or the files it reads; run `make notebooks`."
        )
    if record.get("outputs") != outputs_digest(executed):
        raise ProjectError(
            f"{path}: its outputs are not those of its execution; run `make notebooks`."
        )
    return executed


def verify_notebook(project: Project, page: Page, language: str) -> NotebookNode:
    """Verify that a stored notebook is exactly what its source makes, and return it.

    Raises:
        ProjectError: it is not; the message says where and which command mends it.
    """
    executed = stored_execution(project, page, language)
    path = project.relative(project.notebook(language, page.name))
    notebook = stored_notebook(project, language, page.name)
    expected = language_notebook(
        project, page, language, executed, execution_record(project, page, executed)
    )
    if _colab_cells(notebook, page) != _colab_cells(expected, page):
        raise ProjectError(
            f"{path}: its cell for Google Colab is not that of `repository` in _config.yml; "
            "run `make notebooks`."
        )
    remedy = f"edit {page.source} instead, then run `make notebooks`."
    if [cell.id for cell in notebook.cells] != [cell.id for cell in expected.cells]:
        raise ProjectError(f"{path}: its cells are not those of {page.source}; {remedy}")
    for cell, expected_cell in zip(notebook.cells, expected.cells, strict=True):
        if cell != expected_cell:
            line = page.line_of(cell.id)
            raise ProjectError(
                f"{path}: cell {cell.id} differs from {page.source}:{line}; {remedy}"
            )
    if notebook != expected:
        raise ProjectError(f"{path}: its metadata is not that of {page.source}; {remedy}")
    return notebook


def _colab_cells(notebook: NotebookNode, page: Page) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.id == colab_cell_id(page.name)]


def unmade_files(project: Project, pages: list[Page]) -> list[Path]:
    """Notebooks and figures that no page makes, of a removed page for example."""
    folder = project.root / "notebooks"
    made = {project.notebook(code, page.name) for code in project.languages for page in pages}
    made |= {project.figure(figure_id) for page in pages for figure_id in page.figure_ids}
    return sorted({*folder.rglob("*.ipynb"), *folder.rglob("*.svg")} - made)
