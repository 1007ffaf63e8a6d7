"""The rules of a bilingual page, each broken once."""

import textwrap

import pytest

from tools.page import read_page
from tools.project import Project, ProjectError
from tools.rules import book_violations, page_violations


def violations_after(project: Project, old: str, new: str) -> list[str]:
    """Replace `old` by `new` in the page and list what is then wrong with it."""
    path = project.source("first")
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return page_violations(project, read_page(project, "first"))


def test_a_page_that_keeps_the_rules_has_no_violation(small_book):
    assert page_violations(small_book, read_page(small_book, "first")) == []


def test_headings(small_book):
    (violation,) = violations_after(small_book, "# Title", "## Title")
    assert violation == (
        "book/first.md:11: 'en' differs from 'ja' in headings ['h2'] instead of ['h1']; "
        "give both the same."
    )


def test_list_items(small_book):
    (violation,) = violations_after(small_book, "A sentence.", "- A sentence.\n- Another.\n\n")
    assert "in list items 2 instead of none" in violation


def test_links(small_book):
    (violation,) = violations_after(small_book, "[A link](second.ipynb)", "[A link](third.ipynb)")
    assert violation == (
        "book/first.md:11: 'en' differs from 'ja' in links: missing ['second.ipynb'], "
        "additional ['third.ipynb']; give both the same."
    )


def test_math(small_book):
    (violation,) = violations_after(
        small_book, "A link](second.ipynb), $x^2$", "A link](second.ipynb)"
    )
    assert "in math: missing ['x^2'], additional none" in violation


def test_directives(small_book):
    (violation,) = violations_after(small_book, "A sentence.", "```{note}\nA sentence.\n```\n")
    assert "in directives ['{note}'] instead of none" in violation


def test_a_passage_missing_in_the_last_language(small_book):
    (violation,) = violations_after(
        small_book, '+++ {"lang": "ja"}', '+++ {"lang": "ja"}\n\n文。\n\n+++ {"lang": "ja"}'
    )
    assert violation == "book/first.md:5: this passage has no 'en'; write it after 'ja'."


def test_a_passage_missing_in_the_first_language(small_book):
    (violation,) = violations_after(
        small_book, "+++\n\n```", '+++ {"lang": "en"}\n\nMore.\n\n+++\n\n```'
    )
    assert violation == "book/first.md:17: this passage has no 'ja'; write it before 'en'."


def test_an_unknown_language(small_book):
    violations = violations_after(small_book, '{"lang": "en"}', '{"lang": "fr"}')
    assert "book/first.md:11: unknown language 'fr'; _config.yml has ja, en." in violations


def test_text_without_a_language(small_book):
    (violation,) = violations_after(small_book, "+++\n\n```", "+++\n\nStray text.\n\n```")
    assert (
        violation
        == "book/first.md:17: text without a language; start it with +++ and one of ja, en."
    )


def test_code_with_a_language(small_book):
    violations = violations_after(small_book, "ipython3\n", "ipython3\n---\nlang: ja\n---\n")
    assert violations == [
        "book/first.md:19: a code cell has a language; code is written once for all."
    ]


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ("figure: F", "the figure 'F' has no `alt` text."),
        ("figure: F\nalt: {ja: 図}", "`alt` has ja; it must have ja, en."),
        ("alt: {en: c, ja: c}", "`alt` has en, ja; it must have ja, en."),
    ],
)
def test_texts_in_metadata(small_book, metadata, expected):
    violations = violations_after(small_book, "ipython3\n", f"ipython3\n---\n{metadata}\n---\n")
    assert violations == [f"book/first.md:19: {expected}"]


def test_a_figure_made_twice(small_book):
    cell = textwrap.dedent("""
        ```{code-cell} ipython3
        ---
        figure: F
        alt: {ja: 図, en: figure}
        ---
        ```
    """)
    path = small_book.source("first")
    path.write_text(path.read_text(encoding="utf-8") + cell + cell, encoding="utf-8")
    (violation,) = book_violations(small_book, [read_page(small_book, "first")])
    assert violation == (
        "book/first.md:30: the figure 'F' is already made at book/first.md:23; "
        "give this one its own id."
    )


GOALS = {
    "ja": "次のことができます。\n\n- `a` を選ぶ\n- 二\n- 三\n",
    "en": "After this chapter you can:\n\n- choose `a`\n- two\n- three\n",
}


def violations_of_a_chapter(project: Project, goals: dict[str, str]) -> list[str]:
    """Add a second page that opens with these goals and list what is wrong with it."""
    text = project.source("first").read_text(encoding="utf-8")
    for language, end in (("ja", '+++ {"lang": "en"}'), ("en", "+++\n\n```")):
        text = text.replace(end, f"{goals[language]}\n{end}")
    project.source("second").write_text(text, encoding="utf-8")
    with (project.root / "_toc.yml").open("a", encoding="utf-8") as toc:
        toc.write("  - file: notebooks/ja/second\n")
    return page_violations(project, read_page(project, "second"))


def test_a_chapter_that_says_what_to_do_after_it(small_book):
    assert violations_of_a_chapter(small_book, GOALS) == []
    assert small_book.chapters == ["second"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GOALS, ""),
        ("\n- three", ""),
        ("\n- three", "\n- three\n- four\n- five"),
        ("After this chapter you can:\n\n", ""),
        ("three\n", "three\n\nMore text.\n"),
        ("three\n", "three\n\n$$x$$\n"),
        ("After", "- a list\n\nAfter"),
        ("After", "## Goals\n\nAfter"),
    ],
)
def test_a_chapter_without_goals_in_shape(small_book, old, new):
    goals = GOALS | {"en": new if old is GOALS else GOALS["en"].replace(old, new)}
    assert goals != GOALS
    violations = violations_of_a_chapter(small_book, goals)
    assert violations[-1] == (
        "book/second.md:17: 'en' must end the first passage with a sentence and a list of 3 or 4 "
        "things to do after this chapter."
    )


def test_a_page_to_look_something_up_has_no_goals(small_book, monkeypatch):
    monkeypatch.setattr("tools.project.LOOKED_UP", frozenset({"second"}))
    assert violations_of_a_chapter(small_book, dict.fromkeys(GOALS, "")) == []


def test_a_page_without_a_source(small_book):
    with pytest.raises(ProjectError, match=r"book/second\.md: missing, although _toc\.yml lists"):
        read_page(small_book, "second")


def test_code_that_does_not_fit_the_page(small_book):
    violations = violations_after(small_book, "print(6 * 7)", f"print(6 * 7)  # {'x' * 80}")
    assert violations == [
        "book/first.md:19: 'print(6 * 7)  # xxxxxxxxxxxxxxxxxxxxxxxx'… has 96 characters; "
        "at most 88 fit the page."
    ]


def test_a_heading_that_is_too_deep(small_book):
    violations = violations_after(small_book, "# Title", "#### Title")
    assert "book/first.md:11: a heading of level 4; a page has at most 3 levels." in violations


@pytest.mark.parametrize(
    ("explore", "expected"),
    [
        ("{schedule: cosine, t_initial: 50}", None),
        ("{schedule: step, lr: 0.5, pins: [{decay_t: 5}], plot: after_epoch}", None),
        ("{schedule: cosin}", "schedule is 'cosin'; it must be one of step, multistep, "),
        ("{t_initial: 50}", "schedule is missing; it must be one of step, multistep, "),
        ("{schedule: cosine, t_initial: 1.5}", "t_initial is 1.5; it must be an integer."),
        ("{schedule: cosine, lb: 1}", "lb is no parameter of cosine, which has t_initial, "),
        ("cosine", "it is 'cosine'; it must be a mapping, such as {t_initial: 50}."),
    ],
)
def test_settings_of_an_explorer(small_book, explore, expected):
    violations = violations_after(
        small_book, "ipython3\n", f"ipython3\n---\nexplore: {explore}\n---\n"
    )
    if expected is None:
        assert violations == []
    else:
        (violation,) = violations
        assert violation.startswith(f"book/first.md:19: `explore`: {expected}")


def test_a_page_named_after_a_schedule_is_about_it(small_book):
    source = small_book.source("first").read_text(encoding="utf-8")
    text = source.replace("ipython3\n", "ipython3\n---\nexplore: {t_initial: 50}\n---\n")
    small_book.source("cosine").write_text(text, encoding="utf-8")
    assert page_violations(small_book, read_page(small_book, "cosine")) == []


def exercise_cell(role: str, exercise: str = "exercise: first-1") -> str:
    """A code cell in the page's format; `exercise` is a line of its metadata, or nothing."""
    return f"```{{code-cell}} ipython3\n---\ntags: [{role}]\n{exercise}\n---\nprint()\n```\n\n"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([("exercise",), ("solution",)], []),
        ([("exercise",)], ["23: no solution of 'first-1' in the next code cell."]),
        (
            [("exercise",), ("hide-input", ""), ("solution",)],
            [
                "23: no solution of 'first-1' in the next code cell.",
                "39: no start of 'first-1' in the code cell before its solution.",
            ],
        ),
        ([("solution",)], ["23: no start of 'first-1' in the code cell before its solution."]),
        (
            [("exercise",), ("solution", "exercise: first-2")],
            ["23: no solution of 'first-1' in the next code cell."],
        ),
        (
            [("exercise",), ("solution",), ("solution",)],
            ["39: no start of 'first-1' in the code cell before its solution."],
        ),
        (
            [("hide-input",)],
            ["23: the cell with `exercise: first-1` must be tagged exercise or solution."],
        ),
        (
            [("exercise", ""), ("solution", "")],
            [
                "23: the cell tagged exercise must say which, as in `exercise: cosine-1`.",
                "31: the cell tagged solution must say which, as in `exercise: cosine-1`.",
            ],
        ),
    ],
)
def test_an_exercise_has_a_start_and_then_a_solution(small_book, cells, expected):
    path = small_book.source("first")
    text = path.read_text(encoding="utf-8") + "\n" + "".join(exercise_cell(*cell) for cell in cells)
    path.write_text(text, encoding="utf-8")
    violations = page_violations(small_book, read_page(small_book, "first"))
    assert violations == [f"book/first.md:{line}" for line in expected]
