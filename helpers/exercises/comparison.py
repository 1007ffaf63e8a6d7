"""Compare two curves: whether they agree, and if not, in which way they differ."""

import math
from typing import NamedTuple

import numpy as np

from helpers.exercises.texts import (
    CONSTANT,
    EARLY,
    FIRST_DIFFERENCE,
    LATE,
    OTHER_LENGTH,
    SCALED,
    Text,
)

TOLERANCE = 1e-9
"""Largest difference of two learning rates that are taken for equal."""


class Curves(NamedTuple):
    """The learning rates of an attempt beside those of the goal.

    Attributes:
        yours: what the attempt trains with, one value per epoch or per update.
        goal: what it should be.
    """

    yours: np.ndarray
    goal: np.ndarray


def agree(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two curves have the same length and the same values."""
    return one.shape == other.shape and bool(np.all(np.abs(one - other) <= TOLERANCE))


def is_constant(lrs: np.ndarray) -> bool:
    """Whether the learning rate never changes."""
    return bool(np.all(lrs == lrs[0]))


def drops(lrs: np.ndarray) -> list[int]:
    """The times that use a lower learning rate than the time before."""
    return (np.flatnonzero(np.diff(lrs) < 0) + 1).tolist()


def first_drop(lrs: np.ndarray) -> float:
    """The first time that uses a lower learning rate, infinity if there is none."""
    return min(drops(lrs), default=math.inf)


def restarts(lrs: np.ndarray) -> list[int]:
    """The times that use a higher learning rate than the time before."""
    return (np.flatnonzero(np.diff(lrs) > 0) + 1).tolist()


def difference(curves: Curves, unit: Text) -> Text:
    """Say how a curve differs from the goal.

    Args:
        curves: both curves; they do not agree.
        unit: what is counted, `EPOCH` or `UPDATE`.
    """
    yours, goal = curves
    if yours.shape != goal.shape:
        return OTHER_LENGTH.filled(yours=str(len(yours)), goal=str(len(goal)))
    if is_constant(yours):
        return CONSTANT.filled(value=f"{yours[0]:.6g}")
    peak, goal_peak = np.max(np.abs(yours)), np.max(np.abs(goal))
    if agree(yours / peak, goal / goal_peak):
        return SCALED.filled(factor=f"{peak / goal_peak:.4g}")
    if agree(yours[1:], goal[:-1]):
        return LATE.filled(unit=unit)
    if agree(yours[:-1], goal[1:]):
        return EARLY.filled(unit=unit)
    index = int(np.argmax(~(np.abs(yours - goal) <= TOLERANCE)))
    return FIRST_DIFFERENCE.filled(
        unit=unit, index=str(index), yours=f"{yours[index]:.4g}", goal=f"{goal[index]:.4g}"
    )
