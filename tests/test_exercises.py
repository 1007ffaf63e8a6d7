"""Every exercise: its start, its solution and its typical mistakes, each with the hint it gets."""

import re
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers import exercise
from helpers.exercises.catalogue import CHAPTERS, exercises_of
from helpers.exercises.comparison import Curves
from helpers.exercises.curve import CurveExercise, ScheduleExercise
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.texts import LANGUAGES
from helpers.explorer.parameters import SCHEDULES
from tools.exercises import EXERCISE, SOLUTION, role_of
from tools.freshness import stored_execution
from tools.page import read_page
from tools.project import ROOT, Project

BOOK = Project(ROOT)
EXERCISES = {one.id: one for chapter in CHAPTERS for one in exercises_of(chapter)}
MISTAKES = [(one.id, number) for one in EXERCISES.values() for number in range(len(one.mistakes))]
FIRST_CELL = re.compile("^from helpers import .*exercise", re.MULTILINE)
"""In the first cell of a section of exercises."""
PAGES = {chapter: read_page(BOOK, chapter) for chapter in CHAPTERS}


@pytest.fixture(autouse=True)
def in_the_english_folder(tmp_path, monkeypatch):
    """Where a kernel of the English edition would run; figures are closed, not shown."""
    folder = tmp_path / "en"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(plt, "show", lambda: None)
    yield
    plt.close("all")


def cells_of(exercise_id: str, role: str) -> list:
    page = PAGES[exercise_id.rpartition("-")[0]]
    cells = [cell for cell in page.cells if cell.metadata.get("exercise") == exercise_id]
    return [cell for cell in cells if role_of(cell) == role]


def run(exercise_id: str, role: str) -> None:
    """Run the first cell of the section of exercises, then a start or a solution."""
    page = PAGES[exercise_id.rpartition("-")[0]]
    code = [cell.source for cell in page.cells if cell.cell_type == "code"]
    (first,) = [
        source for source in code if re.search(r"^from helpers import .*exercise", source, re.M)
    ]
    (cell,) = cells_of(exercise_id, role)
    namespace: dict = {}
    with warnings.catch_warnings():
        for source in (first, cell.source):
            exec(compile(source, f"{exercise_id} ({role})", "exec"), namespace)


def test_there_are_three_in_every_chapter_on_a_scheduler():
    assert set(SCHEDULES) <= set(CHAPTERS)
    for chapter in CHAPTERS:
        assert len(exercises_of(chapter)) >= (3 if chapter in SCHEDULES else 1)


def test_ids_are_the_chapter_and_a_number_in_order():
    for chapter in CHAPTERS:
        expected = [f"{chapter}-{number + 1}" for number in range(len(exercises_of(chapter)))]
        assert [one.id for one in exercises_of(chapter)] == expected


def test_pages_have_exactly_the_exercises_that_are_defined():
    starts = [
        cell.metadata["exercise"]
        for name in BOOK.pages
        for cell in read_page(BOOK, name).cells
        if role_of(cell) == EXERCISE
    ]
    assert starts == [
        one.id for name in BOOK.pages if name in CHAPTERS for one in exercises_of(name)
    ]


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_an_exercise_has_a_heading_in_every_language(exercise_id):
    page = PAGES[exercise_id.rpartition("-")[0]]
    for language in BOOK.languages:
        texts = [cell.source for cell in page.cells if cell.metadata.get("lang") == language]
        assert sum(bool(re.match(rf"### {exercise_id}[:：]", text)) for text in texts) == 1


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_the_untouched_start_gets_its_hint(exercise_id, capsys):
    run(exercise_id, EXERCISE)
    hint = EXERCISES[exercise_id].start.hint
    assert capsys.readouterr().out == f"→ {exercise_id}: {hint.en}\n"


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_there_is_one_solution_and_it_solves(exercise_id, capsys):
    assert len(cells_of(exercise_id, SOLUTION)) == 1
    run(exercise_id, SOLUTION)
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split()[:2] == ["✓", exercise_id]


@pytest.mark.parametrize(("exercise_id", "number"), MISTAKES)
def test_a_typical_mistake_gets_the_hint_that_fits(exercise_id, number, capsys):
    mistake = EXERCISES[exercise_id].mistakes[number]
    exercise(exercise_id).check(mistake.example())
    assert capsys.readouterr().out == f"→ {exercise_id}: {mistake.hint.en}\n"


@pytest.mark.parametrize("exercise_id", EXERCISES)
def test_hints_are_complete(exercise_id):
    definition = EXERCISES[exercise_id]
    assert len(definition.mistakes) >= 2
    assert definition.minutes > 0
    hints = [mistake.hint for mistake in (definition.start, *definition.mistakes)]
    for language in LANGUAGES:
        texts = [hint.in_language(language) for hint in hints]
        assert len(set(texts)) == len(texts)
        for text in texts:
            assert text.endswith((".", "?", "。", "か。"))
            assert bool(re.search("[ぁ-ん]", text)) == (language == "ja")


ODD_CURVES = {
    "zero": lambda goal: np.zeros_like(goal),
    "constant": lambda goal: np.full_like(goal, 0.3),
    "rising": lambda goal: np.linspace(0, 1, len(goal)),
    "falling": lambda goal: np.linspace(1, 0, len(goal)),
    "jumping": lambda goal: np.where(np.arange(len(goal)) % 2, 0.1, 0.2),
    "doubled": lambda goal: 3 * goal,
    "late": lambda goal: np.concatenate([goal[:1], goal[:1], goal[:1], goal[:-3]]),
    "not a number": lambda goal: np.full_like(goal, np.nan),
    "one value": lambda goal: goal[:1],
    "too long": lambda goal: np.concatenate([goal, goal]),
}


@pytest.mark.parametrize("odd", ODD_CURVES)
@pytest.mark.parametrize(
    "exercise_id", [one.id for one in EXERCISES.values() if isinstance(one, CurveExercise)]
)
def test_any_other_curve_gets_a_hint(exercise_id, odd):
    definition = EXERCISES[exercise_id]
    goal = definition.lrs_of(definition.goal())
    hint = definition.hint_for(Curves(yours=ODD_CURVES[odd](goal), goal=goal))
    for language in LANGUAGES:
        assert hint.in_language(language)
        assert "{" not in hint.in_language(language)


@pytest.mark.parametrize(
    "exercise_id", [one.id for one in EXERCISES.values() if isinstance(one, ReadingExercise)]
)
def test_any_other_number_gets_a_hint_with_a_direction(exercise_id):
    definition = EXERCISES[exercise_id]
    right = definition.attempt(definition.answer())
    for factor, word in ((1000.0, "large"), (-1000.0, "small")):
        hint = definition.hint_for(tuple(factor * number for number in right)).en
        expected = f"is too {word}." if definition.names else "is not among them."
        assert expected in hint or hint in [mistake.hint.en for mistake in definition.mistakes]
        assert hint.endswith(definition.start.hint.en) or expected not in hint


def test_an_answer_that_is_not_complete(capsys):
    exercise("multistep-1").check((34, 84))
    assert capsys.readouterr().out.startswith("→ multistep-1: Those are right, but not all. ")


def test_hints_come_in_the_language_of_the_folder(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "ja" / "day-1"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    exercise("step-1").check(...)
    exercise("step-1", language="en").check(...)
    monkeypatch.chdir(tmp_path)
    exercise("step-1").check(...)
    hint = EXERCISES["step-1"].start.hint
    assert capsys.readouterr().out.splitlines() == [
        f"→ step-1: {text}" for text in (hint.ja, hint.en, hint.en)
    ]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_the_book_shows_of_a_solution_has_no_language(chapter):
    page = PAGES[chapter]
    executed = stored_execution(BOOK, page, "ja")
    solutions = [cell for cell in page.code_cells if role_of(cell) == SOLUTION]
    for cell in solutions:
        outputs = executed[cell.id].outputs
        printed = "".join(output.get("text", "") for output in outputs)
        assert printed.startswith(f"✓ {cell.metadata['exercise']}")
        pictures = [output for output in outputs if "data" in output]
        assert len(pictures) == isinstance(EXERCISES[cell.metadata["exercise"]], CurveExercise)
        assert not re.search("[ぁ-んァ-ヶ一-龠]", str(outputs))


def test_the_attempt_is_drawn_beside_the_goal():
    definition = EXERCISES["cosine-2"]
    answer = definition.mistakes[0].example()
    exercise("cosine-2").check(answer)
    (ax,) = plt.gcf().axes
    goal, yours = ax.get_lines()
    assert [line.get_label() for line in (goal, yours)] == ["goal", "yours"]
    assert [line.get_linestyle() for line in (goal, yours)] == ["-", "--"]
    np.testing.assert_array_equal(goal.get_ydata(), definition.lrs_of(definition.goal()))
    np.testing.assert_array_equal(yours.get_ydata(), definition.lrs_of(answer))
    assert ax.get_xlabel() == "epoch"


def test_checking_leaves_the_scheduler_as_it_was():
    scheduler = EXERCISES["cosine-2"].goal()
    for _ in range(2):
        exercise("cosine-2").check(scheduler)
    assert scheduler.optimizer.param_groups[0]["lr"] == 1e-6


SCHEDULER = next(one for one in EXERCISES.values() if isinstance(one, ScheduleExercise)).goal()

MISUSES = {
    "nothing": (
        lambda: exercise("step-2").check(),
        "step-2: check() was given nothing. "
        "Hand it a scheduler of timm or torch, as in check(scheduler).",
    ),
    "a list for a scheduler": (
        lambda: exercise("step-2").check([0.1]),
        "step-2: list cannot be checked. "
        "Hand it a scheduler of timm or torch, as in check(scheduler).",
    ),
    "both values of the factory": (
        lambda: exercise("step-2").check((SCHEDULER, 90)),
        "step-2: tuple cannot be checked. create_scheduler_v2 returns a scheduler and a number of "
        "epochs; hand over the first of them.",
    ),
    "a scheduler for numbers": (
        lambda: exercise("step-1").check(SCHEDULER),
        "step-1: StepLRScheduler cannot be checked. "
        "Hand it numbers, as in check((decay_t, decay_rate)).",
    ),
    "one number for two": (
        lambda: exercise("step-1").check(20),
        "step-1: int cannot be checked. Hand it numbers, as in check((decay_t, decay_rate)).",
    ),
    "the result of the function": (
        lambda: exercise("step-3").check([0.1]),
        "step-3: list cannot be checked. Hand it the function that returns the learning rates in "
        "order, without calling it: check(train).",
    ),
    "a function that returns nothing": (
        lambda: exercise("step-3").check(lambda: None),
        "step-3: function cannot be checked. Hand it the function that returns the learning rates "
        "in order, without calling it: check(train).",
    ),
    "no picture": (
        lambda: exercise("step-2").show(),
        "step-2 has no picture to read; hand your answer to check().",
    ),
}


@pytest.mark.parametrize("misuse", MISUSES)
def test_wrong_use_is_answered_with_a_sentence(misuse):
    call, message = MISUSES[misuse]
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [("cosine-9", "cosine-3"), ("cosin-2", "cosine-2"), ("step2", "step-2"), (2, "step-2")],
)
def test_an_unknown_id_names_the_nearest(wrong, nearest):
    with pytest.raises(ValueError, match=r"^There is no exercise .*; the nearest is ") as raised:
        exercise(wrong)
    if wrong != 2:
        assert str(raised.value).endswith(f"the nearest is {nearest!r}.")
    with pytest.raises(ValueError, match="いちばん近いのは"):
        exercise(wrong, language="ja")


def test_an_unknown_language_is_named():
    with pytest.raises(ValueError, match=r"language is 'fr'; it must be 'ja', 'en' or None\."):
        exercise("step-1", language="fr")


def test_an_error_in_the_learners_loop_is_shown_as_it_is():
    def train():
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        exercise("step-3").check(train)


def test_an_opened_exercise_says_what_it_wants():
    assert repr(exercise("tanh-1")) == "tanh-1: Hand it numbers, as in check(epoch)."
