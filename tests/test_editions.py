"""Learners get every start and no solution; instructors get all."""

import json
import re

import nbformat
import pytest

from helpers.exercises.catalogue import CHAPTERS, exercise_ids, exercises_of
from tools.exercises import EXERCISE, SOLUTION, role_of
from tools.freshness import stored_notebook
from tools.page import read_page
from tools.project import ROOT, Project
from tools.questions import proves_answers
from workshop.editions import INSTRUCTOR, instructor_notebook, learner_notebook
from workshop.slides.deck import deck_of
from workshop.slides.exporter import slides_html
from workshop.slides.markdown import MarkdownRenderer
from workshop.solution_traces import solution_traces, traces_in

BOOK = Project(ROOT)
TRACES = solution_traces(BOOK)
NOTEBOOKS = [(language, page) for language in BOOK.languages for page in BOOK.pages]


def test_every_exercise_has_exactly_one_start_and_one_solution():
    cells = [cell for page in BOOK.pages for cell in read_page(BOOK, page).cells]
    for role in (EXERCISE, SOLUTION):
        ids = [cell.metadata["exercise"] for cell in cells if role_of(cell) == role]
        assert sorted(ids) == sorted(exercise_ids())


def test_every_solution_leaves_traces_that_can_be_found():
    assert sorted(TRACES) == sorted(exercise_ids())
    assert sum(len(own) > 1 for own in TRACES.values()) == len(TRACES), [
        exercise for exercise, own in TRACES.items() if len(own) == 1
    ]


@pytest.mark.parametrize(("language", "page"), NOTEBOOKS)
def test_a_learners_notebook_has_no_solution(language, page):
    notebook = learner_notebook(BOOK, language, page)
    text = nbformat.writes(notebook)
    assert traces_in(TRACES, f"{page}.ipynb", text.encode()) == []
    book = stored_notebook(BOOK, language, page)
    solutions = [cell for cell in book.cells if role_of(cell) == SOLUTION]
    proofs = [cell for cell in book.cells if proves_answers(cell)]
    left = {cell.id for cell in notebook.cells}
    assert left == {cell.id for cell in book.cells} - {cell.id for cell in [*solutions, *proofs]}
    outputs = [json.dumps(output) for cell in solutions for output in cell.outputs]
    kept = [json.dumps(output) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not set(outputs) & set(kept)
    assert not re.search("instructor|solution", json.dumps([c.metadata for c in notebook.cells]))


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("page", CHAPTERS)
def test_starts_stay_as_they_are(language, page):
    starts = {
        cell.metadata["exercise"]: cell.source
        for cell in learner_notebook(BOOK, language, page).cells
        if role_of(cell) == EXERCISE
    }
    written = {
        cell.metadata["exercise"]: cell.source
        for cell in read_page(BOOK, page).cells
        if role_of(cell) == EXERCISE
    }
    assert starts == written
    assert list(starts) == [one.id for one in exercises_of(page)]


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("page", CHAPTERS)
def test_an_instructors_notebook_has_solutions_times_and_what_goes_wrong(language, page):
    cells = instructor_notebook(BOOK, language, page).cells
    nbformat.validate(nbformat.v4.new_notebook(cells=cells))
    notes = {cell.id: cell.source for cell in cells if INSTRUCTOR in cell.metadata.get("tags", [])}
    exercises = exercises_of(page)
    summary = notes[f"{page}-instructor"]
    assert re.findall(r"\d+", summary) == [
        str(len(exercises)),
        str(sum(one.minutes for one in exercises)),
    ]
    for exercise in exercises:
        text = notes[f"{exercise.id}-instructor"]
        assert f"{exercise.minutes}" in text.splitlines()[0]
        for mistake in (exercise.start, *exercise.mistakes):
            assert mistake.hint.in_language(language) in text
    assert sum(role_of(cell) == SOLUTION for cell in cells) == len(exercises)


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("page", BOOK.chapters)
def test_slides_have_no_solution(language, page):
    deck = deck_of(BOOK, language, page, MarkdownRenderer(BOOK, f"../site/{language}"))
    text = slides_html(deck, language)
    assert traces_in(TRACES, f"{page}.html", text.encode()) == []
    shown = [one.id for one in exercises_of(page)] if page in CHAPTERS else []
    for exercise in shown:
        assert exercise in text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ipynb", '{"cells": [{"outputs": [{"text": ["✓ ", "step-1\\n"]}]}]}'),
        ("a.ipynb", '{"metadata": {"alt": "✓ step-1"}}'),
        ("a.html", "<pre>✓ <span>step</span>-1</pre>"),
        ("a.html", '<img alt="&#10003; step-1">'),
        ("search.js", 'Search.setIndex({"text": "✓ step-1"})'),
    ],
)
def test_a_solution_that_is_left_is_found(name, text):
    assert traces_in(TRACES, name, text.encode()) == ["step-1: ✓ step-1"]
