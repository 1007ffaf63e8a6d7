"""The same sources make the same site, wherever and by whomever it is built."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from tools.checkout import copy_checkout
from tools.project import ROOT

BUILDERS = {
    "book": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "umask": 0o077},
    "書 of-another": {
        "TZ": "America/Los_Angeles",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "2",
        "umask": 0o002,
    },
}
"""Folder names and what surrounds the build."""


def build(folder: Path, surroundings: dict) -> Path:
    copy_checkout(ROOT, folder)
    variables = {key: value for key, value in surroundings.items() if key != "umask"}
    result = subprocess.run(
        [sys.executable, "-m", "tools.site"],
        cwd=folder,
        env=os.environ | variables | {"PYTHONPATH": str(folder)},
        umask=surroundings["umask"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return folder / "_build" / "site"


def files_of(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_two_builds_are_identical(tmp_path):
    with ThreadPoolExecutor() as pool:
        builds = [
            pool.submit(build, tmp_path / name, surroundings)
            for name, surroundings in BUILDERS.items()
        ]
        first, second = (files_of(future.result()) for future in builds)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert any(name.endswith("step.html") for name in first)
