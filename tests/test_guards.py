"""Break the book in a scratch copy and see nbval raise the alarm."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from timm_copy import copy_timm, edit_scheduler

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
    environment = {**os.environ, "PYTHONPATH": str(python_path or ""), "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def step_notebook(tmp_path: Path) -> Path:
    """A copy of the English chapter on StepLRScheduler."""
    return Path(shutil.copy(ROOT / "notebooks" / "en" / "step.ipynb", tmp_path))


AXES_HEIGHT = 200
"""About that of the axes of a figure, in points."""


def test_one_point_of_a_picture_moved_by_one_percent(step_notebook):
    notebook = json.loads(step_notebook.read_text(encoding="utf-8"))
    picture = next(
        output["data"]["image/svg+xml"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", [])
        if "image/svg+xml" in output.get("data", {})
    )
    index, point = next(
        (index, point)
        for index, line in enumerate(picture)
        if (point := re.match(r"L (\d+\.\d+) (\d+\.\d+)", line))
    )
    picture[index] = f"L {point[1]} {float(point[2]) + AXES_HEIGHT / 100:.6f}\n"
    step_notebook.write_text(json.dumps(notebook), encoding="utf-8")

    result = run_nbval(step_notebook.parent)
    assert result.returncode == 1, result.stdout
    assert "mismatch 'image/svg+xml'" in result.stdout
    assert "FAILED step.ipynb::Cell " in result.stdout
    assert "1 failed" in result.stdout
    assert "make notebooks ALL=1" in result.stdout


def test_a_kernel_that_dies_midway(step_notebook):
    """It ends the run at once; nbval alone would wait for its reply until the time is up."""
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_code_cell(source, execution_count=1)
            for source in ("x = 1", "import os; os._exit(1)", "x = 2")
        ]
    )
    nbformat.write(notebook, step_notebook)

    result = run_nbval(step_notebook.parent)
    assert result.returncode == 1, result.stdout
    assert "FAILED step.ipynb::Cell 1 - pytest plugin exception: The kernel died" in result.stdout
    assert "2 failed, 1 passed" in result.stdout


def test_one_changed_operator_in_timm(step_notebook, tmp_path):
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    edit_scheduler(
        copy_timm(overlay), "step_lr.py", "if t < self.warmup_t:", "if t <= self.warmup_t:"
    )

    result = run_nbval(step_notebook.parent, python_path=overlay)
    assert result.returncode == 1, result.stdout
    assert "CheckFailed" in result.stdout
    assert "FAILED step.ipynb::Cell " in result.stdout
    assert "make notebooks ALL=1" in result.stdout


def test_an_unchanged_copy_passes(step_notebook):
    result = run_nbval(step_notebook.parent)
    assert result.returncode == 0, result.stdout
