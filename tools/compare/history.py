"""Find the release in which each change came, by halving the list of releases."""

from collections.abc import Callable
from typing import Any

from tools.compare.runs import changed_arguments, changed_runs

Traces = dict[str, Any]
"""What `inside.run_traces` writes."""


def changes_between(
    releases: list[str], traces_of: Callable[[str], Traces]
) -> list[dict[str, Any]]:
    """The releases that change something, oldest first.

    Where two releases do the same, those between them are taken to do so too, so that few of
    them have to be run.

    Args:
        releases: versions, oldest first, at least two.
        traces_of: gives what the scenarios do under a version.

    Returns:
        For each: `release`, `after` (the release before it), `runs` that it changes, and the
        arguments that it changes as they were `before` and are `now`, see `changed_arguments`.
    """
    known: dict[str, Traces] = {}

    def traces(release: str) -> Traces:
        if release not in known:
            known[release] = traces_of(release)
        return known[release]

    def search(low: int, high: int) -> list[dict[str, Any]]:
        before, after = traces(releases[low]), traces(releases[high])
        runs = sorted(changed_runs(after["traces"], before["traces"]))
        old, new = before["signatures"], after["signatures"]
        if not runs and old == new:
            return []
        if high - low == 1:
            found = {"release": releases[high], "after": releases[low], "runs": runs}
            arguments = {"before": changed_arguments(new, old), "now": changed_arguments(old, new)}
            return [{**found, **arguments}]
        middle = (low + high) // 2
        return [*search(low, middle), *search(middle, high)]

    return search(0, len(releases) - 1)
