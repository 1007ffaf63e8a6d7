"""What an exercise consists of: what solves it, which mistakes it knows, the hint for each."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from helpers.exercises.texts import Text


class UnusableAnswer(Exception):
    """An answer of a kind that the exercise cannot check.

    Attributes:
        wanted: what the exercise takes instead.
    """

    def __init__(self, wanted: Text) -> None:
        """Keep what is wanted instead."""
        super().__init__(wanted.en)
        self.wanted = wanted


@dataclass(frozen=True)
class Mistake:
    """A mistake that learners make, how to recognize it, and the hint that fits it.

    Attributes:
        hint: what to look at next; never the answer itself.
        example: makes an answer with this mistake. Tests hand it in and expect the hint.
        when: whether an attempt makes the mistake; by default, one that is as the example.
    """

    hint: Text
    example: Callable[[], object] | None = None
    when: Callable[[Any], bool] | None = None


@dataclass(frozen=True, kw_only=True)
class Exercise(ABC):
    """An exercise of a chapter. Its text, start and solution are in the chapter's source.

    Attributes:
        id: the chapter's name, a hyphen and a number.
        minutes: about how long a learner takes.
        start: the hint for the untouched start.
        mistakes: at least two, each with an example; the first that is recognized counts.
    """

    id: str
    minutes: int
    start: Mistake
    mistakes: tuple[Mistake, ...]

    @property
    @abstractmethod
    def wanted(self) -> Text:
        """What `check` is to be given."""

    @abstractmethod
    def attempt(self, answer: object) -> Any:
        """Turn an answer into what can be compared.

        Raises:
            UnusableAnswer: it is of another kind.
        """

    @abstractmethod
    def solves(self, attempt: Any) -> bool:
        """Whether the attempt is right."""

    @abstractmethod
    def is_as(self, attempt: Any, example: Any) -> bool:
        """Whether two attempts are the same."""

    def is_comparable(self, attempt: Any) -> bool:
        """Whether the conditions of mistakes can be asked of an attempt."""
        return True

    @abstractmethod
    def other_hint(self, attempt: Any) -> Text:
        """A hint for a mistake that is not listed: where and how the attempt is off."""

    def draw(self, attempt: Any) -> None:  # noqa: B027 (only curves are drawn)
        """Show the attempt beside the goal, where there is something to draw."""

    @abstractmethod
    def confirm(self, attempt: Any) -> None:
        """Print ✓ and the id. The line is the same in all languages."""

    def hint_for(self, attempt: Any) -> Text | None:
        """The hint that fits a usable attempt, or None if it is right."""
        if self.solves(attempt):
            return None
        for mistake in (self.start, *self.mistakes):
            if self._makes(attempt, mistake):
                return mistake.hint
        return self.other_hint(attempt)

    def _makes(self, attempt: Any, mistake: Mistake) -> bool:
        if mistake.when is not None and self.is_comparable(attempt):
            return bool(mistake.when(attempt))
        return mistake.example is not None and self.is_as(attempt, self.attempt(mistake.example()))


def is_blank(answer: object) -> bool:
    """Whether an answer, or a part of it, is still the `...` of the start."""
    parts = answer if isinstance(answer, tuple | list) else [answer]
    return any(part is ... for part in parts)
