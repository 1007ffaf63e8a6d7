"""The look of the site: narrow screens, cards, gallery, goals, reading time, landing, print."""

import re

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.utils import new_document
from playwright.sync_api import expect

from tools.extension import check_lists, goals
from tools.extension.page_picture import page_picture, page_pictures, thumbnail
from tools.extension.reading_time import reading_minutes
from tools.project import ROOT, Project

BOOK = Project(ROOT)
NARROWEST = {"width": 320, "height": 640}
WIDE_WITHOUT_KEYBOARD = """() =>
  [...document.querySelectorAll(".bd-article *")]
    .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX))
    .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.tabIndex < 0)
    .map((box) => box.outerHTML.slice(0, 80))
"""


def parsed(site, language, name):
    return BeautifulSoup((site / language / f"{name}.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("language", BOOK.languages)
def test_no_page_is_wider_than_a_small_phone(open_page, site, language):
    page = open_page(f"{language}/index.html", viewport=NARROWEST)
    base = page.url.rpartition("/")[0]
    for name in BOOK.pages:
        page.goto(f"{base}/{name}.html")
        page.wait_for_function("document.readyState === 'complete'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        page.wait_for_function(f"({WIDE_WITHOUT_KEYBOARD})().length === 0")


# Cards and gallery


@pytest.mark.parametrize("language", BOOK.languages)
def test_every_chapter_has_a_card_with_its_curves(site, language):
    cards = parsed(site, language, "index").select(".chapter-cards > .chapter-card")
    assert [card.a["href"] for card in cards] == [f"{name}.html" for name in BOOK.pages[1:]]
    for card in cards:
        picture = page_picture(BOOK.notebook(language, card.a["href"].removesuffix(".html")))
        assert [image["alt"] for image in card.select("img")] == ([picture.alt] if picture else [])
        assert card.select("p")[-1].text


def test_the_notebooks_keep_their_tables():
    for language in BOOK.languages:
        assert "| [StepLRScheduler](step.ipynb) |" in BOOK.notebook(language, "index").read_text(
            "utf-8"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_whole_card_is_its_link(open_page, scheme):
    page = open_page("en/index.html", color_scheme=scheme)
    card = page.locator(".chapter-card").nth(3)
    link = card.locator("a")
    assert link.evaluate("link => link.focus() || link.matches(':focus-visible')")
    assert link.evaluate("link => getComputedStyle(link, '::after').outlineStyle") == "solid"
    assert card.locator("img").evaluate("image => getComputedStyle(image).backgroundColor") == (
        "rgba(0, 0, 0, 0)"
    )
    card.click(position={"x": 8, "y": 8})
    page.wait_for_url("**/en/multistep.html")


def test_a_thumbnail_has_every_curve_and_no_words():
    pictures = list(page_pictures(BOOK.notebook("en", "step")))
    svg = BeautifulSoup(thumbnail(pictures[0].svg), "html.parser")
    colors = [path["stroke"] for path in svg.find_all("path")]
    assert colors == ["#767676", "#d55e00", "#0072b2"]
    assert not svg.text


def test_a_picture_without_curves_has_no_thumbnail():
    assert thumbnail('<svg xmlns="http://www.w3.org/2000/svg"/>') is None
    axes = '<svg xmlns="http://www.w3.org/2000/svg"><g id="axes_1"/></svg>'
    assert thumbnail(axes) is None


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_figure_index_is_a_gallery_that_describes_every_figure(site, language):
    page = parsed(site, language, "figures")
    items = page.select(".gallery > .gallery-item")
    assert len(items) == 16
    described = {
        picture.figure: picture.alt
        for name in BOOK.pages
        for picture in page_pictures(BOOK.notebook(language, name))
    }
    for item in items:
        figure = item.a["href"].partition("#")[2]
        assert item.img["alt"] == described[figure] != figure
        assert item.select_one(".gallery-mark").text.strip() == "✓"
    assert "16" in page.select_one(".gallery-count").text


# Goals, reading time, checks


def document(*children):
    page = new_document("page")
    page += nodes.section("", nodes.title("", "Title"), *children)
    return page


def bullets(*texts):
    items = (nodes.list_item("", nodes.paragraph("", text)) for text in texts)
    return nodes.bullet_list("", *items)


@pytest.mark.parametrize("lead", ["What you will learn:", "次のことができるようになります。"])
def test_the_first_list_is_the_goals_with_its_lead_in(lead):
    page = document(nodes.paragraph("", "Words."), nodes.paragraph("", lead), bullets("a", "b"))
    goals._mark_goals(None, page)
    box = page[0][2]
    assert box["classes"] == ["goals"]
    assert [child.astext() for child in box] == [lead, "a\n\nb"]


def test_a_list_in_a_section_is_no_goal():
    section = nodes.section("", nodes.title("", "Section"), bullets("a"))
    page = document(nodes.paragraph("", "Words:"), section)
    goals._mark_goals(None, page)
    assert "goals" not in str(page)


def test_reading_time_counts_characters_words_and_lines():
    assert reading_minutes(document(nodes.paragraph("", "字" * 1500))) == 3
    assert reading_minutes(document(nodes.paragraph("", "word " * 800))) == 4
    assert reading_minutes(document(nodes.literal_block("", "x = 1\n\n" * 120))) == 2
    assert reading_minutes(document()) == 1


@pytest.mark.parametrize(
    ("element", "classes"),
    [("cell_code_output", []), ("cell_code", ["tag_hide-input"])],
)
def test_outputs_and_folded_code_take_no_time(element, classes):
    code = nodes.literal_block("", "x = 1\n" * 600)
    cell = nodes.container("", code, nb_element=element, classes=classes)
    assert reading_minutes(document(cell)) == 1


@pytest.mark.parametrize("language", BOOK.languages)
def test_every_page_tells_its_reading_time_below_its_title(site, language):
    pattern = re.escape(BOOK.languages[language].reading_time).replace(r"\{minutes\}", r"\d+")
    for name in BOOK.pages:
        title = parsed(site, language, name).select_one(".bd-article h1")
        time = title.find_next_sibling()
        assert time["class"] == ["reading-time"]
        assert re.fullmatch(pattern, time.text)


def test_claims_become_a_list_and_the_rest_stays():
    text = "before\n✓ one  (difference 0 ≤ 1)\n✓ two\nafter\n"
    page = document(nodes.literal_block(text, text, classes=["output", "stream"]))
    check_lists._make_lists(None, page)
    before, claims, after = page[0][1:]
    assert (before.astext(), after.astext()) == ("before", "after")
    assert [item.astext() for item in claims] == ["✓ one (difference 0 ≤ 1)", "✓ two"]


def test_no_claim_is_lost_on_the_site(site):
    for name in ("step", "plateau"):
        stored = BOOK.notebook("en", name).read_text("utf-8").count('"✓ ')
        assert len(parsed(site, "en", name).select(".checks > li")) == stored > 0


# Landing page, logo, paper


def test_the_landing_page_has_nothing_inline(site):
    landing = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    assert not landing.select("style, [style], script:not([src])")
    for language in BOOK.languages.values():
        link = landing.select_one(f'[lang="{language.code}"] a')
        assert language.name in link.text and language.summary in link.text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_landing_page_works_without_scripts_on_a_small_phone(open_page, scheme):
    options = {"viewport": NARROWEST, "java_script_enabled": False, "color_scheme": scheme}
    page = open_page("index.html", **options)
    for image in page.locator("img").all():
        expect(image).to_be_visible()
    right = page.locator("main").bounding_box()
    assert right["x"] + right["width"] <= 320
    page.locator("main a").last.click()
    page.wait_for_url("**/en/index.html")


def test_the_logo_leads_home(open_page):
    page = open_page("ja/step.html")
    logo = page.locator(".bd-sidebar-primary .navbar-brand")
    assert logo.locator("img").evaluate("image => image.naturalWidth") > 0
    assert logo.inner_text().strip() == BOOK.languages["ja"].title
    logo.click()
    page.wait_for_url("**/ja/index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_chapter_only(open_page, scheme):
    page = open_page("en/step.html", color_scheme=scheme)
    page.emulate_media(media="print")
    expect(page.locator(".bd-article h1")).to_be_visible()
    for part in (".bd-sidebar-primary", ".bd-header-article", ".prev-next-footer"):
        expect(page.locator(part)).to_be_hidden()
    ink = page.locator(".bd-article p").nth(1).evaluate("p => getComputedStyle(p).color")
    assert max(map(int, re.findall(r"\d+", ink))) < 128


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["ja/index", "en/figures", "en/multistep", "index"])
def test_the_look_is_accessible(open_page, axe, path, scheme):
    page = open_page(f"{path}.html#choose", color_scheme=scheme)
    page.evaluate(axe)
    scope = {
        "include": ["main" if path == "index" else ".bd-article"],
        "exclude": ["summary", "lr-explorer"],
    }
    result = page.evaluate("scope => axe.run(scope)", scope)
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]] == []
