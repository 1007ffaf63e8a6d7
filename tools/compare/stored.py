"""The results that the page on changes shows, in the repository as JSON."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from packaging.version import Version

from tools.compare.cell_changes import claim_in
from tools.compare.comparison import STORED, Comparison, compare, run_pinned
from tools.compare.environments import (
    other_environment,
    pin,
    pinned_environment,
    released_versions,
)
from tools.compare.history import changes_between
from tools.compare.processes import run_scenarios
from tools.compare.report import report
from tools.project import Project, ProjectError

VERSIONS = ("1.0.30", "1.0.22", "0.9.16", "0.6.13")
"""The versions of timm on the page, newest first."""

OLDEST = "0.4.12"
"""Where the history begins: the last release of 2021, older than the article."""

DIGITS = 12


def write_changes(project: Project, *, jobs: int) -> None:
    """Compare with every version of the page and write `notebooks/data/changes.json`."""
    pinned = run_pinned(project, pinned_environment(project), with_pages=True, jobs=jobs)
    versions = {}
    for version in VERSIONS:
        environment = other_environment(project, version, None)
        comparison = compare(project, pinned, environment, jobs)
        lines = list(report(comparison))
        (environment.folder / "report.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print("\n".join(line for line in lines if not line.startswith("    ")), flush=True)
        versions[version] = _stored(comparison)

    def traces_of(release: str) -> dict[str, Any]:
        if release == pin(project, "timm"):
            return pinned.traces
        print(f"history: timm {release}", flush=True)
        return run_scenarios(project, other_environment(project, release, None))

    newest = Version(pin(project, "timm"))
    releases = [v for v in released_versions("timm") if Version(OLDEST) <= v <= newest]
    content = {
        "made_by": "make compare",
        "pinned": {name: pin(project, name) for name in ("timm", "torch")},
        "runs": len(pinned.traces["traces"]),
        "versions": versions,
        "history": changes_between([str(version) for version in releases], traces_of),
    }
    path = project.root / STORED
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_dump(content), encoding="utf-8")
    print(f"{STORED}: written; now run `make notebooks`.")


def _stored(comparison: Comparison) -> dict[str, Any]:
    """What the page needs of a comparison: only what differs."""
    changed = [change for change in comparison.pages if change.kind == "claim"]
    claims: dict[str, dict[str, Any]] = {}
    for change in changed:
        of_page = claims.setdefault(change.page, {"not_reached": 0, "refuted": []})
        if change.other is None:
            of_page["not_reached"] += 1
        else:
            of_page["refuted"].append([claim_in(change.pinned), change.other])
    causes = Counter(change.cause for change in changed if change.other is None)
    return {
        "scheduler_alone": comparison.other["scheduler_alone"],
        "arguments": comparison.arguments,
        "runs": {name: _rounded(change) for name, change in comparison.runs.items()},
        "claims": {"of": comparison.claims, "by_page": claims, "causes": dict(causes)},
        "figures": [
            [change.page, change.pinned, change.other]
            for change in comparison.pages
            if change.kind == "figure"
        ],
    }


def _rounded(value: Any) -> Any:
    """Learning rates with so many digits that those which are the same look the same."""
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, list):
        return [_rounded(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _rounded(entry) for key, entry in value.items()}
    return value


def _dump(value: Any, depth: int = 3, indent: str = "") -> str:
    """JSON with a line for each entry of the upper levels, so that differences can be read."""
    if depth == 0 or not value or not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    inner = indent + " "
    if isinstance(value, list):
        entries = [f"{inner}{_dump(entry, depth - 1, inner)}" for entry in value]
        return "[\n" + ",\n".join(entries) + f"\n{indent}]"
    entries = [
        f"{inner}{json.dumps(key, ensure_ascii=False)}: {_dump(entry, depth - 1, inner)}"
        for key, entry in value.items()
    ]
    return "{\n" + ",\n".join(entries) + f"\n{indent}}}"


def read_changes(project: Project) -> dict[str, Any]:
    """What `write_changes` wrote.

    Raises:
        ProjectError: there is nothing, or it was made against other versions than the pinned.
    """
    path: Path = project.root / STORED
    if not path.exists():
        raise ProjectError(f"{STORED}: missing; run `make compare`.")
    content = json.loads(path.read_text(encoding="utf-8"))
    for name, version in content["pinned"].items():
        if version != pin(project, name):
            raise ProjectError(
                f"{STORED}: compared with {name} {version}, but requirements.txt pins "
                f"{name} {pin(project, name)}; run `make compare`, then `make notebooks`."
            )
    return content
