"""The explorers of the built site as readers meet them, with every other host out of reach."""

import itertools
import re
from pathlib import Path
from random import Random

import numpy as np
import pytest
from copied_code import lrs_of
from explorer_settings import random_settings
from playwright.sync_api import expect
from site_pages import SitePages

from helpers.explorer.arguments import read_arguments
from helpers.explorer.parameters import SCHEDULES
from helpers.explorer.timm_run import run_timm
from tools.explorer import shows_explorer
from tools.freshness import stored_notebook
from tools.page import read_page
from tools.project import ROOT, Project

BOOK = Project(ROOT)
PROBE = Path(__file__).with_name("site_probe.js").read_text(encoding="utf-8")
EXPLORERS = {
    name: cells
    for name in BOOK.pages
    if (
        cells := [
            cell.id
            for cell in stored_notebook(BOOK, "en", name).cells
            if cell.cell_type == "code" and shows_explorer(cell)
        ]
    )
}
"""The cells that show an explorer, of every page that has one."""

CHAPTERS = [(language, name) for language in BOOK.languages for name in EXPLORERS]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
SIZES = dict(zip(BOOK.languages, itertools.cycle([PHONE, DESK])))
"""On which screen the pages of a language are looked at."""

CURVE = "path.curve.bold"


def source_cells(name):
    """The code cells of a page as written, by id."""
    return {cell.id: cell for cell in read_page(BOOK, name).code_cells}


def wait_for_explorers(page):
    readouts = page.locator("lr-explorer .readout .when")
    expect(readouts).to_have_count(page.locator("lr-explorer").count())
    for readout in readouts.all():
        expect(readout).not_to_be_empty()


def state_of(page, number=0):
    """Settings and view of an explorer."""
    state = "({settings, view}) => ({settings, view})"
    return page.locator("lr-explorer").nth(number).evaluate(state)


def settings_of(page, number=0):
    return state_of(page, number)["settings"]


def slider(scope, name):
    return scope.locator(f"input[type=range][name={name}]")


def resize(page, size):
    page.set_viewport_size(size)
    page.evaluate("width => siteProbe.laidOut(width)", size["width"])


def set_theme(page, scheme):
    """Let the reader's system be light or dark; the page follows."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(
        "scheme => document.documentElement.dataset.theme === scheme", arg=scheme
    )


# Every page with an explorer


@pytest.fixture(scope="module")
def pages(browser, site_url):
    pages = SitePages(browser, site_url)
    yield pages
    pages.close()


@pytest.fixture(scope="module")
def readers(pages):
    """A page for each language, which goes from chapter to chapter."""
    return {
        language: pages.new_page(
            viewport=SIZES[language],
            permissions=["clipboard-read", "clipboard-write"],
            reduced_motion="reduce",
        )
        for language in BOOK.languages
    }


class Chapter:
    """A chapter in the browser, where its explorers have just arrived, after everything else."""

    def __init__(self, page, site_url, language, name):
        self.page = page
        self.name = name
        self.size = SIZES[language]
        self.explorers = page.locator("lr-explorer")
        held = []
        page.route("**/lr-explorer.js*", lambda route: held.append(route))
        page.emulate_media(color_scheme="dark")
        page.goto(f"{site_url}/{language}/{name}.html", wait_until="commit")
        page.wait_for_function("""
            document.readyState === "interactive" &&
            [...document.images].every((image) => {
                image.loading = "eager";
                return image.complete;
            })
        """)
        page.evaluate(PROBE)
        self.theme_before = page.evaluate("document.documentElement.dataset.theme")
        self.places_before = page.evaluate("siteProbe.places()")
        page.evaluate("siteProbe.watchShifts()")
        for route in held:
            route.continue_()
        page.unroute("**/lr-explorer.js*")
        page.wait_for_load_state()
        wait_for_explorers(page)


@pytest.fixture(scope="module", params=CHAPTERS, ids="-".join)
def opened_chapter(request, readers, site_url):
    language, name = request.param
    return Chapter(readers[language], site_url, language, name)


@pytest.fixture
def chapter(opened_chapter, pages):
    """A chapter; the tests take turns on it as they stand here, and leave the screen as it was."""
    yield opened_chapter
    resize(opened_chapter.page, opened_chapter.size)
    opened_chapter.page.emulate_media(media="screen")
    pages.fail_on_problems()


def test_a_page_has_its_colors_before_the_scripts_run(chapter):
    assert chapter.theme_before == "dark"


def test_nothing_moves_when_the_explorer_comes(chapter):
    assert chapter.page.evaluate("shifts") == []
    places = chapter.page.evaluate("siteProbe.places()")
    moved = [
        (text, before, after)
        for (text, *before), (_, *after) in zip(chapter.places_before, places, strict=True)
        if after != pytest.approx(before, abs=0.5)
    ]
    assert moved == []


def test_links_beside_figures_set_the_explorer(chapter):
    page = chapter.page
    cells = [cell for cell in source_cells(chapter.name).values() if "explore" in cell.metadata]
    links = page.locator(".bd-article a.explore-link")
    assert links.count() == len(cells)
    for link, cell in zip(links.all(), cells, strict=True):
        given = {"schedule": chapter.name, **cell.metadata["explore"]}
        settings, view = read_arguments(given.pop("schedule"), given)
        link.click()
        page.wait_for_function("document.activeElement.localName === 'lr-explorer'")
        assert chapter.explorers.first.evaluate("""e => {
            const {left, top} = e.getBoundingClientRect();
            return document.elementFromPoint(left + 9, top + 9) === e;
        }""")
        assert state_of(page) == {"settings": settings, "view": view}


def test_the_parts_of_the_explorer_stand_one_below_the_other(chapter):
    page = chapter.page
    for size in (chapter.size, {"width": 320, "height": 700}):
        resize(page, size)
        page.evaluate("scrollTo(0, 0)")
        for explorer in chapter.explorers.all():
            misplaced = explorer.evaluate("""({shadowRoot}) => {
                const parts = [...shadowRoot.querySelector(".explorer").children]
                    .filter((part) => part.matches(":not(.unseen, .ink)") && part.checkVisibility())
                    .map((part) => [part.className, part.getBoundingClientRect()]);
                return parts.slice(1)
                    .map(([name, {top}], i) => [parts[i][0], name, top - parts[i][1].bottom])
                    .filter(([, , gap]) => gap < -0.5 || gap > 24);
            }""")
            assert misplaced == []


def test_the_explorer_fits_and_works_at_a_width_of_320(chapter):
    page = chapter.page
    resize(page, {"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for explorer in chapter.explorers.all():
        outside = explorer.evaluate("""({shadowRoot}) =>
            [...shadowRoot.querySelectorAll("button, select, input, svg.chart")]
                .filter((e) => e.checkVisibility() && !e.closest(".tabs"))
                .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
                .filter(([, {left, right}]) => left < 0 || right > 320)
                .map(([html]) => html)
        """)
        assert outside == []
        drawn = explorer.locator(CURVE).first
        before = drawn.get_attribute("d")
        explorer.locator(".panel:not([hidden]) input[type=range]").first.press("ArrowLeft")
        expect(drawn).not_to_have_attribute("d", before)


def test_paper_shows_the_whole_curve_and_no_controls(chapter):
    page = chapter.page
    page.emulate_media(media="print")
    for explorer in chapter.explorers.all():
        # A page is laid out for paper without the explorer taking notice.
        on_screen, on_paper = explorer.evaluate("""(e) => {
            const sizes = ["", "250px"].map((width) => {
                e.style.width = width;
                const box = e.shadowRoot.querySelector(".chart").getBoundingClientRect();
                return [box.width, box.height];
            });
            e.style.width = "";
            return sizes;
        }""")
        assert on_screen[0] > 300 and on_screen[1] > 150
        assert on_paper == pytest.approx([250, on_screen[1] * 250 / on_screen[0]], abs=1)
        controls = explorer.locator("button, input, select")
        assert controls.evaluate_all("all => all.filter((e) => e.checkVisibility()).length") == 0
    links = page.locator(".explore-link")
    assert links.evaluate_all("all => all.filter((e) => e.checkVisibility()).length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_explorer_can_be_read_and_has_no_box_around_it(chapter, scheme):
    page = chapter.page
    page.evaluate("siteProbe.keepOnly('lr-explorer')")
    set_theme(page, scheme)
    background = page.locator(".bd-article").first.evaluate("siteProbe.backgroundOf")
    for explorer in chapter.explorers.all():
        readable = explorer.evaluate("siteProbe.readability")
        assert readable["count"] > 30
        assert readable["faint"] == []
        assert explorer.evaluate("siteProbe.backgroundOf") == background
        luminance = explorer.evaluate("siteProbe.luminanceBehind")
        assert luminance > 0.9 if scheme == "light" else luminance < 0.05


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_explorer(chapter, axe, scheme):
    page = chapter.page
    page.evaluate("siteProbe.keepOnly('lr-explorer')")
    set_theme(page, scheme)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    # Of all the rules, only that of contrast depends on colors.
    options = {} if scheme == "light" else {"runOnly": ["color-contrast"]}
    found = page.evaluate(
        """async (options) => {
            const {violations, passes} = await axe.run({include: ["lr-explorer"]}, options);
            const nodes = violations.flatMap(({id, nodes}) =>
                nodes.map(({target, failureSummary}) => [id, target, failureSummary]));
            return {nodes, passed: passes.map(({id}) => id)};
        }""",
        options,
    )
    assert found["nodes"] == []
    assert "color-contrast" in found["passed"]


def test_every_chapter_has_an_explorer():
    assert set(SCHEDULES) <= set(EXPLORERS)
    assert len(EXPLORERS["explorer"]) > 1


# The settings, the address and the clipboard


@pytest.fixture(params=BOOK.languages)
def language(request):
    return request.param


@pytest.fixture
def visit(language, readers, pages):
    """A function that goes to a chapter in the language."""

    def go(name):
        page = readers[language]
        page.goto(f"{pages.base}/{language}/{name}.html")
        wait_for_explorers(page)
        return page

    yield go
    pages.fail_on_problems()


def test_the_curve_follows_a_slider_within_the_frame(visit):
    page = visit("cosine")
    page.evaluate("""() => {
        const {shadowRoot} = document.querySelector("lr-explorer");
        const curve = shadowRoot.querySelector("path.curve.bold");
        let drawn = curve.getAttribute("d");
        let isWaiting = false;
        window.frames = [];
        shadowRoot.querySelector("input[name=t_initial]").addEventListener("input", () => {
            if (isWaiting) return;
            isWaiting = true;
            requestAnimationFrame(() => {
                isWaiting = false;
                frames.push(curve.getAttribute("d") !== drawn);
                drawn = curve.getAttribute("d");
            });
        });
    }""")
    thumb = slider(page, "t_initial")
    thumb.scroll_into_view_if_needed()
    box = thumb.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * 0.33, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, middle, steps=12)
    page.mouse.up()
    page.wait_for_function("document.querySelector('lr-explorer').settings.t_initial === 100")
    frames = page.evaluate("frames")
    assert len(frames) > 3 and all(frames)


def test_all_of_it_works_by_keyboard_and_the_page_stays(visit):
    page = visit("cosine")
    address = page.url
    pins = len(state_of(page)["view"]["pins"])
    schedule = page.locator("lr-explorer select").first
    schedule.focus()
    page.keyboard.press("ArrowDown")
    expect(schedule).to_have_value("tanh")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("lr-explorer .readout button")).to_have_count(pins + 1)
    tabs = page.get_by_role("tab")
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    expect(tabs.nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    before = settings_of(page)
    page.keyboard.press("ArrowRight")
    after = settings_of(page)
    assert before["schedule"] == after["schedule"] == "tanh"
    assert len([name for name in before if before[name] != after[name]]) == 1
    assert page.url.split("#")[0] == address


@pytest.mark.parametrize(
    ("name", "parameter"), [("cosine", "t_initial"), ("plateau", "patience_t")]
)
def test_the_address_follows_and_a_link_opens_just_that(visit, name, parameter):
    page = visit(name)
    start = page.url
    page.locator("lr-explorer button[name=pin]").click()
    page.locator(f"lr-explorer input[type=text][name={parameter}]").fill("17")
    page.locator("lr-explorer input[value=after_epoch]").check()
    page.locator("lr-explorer .views input[type=checkbox]").check()
    page.locator("lr-explorer select").nth(1).select_option("poly")
    page.get_by_role("tab").last.click()
    page.locator("lr-explorer input[type=text][name=lr]").fill("0.2, 0.05")
    state = state_of(page)
    assert state["settings"][parameter] == 17 and state["settings"]["lr"] == [0.2, 0.05]
    assert state["view"]["plot"] == "after_epoch"
    assert state["view"]["log"] and state["view"]["overlay"] == "poly" and state["view"]["pins"]

    page.locator("lr-explorer button[name=link]").click()
    expect(page.locator("lr-explorer button[name=link]")).to_have_class("done")
    copied = page.evaluate("navigator.clipboard.readText()")
    page.wait_for_url(copied)
    assert copied.startswith(f"{start}#explorer?schedule={name}&")

    other = page.context.new_page()
    other.goto(copied)
    wait_for_explorers(other)
    assert state_of(other) == state
    expect(other.locator("lr-explorer")).to_be_in_viewport()
    drawn = "() => [...document.querySelector('lr-explorer').shadowRoot.querySelectorAll('.curve')]"
    drawn += ".map((path) => path.getAttribute('d'))"
    assert other.evaluate(drawn) == page.evaluate(drawn)
    other.close()


def test_copied_code_gives_the_curve_on_the_screen(visit, language):
    page = visit("explorer")
    explorer = page.locator("lr-explorer").first
    rng = Random(language)
    for schedule in SCHEDULES:
        settings = working_settings(rng, schedule)
        explorer.evaluate("(e, settings) => (e.settings = settings)", settings)
        page.evaluate("navigator.clipboard.writeText('')")
        explorer.locator("button[name=code]").click()
        page.wait_for_function("async () => await navigator.clipboard.readText()")
        code = page.evaluate("navigator.clipboard.readText()")
        lrs = explorer.evaluate("e => e.run.lrs.map((values) => [...values])")
        assert_same(lrs, lrs_of(code).T, code)


def assert_same(shown, lrs, message):
    """Compare learning rates of the shape `(groups, times)` as closely as cosines allow."""
    np.testing.assert_allclose(shown, lrs, rtol=1e-12, atol=1e-15 * lrs.max(), err_msg=message)


def working_settings(rng, schedule):
    """Random settings with which timm runs to the end."""
    while True:
        settings = random_settings(rng, schedule)
        run = run_timm(settings)
        if run.error is None and np.isfinite(run.lrs).all():
            return settings


def test_two_explorers_on_a_page_do_not_meet(visit):
    page = visit("explorer")
    explorers = page.locator("lr-explorer")
    first, second = state_of(page, 0), state_of(page, 1)
    assert explorers.evaluate_all("all => all.map(({id}) => id)")[:2] == ["explorer", "explorer-2"]
    explorers.nth(1).locator("button[name=pin]").click()
    explorers.nth(1).locator("input[type=range]").first.press("ArrowLeft")
    page.wait_for_url("**/*#explorer-2?*")
    changed = state_of(page, 1)
    assert state_of(page, 0) == first and changed != second
    page.evaluate("location.hash = '#explorer?schedule=poly&t_initial=7'")
    page.wait_for_function("document.querySelector('#explorer').settings.t_initial === 7")
    assert state_of(page, 1) == changed
    page.reload()
    wait_for_explorers(page)
    assert settings_of(page)["t_initial"] == 7
    assert state_of(page, 1) == second


# Fingers, no scripts, no server


def test_fingers_move_a_slider_and_the_cursor_and_still_scroll(open_page, language):
    phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
    page = open_page(f"{language}/cosine.html", **phone)
    wait_for_explorers(page)
    fingers = page.context.new_cdp_session(page)

    def drag(locator, start, end):
        """Drag from one point to another, given as shares of width and height."""
        locator.scroll_into_view_if_needed()
        box = locator.bounding_box()
        for i in range(13):
            across, down = ((a * (12 - i) + b * i) / 12 for a, b in zip(start, end, strict=True))
            point = {
                "x": box["x"] + 8 + (box["width"] - 16) * across,
                "y": box["y"] + box["height"] * down,
            }
            touch = {"type": "touchMove" if i else "touchStart", "touchPoints": [point]}
            fingers.send("Input.dispatchTouchEvent", touch)
        fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    curve = page.locator(CURVE).first
    before = curve.get_attribute("d")
    drag(slider(page, "t_initial"), (0.33, 0.5), (0.9, 0.5))
    page.wait_for_function("document.querySelector('lr-explorer').settings.t_initial > 80")
    expect(curve).not_to_have_attribute("d", before)

    figure = page.locator("lr-explorer .figure")
    drag(figure, (0.5, 0.5), (1, 0.5))
    expect(page.locator("lr-explorer .when").first).to_contain_text("99")

    page.locator("lr-explorer button[name=pin]").tap()
    page.wait_for_function("document.querySelector('lr-explorer').view.pins.length > 1")

    figure.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    drag(figure, (0.5, 0.95), (0.5, 0.05))
    page.wait_for_function("top => scrollY > top + 50", arg=top)


def test_without_scripts_there_is_a_picture_with_a_text_and_nothing_dead(open_page, language):
    page = open_page(f"{language}/index.html", java_script_enabled=False, color_scheme="dark")
    for name, cells in EXPLORERS.items():
        page.goto(page.url.rsplit("/", 1)[0] + f"/{name}.html")
        pictures = page.locator("lr-explorer img")
        alts = [source_cells(name)[cell].metadata["alt"][language] for cell in cells]
        assert [picture.get_attribute("alt") for picture in pictures.all()] == alts
        for picture in pictures.all():
            box = picture.bounding_box()
            assert picture.evaluate("img => img.complete && img.naturalWidth") > 300
            assert box["width"] > 300 and box["height"] > 150
        dead = page.locator(".bd-article :is(button, input, select, a.explore-link)")
        expect(dead.locator("visible=true")).to_have_count(0)
    page.evaluate(PROBE)
    readable = page.locator(".bd-article").first.evaluate("e => siteProbe.readability(e)")
    assert readable["count"] > 30
    assert readable["faint"] == []


def test_a_chapter_works_from_a_folder(browser, site, language):
    pages = SitePages(browser, site.as_uri())
    page = pages.open(f"{language}/cosine.html", reduced_motion="reduce")
    wait_for_explorers(page)
    slider(page, "t_initial").press("ArrowRight")
    page.wait_for_url(re.compile("#explorer.*t_initial=34"))
    page.locator(".explore-link").first.click()
    page.wait_for_function("document.querySelector('lr-explorer').settings.t_initial === 100")
    settings = settings_of(page)
    page.reload()
    wait_for_explorers(page)
    assert settings_of(page) == settings
    pages.close()


# The curve on the screen is timm's

READ_SCREEN = """async (explorer, list) => {
    const {shadowRoot} = explorer;
    const results = [];
    for (const {settings, view} of list) {
        explorer.settings = settings;
        explorer.view = view;
        await new Promise(requestAnimationFrame);
        const ticks = (axis) => [...shadowRoot.querySelector(`.axes .${axis}`).children]
            .map(({textContent}) => Number(textContent));
        results.push({
            lrs: explorer.run.lrs.map((values) => [...values]),
            paths: [...shadowRoot.querySelectorAll(".curve.bold")].map((e) => e.getAttribute("d")),
            grid: shadowRoot.querySelector(".grid").getAttribute("d"),
            labels: {x: ticks("x"), y: ticks("y")},
        });
    }
    return results;
}"""


def test_the_curve_on_the_screen_is_timms(open_page):
    """Settings go into the element; its numbers, and its drawing read off the axes, are timm's."""
    rng = Random("screen")
    cases = []
    for number in range(63):
        settings = working_settings(rng, SCHEDULES[number % len(SCHEDULES)])
        view = {"plot": rng.choice(["used", "after_epoch"]), "log": rng.random() < 0.3}
        cases.append({"settings": settings, "view": view})
    page = open_page("en/cosine.html", viewport=DESK)
    wait_for_explorers(page)
    results = page.locator("lr-explorer").evaluate(READ_SCREEN, cases)
    for case, shown in zip(cases, results, strict=True):
        lrs = run_timm(case["settings"]).lrs.T
        assert_same(shown["lrs"], lrs, str(case))
        compare_drawing(shown, lrs, **case)


def compare_drawing(shown, lrs, settings, view):
    """Read every point of every curve off the axes, as exactly as a pixel allows."""
    horizontals = re.findall(r"M[\d.]+ ([\d.]+)H", shown["grid"])
    verticals = re.findall(r"M([\d.]+) [\d.]+V", shown["grid"])
    lr_of = axis(horizontals[: len(shown["labels"]["y"])], shown["labels"]["y"], view["log"])
    t_of = axis(verticals, shown["labels"]["x"])
    per_epoch = (lrs.shape[1] - 1) // settings["num_epochs"]
    expected = lrs[:, :-1] if view["plot"] == "used" else lrs[:, per_epoch::per_epoch]
    # Curves are drawn from the last to the first, so that the first lies on top.
    for path, values in zip(reversed(shown["paths"]), expected, strict=True):
        points = np.array(re.findall(r"[ML]([\d.]+) ([\d.]+)", path), dtype=float)
        x, y = points.T
        np.testing.assert_allclose(x, t_of(np.arange(len(values))), atol=1.1)
        # Far below the others, a logarithmic axis only shows that a value is there.
        is_on_axis = values >= shown["labels"]["y"][0]
        on_axis = lr_of(values[is_on_axis])
        np.testing.assert_allclose(y[is_on_axis], on_axis, atol=1.1, err_msg=str(settings))
        assert np.all(y[~is_on_axis] > float(horizontals[0]) - 1.1)


def axis(places, labels, is_log=False):
    """Where a value lies on the screen, in pixels, by the first and the last tick of an axis."""
    scale = np.log if is_log else np.asarray
    places = [float(place) for place in places]
    first, last = (float(scale(label)) for label in (labels[0], labels[-1]))
    slope = (places[-1] - places[0]) / (last - first)
    return lambda values: places[0] + (scale(values) - first) * slope


def test_a_link_counts_although_older_settings_are_written_after_it(open_page):
    page = open_page("en/explorer.html")
    page.locator("lr-explorer .explorer").first.wait_for()
    page.evaluate("""() => {
        location.hash = "explorer?schedule=step&decay_t=7";
        history.replaceState(null, "", "#explorer?schedule=step&decay_t=8");
    }""")
    page.wait_for_function("document.activeElement.localName === 'lr-explorer'")
    assert settings_of(page)["decay_t"] == 7
