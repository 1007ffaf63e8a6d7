"""Cells that the reader opens, on the site and in JupyterLab."""

from nbformat import NotebookNode

HIDE_CELL = "hide-cell"
"""The tag by which MyST-NB folds a cell with its outputs."""


def fold(cell: NotebookNode) -> None:
    """Fold the source and the outputs of a code cell."""
    cell.metadata["tags"] = list(dict.fromkeys([*cell.metadata["tags"], HIDE_CELL]))
    cell.metadata["jupyter"] = {"source_hidden": True, "outputs_hidden": True}
