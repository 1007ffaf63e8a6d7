"""Multiple-choice questions: both languages alike, each answer proven, folded in notebooks."""

import re

import nbformat
import pytest
from playwright.sync_api import expect
from site_pages import SitePages

from tools.freshness import stored_notebook
from tools.notebooks import make_notebooks
from tools.page import read_page
from tools.project import ROOT, Project, ProjectError
from tools.questions import fold_answers, proves_answers, questions_of, unfold_answers
from tools.rules import page_violations

BOOK = Project(ROOT)
SCHEDULERS = ("step", "multistep", "plateau", "cosine", "tanh", "poly", "wsd")
CHAPTERS = (*SCHEDULERS, "warmup", "noise", "cycles", "factory")

JAPANESE = """\
何回ですか。

- [ ] `2`

  少なすぎます。

- [x] `3`

  `3` 回です。

次の文。
"""
ENGLISH = """\
How many times?

- [ ] `2`

  Too few.

- [x] `3`

  It is `3`.

The next sentence.
"""
PROOF = """\
```{code-cell} ipython3
:tags: [answers]

print("✓ question 1: 3")
check = lambda *_: None
check("question 1: 3", 1 + 2 == 3)
```
"""


@pytest.fixture
def quizzed(small_book):
    """The source of a page with one question; the rules hold."""
    source = small_book.source("first")
    text = source.read_text(encoding="utf-8")
    text += (
        f'\n+++ {{"lang": "ja"}}\n\n{JAPANESE}\n+++ {{"lang": "en"}}\n\n{ENGLISH}\n+++\n\n{PROOF}'
    )
    source.write_text(text, encoding="utf-8")
    assert violations(small_book) == []
    return source


def violations(project):
    return [v for v in page_violations(project, read_page(project, "first")) if "question" in v]


def break_it(source, old, new):
    text = source.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new), encoding="utf-8")


# The rules


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- [ ] `2`\n\n  Too few.\n\n", "", "'en' and [ ] 2, [x] 3 in 'ja'; give both the same"),
        ("  Too few.", "", "has no explanation below it"),
        (
            "- [x] `3`\n\n  It",
            "- [ ] `3`\n\n  It",
            "question 1 has the choices [ ] 2, [ ] 3 in 'en'",
        ),
        ("[x]", "[ ]", "question 1 has 0 right choices; mark one with [x]"),
        ("- [ ] `2`", "- [x] `2`", "question 1 has 2 right choices"),
        ("- [ ] `2`", "- [ ] two", "every choice needs code of its own"),
        ("- [ ] `2`", "- [ ] `3`", "every choice needs code of its own"),
        ('check("question 1: 3"', 'check("question 1: 2"', 'no check("question 1: 3", …)'),
        (":tags: [answers]", "", 'no check("question 1: 3", …) in a cell tagged answers'),
        (ENGLISH, "How many times?\n\n- `2`\n- `3`\n", "'en' has 0 questions and 'ja' 1"),
    ],
)
def test_a_broken_question_is_named_with_its_line(small_book, quizzed, old, new, said):
    break_it(quizzed, old, new)
    found = violations(small_book)
    if "explanation" in said:
        break_it(quizzed, "  少なすぎます。", "")
        found = violations(small_book)
    assert any(said in violation for violation in found), found
    assert all(re.match(r"book/first\.md:\d+: ", violation) for violation in found)


def test_a_wrong_answer_stops_make_notebooks(small_book, quizzed):
    break_it(quizzed, "check = lambda *_: None", "def check(claim, holds): assert holds, claim")
    break_it(quizzed, "1 + 2 == 3", "1 + 1 == 3")
    with pytest.raises(ProjectError, match="question 1: 3"):
        make_notebooks(small_book)


# What notebooks have


def test_a_notebook_has_the_question_and_folds_every_choice(small_book, quizzed):
    make_notebooks(small_book)
    for language, right, wrong in (("ja", "正解", "違う"), ("en", "Right", "Wrong")):
        notebook = nbformat.read(small_book.notebook(language, "first"), as_version=4)
        (text,) = (cell.source for cell in notebook.cells if "<details" in cell.source)
        assert text.count('<details class="choice') == text.count("</details>\n") == 2
        assert f"<summary><code>3</code></summary>\n\n**{right}**" in text
        assert f"<summary><code>2</code></summary>\n\n**{wrong}**" in text
        assert "[x]" not in text and "[ ]" not in text
        (proof,) = (cell for cell in notebook.cells if proves_answers(cell))
        assert "hide-cell" in proof.metadata["tags"]
        assert proof.metadata["jupyter"] == {"source_hidden": True, "outputs_hidden": True}


@pytest.mark.parametrize("name", CHAPTERS)
def test_folded_choices_can_be_told_apart_again(name):
    for cell in read_page(BOOK, name).cells:
        if questions := questions_of(cell.source):
            folded = fold_answers(cell.source, BOOK.languages[cell.metadata["lang"]])
            again = questions_of(unfold_answers(folded))
            assert [texts_of(question) for question in again] == [
                texts_of(question) for question in questions
            ]


def texts_of(question):
    """The choices of a question, without their explanations."""
    return [(choice.text, choice.is_right) for choice in question.choices]


def test_text_after_a_question_is_no_part_of_the_last_choice():
    folded = fold_answers(ENGLISH, BOOK.languages["en"])
    assert folded.endswith("</details>\n\nThe next sentence.")


def test_text_in_a_choice_cannot_be_markup():
    (question,) = questions_of("Q\n\n- [x] `a<b` & <i>\n\n  Why.")
    assert question.choices[0].code == "a<b"
    folded = fold_answers("Q\n\n- [x] `a<b` & <i>\n\n  Why.", BOOK.languages["en"])
    assert "<summary><code>a&lt;b</code> &amp; &lt;i&gt;</summary>" in folded


def test_other_lists_stay_as_they_are():
    text = "- a\n- [link](x.md)\n  - [ ] nested"
    assert fold_answers(text, BOOK.languages["en"]) == text and questions_of(text) == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_on_a_scheduler_has_questions_that_its_notebook_proves(name):
    page = read_page(BOOK, name)
    for language in BOOK.languages:
        questions = [
            question
            for cell in page.cells
            if cell.metadata.get("lang") == language
            for question in questions_of(cell.source)
        ]
        assert 2 <= len(questions) <= 3
        assert all(len(question.choices) >= 3 for question in questions)
        (proof,) = (
            cell for cell in stored_notebook(BOOK, language, name).cells if proves_answers(cell)
        )
        printed = "".join(output.get("text", "") for output in proof.outputs)
        for number, question in enumerate(questions, 1):
            assert f"✓ question {number}: {question.right[0].code}" in printed


def test_right_answers_are_not_always_at_the_same_place():
    places = [
        [choice.is_right for choice in question.choices].index(True)
        for name in CHAPTERS
        for cell in read_page(BOOK, name).cells
        if cell.metadata.get("lang") == "en"
        for question in questions_of(cell.source)
    ]
    assert all(places.count(place) >= len(places) / 5 for place in range(3))


# On the site


@pytest.fixture(scope="module")
def pages(browser, site_url):
    pages = SitePages(browser, site_url)
    yield pages
    pages.close()


@pytest.mark.parametrize("language", BOOK.languages)
def test_a_choice_opens_by_keyboard_and_says_whether_it_is_right(pages, language):
    page = pages.open(f"{language}/step.html")
    choices = page.locator("details.choice")
    expect(choices).to_have_count(6)
    words = BOOK.languages[language]
    for number, verdict in ((0, words.wrong), (1, words.right)):
        choice = choices.nth(number)
        expect(choice.locator("p")).to_be_hidden()
        choice.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(choice.locator("p")).to_be_visible()
        expect(choice.locator("p strong").first).to_have_text(verdict)
        page.keyboard.press("Enter")
        expect(choice.locator("p")).to_be_hidden()
    pages.fail_on_problems()


@pytest.mark.parametrize("language", BOOK.languages)
def test_a_screen_reader_hears_a_disclosure_with_the_choice(pages, language):
    page = pages.open(f"{language}/step.html")
    tree = page.locator("details.choice").first.aria_snapshot()
    assert "0.01" in tree and BOOK.languages[language].wrong not in tree
    page.locator("details.choice summary").first.click()
    assert BOOK.languages[language].wrong in page.locator("details.choice").first.aria_snapshot()


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("name", CHAPTERS)
def test_a_question_is_read_without_scripts_and_its_code_is_code(browser, site_url, language, name):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/{language}/{name}.html")
    choice = page.locator("details.choice")
    assert choice.count() >= 6
    choice.first.locator("summary").click()
    expect(choice.first.locator("p")).to_be_visible()
    section = page.locator("section:has(> details.choice)")
    assert "`" not in section.inner_text()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_questions(pages, axe, scheme):
    page = pages.open("en/step.html", color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details.choice').forEach((e) => (e.open = true))")
    page.evaluate(axe)
    violations = page.evaluate(
        "async () => (await axe.run({include: ['details.choice']})).violations.map(({id}) => id)"
    )
    assert violations == []
