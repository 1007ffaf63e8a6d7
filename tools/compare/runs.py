"""What differs between the runs of two versions of timm."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

TOLERANCE = 1e-12
"""Learning rates closer than this are the same; rounding alone differs by less."""


@dataclass(frozen=True)
class CurveDifference:
    """Where two curves of learning rates part.

    Attributes:
        group: index of the param group.
        first: the first t at which they differ.
        worst: the t of the largest difference.
        largest: that difference.
    """

    group: int
    first: int
    worst: int
    largest: float


def changed_runs(pinned: dict[str, dict], other: dict[str, dict]) -> dict[str, dict[str, Any]]:
    """The runs that differ, by name, each with the other version's value of what differs.

    Args:
        pinned: outcome by name, as `inside.run_traces.run_scenario` gives it.
        other: the same under the other version.
    """
    changes = {}
    for name, expected in pinned.items():
        outcome = other[name]
        keys = [
            key
            for key in sorted({*expected, *outcome})
            if not _same(key, expected.get(key), outcome.get(key))
        ]
        if "error" in keys:
            keys = ["error"]  # what else is missing is missing because of it
        if keys:
            changes[name] = {key: outcome.get(key) for key in keys}
    return changes


def _same(key: str, expected: Any, actual: Any) -> bool:
    if key == "lrs" and expected is not None and actual is not None:
        return curve_difference(expected, actual) is None
    return expected == actual


def curve_difference(
    expected: Sequence[Sequence[float]], actual: Sequence[Sequence[float]]
) -> CurveDifference | None:
    """Compare learning rates of shape (groups, calls + 1); None if they are the same.

    A run that ended early differs at its end.
    """
    for group, (mine, theirs) in enumerate(zip(expected, actual, strict=True)):
        distances = [_distance(a, b) for a, b in zip(mine, theirs, strict=False)]
        distances += [float("inf")] * (len(mine) != len(theirs))
        differing = [t for t, distance in enumerate(distances) if not distance <= TOLERANCE]
        if differing:
            worst = max(differing, key=lambda t: distances[t])
            return CurveDifference(group, differing[0], worst, distances[worst])
    return None


def _distance(a: float | str, b: float | str) -> float:
    if isinstance(a, str) or isinstance(b, str):
        return 0.0 if a == b else float("inf")
    return abs(a - b)


def changed_arguments(
    pinned: dict[str, dict[str, str]], other: dict[str, dict[str, str]]
) -> dict[str, dict[str, str | None] | None]:
    """What timm.scheduler offers otherwise, by class or function.

    Returns:
        None for one that only the pinned version has; else argument -> default in the other
        version, None where there is no such argument. Names of the other alone come too.
    """
    changes: dict[str, dict[str, str | None] | None] = {}
    for name in sorted({*pinned, *other}):
        if name not in other:
            changes[name] = None
            continue
        mine, theirs = pinned.get(name, {}), other[name]
        differing = [key for key in {**mine, **theirs} if mine.get(key) != theirs.get(key)]
        if differing:
            changes[name] = {key: theirs.get(key) for key in differing}
    return changes
