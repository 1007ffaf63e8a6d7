"""The slides in a browser without network: everything fits, can be read, and explorers work."""

import pytest
from bs4 import BeautifulSoup

from tools.project import ROOT, Project
from workshop.editions import learner_notebook
from workshop.slides import write_slides
from workshop.slides.blocks import blocks_of
from workshop.slides.outline import shows_code, slides_of
from workshop.slides.room import shortened_list, table_parts
from workshop.slides.sentences import lead_of, sentences_of, width

BOOK = Project(ROOT)
SCREEN = {"width": 1280, "height": 720}
SMALLEST, SMALLEST_HEADING = 18, 36
"""Pixels of letters on a screen of 720."""

FAULTS = """([smallest, smallestHeading]) => {
  const faults = [];
  for (const slide of Reveal.getSlides()) {
    const { h, v } = Reveal.getIndices(slide);
    Reveal.slide(h, v);
    const title = slide.textContent.trim().slice(0, 30);
    const say = (fault) => faults.push(`${h}/${v} ${title}: ${fault}`);
    for (const part of slide.querySelectorAll("header *, .body *, .start, pre, figure, img")) {
      if (part.closest("lr-explorer, math > * *")) continue;
      const { left, right, top, bottom, width, height } = part.getBoundingClientRect();
      if (!width || !height) continue;
      if (left < 0 || top < 0 || right > 1260 || bottom > 712) {
        say(`${part.tagName} ends at ${Math.round(right)}, ${Math.round(bottom)}`);
      }
      const least = part.matches("h1, h2") ? smallestHeading : smallest;
      const size = parseFloat(getComputedStyle(part).fontSize);
      if (part.childElementCount === 0 && part.textContent.trim() && size < least) {
        say(`${part.tagName} has letters of ${size} px`);
      }
    }
    const figure = slide.querySelector("figure");
    if (figure && figure.getBoundingClientRect().height < 300) say("a small figure");
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The slides of both languages."""
    root = tmp_path_factory.mktemp("slides")
    for language in BOOK.languages:
        write_slides(BOOK, language, root / language)
    return root


@pytest.fixture
def open_deck(browser, folder):
    """A function that opens slides without network; what goes wrong in them fails the test."""
    context = browser.new_context(viewport=SCREEN, offline=True)
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console", lambda line: line.type in ("error", "warning") and problems.append(line.text)
    )
    page.on("requestfailed", lambda request: problems.append(f"not loaded: {request.url}"))
    page.on("request", lambda one: one.url[:5] in ("file:", "data:") or problems.append(one.url))

    def open_page(name: str):
        page.goto((folder / name).as_uri())
        page.wait_for_function("window.Reveal?.isReady()")
        return page

    yield open_page
    context.close()
    assert problems == []


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("chapter", ["index", *BOOK.chapters])
def test_every_slide_fits_and_can_be_read(open_deck, language, chapter):
    page = open_deck(f"{language}/{chapter}.html")
    assert page.evaluate(FAULTS, [SMALLEST, SMALLEST_HEADING]) == []
    assert page.evaluate("document.documentElement.lang") == language
    assert not page.evaluate("[...document.images].filter(one => !one.alt).length")


def test_the_arrow_keys_go_through_all_slides_and_the_speaker_has_notes(open_deck):
    page = open_deck("en/step.html")
    total = page.evaluate("Reveal.getTotalSlides()")
    for _ in range(total - 1):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("Reveal.isLastSlide()")
    assert page.locator("aside.notes").count() > total / 2
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    assert popup.value.title()


def test_an_explorer_on_a_slide_keeps_the_arrow_keys(open_deck):
    page = open_deck("en/step.html")
    page.evaluate(
        "Reveal.slide(...Object.values(Reveal.getIndices("
        "document.querySelector('lr-explorer').closest('section'))))"
    )
    before = page.evaluate("location.hash")
    explorer = page.locator("lr-explorer")
    slider = explorer.get_by_role("slider", name="decay_t").first
    slider.focus()
    value = explorer.evaluate("element => element.settings.decay_t")
    slider.press("ArrowRight")
    page.wait_for_function(
        "value => document.querySelector('lr-explorer').settings.decay_t !== value", arg=value
    )
    assert page.evaluate("location.hash") == before


def test_a_figure_becomes_an_explorer_with_its_settings(open_deck):
    page = open_deck("ja/step.html")
    page.evaluate(
        "Reveal.slide(...Object.values(Reveal.getIndices("
        "document.querySelector('button.explore').closest('section'))))"
    )
    page.get_by_role("button", name="動かす").first.click()
    settings = page.locator("section.present lr-explorer").evaluate("element => element.settings")
    assert (settings["schedule"], settings["decay_t"], settings["decay_rate"]) == ("step", 30, 0.5)
    assert page.evaluate(FAULTS, [SMALLEST, SMALLEST_HEADING]) == []


def test_a_tagged_cell_shows_its_code(folder):
    tagged = [
        slide.cell.source
        for slide in slides_of(BOOK, learner_notebook(BOOK, "en", "training"))
        if slide.cell is not None and slide.exercise is None and shows_code(slide.cell)
    ]
    resumed, module = tagged
    assert "scheduler.step(checkpoint" in resumed and module.startswith("class PerEpoch")
    html = BeautifulSoup((folder / "en" / "training.html").read_text("utf-8"), "html.parser")
    shown = [start.get_text().strip() for start in html.select(".start")]
    assert set(tagged) <= set(shown)


def test_a_question_has_its_choices_and_the_notes_its_answer():
    slides = slides_of(BOOK, learner_notebook(BOOK, "en", "multistep"))
    first, second = (slide for slide in slides if slide.title == "Quick questions")
    assert first.body[0].startswith("With `decay_t=[30]`") and first.body[0].endswith("?")
    assert first.body[1] == "- `29`\n- `30`\n- `31`"
    assert second.body[1] == "- `0.001`\n- `0.025`\n- `0.1`"
    assert "- [x] `29`\n\n  **Right.** timm counts" in "\n".join(first.notes)


def test_a_full_stop_in_code_or_in_a_link_ends_no_sentence():
    assert sentences_of("Call `a. B` or [c. D](x.html). Then stop.\nNow.") == [
        "Call `a. B` or [c. D](x.html).",
        "Then stop.",
        "Now.",
    ]
    assert sentences_of("`step()`。次です。$x. Y$。") == ["`step()`。", "次です。", "$x. Y$。"]


def test_a_lead_takes_sentences_while_there_is_room():
    text = "One two. Three four. Five."
    assert [lead_of(text, room) for room in (0, 20, 100)] == [
        "One two.",
        "One two. Three four.",
        text,
    ]
    assert lead_of("一。二。", 100) == "一。二。"
    assert width("[一二](three.html) a") == 6


def test_long_lists_and_tables_are_cut_to_what_fits():
    many = "\n".join(f"- Item {number}. More of it." for number in range(9))
    (block,) = blocks_of(BOOK, many)
    assert shortened_list(block).splitlines() == [f"- Item {number}." for number in range(5)]
    rows = "\n".join(f"| {number} | {'x' * 60} |" for number in range(10))
    (block,) = blocks_of(BOOK, f"| a | b |\n| --- | --- |\n{rows}")
    parts = list(table_parts(block))
    assert [len(part.source.splitlines()) for part in parts] == [10, 4]
    assert all(part.source.startswith("| a | b |\n| --- | --- |\n") for part in parts)
