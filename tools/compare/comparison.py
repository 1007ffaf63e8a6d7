"""Compare the book under its pinned versions with the book under others."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.compare.cell_changes import Change
from tools.compare.environments import Environment
from tools.compare.page_changes import claims_of, page_changes
from tools.compare.processes import run_pages, run_scenarios
from tools.compare.runs import changed_arguments, changed_runs
from tools.freshness import Executed, stored_execution
from tools.page import RESULTS, Page, read_page
from tools.project import Project, ProjectError

STORED = f"{RESULTS}changes.json"
"""What the page on changes reads."""


@dataclass(frozen=True)
class Comparison:
    """What changes under one other version.

    Attributes:
        label: the other versions, as `timm-1.0.30`.
        pinned_label: the pinned version of timm.
        figures: where pictures are drawn.
        pinned: what `inside.run_traces` writes under the pinned versions.
        other: the same under the others.
        runs: see `changed_runs`.
        arguments: see `changed_arguments`.
        pages: what changes in the pages; None if only the runs were compared.
        claims: how many claims the book has.
        figure_count: how many pictures.
        curves: page -> cell -> the curves of its pictures under the pinned versions.
    """

    label: str
    pinned_label: str
    figures: Path
    pinned: dict[str, Any]
    other: dict[str, Any]
    runs: dict[str, dict[str, Any]]
    arguments: dict[str, dict[str, str | None] | None]
    pages: list[Change] | None = None
    claims: int = 0
    figure_count: int = 0
    curves: dict[str, dict[str, list]] | None = None


@dataclass(frozen=True)
class Pinned:
    """The book under its pinned versions.

    Attributes:
        environment: where it runs.
        traces: what `inside.run_traces` writes.
        pages: the pages with code that depends on timm alone.
        stored: their executed cells.
        outcomes: what they do without a kernel, by page and cell.
    """

    environment: Environment
    traces: dict[str, Any]
    pages: list[Page]
    stored: dict[str, Executed]
    outcomes: dict[str, dict[str, dict]]


def run_pinned(
    project: Project, environment: Environment, *, with_pages: bool, jobs: int
) -> Pinned:
    """Run what other versions are compared with.

    Args:
        project: the book.
        environment: that of the pinned versions.
        with_pages: whether to run the pages too, not only the scenarios.
        jobs: processes at a time.

    Raises:
        ProjectError: a notebook is out of date, or a page does something else here than in
            its notebook.
    """
    traces = run_scenarios(project, environment)
    if not with_pages:
        return Pinned(environment, traces, [], {}, {})
    pages = [read_page(project, name) for name in project.pages]
    pages = [page for page in pages if page.code_cells and not page.shows_results]
    language = next(iter(project.languages))
    stored = {page.name: stored_execution(project, page, language) for page in pages}
    outcomes = run_pages(project, environment, pages, _offered(traces), jobs)
    for page in pages:
        for change in page_changes(project, page, stored[page.name], outcomes[page.name]):
            raise ProjectError(
                f"{page.source}:{change.line}: under the pinned versions this does something else "
                f"than in its notebook ({change.other or change.cause}); "
                "run `make notebooks ALL=1` and compare again."
            )
    return Pinned(environment, traces, pages, stored, outcomes)


def compare(project: Project, pinned: Pinned, environment: Environment, jobs: int) -> Comparison:
    """Run scenarios and, if there are pages, the pages, and compare them with the pinned ones."""
    other = run_scenarios(project, environment)
    common = {
        "label": environment.label,
        "pinned_label": pinned.environment.label,
        "figures": environment.folder / "figures",
        "pinned": pinned.traces,
        "other": other,
        "runs": changed_runs(pinned.traces["traces"], other["traces"]),
        "arguments": changed_arguments(pinned.traces["signatures"], other["signatures"]),
    }
    if not pinned.pages:
        return Comparison(**common)
    outcomes = run_pages(project, environment, pinned.pages, _offered(pinned.traces), jobs)
    curves = {
        page: {cell: outcome["curves"] for cell, outcome in cells.items()}
        for page, cells in pinned.outcomes.items()
    }
    return Comparison(
        **common,
        pages=[
            change
            for page in pinned.pages
            for change in page_changes(project, page, pinned.stored[page.name], outcomes[page.name])
        ],
        claims=sum(len(claims_of(executed)) for executed in pinned.stored.values()),
        figure_count=sum(len(cell) for cells in curves.values() for cell in cells.values()),
        curves=curves,
    )


def _offered(traces: dict[str, Any]) -> list[str]:
    """The names that can be imported from timm.scheduler."""
    return [name for name in traces["signatures"] if "." not in name]
