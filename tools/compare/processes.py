"""Run the scenarios and the pages in an environment; what is there already is not run again."""

import hashlib
import json
import os
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tools.compare.environments import Environment
from tools.compare.scenarios import scenarios
from tools.freshness import inputs_digest
from tools.page import Page
from tools.project import Project, ProjectError

PAGE_TIMEOUT = 900
"""Seconds after which a page is given up."""

INSIDE = Path(__file__).parent / "inside"


def run_scenarios(project: Project, environment: Environment) -> dict[str, Any]:
    """What `inside.run_traces` writes.

    Raises:
        ProjectError: timm.scheduler does not import, even alone.
    """
    request = json.dumps([asdict(scenario) for scenario in scenarios()])

    def run() -> dict[str, Any]:
        result = _start(project, environment, "run_traces", request, project.root)
        if result.returncode:
            reason = _last_line(result.stderr)
            raise ProjectError(f"{environment.label}: timm.scheduler does not import: {reason}")
        return json.loads(result.stdout)

    return _kept(environment.folder / "runs.json", _digest(request), run)


def run_pages(
    project: Project, environment: Environment, pages: list[Page], names: list[str], jobs: int
) -> dict[str, dict[str, dict]]:
    """Execute pages, with a line of progress for each.

    Args:
        project: the book.
        environment: where.
        pages: which.
        names: what timm.scheduler has in the pinned version.
        jobs: processes at a time.

    Returns:
        Page name -> cell id -> what `BookShell.run` returns. A cell that was not reached has a
        failure that says so.
    """
    done = 0

    def run(page: Page) -> dict[str, dict]:
        nonlocal done
        start = time.monotonic()
        cells = [{"id": cell.id, "source": cell.source} for cell in page.code_cells]
        request = json.dumps({"cells": cells, "expected": names})
        path = environment.folder / "pages" / f"{page.name}.json"
        digest = _digest(request, inputs_digest(project, page))
        try:
            result = _kept(path, digest, lambda: _run_page(project, environment, page, request))
        except subprocess.TimeoutExpired as error:  # not kept: the next run tries again
            written = (error.stdout or b"").decode()
            result = _outcomes(page, written, f"no result after {PAGE_TIMEOUT} s")
        done += 1
        took = f"{time.monotonic() - start:.0f} s"
        print(f"{environment.label}: {page.name}, {took} ({done}/{len(pages)})", flush=True)
        return result

    with ThreadPoolExecutor(jobs) as pool:
        return dict(zip([page.name for page in pages], pool.map(run, pages), strict=True))


def _run_page(project: Project, environment: Environment, page: Page, request: str) -> dict:
    folder = project.notebook(next(iter(project.languages)), page.name).parent
    result = _start(project, environment, "run_page", request, folder)
    return _outcomes(page, result.stdout, _last_line(result.stderr))


def _outcomes(page: Page, written: str, reason: str) -> dict:
    """What became of each cell; `reason` is that of the cells of which nothing is written."""
    lines = [json.loads(line) for line in written.splitlines() if line.endswith("}")]
    outcomes = {line.pop("id"): line for line in lines}
    for cell in page.code_cells:
        failure = {"line": 1, "error": f"not reached: {reason}", "follows": None}
        unreached = {"stdout": "", "stderr": "", "shown": [], "curves": [], "refuted": []}
        outcomes.setdefault(cell.id, {**unreached, "failures": [failure]})
    return outcomes


def _start(
    project: Project, environment: Environment, module: str, request: str, folder: Path
) -> subprocess.CompletedProcess:
    path = os.pathsep.join(map(str, [*environment.wheels, project.root]))
    settings = {"PYTHONPATH": path, "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    return subprocess.run(
        [environment.python, "-m", f"tools.compare.inside.{module}"],
        input=request,
        cwd=folder,
        env={**os.environ, **settings},
        timeout=PAGE_TIMEOUT,
        capture_output=True,
        text=True,
        check=False,
    )


def _kept(path: Path, digest: str, make: Callable[[], dict]) -> dict:
    """The result in a file if it was made from the same, else a new one."""
    if path.exists():
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["digest"] == digest:
            return kept["result"]
    result = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(json.dumps({"digest": digest, "result": result}), encoding="utf-8")
    unfinished.replace(path)
    return result


def _digest(*texts: str) -> str:
    sources = [path.read_text(encoding="utf-8") for path in sorted(INSIDE.glob("*.py"))]
    return hashlib.sha256("\0".join([*sources, *texts]).encode()).hexdigest()


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no message"
