"""Copies of timm.scheduler in scratch folders, for tests that change it."""

import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import timm.scheduler

INSTALLED = Path(timm.scheduler.__file__).parent


def copy_scheduler(folder: Path) -> Path:
    """Put a package timm that has nothing but timm.scheduler into a folder."""
    package = folder / "timm"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    shutil.copytree(INSTALLED, package / "scheduler", ignore=shutil.ignore_patterns("*.pyc"))
    return folder


def copy_timm(folder: Path) -> Path:
    """Put a whole timm into a folder: a copy of timm.scheduler, links to the rest."""
    copy_scheduler(folder)
    package = folder / "timm"
    (package / "__init__.py").unlink()
    for entry in INSTALLED.parent.iterdir():
        if entry.name not in ("scheduler", "__pycache__"):
            (package / entry.name).symlink_to(entry)
    return folder


def edit_scheduler(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the only place where a file of a copy says `old`."""
    path = folder / "timm" / "scheduler" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} says {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


@contextmanager
def timm_from(folder: Path) -> Iterator[None]:
    """Make `import timm.scheduler` find the one in `folder`; filters of warnings are restored."""

    def loaded() -> list[str]:
        return [name for name in sys.modules if name.partition(".")[0] == "timm"]

    installed = {name: sys.modules.pop(name) for name in loaded()}
    sys.path.insert(0, str(folder))
    try:
        with warnings.catch_warnings():
            yield
    finally:
        sys.path.remove(str(folder))
        for name in loaded():
            del sys.modules[name]
        sys.modules.update(installed)
