"""Signatures of the notebooks: Jupyter shows the figures of a signed one before it is run.

Every learner gets a copy. Signing them anew for each would take longer than all else that happens
before a server starts.
"""

from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

from tools.project import ProjectError


def sign_notebooks(notebooks: Path, folder: Path) -> None:
    """Sign notebooks as `jupyter trust` does.

    Args:
        notebooks: the folder that learners get a copy of.
        folder: where the signatures and their secret are kept.

    Raises:
        ProjectError: a file is no notebook.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    notary = NotebookNotary(data_dir=str(folder))
    for path in sorted(notebooks.rglob("*.ipynb")):
        try:
            notary.sign(nbformat.read(path, as_version=4))
        except ValueError as error:
            raise ProjectError(f"NOTEBOOKS has {path}, which is no notebook: {error}") from error
    notary.store.close()
