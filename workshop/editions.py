"""The notebooks of learners and of instructors, made from those of the book by cell tags."""

import copy
from functools import cache

import nbformat
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import NotebookNode

from helpers.exercises.catalogue import CHAPTERS, exercises_of
from helpers.exercises.definition import Exercise
from tools.exercises import SOLUTION, role_of
from tools.freshness import verify_notebook
from tools.page import read_page
from tools.project import Project
from tools.questions import ANSWERS
from workshop.texts import INSTRUCTOR_CHAPTER, INSTRUCTOR_EXERCISE, UNTOUCHED

INSTRUCTOR = "instructor"
"""Tag of the cells that only instructors see."""

NOT_FOR_LEARNERS = frozenset({SOLUTION, ANSWERS, INSTRUCTOR})


def book_notebook(project: Project, language: str, page: str) -> NotebookNode:
    """The executed notebook of the book, without the record of its execution.

    Raises:
        ProjectError: it is not what its source makes.
    """
    notebook = copy.deepcopy(_verified_notebook(project, language, page))
    notebook.metadata.pop("book")
    return notebook


@cache
def _verified_notebook(project: Project, language: str, page: str) -> NotebookNode:
    return verify_notebook(project, read_page(project, page), language)


def learner_notebook(project: Project, language: str, page: str) -> NotebookNode:
    """The notebook without the cells that are not for learners; starts and questions stay."""
    remove = TagRemovePreprocessor(remove_cell_tags=set(NOT_FOR_LEARNERS))
    notebook, _ = remove.preprocess(book_notebook(project, language, page), {})
    return notebook


def instructor_notebook(project: Project, language: str, page: str) -> NotebookNode:
    """The notebook with solutions, times and what usually goes wrong."""
    notebook = book_notebook(project, language, page)
    if page not in CHAPTERS:
        return notebook
    exercises = {exercise.id: exercise for exercise in exercises_of(page)}
    minutes = sum(exercise.minutes for exercise in exercises.values())
    summary = INSTRUCTOR_CHAPTER.filled(number=str(len(exercises)), minutes=str(minutes))
    cells = [_instructor_cell(f"{page}-instructor", summary.in_language(language))]
    for cell in notebook.cells:
        if role_of(cell) == SOLUTION:
            exercise = exercises[cell.metadata["exercise"]]
            text = what_goes_wrong(exercise, language)
            cells.append(_instructor_cell(f"{exercise.id}-instructor", text))
        cells.append(cell)
    notebook.cells = cells
    return notebook


def what_goes_wrong(exercise: Exercise, language: str) -> str:
    """Minutes and the hints for typical mistakes of an exercise, as Markdown."""
    heading = INSTRUCTOR_EXERCISE.filled(id=exercise.id, minutes=str(exercise.minutes))
    untouched = UNTOUCHED.filled(hint=exercise.start.hint)
    hints = [untouched, *(mistake.hint for mistake in exercise.mistakes)]
    lines = [f"- {hint.in_language(language)}" for hint in hints]
    return "\n".join([heading.in_language(language), "", *lines])


def _instructor_cell(identity: str, source: str) -> NotebookNode:
    cell = nbformat.v4.new_markdown_cell(source, metadata={"tags": [INSTRUCTOR]})
    cell.id = identity
    return cell
