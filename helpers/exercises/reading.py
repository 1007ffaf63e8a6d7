"""Exercises whose answer is a number or several: read a curve, predict an epoch."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from numbers import Real

import numpy as np

from helpers.checking import check
from helpers.exercises.definition import Exercise, UnusableAnswer
from helpers.exercises.texts import (
    NOT_AMONG_THEM,
    NUMBERS_WANTED,
    SOME_MISSING,
    TOO_LARGE,
    TOO_SMALL,
    Text,
)
from helpers.plotting import plot_curves

Values = tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class ReadingExercise(Exercise):
    """Numbers are wanted. Attempts are tuples of floats, in ascending order if nameless.

    Attributes:
        answer: finds the numbers, by running timm.
        names: what the numbers are; none where it is left to the learner how many there are.
        tolerance: largest difference of a number that still counts as right.
        picture: the curves to read, by label.
    """

    answer: Callable[[], Sequence[float]]
    names: tuple[str, ...] = ()
    tolerance: float = 1e-9
    picture: Callable[[], Mapping[str, Sequence[float]]] | None = None

    @property
    def wanted(self) -> Text:
        """How to hand over the numbers."""
        names = ", ".join(self.names) or "first, second, …"
        return NUMBERS_WANTED.filled(names=names if len(self.names) == 1 else f"({names})")

    def attempt(self, answer: object) -> Values:
        """The numbers as floats."""
        is_several = isinstance(answer, tuple | list | set | np.ndarray)
        values = list(answer) if is_several else [answer]
        if any(isinstance(value, bool) or not isinstance(value, Real) for value in values):
            raise UnusableAnswer(self.wanted)
        if not values or (self.names and len(values) != len(self.names)):
            raise UnusableAnswer(self.wanted)
        numbers = tuple(float(value) for value in values)
        return numbers if self.names else tuple(sorted(numbers))

    def solves(self, attempt: Values) -> bool:
        """Whether every number is right."""
        return self.is_as(attempt, self._expected)

    def is_as(self, attempt: Values, example: Values) -> bool:
        """Whether both have the same numbers."""
        pairs = zip_longest(attempt, example, fillvalue=np.nan)
        return all(abs(mine - other) <= self.tolerance for mine, other in pairs)

    def other_hint(self, attempt: Values) -> Text:
        """Which number is off, in which direction, and how to go about it."""
        expected = self._expected
        if not self.names:
            stray = next((v for v in attempt if v not in expected), None)
            off = SOME_MISSING if stray is None else NOT_AMONG_THEM.filled(value=f"{stray:g}")
            return off + self.start.hint
        name, value, right = next(
            (name, value, right)
            for name, value, right in zip(self.names, attempt, expected)
            if not abs(value - right) <= self.tolerance
        )
        off = TOO_SMALL if value < right else TOO_LARGE
        return off.filled(name=name, value=f"{value:g}") + self.start.hint

    def confirm(self, attempt: Values) -> None:
        """Print ✓ and the id."""
        check(self.id, self.solves(attempt))

    def show(self) -> None:
        """Draw the curves to read."""
        curves = self.picture()
        plot_curves(curves, legend=len(curves) > 1)

    @property
    def _expected(self) -> Values:
        return self.attempt(self.answer())
