"""A timm that differs from the installed one in one place."""

import shutil
from importlib.util import find_spec
from pathlib import Path


def timm_with(changed_file: str, old: str, new: str, folder: Path) -> None:
    """Put it into `folder`, which then goes before the installed one on the path.

    Args:
        changed_file: a file of timm.scheduler.
        old: a text in it that stands there once.
        new: what stands there instead.
        folder: an empty folder.
    """
    installed = Path(find_spec("timm").submodule_search_locations[0])
    package = folder / "timm"
    package.mkdir()
    for entry in installed.iterdir():
        (package / entry.name).symlink_to(entry)
    (package / "scheduler").unlink()
    shutil.copytree(installed / "scheduler", package / "scheduler")
    path = package / "scheduler" / changed_file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
