"""Cells that the reader opens, on the site, in JupyterLab and in Colab."""

from nbformat import NotebookNode

HIDE_CELL, HIDE_INPUT = "hide-cell", "hide-input"
"""The tags by which MyST-NB folds a cell with its outputs, or its source alone."""


def fold_source(cell: NotebookNode) -> None:
    """Fold the source of a code cell in JupyterLab and in Colab."""
    cell.metadata["jupyter"] = {"source_hidden": True}
    cell.metadata["cellView"] = "form"


def fold(cell: NotebookNode) -> None:
    """Tag a code cell as one that is folded with its outputs."""
    cell.metadata["tags"] = list(dict.fromkeys([*cell.metadata["tags"], HIDE_CELL]))


def fold_tagged(cell: NotebookNode) -> None:
    """Fold a cell in JupyterLab as its tags fold it on the site; Colab folds sources only."""
    tags = cell.metadata.get("tags", [])
    if HIDE_CELL in tags or HIDE_INPUT in tags:
        fold_source(cell)
    if HIDE_CELL in tags:
        cell.metadata["jupyter"]["outputs_hidden"] = True
