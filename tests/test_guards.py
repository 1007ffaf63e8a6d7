"""Break the book in a scratch copy and see nbval raise the alarm."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from changed_timm import timm_with

from tools.project import ROOT


def run_nbval(folder: Path, python_path: Path | None = None) -> subprocess.CompletedProcess:
    """Re-execute the notebooks of `folder` with this project's pytest settings."""
    shutil.copy(ROOT / "conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--numprocesses=0",
        "-p",
        "no:cacheprovider",
        "step.ipynb",
    ]
    environment = {**os.environ, "PYTHONPATH": str(python_path or "")}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def step_notebook(tmp_path: Path) -> Path:
    """A copy of the English chapter on StepLRScheduler."""
    return Path(shutil.copy(ROOT / "notebooks" / "en" / "step.ipynb", tmp_path))


def test_one_changed_digit_in_a_picture(step_notebook):
    notebook = json.loads(step_notebook.read_text(encoding="utf-8"))
    picture = next(
        output["data"]["image/svg+xml"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if "image/svg+xml" in output.get("data", {})
    )
    index, line = next(
        (index, line) for index, line in enumerate(picture) if re.match(r"L \d+\.\d+ ", line)
    )
    digit = re.search(r"\d", line).group()
    picture[index] = line.replace(digit, str((int(digit) + 1) % 10), 1)
    step_notebook.write_text(json.dumps(notebook), encoding="utf-8")

    result = run_nbval(step_notebook.parent)
    assert result.returncode == 1, result.stdout
    assert "mismatch 'image/svg+xml'" in result.stdout
    assert "1 failed" in result.stdout
    assert "make notebooks ALL=1" in result.stdout


def test_one_changed_operator_in_timm(step_notebook, tmp_path):
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    timm_with("step_lr.py", "if t < self.warmup_t:", "if t <= self.warmup_t:", overlay)

    result = run_nbval(step_notebook.parent, python_path=overlay)
    assert result.returncode == 1, result.stdout
    assert "CheckFailed" in result.stdout
    assert "make notebooks ALL=1" in result.stdout


def test_an_unchanged_copy_passes(step_notebook):
    result = run_nbval(step_notebook.parent)
    assert result.returncode == 0, result.stdout
