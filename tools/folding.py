"""Cells that the reader opens, on the site, in JupyterLab and in Colab."""

from nbformat import NotebookNode

HIDE_CELL = "hide-cell"
"""The tag by which MyST-NB folds a cell with its outputs."""


def fold(cell: NotebookNode) -> None:
    """Fold the source and the outputs of a code cell; Colab folds the source only."""
    cell.metadata["tags"] = list(dict.fromkeys([*cell.metadata["tags"], HIDE_CELL]))
    cell.metadata["jupyter"] = {"source_hidden": True, "outputs_hidden": True}
    cell.metadata["cellView"] = "form"
