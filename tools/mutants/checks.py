"""The checks of the book that timm.scheduler must pass, and timm's own."""

import ast
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat

from tools.page import read_page
from tools.project import Project

TESTS = (
    "test_timm_defaults.py",
    "test_timm_errors.py",
    "test_timm_plateau.py",
    "test_timm_factory.py",
    "test_timm_traces.py",
    "test_formulas.py",
)
"""Test modules of the book that test timm itself."""

TIMM_TESTS = "timm/tests/test_scheduler.py"

FIRST_PAGES = {
    "step_lr.py": ("step", "warmup", "noise"),
    "multistep_lr.py": ("multistep", "warmup", "noise"),
    "plateau_lr.py": ("plateau", "warmup", "noise"),
    "cosine_lr.py": ("cosine", "warmup", "cycles", "noise"),
    "tanh_lr.py": ("tanh", "warmup", "cycles", "noise"),
    "poly_lr.py": ("poly", "warmup", "cycles", "noise"),
    "wsd_lr.py": ("wsd", "warmup", "noise"),
    "scheduler.py": ("noise", "setup", "step"),
    "scheduler_factory.py": ("factory", "training", "wsd"),
}
"""Pages that come first for the mutants of a file; the others follow in reading order."""


@dataclass(frozen=True)
class Check:
    """A notebook or a test module.

    Attributes:
        name: its path in the project; of timm's own tests, their path in timm's sources.
        path: where it is.
        digest: of what it executes and compares.
    """

    name: str
    path: Path
    digest: str

    @property
    def is_notebook(self) -> bool:
        """Whether nbval runs it."""
        return self.path.suffix == ".ipynb"


@dataclass(frozen=True)
class Checks:
    """All checks of a project."""

    project: Project

    @cached_property
    def notebooks(self) -> dict[str, Check]:
        """By page, the notebook of the first language; the others have its code and outputs."""
        pages = [read_page(self.project, name) for name in self.project.pages]
        made = {page.name: self._notebook(page.name) for page in pages if not page.shows_results}
        return {page: check for page, check in made.items() if check is not None}

    @cached_property
    def tests(self) -> list[Check]:
        """Test modules, in the order in which they run."""
        return [self._test(name) for name in TESTS]

    @property
    def all(self) -> list[Check]:
        """Notebooks in reading order, then tests."""
        return [*self.notebooks.values(), *self.tests]

    def ordered_for(self, file: str) -> list[Check]:
        """Notebooks, those about a file of timm.scheduler first, then tests."""
        first = [page for page in FIRST_PAGES.get(file, ()) if page in self.notebooks]
        rest = [page for page in self.notebooks if page not in first]
        return [*(self.notebooks[page] for page in (*first, *rest)), *self.tests]

    def _notebook(self, page: str) -> Check | None:
        language = next(iter(self.project.languages))
        path = self.project.notebook(language, page)
        executed = [
            (cell.source, cell.outputs)
            for cell in nbformat.read(path, as_version=4).cells
            if cell.cell_type == "code" and cell.execution_count is not None
        ]
        if not executed:
            return None
        digest = hashlib.sha256(json.dumps(executed, sort_keys=True).encode())
        return Check(self.project.relative(path), path, digest.hexdigest()[:16])

    def _test(self, name: str) -> Check:
        path = self.project.root / "tests" / name
        digest = hashlib.sha256()
        for file in sorted(_with_imports(path, self.project.root)):
            digest.update(file.read_bytes())
        return Check(f"tests/{name}", path, digest.hexdigest()[:16])


def _with_imports(path: Path, root: Path) -> set[Path]:
    """A test module and the modules of `tests/` and `helpers/` that it imports by name."""
    found, waiting = set(), [path]
    while waiting:
        file = waiting.pop()
        found.add(file)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in getattr(node, "names", []) if alias.name]
            module = getattr(node, "module", None) or ""
            for name in (module, *(f"{module}.{name}".strip(".") for name in names)):
                place = name.replace(".", "/")
                for candidate in (root / "tests" / f"{place}.py", root / f"{place}.py"):
                    if candidate.is_file() and candidate not in found:
                        waiting.append(candidate)
    return found


def timm_tests(path: Path) -> Check:
    """timm's own tests of its schedulers.

    Args:
        path: the file out of timm's source distribution.
    """
    return Check(TIMM_TESTS, path, hashlib.sha256(path.read_bytes()).hexdigest()[:16])
