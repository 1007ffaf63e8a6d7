"""All exercises, one module for each chapter. A chapter is imported when it is asked for."""

from importlib import import_module

from helpers.exercises.definition import Exercise

CHAPTERS = (
    *("setup", "step", "multistep", "plateau", "cosine", "tanh", "poly", "wsd"),
    *("warmup", "noise", "cycles", "factory", "training"),
)
"""The chapters that have exercises, in the order of the book."""


def exercises_of(chapter: str) -> tuple[Exercise, ...]:
    """The exercises of a chapter, in its order."""
    return import_module(f"helpers.exercises.{chapter}").EXERCISES


def find_exercise(exercise_id: object) -> Exercise | None:
    """The exercise with this id, or None."""
    chapter, _, _ = str(exercise_id).rpartition("-")
    if chapter not in CHAPTERS:
        return None
    return next((one for one in exercises_of(chapter) if one.id == exercise_id), None)


def exercise_ids() -> list[str]:
    """The ids of all exercises."""
    return [one.id for chapter in CHAPTERS for one in exercises_of(chapter)]
