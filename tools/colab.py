"""The cell with which a notebook gets in Google Colab what it has here by itself."""

import re

import nbformat
from nbformat import NotebookNode

from tools.folding import fold_source
from tools.project import Project
from tools.repository import read_repository

INSTALLED = ("timm", "anywidget")
"""What Colab has in another version, or not at all; its torch, numpy and matplotlib stay."""

CODE = """\
# @title Google Colab: get the book's helpers
import sys

if "google.colab" in sys.modules:
    !test -d {folder} || git clone --quiet --depth 1 --branch {branch} {url} {folder}
    %pip install --quiet {pins}
    %cd -q {folder}/notebooks/{language}
    sys.path.insert(0, "{folder}")"""


def colab_cell(project: Project, page: str, language: str) -> NotebookNode | None:
    """The first cell of the notebook of a page; it does nothing outside of Colab.

    Args:
        project: the book.
        page: name of the page.
        language: language code; the notebook then runs in the folder of its language, by which
            exercises know which one to speak.

    Returns:
        The cell, or None where `_config.yml` has no `repository` to clone.

    Raises:
        ProjectError: `repository` is not as it must be.
    """
    repository = read_repository(project)
    if repository is None:
        return None
    source = CODE.format(
        folder=f"/content/{repository.name}",
        branch=repository.branch,
        url=repository.url,
        pins=" ".join(_pins(project)),
        language=language,
    )
    cell = nbformat.v4.new_code_cell(source, metadata={"tags": ["remove-cell"]})
    fold_source(cell)
    cell.id = colab_cell_id(page)
    return cell


def colab_cell_id(page: str) -> str:
    """Id of that cell in the notebooks of a page."""
    return f"{page}-colab"


def _pins(project: Project) -> list[str]:
    text = (project.root / "requirements.txt").read_text(encoding="utf-8")
    return re.findall(rf"^(?:{'|'.join(INSTALLED)})==[^\s;]+", text, re.MULTILINE)
