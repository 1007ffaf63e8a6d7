"""The result of a whole run, as it is stored in the repository."""

import hashlib
import json
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tools.mutants.checks import Check
from tools.mutants.mutant import Mutant
from tools.mutants.run import Verdict
from tools.page import RESULTS
from tools.project import Project

PACKAGES = ("timm", "torch", "numpy", "matplotlib")


def result_path(project: Project) -> Path:
    """Where the result is stored; the page reads it."""
    return project.root / RESULTS / "mutants.json"


def versions() -> dict[str, str]:
    """Versions of Python and of what the outcomes depend on."""
    return {
        "python": platform.python_version(),
        **{package: version(package) for package in PACKAGES},
    }


def mutants_digest(mutants: Iterable[Mutant]) -> str:
    """Digest of the list of all mutants, sources included."""
    lines = "\n".join(f"{mutant.id} {mutant.operator} {mutant.old}" for mutant in mutants)
    return hashlib.sha256(lines.encode()).hexdigest()


def write_result(
    path: Path,
    verdicts: Iterable[Verdict],
    checks: Iterable[Check],
    timm: Check,
    reviews: dict[str, dict[str, str]],
) -> None:
    """Store a run, one line for each mutant, so that `git diff` shows what has changed.

    Args:
        path: file to write.
        verdicts: about all mutants, in their order.
        checks: all checks of the book.
        timm: timm's own tests.
        reviews: the reviewed survivors, as `read_reviews` gives them.
    """
    verdicts = list(verdicts)
    head = {
        "versions": versions(),
        "mutants_digest": mutants_digest(verdict.mutant for verdict in verdicts),
        "checks": {check.name: check.digest for check in checks},
        "timm_tests": {timm.name: timm.digest},
    }
    entries = [json.dumps(_entry(verdict, reviews), ensure_ascii=False) for verdict in verdicts]
    text = json.dumps(head, indent=1, ensure_ascii=False).removesuffix("\n}")
    joined = ",\n  ".join(entries)
    path.write_text(f'{text},\n "mutants": [\n  {joined}\n ]\n}}\n', encoding="utf-8")


def read_result(path: Path) -> dict[str, Any]:
    """Read a stored run."""
    return json.loads(path.read_text(encoding="utf-8"))


def _entry(verdict: Verdict, reviews: dict[str, dict[str, str]]) -> dict[str, Any]:
    mutant = verdict.mutant
    entry = {
        "id": mutant.id,
        "operator": mutant.operator,
        "change": mutant.change,
        "killed_by": verdict.killed_by,
        "place": verdict.place,
        "timm_place": verdict.timm_place,
    }
    if verdict.killed_by is None:
        entry["reason"] = reviews.get(mutant.id, {}).get("reason")
    return entry
