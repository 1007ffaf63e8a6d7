"""Exercises that check themselves: `exercise("cosine-2").check(scheduler)`.

Texts, starts and solutions are in `book/`. Here is, in one module for each chapter, what solves
an exercise, which mistakes are known and the hint for each; `definition`, `reading` and `curve`
say what an exercise is, `comparison` how two curves differ, `texts` what all have in common.
"""

from helpers.exercises.opened import OpenedExercise, exercise

__all__ = ["OpenedExercise", "exercise"]
