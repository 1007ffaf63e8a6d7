"""Measure what the book's machinery costs, as ratios within one run.

python -m tools.bench
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import numpy as np
from timm.scheduler import CosineLRScheduler

from helpers import create_model_and_optimizer, formulas
from tools.project import Project

ROUNDS = 3
IMAGENET_UPDATES = 300 * 5004
"""300 epochs of ImageNet with minibatches of 256."""


def main() -> int:
    """Run both benchmarks and print their ratios."""
    project = Project()
    _report(
        "nbval over all notebooks, against as many kernels that only import timm",
        lambda: _run_nbval(project),
        lambda: _start_kernels(project),
    )
    _report(
        "both editions from scratch, against one plain sphinx-build of each",
        lambda: _build_editions(project),
        lambda: _build_with_plain_sphinx(project),
    )
    _report(
        "timm's step_update loop over a whole ImageNet run, against the formula",
        _step_through_imagenet,
        lambda: formulas.cosine_lr(np.arange(IMAGENET_UPDATES), lr=0.1, t_initial=IMAGENET_UPDATES),
    )
    return 0


def _step_through_imagenet() -> None:
    """Ask timm for the LR of every update."""
    _, optimizer = create_model_and_optimizer()
    scheduler = CosineLRScheduler(optimizer, t_initial=IMAGENET_UPDATES, t_in_epochs=False)
    for num_updates in range(IMAGENET_UPDATES):
        scheduler.step_update(num_updates)


def _report(title: str, measured: Callable[[], None], floor: Callable[[], None]) -> None:
    """Time the two in turn and print the ratio of each round and their median."""
    print(title, flush=True)
    ratios = []
    for _ in range(ROUNDS):
        times = []
        for run in (measured, floor):
            start = time.perf_counter()
            run()
            times.append(time.perf_counter() - start)
        ratios.append(times[0] / times[1])
        print(f"  {times[0]:.3g} s / {times[1]:.3g} s = {ratios[-1]:.3g}", flush=True)
    print(f"  median ratio {statistics.median(ratios):.3g}")


def _run(*command: str, cwd: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(cwd)}
    subprocess.run(
        command, cwd=cwd, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr
    )


def _run_nbval(project: Project) -> None:
    _run(sys.executable, "-m", "pytest", "-q", "notebooks", cwd=project.root)


def _start_kernels(project: Project) -> None:
    """Let nbval run as many notebooks as the book has, each with nothing but the imports."""
    imports = nbformat.v4.new_code_cell("import timm.scheduler, matplotlib.pyplot, helpers")
    notebook = nbformat.v4.new_notebook(cells=[imports])
    with tempfile.TemporaryDirectory() as folder:
        for number in range(len(project.languages) * len(project.pages)):
            nbformat.write(notebook, Path(folder) / f"{number}.ipynb")
        settings = project.root / "pyproject.toml"
        _run(sys.executable, "-m", "pytest", "-q", "-c", str(settings), folder, cwd=project.root)


def _build_editions(project: Project) -> None:
    shutil.rmtree(project.root / "_build")
    _run(sys.executable, "-m", "tools.site", cwd=project.root)


def _build_with_plain_sphinx(project: Project) -> None:
    """Build the notebooks of all languages with Sphinx and myst-nb alone, side by side too."""

    def build(language: str) -> None:
        with tempfile.TemporaryDirectory() as output:
            _run(
                *(sys.executable, "-m", "sphinx", "-Q", "-C"),
                *("-D", "extensions=myst_nb", "-D", "nb_execution_mode=off"),
                *("-D", "myst_enable_extensions=amsmath,deflist,dollarmath"),
                *("-D", "html_theme=sphinx_book_theme", "-D", f"language={language}"),
                *(str(project.root / "notebooks" / language), output),
                cwd=project.root,
            )

    with ThreadPoolExecutor() as pool:
        list(pool.map(build, project.languages))


if __name__ == "__main__":
    sys.exit(main())
