"""Confirm kills where nothing is forked: a changed timm on disk, new processes, real kernels."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.mutants.mutant import all_mutants, scheduler_folder
from tools.project import Project, ProjectError


def confirm(project: Project, result: dict[str, Any], count: int) -> None:
    """Run `count` killed mutants again, spread over all of them, each with the check that killed.

    Args:
        project: the book.
        result: a stored result of these mutants.
        count: how many, at least 1.

    Raises:
        ProjectError: a check passes although the result says that it fails.
    """
    mutants = {mutant.id: mutant for mutant in all_mutants()}
    killed = [entry for entry in result["mutants"] if entry["killed_by"]]
    for number, entry in enumerate(killed[:: max(1, len(killed) // count)][:count], start=1):
        mutant, check = mutants[entry["id"]], entry["killed_by"]
        with TemporaryDirectory() as folder:
            _install(mutant.file, mutant.source, Path(folder))
            failed = _fails(project, check, Path(folder))
        print(
            f"[{number}/{count}] {mutant} | {check}: {'fails' if failed else 'PASSES'}", flush=True
        )
        if not failed:
            raise ProjectError(f"{check}: passes with {mutant} in a process of its own.")


def _install(file: str, source: str, folder: Path) -> None:
    """Put a timm into `folder` that has `source` in place of one file of its schedulers."""
    installed = scheduler_folder()
    schedulers = folder / "timm" / "scheduler"
    schedulers.mkdir(parents=True)
    for links, entries in ((folder / "timm", installed.parent), (schedulers, installed)):
        for entry in entries.iterdir():
            if entry.name not in ("scheduler", "__pycache__", file) or entry.name == "__init__.py":
                (links / entry.name).symlink_to(entry)
    (schedulers / file).unlink(missing_ok=True)
    (schedulers / file).write_text(source, encoding="utf-8")


def _fails(project: Project, check: str, folder: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-o", "addopts=", "-qx", "--nbval", check]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider"],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{project.root}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=1800,
    )
    if done.returncode not in (0, 1):
        raise ProjectError(f"{check}: pytest ends with {done.returncode}: {done.stdout[-2000:]}")
    return done.returncode == 1
