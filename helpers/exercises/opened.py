"""What a notebook gets of an exercise: `exercise("cosine-2").check(scheduler)`."""

import difflib

from helpers.exercises.catalogue import exercise_ids, find_exercise
from helpers.exercises.definition import Exercise, UnusableAnswer, is_blank
from helpers.exercises.language import notebook_language
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.texts import NO_PICTURE, NOTHING_GIVEN, UNKNOWN_EXERCISE, UNUSABLE, Text

NOTHING = object()


def exercise(exercise_id: str, *, language: str | None = None) -> "OpenedExercise":
    """Open an exercise of the book.

        exercise("cosine-2").check(scheduler)

    Args:
        exercise_id: as the chapter names it.
        language: `"ja"`, `"en"`, or None for that of the notebook's folder.

    Raises:
        ValueError: there is no such exercise or language; the message names the nearest.
    """
    language = notebook_language(language)
    definition = find_exercise(exercise_id)
    if definition is None:
        ids = exercise_ids()
        nearest = difflib.get_close_matches(str(exercise_id), ids, n=1, cutoff=0.0)[0]
        text = UNKNOWN_EXERCISE.filled(id=repr(exercise_id), nearest=repr(nearest))
        raise ValueError(text.in_language(language))
    return OpenedExercise(definition, language)


class OpenedExercise:
    """An exercise that speaks the language of the notebook."""

    def __init__(self, definition: Exercise, language: str) -> None:
        """Open an exercise in a language."""
        self._definition = definition
        self._language = language

    def check(self, answer: object = NOTHING) -> None:
        """Draw an answer beside the goal and print ✓ or the hint that fits.

        Args:
            answer: a number or a tuple, a scheduler, or a function that runs a loop and
                returns the learning rates it trains with, whichever the exercise asks for.

        Raises:
            TypeError: nothing is given, or something that the exercise cannot check.
        """
        definition = self._definition
        if answer is NOTHING:
            raise self._refusal(NOTHING_GIVEN, wanted=definition.wanted)
        if is_blank(answer):
            self._print(definition.start.hint)
            return
        try:
            attempt = definition.attempt(answer)
        except UnusableAnswer as unusable:
            given = type(answer).__name__
            raise self._refusal(UNUSABLE, given=given, wanted=unusable.wanted) from None
        definition.draw(attempt)
        hint = definition.hint_for(attempt)
        if hint is None:
            definition.confirm(attempt)
        else:
            self._print(hint)

    def show(self) -> None:
        """Draw the curve that is to be read.

        Raises:
            TypeError: the exercise has no such curve.
        """
        definition = self._definition
        if not isinstance(definition, ReadingExercise) or definition.picture is None:
            raise self._refusal(NO_PICTURE)
        definition.show()

    def __repr__(self) -> str:
        """The exercise and what it wants."""
        return f"{self._definition.id}: {self._definition.wanted.in_language(self._language)}"

    def _print(self, hint: Text) -> None:
        print(f"→ {self._definition.id}: {hint.in_language(self._language)}")

    def _refusal(self, text: Text, **values: str | Text) -> TypeError:
        filled = text.filled(id=self._definition.id, **values)
        return TypeError(filled.in_language(self._language))
