"""Trust in the notebooks of the workshop: Jupyter then shows their figures before they are run."""

from collections.abc import Iterable
from pathlib import Path


def trust(paths: Iterable[Path]) -> None:
    """Sign notebooks as `jupyter trust` does; other files are left alone.

    Args:
        paths: files that were just copied.

    Raises:
        OSError: a file cannot be read, or the signatures not written.
    """
    notebooks = [path for path in paths if path.suffix == ".ipynb"]
    if not notebooks:
        return
    # Takes longer than all else here, and is needed once.
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()
    for path in notebooks:
        notary.sign(nbformat.read(path, as_version=4))
