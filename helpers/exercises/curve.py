"""Exercises whose answer is a curve: design a schedule, mend a training loop."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from helpers.checking import check
from helpers.exercises.comparison import TOLERANCE, Curves, agree, difference
from helpers.exercises.definition import Exercise, UnusableAnswer
from helpers.exercises.texts import (
    EPOCH,
    FUNCTION_WANTED,
    PAIR_WANTS_FIRST,
    SCHEDULER_WANTED,
    UPDATE,
    Text,
)
from helpers.plotting import plot_curves
from helpers.recording import TimmScheduler, TorchScheduler, record_lrs


@dataclass(frozen=True, kw_only=True)
class CurveExercise(Exercise):
    """A curve is wanted. Attempts are `Curves`.

    Attributes:
        goal: makes an answer that is right.
        per_update: whether the curve has one value per update instead of one per epoch.
    """

    goal: Callable[[], object]
    per_update: bool = False

    @abstractmethod
    def lrs_of(self, answer: object) -> np.ndarray:
        """The learning rates that an answer trains with.

        Raises:
            UnusableAnswer: the answer has none.
        """

    def attempt(self, answer: object) -> Curves:
        """The curve of the answer beside that of the goal."""
        return Curves(yours=self.lrs_of(answer), goal=self.lrs_of(self.goal()))

    def solves(self, attempt: Curves) -> bool:
        """Whether the curve is that of the goal."""
        return agree(*attempt)

    def is_as(self, attempt: Curves, example: Curves) -> bool:
        """Whether both attempts have the same curve."""
        return agree(attempt.yours, example.yours)

    def is_comparable(self, attempt: Curves) -> bool:
        """Whether the curve is as long as the goal."""
        return len(attempt.yours) == len(attempt.goal)

    def other_hint(self, attempt: Curves) -> Text:
        """Where and how the curve differs."""
        return difference(attempt, self._unit)

    def draw(self, attempt: Curves) -> None:
        """Draw the goal as a solid line and the attempt as a dashed one."""
        plot_curves({"goal": attempt.goal, "yours": attempt.yours}, xlabel=self._unit.en)

    def confirm(self, attempt: Curves) -> None:
        """Print ✓, the id and the largest difference."""
        check(self.id, attempt.yours, attempt.goal, tolerance=TOLERANCE)

    @property
    def _unit(self) -> Text:
        return UPDATE if self.per_update else EPOCH


@dataclass(frozen=True, kw_only=True)
class ScheduleExercise(CurveExercise):
    """A scheduler is wanted. It is run as timm's `train.py` does.

    Attributes:
        num_epochs: epochs of the run.
        num_steps_per_epoch: updates in one epoch.
        metrics: one metric per epoch, for schedulers that watch one.
    """

    num_epochs: int
    num_steps_per_epoch: int = 1
    metrics: Sequence[float] | None = None

    @property
    def wanted(self) -> Text:
        """A scheduler."""
        return SCHEDULER_WANTED

    def lrs_of(self, answer: object) -> np.ndarray:
        """Run a copy of the scheduler."""
        if not isinstance(answer, TimmScheduler | TorchScheduler):
            is_pair = isinstance(answer, tuple) and any(
                isinstance(part, TimmScheduler) for part in answer
            )
            raise UnusableAnswer(PAIR_WANTS_FIRST if is_pair else SCHEDULER_WANTED)
        trace = record_lrs(
            answer,
            num_epochs=self.num_epochs,
            num_steps_per_epoch=self.num_steps_per_epoch,
            metrics=self.metrics,
        )
        return trace.used_per_update.ravel() if self.per_update else trace.used


@dataclass(frozen=True, kw_only=True)
class LoopExercise(CurveExercise):
    """A function is wanted that runs a training loop and returns the LRs that it trains with."""

    @property
    def wanted(self) -> Text:
        """A function."""
        return FUNCTION_WANTED

    def lrs_of(self, answer: object) -> np.ndarray:
        """Call the function; what it raises passes through."""
        if not callable(answer):
            raise UnusableAnswer(FUNCTION_WANTED)
        returned = answer()
        try:
            lrs = np.asarray(returned, dtype=float)
        except (TypeError, ValueError):
            raise UnusableAnswer(FUNCTION_WANTED) from None
        if lrs.ndim != 1 or lrs.size == 0:
            raise UnusableAnswer(FUNCTION_WANTED)
        return lrs
