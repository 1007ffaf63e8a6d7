"""The challenges of the built site as readers meet them: keyboard, screen reader, address."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from site_pages import SitePages

from helpers.explorer.challenges import CHALLENGES
from tools.project import ROOT, Project

LANGUAGES = list(Project(ROOT).languages)
PROBE = Path(__file__).with_name("site_probe.js").read_text(encoding="utf-8")
WIDTHS = (320, 390, 1440)
THERE = {"ja": "できました。", "en": "You are there"}
HINT = {"ja": "ヒント", "en": "Hint"}
ANSWER = {"ja": "答えを見る", "en": "Show the answer"}
NEXT = {"ja": "次の問題", "en": "Next challenge"}
CHOICE = {"ja": "問題", "en": "Challenge"}


@pytest.fixture(scope="module")
def pages(browser, site_url):
    pages = SitePages(browser, site_url)
    yield pages
    pages.close()


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def visit(language, pages):
    """A function that opens the challenges for the first time; what goes wrong fails the test."""

    def go(address="", **options):
        page = pages.open(f"{language}/explorer.html{address}", reduced_motion="reduce", **options)
        expect(page.locator("lr-challenges .readout .when")).not_to_be_empty()
        return page

    yield go
    pages.fail_on_problems()


def field(page, name):
    return page.locator(f"lr-challenges input[type=text][name={name}]")


def bar(page):
    return page.locator("lr-challenges .bar")


def status(page):
    return page.locator("lr-challenges .challenges > [role=status]")


def test_a_wrong_answer_says_how_far_and_a_right_one_that_it_is_right(visit, language):
    page = visit()
    expect(bar(page)).to_contain_text("75 %")
    field(page, "decay_t").fill("29")
    expect(bar(page)).to_contain_text("50 %")
    expect(bar(page)).to_contain_text("29")
    expect(bar(page)).not_to_contain_text(THERE[language])
    expect(page.get_by_role("button", name=NEXT[language])).to_be_hidden()
    field(page, "decay_t").fill("30")
    expect(bar(page)).to_contain_text(THERE[language])
    expect(page.locator("lr-challenges select").first).to_contain_text("✓ 1.")
    page.get_by_role("button", name=NEXT[language]).click()
    expect(bar(page)).not_to_contain_text(THERE[language])
    assert page.evaluate(
        "document.querySelector('lr-challenges').shadowRoot.activeElement.value"
    ) == (CHALLENGES[1].id)


def test_what_is_solved_stays_solved_in_this_browser(visit):
    page = visit()
    field(page, "decay_t").fill("30")
    expect(page.locator("lr-challenges .count")).to_contain_text("1")
    page.evaluate("history.replaceState(null, '', location.pathname)")
    page.reload()
    expect(page.locator("lr-challenges select").first).to_contain_text("✓ 1.")


@pytest.mark.parametrize("challenge", CHALLENGES, ids=lambda challenge: challenge.id)
def test_the_answer_shown_is_right_but_does_not_count_as_solved(pages, challenge):
    page = pages.open(f"en/explorer.html#challenges?challenge={challenge.id}")
    expect(page.locator("lr-challenges .task")).to_have_text(challenge.task["en"].replace("`", ""))
    expect(bar(page)).to_contain_text("of the goal’s peak")
    page.get_by_role("button", name=ANSWER["en"]).click()
    expect(bar(page)).to_contain_text("This is the curve of the answer")
    expect(page.locator("lr-challenges .answer code")).to_contain_text(challenge.answer["schedule"])
    settings = (
        "document.querySelector('lr-challenges').shadowRoot.querySelector('lr-explorer').settings"
    )
    assert page.evaluate(settings) == challenge.answer
    expect(page.locator("lr-challenges .count")).to_be_empty()
    pages.fail_on_problems()


def test_all_of_it_works_by_keyboard(visit, language):
    page = visit()
    page.get_by_label(CHOICE[language], exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("lr-challenges .task")).to_have_text(CHALLENGES[1].task[language])
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    hint = page.get_by_role("button", name=HINT[language])
    expect(hint).to_be_focused()
    expect(hint).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    expect(hint).to_have_attribute("aria-expanded", "true")
    expect(page.locator("lr-challenges #hint")).to_be_visible()
    page.locator("lr-challenges input[type=range][name=decay_t]").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    expect(bar(page)).to_contain_text(THERE[language])
    expect(page.get_by_role("button", name=NEXT[language])).to_be_visible()


def test_a_focused_control_is_not_below_the_bar(visit):
    page = visit(viewport={"width": 390, "height": 700})
    control = field(page, "decay_rate")
    control.evaluate("e => scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + 9)")
    assert lowest(control) > bar(page).bounding_box()["y"]
    control.focus()
    page.wait_for_timeout(100)
    assert lowest(control) <= bar(page).bounding_box()["y"] + 0.5


def lowest(locator):
    box = locator.bounding_box()
    return box["y"] + box["height"]


def test_the_distance_is_announced_once_the_reader_pauses(visit, language):
    page = visit()
    expect(status(page)).to_be_empty()
    page.evaluate("""() => {
        window.said = [];
        const {shadowRoot} = document.querySelector("lr-challenges");
        const status = shadowRoot.querySelector(".challenges > [role=status]");
        new MutationObserver(() => said.push(status.textContent))
            .observe(status, {childList: true});
    }""")
    field(page, "decay_t").press_sequentially("2")
    for typed in ("2", "29", "28", "29"):
        field(page, "decay_t").fill(typed)
    page.wait_for_function("said.length === 1")
    page.wait_for_timeout(300)
    (said,) = page.evaluate("said")
    assert "50 %" in said and "29" in said
    field(page, "decay_t").fill("30")
    page.wait_for_function("said.length === 2")
    assert THERE[language] in page.evaluate("said[1]")


def test_the_goal_is_read_out_but_its_settings_are_not(visit):
    page = visit()
    goal = "目標|goal"
    scrubber = page.locator("lr-challenges .scrubber")
    expect(scrubber).to_have_attribute("aria-valuetext", re.compile(f"({goal}): 0.1$"))
    labels = page.locator("lr-challenges .readout .label").all_text_contents()
    assert labels[0] == "lr" and re.fullmatch(goal, labels[1])
    page.locator("lr-challenges summary").click()
    head = page.locator("lr-challenges thead th")
    expect(head).to_have_count(3)
    assert head.all_text_contents()[1:] == labels


def test_the_address_names_the_challenge_and_keeps_the_settings(visit):
    page = visit("#challenges?challenge=wsd&schedule=wsd&decay_t=33")
    expect(page.locator("lr-challenges select").first).to_have_value("wsd")
    expect(field(page, "decay_t")).to_have_value("33")
    expect(page.locator("lr-challenges .challenges")).to_be_in_viewport()
    field(page, "decay_t").fill("34")
    page.wait_for_function("location.hash.includes('decay_t=34')")
    page.reload()
    expect(page.locator("lr-challenges select").first).to_have_value("wsd")
    expect(field(page, "decay_t")).to_have_value("34")
    page.locator("lr-challenges button[name=reset]").click()
    expect(field(page, "decay_t")).to_have_value("20")


@pytest.mark.parametrize("query", ["challenge=gone", "", "challenge=line&schedule=x&t=%E0%A4%A"])
def test_an_address_may_be_anything(visit, query):
    page = visit(f"#challenges?{query}")
    expect(bar(page)).to_contain_text("%")


@pytest.mark.parametrize(
    ("name", "value", "part"), [("num_epochs", "80", "80"), ("lr", "-1", "timm")]
)
def test_what_cannot_be_compared_is_said(visit, name, value, part):
    page = visit()
    page.locator("lr-challenges [role=tab]").last.click()
    field(page, name).fill(value)
    expect(bar(page).locator("span")).to_contain_text(part)
    expect(bar(page).locator("strong")).to_be_empty()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_the_challenges_come_or_the_curve_changes(pages, language, width):
    page = pages.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    held = []
    page.route("**/lr-explorer.js*", lambda route: held.append(route))
    page.goto(f"{pages.base}/{language}/explorer.html", wait_until="commit")
    page.wait_for_function("""
        document.readyState === "interactive" &&
        [...document.images].every((image) => {
            image.loading = "eager";
            return image.complete;
        })
    """)
    page.evaluate(PROBE)
    before = page.evaluate("siteProbe.places()")
    for route in held:
        route.continue_()
    page.wait_for_load_state()
    expect(page.locator("lr-challenges .readout .when")).not_to_be_empty()
    assert moved(before, page.evaluate("siteProbe.places()")) == []
    before = page.evaluate("siteProbe.places()")
    for value in ("11", "29", "30"):
        field(page, "decay_t").fill(value)
        assert moved(before, page.evaluate("siteProbe.places()")) == []
    pages.fail_on_problems()


def moved(before, after):
    return [
        (text, old, new)
        for (text, *old), (_, *new) in zip(before, after, strict=True)
        if new != pytest.approx(old, abs=0.5)
    ]


def test_all_that_is_said_fits_its_place(visit, language):
    for width in WIDTHS:
        page = visit(viewport={"width": width, "height": 900})
        for challenge in CHALLENGES:
            page.locator("lr-challenges select").first.select_option(challenge.id)
            assert overflowing(page) == [], (width, challenge.id)
            page.get_by_role("button", name=ANSWER[language]).click()
            assert overflowing(page) == [], (width, challenge.id, "answer")
        for name, value in (("num_epochs", "80"), ("num_epochs", "100"), ("lr", "-1")):
            page.locator("lr-challenges [role=tab]").last.click()
            field(page, name).fill(value)
            assert overflowing(page) == [], (width, name, value)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def overflowing(page):
    return page.evaluate("""() => {
        const {shadowRoot} = document.querySelector("lr-challenges");
        return [...shadowRoot.querySelectorAll(".bar, .row, .buttons, .task, .answer")]
            .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth)
            .map((e) => [e.className, e.scrollHeight, e.clientHeight]);
    }""")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_all_can_be_read(visit, axe, language, scheme):
    page = visit(color_scheme=scheme)
    page.evaluate(PROBE)
    page.get_by_role("button", name=HINT[language]).click()
    page.evaluate("siteProbe.keepOnly('lr-challenges')")
    page.evaluate(axe)
    for value in ("29", "30"):
        field(page, "decay_t").fill(value)
        found = page.evaluate("""async () => {
            const {violations, passes} = await axe.run({include: ["lr-challenges"]});
            const nodes = violations.flatMap(({id, nodes}) =>
                nodes.map(({target, failureSummary}) => [id, target, failureSummary]));
            return {nodes, passed: passes.map(({id}) => id)};
        }""")
        assert found["nodes"] == []
        assert "color-contrast" in found["passed"]
        readable = page.locator("lr-challenges").evaluate("siteProbe.readability")
        assert readable["count"] > 30 and readable["faint"] == []


def test_it_works_from_a_file(browser, site, language):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{language}/explorer.html")
    field(page, "decay_t").fill("30")
    expect(bar(page)).to_contain_text(THERE[language])
    context.close()


def test_without_scripts_the_goals_are_a_picture(browser, site_url, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/{language}/explorer.html")
    picture = page.locator("lr-challenges img")
    expect(picture).to_be_visible()
    assert re.search("目標" if language == "ja" else "goals", picture.get_attribute("alt"))
    context.close()
