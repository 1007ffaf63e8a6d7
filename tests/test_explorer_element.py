"""The explorer as a reader meets it, alone on a page with a strict content security policy."""

import json
import math
import re

import pytest
from playwright.sync_api import expect

from tools.project import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"

SECURE = "http://localhost:1"
"""Where the browser lets a page write to the clipboard."""

INSECURE = "http://explorer.test"
"""Where it does not."""

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"

THEMES = {
    "light": "color: rgb(34, 40, 50); background: #fff; color-scheme: light",
    "dark": "color: rgb(206, 214, 221); background: #121212; color-scheme: dark",
    "dark, unsaid": "color: rgb(206, 214, 221); background: #121212",
    "light, unsaid": "color: rgb(34, 40, 50); background: #fff",
}
SCHEDULES = ("step", "multistep", "cosine", "tanh", "poly", "wsd", "plateau")
TWO_CYCLES = {"schedule": "cosine", "t_initial": 50, "cycle_limit": 2}
GOOD_AND_BAD = {"schedule": "tanh", "lb": -3, "ub": 3, "t_initial": 100}

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8"><title>explorer</title>
<link rel="stylesheet" href="reserve.css">
<link rel="stylesheet" href="page.css">
{script}
</head>
<body><main><h1>A page</h1>{body}</main></body>
</html>"""


def element(settings=None, attributes=""):
    """The markup of an explorer, with static content as the notebooks have it."""
    given = json.dumps(settings or {"schedule": "cosine"})
    return f"<lr-explorer settings='{given}' {attributes}><p>static form</p></lr-explorer>"


@pytest.fixture
def open_page(browser, book):
    """A function that opens a small page; an error in its console fails the test."""
    problems = []
    contexts = []

    def open_body(body, *, language="en", theme="light", width=700, at=SECURE, **options):
        address = options.pop("address", "")
        script = '<script src="lr-explorer.js" defer></script>'
        html = PAGE.format(
            language=language, body=body, script=script if options.pop("script", True) else ""
        )
        files = {
            "": ("text/html", html),
            "lr-explorer.js": ("text/javascript", book.root / "helpers/explorer/lr-explorer.js"),
            "reserve.css": ("text/css", book.root / "explorer/reserve.css"),
            "page.css": ("text/css", f"body {{ font: 16px/1.65 sans-serif; {THEMES[theme]} }}"),
        }

        def answer(route):
            kind, content = files[route.request.url.removeprefix(f"{at}/")]
            if not isinstance(content, str):
                content = content.read_text(encoding="utf-8")
            headers = {"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": POLICY}
            route.fulfill(body=content, headers=headers)

        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        context.route(f"{at}/**", answer)
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and problems.append(m.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(f"{at}/{address}")
        if script in html:
            page.locator(".readout li").first.wait_for()
        return page

    yield open_body
    for context in contexts:
        context.close()
    assert problems == []


def settings_of(page, number=0):
    return page.locator("lr-explorer").nth(number).evaluate("element => element.settings")


def path_of(page, selector="path.curve.bold"):
    return page.locator(selector).first.get_attribute("d")


def slider(page, name):
    return page.locator(f"input[type=range][name={name}]")


def field(page, name):
    return page.locator(f"input[type=text][name={name}]")


def tab(page, label):
    return page.get_by_role("tab", name=label)


def lr_at(page, t, group=0):
    return page.locator("lr-explorer").evaluate(
        "(element, [t, group]) => element.run.lrs[group][t]", [t, group]
    )


def heights_of(path):
    return [float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", path)]


# Changing values


def test_the_arrow_keys_on_a_slider_change_the_curve_and_the_field(open_page):
    page = open_page(element(TWO_CYCLES))
    before = path_of(page)
    slider(page, "t_initial").focus()
    page.keyboard.press("ArrowLeft")
    expect(field(page, "t_initial")).to_have_value("49")
    expect(page.locator("path.curve.bold")).not_to_have_attribute("d", before)
    assert settings_of(page)["t_initial"] == 49
    assert lr_at(page, 49) == 0.1


def test_dragging_a_slider_reports_every_change_and_ends_at_the_last(open_page):
    page = open_page(element(TWO_CYCLES))
    page.evaluate("""() => {
        window.seen = [];
        document.addEventListener("change", ({target}) => seen.push(target.settings?.t_initial));
    }""")
    box = slider(page, "t_initial").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 8, middle, steps=20)
    page.mouse.up()
    expect(field(page, "t_initial")).to_have_value("1")
    page.wait_for_function("seen.at(-1) === 1")
    assert len(page.evaluate("seen.filter((value) => value > 1)")) > 3


def test_a_field_takes_values_beyond_its_slider(open_page):
    page = open_page(element(TWO_CYCLES))
    field(page, "t_initial").fill("250")
    assert settings_of(page)["t_initial"] == 250
    expect(slider(page, "t_initial")).to_have_value("100")


def test_a_logarithmic_slider_has_round_stops_and_reaches_zero(open_page):
    page = open_page(element(TWO_CYCLES))
    lowest = slider(page, "lr_min")
    lowest.focus()
    page.keyboard.press("ArrowRight")
    assert settings_of(page)["lr_min"] == 1e-6
    expect(lowest).to_have_attribute("aria-valuetext", "0.000001")
    page.keyboard.press("ArrowRight")
    assert settings_of(page)["lr_min"] == 1.1e-6
    page.keyboard.press("Home")
    assert settings_of(page)["lr_min"] == 0
    page.keyboard.press("End")
    assert settings_of(page)["lr_min"] == 1


def test_every_press_on_a_whole_logarithmic_slider_counts(open_page):
    page = open_page(element({"schedule": "cosine", "updates_per_epoch": 1}))
    tab(page, "Run").click()
    slider(page, "updates_per_epoch").focus()
    values = []
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        values.append(settings_of(page)["updates_per_epoch"])
    assert values == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("fifty", "Enter a whole number."), ("", "Enter a whole number."), ("1.5", "whole number")],
)
def test_a_bad_entry_stays_says_why_and_leaves_the_value_in_force(open_page, typed, sentence):
    page = open_page(element(TWO_CYCLES))
    entry = field(page, "t_initial")
    entry.fill("40")
    entry.fill(typed)
    entry.press("Tab")
    expect(entry).to_have_value(typed)
    expect(entry).to_have_attribute("aria-invalid", "true")
    expect(entry).to_have_accessible_description(re.compile(re.escape(sentence)))
    expect(page.get_by_text(sentence)).to_be_visible()
    assert settings_of(page)["t_initial"] == 40
    slider(page, "lr_min").press("End")
    expect(entry).to_have_value(typed)
    entry.fill("30")
    expect(entry).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text(sentence)).to_be_hidden()
    assert settings_of(page)["t_initial"] == 30


def test_escape_brings_back_the_value_in_force(open_page):
    page = open_page(element(TWO_CYCLES))
    entry = field(page, "t_initial")
    entry.fill("x")
    entry.press("Enter")
    entry.press("Escape")
    expect(entry).to_have_value("50")
    expect(entry).not_to_have_attribute("aria-invalid", "true")


def test_a_bad_entry_goes_when_the_value_changes_elsewhere(open_page):
    page = open_page(element(TWO_CYCLES))
    entry = field(page, "t_initial")
    entry.fill("40")
    entry.fill("x")
    entry.press("Enter")
    page.get_by_role("button", name="Reset").click()
    expect(entry).to_have_value("50")
    expect(entry).not_to_have_attribute("aria-invalid", "true")


def test_entries_are_read_as_japanese_keyboards_write_them(open_page):
    page = open_page(element({"schedule": "multistep", "decay_rate": 0.5}), language="ja")
    field(page, "decay_t").fill("１０、２０，８０")
    assert settings_of(page)["decay_t"] == [10, 20, 80]
    field(page, "decay_rate").fill("０．２")
    assert settings_of(page)["decay_rate"] == 0.2


@pytest.mark.parametrize(
    ("typed", "value"),
    [("40, 80", [40, 80]), ("(40, 80)", [40, 80]), ("40", 40), ("", None)],
)
def test_a_range_is_one_number_two_or_none(open_page, typed, value):
    page = open_page(element({"schedule": "cosine", "noise_range_t": [1, 2]}))
    tab(page, "Noise").click()
    field(page, "noise_range_t").fill(typed)
    assert settings_of(page)["noise_range_t"] == value


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("num_epochs", "0", "Must be at least 1."),
        ("num_epochs", "100001", "At most 1,000,000 updates."),
        ("lr", "", "Enter 1 to 8 values."),
        ("lr", "1,2,3,4,5,6,7,8,9", "Enter 1 to 8 values."),
    ],
)
def test_a_run_that_cannot_be_drawn_is_refused_at_the_field(open_page, name, typed, sentence):
    page = open_page(element())
    tab(page, "Run").click()
    before = settings_of(page)
    field(page, name).fill(typed)
    field(page, name).press("Enter")
    expect(page.get_by_text(sentence)).to_be_visible()
    assert settings_of(page) == before


def test_base_lrs_and_factors_stay_as_many_as_each_other(open_page):
    page = open_page(element())
    tab(page, "Run").click()
    field(page, "lr").fill("0.1, 0.01")
    assert settings_of(page)["lr_scale"] == [1, 1]
    expect(page.locator("path.curve")).to_have_count(2)
    expect(slider(page, "lr")).to_be_hidden()
    expect(page.locator(".readout li")).to_contain_text(["lr=0.1", "lr=0.01"])
    field(page, "lr_scale").fill("0.5")
    assert settings_of(page)["lr"] == [0.1]
    expect(slider(page, "lr")).to_be_visible()


def test_a_checkbox_a_choice_and_the_choice_of_the_scheduler(open_page):
    page = open_page(element({"schedule": "wsd", "decay_t": 20, "t_initial": 90}))
    tab(page, "Decay").click()
    page.locator("select[name=decay_fn]").select_option("cosine")
    assert settings_of(page)["decay_fn"] == "cosine"
    tab(page, "Run").click()
    page.locator("input[name=t_in_epochs]").uncheck()
    assert settings_of(page)["t_in_epochs"] is False
    expect(page.locator(".axes")).to_contain_text("update")
    page.get_by_label("Scheduler", exact=True).select_option("step")
    settings = settings_of(page)
    assert (settings["schedule"], settings["decay_t"]) == ("step", 20)
    expect(tab(page, "Run")).to_have_attribute("aria-selected", "true")


def test_reset_brings_back_the_first_settings_and_view(open_page):
    page = open_page(element(TWO_CYCLES, """view='{"log": true}'"""))
    before, drawn = settings_of(page), path_of(page)
    page.get_by_label("Scheduler", exact=True).select_option("poly")
    page.get_by_label("log").uncheck()
    page.get_by_role("button", name="Pin").click()
    page.get_by_role("button", name="Reset").click()
    assert settings_of(page) == before
    expect(page.locator("path.curve.bold")).to_have_attribute("d", drawn)
    expect(page.get_by_label("log")).to_be_checked()
    expect(page.locator("path.curve")).to_have_count(1)


# The chart and what is read from it


def test_the_scrubber_reads_the_values(open_page):
    page = open_page(element(TWO_CYCLES))
    scrubber = page.get_by_role("slider", name="Position to read values at")
    scrubber.focus()
    page.keyboard.press("Home")
    expect(scrubber).to_have_attribute("aria-valuetext", "epoch 0: lr = 0.1")
    for _ in range(25):
        page.keyboard.press("ArrowRight")
    expect(scrubber).to_have_attribute("aria-valuetext", "epoch 25: lr = 0.05")
    expect(page.locator(".readout")).to_have_text("epoch 25:lr = 0.05")
    page.keyboard.press("End")
    expect(page.locator(".readout")).to_contain_text("epoch 99:")
    assert page.locator(".formula math").count() == 1


def test_the_scrubber_stands_below_its_point(open_page):
    page = open_page(element(TWO_CYCLES))
    scrubber = page.locator(".scrubber")
    chart = page.locator("svg.chart").bounding_box()
    for value, x in [("0", 0), ("99", -1)]:
        scrubber.fill(value)
        expect(page.locator(".readout .when")).to_have_text(f"epoch {value}:")
        dot = page.locator(".dots circle").bounding_box()
        box = scrubber.bounding_box()
        thumb = box["x"] + 8 if x == 0 else box["x"] + box["width"] - 8
        assert abs(dot["x"] + dot["width"] / 2 - thumb) < 1
    assert chart["x"] <= box["x"] and box["x"] + box["width"] <= chart["x"] + chart["width"]


def test_pointing_at_the_chart_moves_the_cursor(open_page):
    page = open_page(element(TWO_CYCLES))
    ticks = page.locator(".axes .x").first.locator("text")
    tick = ticks.filter(has_text="60").bounding_box()
    page.mouse.move(tick["x"] + tick["width"] / 2, tick["y"] - 50)
    expect(page.locator(".readout .when")).to_have_text("epoch 60:")


def test_a_touch_on_the_chart_moves_the_cursor_and_the_page_still_scrolls(open_page):
    page = open_page(element(TWO_CYCLES), has_touch=True, width=390)
    box = page.locator(".figure").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] - 5, box["y"] + 100)
    expect(page.locator(".readout .when")).to_have_text("epoch 99:")
    assert page.locator(".figure").evaluate("e => getComputedStyle(e).touchAction") == (
        "pan-y pinch-zoom"
    )


def test_pins_stay_are_named_by_what_differs_and_can_be_removed(open_page):
    page = open_page(element(TWO_CYCLES))
    before = path_of(page)
    pin = page.get_by_role("button", name="Pin", exact=False).first
    pin.click()
    pin.click()
    field(page, "t_initial").fill("100")
    expect(page.locator("path.curve")).to_have_count(2)
    assert path_of(page, "path.curve:not(.bold)") == before
    items = page.locator(".readout li")
    expect(items).to_contain_text(["t_initial=100", "t_initial=50"])
    page.get_by_role("button", name="Unpin t_initial=50").click()
    expect(page.locator("path.curve")).to_have_count(1)
    expect(pin).to_be_focused()
    expect(items).to_have_text(["lr = 0.08536"])


def test_labels_leave_out_what_timm_has_by_default(open_page):
    pins = [{"schedule": "cosine", "t_initial": 60}, {"schedule": "cosine", "k_decay": 2}]
    page = open_page(element(TWO_CYCLES, f"view='{json.dumps({'pins': pins})}'"))
    expect(page.locator(".readout .label")).to_have_text(
        ["t_initial=50, cycle_limit=2", "t_initial=60", "t_initial=100, k_decay=2"]
    )


def test_no_more_pins_than_an_address_can_hold(open_page):
    page = open_page(element(TWO_CYCLES))
    for t_initial in range(10, 20):
        field(page, "t_initial").fill(str(t_initial))
        page.locator("button[name=pin]").click()
    expect(page.locator(".readout button")).to_have_count(8)
    expect(page.get_by_role("status").first).to_have_text("At most 8 curves can be pinned.")


def test_the_overlay_is_another_scheduler_on_the_same_budget(open_page):
    page = open_page(element({"schedule": "cosine", "t_initial": 60, "num_epochs": 60}))
    page.get_by_label("Compare with", exact=True).select_option("poly")
    expect(page.locator("path.curve")).to_have_count(2)
    expect(page.locator(".readout li")).to_contain_text(["cosine", "poly"])
    before = path_of(page, "path.curve.dash-1")
    field(page, "t_initial").fill("30")
    expect(page.locator("path.curve.dash-1")).not_to_have_attribute("d", before)
    expect(page.get_by_label("Compare with", exact=True).locator("[value=cosine]")).to_be_disabled()
    page.get_by_label("Scheduler", exact=True).select_option("poly")
    expect(page.locator("path.curve")).to_have_count(1)


def test_the_view_of_the_article_is_one_epoch_further(open_page):
    page = open_page(element(TWO_CYCLES))
    page.locator(".scrubber").fill("25")
    page.get_by_label("after epoch").check()
    expect(page.locator(".readout .when")).to_have_text("after epoch 25:")
    shown = page.locator(".readout .value").inner_text()
    assert float(shown.strip("= ")) == pytest.approx(lr_at(page, 26), rel=1e-3)
    assert lr_at(page, 25) != pytest.approx(lr_at(page, 26), rel=1e-2)


def test_updates_are_drawn_over_epochs_too(open_page):
    settings = {"schedule": "cosine", "t_in_epochs": False, "t_initial": 1000}
    page = open_page(element(settings))
    names = page.locator(".axes .names")
    expect(names).to_contain_text("update")
    expect(names).to_contain_text("epoch")
    page.locator(".scrubber").fill("125")
    expect(page.locator(".readout .when")).to_have_text("update 125 (epoch 12):")


def test_the_logarithmic_axis_has_powers_of_ten(open_page):
    page = open_page(element({"schedule": "cosine", "lr_min": 1e-4}))
    before = path_of(page)
    page.get_by_label("log").check()
    labels = page.locator(".axes .y").first.locator("text")
    expect(labels).to_have_text(["1e-4", "0.001", "0.01", "0.1"])
    assert path_of(page) != before


def test_a_long_curve_has_few_points_and_all_extremes(open_page):
    settings = {
        "schedule": "cosine",
        "t_in_epochs": False,
        "updates_per_epoch": 1000,
        "t_initial": 100,
        "cycle_limit": 1000,
    }
    page = open_page(element(settings))
    heights = heights_of(path_of(page))
    width = page.locator("svg.chart").bounding_box()["width"]
    assert width < len(heights) < 4 * width
    assert settings_of(page)["num_epochs"] * 1000 == 100_000
    top, bottom = min(heights), max(heights)
    peaks = sum(y < top + 1 for y in heights)
    valleys = sum(y > bottom - 1 for y in heights)
    assert peaks > width * 0.9 and valleys > width * 0.9


def test_the_table_has_a_row_for_each_epoch_and_follows(open_page):
    page = open_page(element(TWO_CYCLES))
    assert page.locator("tbody tr").count() == 0
    page.get_by_text("Data table").click()
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(100)
    expect(rows.nth(25)).to_have_text("250.05")
    field(page, "t_initial").fill("100")
    expect(rows.nth(50)).to_have_text("500.05")
    tab(page, "Run").click()
    field(page, "num_epochs").fill("1000")
    expect(rows).to_have_count(250)


def test_the_curve_has_a_gap_where_timm_has_no_real_value(open_page):
    page = open_page(element({"schedule": "poly", "k_decay": -1, "t_initial": 10}))
    assert [math.isnan(lr_at(page, t)) for t in (0, 1, 9, 10)] == [False, True, True, False]
    lines = path_of(page).split("M")[1:]
    assert len(lines) == 2
    assert lines[0].count("L") == 0 and lines[1].count("L") == 99 - 10
    page.locator(".scrubber").fill("5")
    expect(page.locator(".readout")).to_contain_text("lr = —")
    expect(page.locator(".dots .hue-0")).to_have_count(0)


def test_a_long_curve_has_its_gap_too(open_page):
    settings = {"schedule": "poly", "k_decay": -1, "t_initial": 50_000, "t_in_epochs": False}
    page = open_page(element(settings | {"updates_per_epoch": 1000}))
    first, second = path_of(page).split("M")[1:]
    assert first.count("L") == 0
    start, end = float(first.split()[0]), float(second.split("L")[-1].split()[0])
    assert float(second.split()[0]) == pytest.approx((start + end) / 2, abs=1)


def test_marks_stand_at_restarts_and_the_metric_has_a_strip(open_page):
    page = open_page(element(TWO_CYCLES))
    expect(page.locator(".mark-labels")).to_contain_text("restart")
    assert not page.locator(".metric").get_attribute("d")
    page.get_by_label("Scheduler", exact=True).select_option("plateau")
    expect(page.locator(".axes .names")).to_contain_text("metric")
    expect(page.locator(".metric")).to_have_attribute("d", re.compile("^M"))


# Messages


def test_impossible_settings_keep_the_last_good_curve_dimmed(open_page):
    page = open_page(element(GOOD_AND_BAD))
    good = path_of(page)
    field(page, "t_initial").fill("0")
    problem = page.locator(".messages .problem")
    expect(problem).to_contain_text("t_initial")
    expect(page.locator("path.last")).to_have_attribute("d", good)
    assert page.locator("path.last").evaluate("e => getComputedStyle(e).opacity") < "0.5"
    expect(page.locator("path.curve:not(.last)")).to_have_attribute("d", "")
    expect(page.locator(".readout")).to_contain_text("lr = —")
    expect(page.get_by_role("status").first).to_contain_text("t_initial")
    field(page, "t_initial").fill("100")
    expect(page.locator("path.last")).to_have_count(0)
    expect(problem).to_have_count(0)
    expect(page.locator("path.curve.bold")).to_have_attribute("d", good)


def test_a_pitfall_is_shown_and_announced_once_it_stands(open_page):
    page = open_page(element({"schedule": "cosine", "t_initial": 50, "num_epochs": 50}))
    status = page.get_by_role("status").first
    expect(page.locator(".messages .pitfall").first).to_be_visible()
    page.wait_for_timeout(1500)
    assert status.inner_text() == ""
    tab(page, "Warm-up").click()
    field(page, "warmup_t").fill("60")
    expect(page.locator(".messages .pitfall").first).to_contain_text("warmup_t is 60")
    expect(status).to_contain_text("warmup_t is 60")


def test_the_chart_is_described_in_words(open_page):
    page = open_page(element(TWO_CYCLES))
    chart = page.get_by_role("img", name="Learning rate of CosineLRScheduler")
    expect(chart).to_have_accessible_description(re.compile("0.1"))
    before = page.locator("#summary").inner_text()
    field(page, "t_initial").fill("25")
    expect(page.locator("#summary")).not_to_have_text(before)


# What timm says


def show_answer(page, change="", error="null", settings="element.settings"):
    page.locator("lr-explorer").evaluate(f"""element => {{
        const lrs = element.run.lrs.map((values) => values.slice());
        {change}
        element.timm = {{settings: {settings}, lrs, error: {error}}};
    }}""")


def test_the_badge_says_whether_timm_agrees(open_page):
    page = open_page(element(TWO_CYCLES))
    badge = page.locator(".badge")
    expect(badge).to_be_hidden()
    show_answer(page)
    expect(badge).to_have_text("✓ timm")
    show_answer(page, "lrs[0][10] *= 1 + 5e-13;")
    expect(badge).to_have_text("✓ timm")
    show_answer(page, "lrs[0][99] += 9e-17;")
    expect(badge).to_have_text("✓ timm")
    show_answer(page, "lrs[0][10] *= 1 + 5e-9;")
    expect(badge).to_have_text("✗ timm: 5.0e-9")
    show_answer(page, "lrs[0][10] = NaN;")
    expect(badge).to_have_text("✗ timm: Infinity")
    show_answer(page, error='"ValueError: no"')
    expect(badge).to_have_text("✗ timm: ValueError: no")
    show_answer(page)
    field(page, "t_initial").fill("40")
    expect(badge).to_have_text("… timm")


def test_the_badge_agrees_where_timm_fails_as_expected(open_page):
    page = open_page(element({"schedule": "tanh", "lb": 3, "ub": -3}))
    show_answer(page, error="element.run.problem.timm")
    expect(page.locator(".badge")).to_have_text("✓ timm")
    show_answer(page, error='"AssertionError: in the words of another version"')
    expect(page.locator(".badge")).to_have_text("✓ timm")
    show_answer(page, error='"ValueError: no"')
    expect(page.locator(".badge")).to_have_text("✗ timm: ValueError: no")
    show_answer(page)
    expect(page.locator(".badge")).to_have_text("✗ timm: —")


def test_the_badge_agrees_where_timm_goes_on_or_never_returns(open_page):
    endless = {"schedule": "cosine", "noise_range_t": 40, "noise_pct": 0}
    page = open_page(element(endless))
    show_answer(page, error='""')
    expect(page.locator(".badge")).to_have_text("✓ timm")
    no_real_value = {"schedule": "poly", "t_initial": 10, "cycle_mul": 1.3, "cycle_limit": 50}
    page = open_page(element({**no_real_value, "k_decay": 0.5, "num_epochs": 500}))
    assert page.locator("lr-explorer").evaluate("element => element.run.problem.timm") == ""
    show_answer(page)
    expect(page.locator(".badge")).to_have_text("✓ timm")


# Copying


def test_code_and_link_are_copied(open_page):
    page = open_page(element(TWO_CYCLES), permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the Python code").click()
    expect(page.get_by_role("status").first).to_have_text("Copied.")
    expect(page.locator("button[name=code]")).to_have_class("done")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "CosineLRScheduler(" in copied and "t_initial=50" in copied
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("button[name=link]")).to_have_class("done")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{SECURE}/#explorer?schedule=cosine&t_initial=50&cycle_limit=2"


def test_what_cannot_be_copied_is_shown_selected(open_page):
    page = open_page(element(TWO_CYCLES), at=INSECURE)
    button = page.get_by_role("button", name="Copy the Python code")
    button.click()
    text = page.get_by_role("dialog").get_by_role("textbox")
    expect(text).to_be_focused()
    selected = text.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)")
    assert "t_initial=50" in selected
    page.keyboard.press("Escape")
    expect(text).to_be_hidden()
    expect(button).to_be_focused()


# Addresses


def test_an_address_opens_the_explorer_at_its_settings(open_page):
    address = "#explorer?log=true&pin=schedule%3Dpoly&t_initial=70&schedule=tanh"
    page = open_page(element(TWO_CYCLES), address=address)
    settings = settings_of(page)
    assert (settings["schedule"], settings["t_initial"]) == ("tanh", 70)
    expect(page.get_by_label("log")).to_be_checked()
    expect(page.locator("path.curve")).to_have_count(2)
    page.wait_for_timeout(500)
    assert page.url == f"{SECURE}/{address}"


def test_what_an_address_has_wrong_is_said(open_page):
    page = open_page(element(), address="#explorer?schedule=cosine&t_initial=x&foo=1")
    expect(page.locator(".messages")).to_contain_text("t_initial=x · foo=1")
    assert settings_of(page)["t_initial"] == 100


def test_the_address_follows_only_the_reader(open_page):
    page = open_page(element(TWO_CYCLES))
    page.wait_for_timeout(500)
    assert page.url == f"{SECURE}/"
    slider(page, "t_initial").press("ArrowLeft")
    page.wait_for_url("**/#explorer?schedule=cosine&t_initial=49&cycle_limit=2")
    assert page.evaluate("history.length") == 2


def test_a_link_sets_the_explorer_again_and_again_and_keeps_pins(open_page):
    link = '<p><a href="#explorer?schedule=poly&t_initial=30">figure</a></p>'
    page = open_page(element(TWO_CYCLES) + "<br>" * 80 + link)
    page.locator("button[name=pin]").click()
    for _ in range(2):
        page.get_by_text("figure").click()
        expect(page.locator(".explorer")).to_be_focused()
        expect(page.locator("lr-explorer")).to_be_in_viewport()
        settings = settings_of(page)
        assert (settings["schedule"], settings["t_initial"]) == ("poly", 30)
        expect(page.locator("path.curve")).to_have_count(2)


def test_a_link_takes_away_the_pins_that_the_page_has_set(open_page):
    link = '<p><a href="#explorer?schedule=poly">figure</a></p>'
    view = """view='{"pins": [{"schedule": "tanh"}]}'"""
    page = open_page(element(TWO_CYCLES, view) + link)
    page.locator("button[name=pin]").click()
    expect(page.locator("path.curve")).to_have_count(3)
    page.get_by_text("figure").click()
    expect(page.locator(".readout .label")).to_contain_text(["poly", "cosine"])
    expect(page.locator("path.curve")).to_have_count(2)


def test_a_link_takes_away_the_pins_of_another_link(open_page):
    pin = "schedule%3Dtanh"
    links = f"""<a href="#explorer?schedule=poly&pin={pin}">one</a>
        <a href="#explorer?schedule=step">two</a>"""
    page = open_page(element(TWO_CYCLES) + links)
    page.get_by_role("link", name="one").click()
    expect(page.locator("path.curve")).to_have_count(2)
    page.get_by_role("link", name="two").click()
    expect(page.locator("path.curve")).to_have_count(1)


def test_the_address_is_left_alone_where_it_is_not_the_readers(open_page):
    page = open_page(element(TWO_CYCLES, 'address="off"'), address="#explorer?schedule=poly")
    slider(page, "t_initial").press("ArrowLeft")
    page.wait_for_timeout(500)
    assert page.url.endswith("#explorer?schedule=poly")
    assert settings_of(page)["t_initial"] == 49
    expect(page.locator("button[name=link]")).to_be_hidden()


def test_two_explorers_do_not_meet(open_page):
    page = open_page(element(TWO_CYCLES) + element({"schedule": "poly"}))
    explorers = page.locator("lr-explorer")
    assert explorers.evaluate_all("all => all.map(({id}) => id)") == ["explorer", "explorer-2"]
    slider(page, "t_initial").nth(1).press("ArrowLeft")
    page.wait_for_url("**/#explorer-2?schedule=poly&t_initial=99")
    assert settings_of(page)["t_initial"] == 50
    page.evaluate("location.hash = '#explorer?schedule=step'")
    page.wait_for_function("document.querySelector('#explorer').settings.schedule === 'step'")
    assert settings_of(page, 1)["t_initial"] == 99


# Tabs, height, languages, themes


def test_the_arrow_keys_move_between_tabs(open_page):
    page = open_page(element())
    tab(page, "Shape").focus()
    page.keyboard.press("ArrowRight")
    expect(tab(page, "Cycles")).to_be_focused()
    expect(page.get_by_role("tabpanel")).to_have_count(1)
    expect(page.get_by_role("tabpanel", name="Cycles")).to_be_visible()
    page.keyboard.press("End")
    expect(tab(page, "Run")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(tab(page, "Shape")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(tab(page, "Run")).to_be_focused()
    page.keyboard.press("Home")
    expect(tab(page, "Shape")).to_be_focused()
    page.keyboard.press("Tab")
    expect(slider(page, "t_initial")).to_be_focused()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [320, 390, 700])
def test_the_height_is_the_reserved_one_whatever_is_shown(open_page, width, language):
    reserved = open_page(element(), width=width, language=language, script=False)
    height = reserved.locator("lr-explorer").bounding_box()["height"]
    page = open_page(element(), width=width, language=language)
    explorer = page.locator("lr-explorer")
    seen = set()
    for schedule in SCHEDULES:
        page.locator("select").first.select_option(schedule)
        name = re.compile(f"{schedule}LRScheduler", re.IGNORECASE)
        page.get_by_role("img", name=name).wait_for()
        for each in page.get_by_role("tab").all():
            each.click()
            help_box = page.locator(".help").bounding_box()
            box = page.locator(".controls").bounding_box()
            assert help_box["y"] + help_box["height"] <= box["y"] + box["height"] + 1
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            seen.add(round(explorer.bounding_box()["height"]))
    page.locator("button[name=pin]").click()
    explorer.evaluate("e => (e.settings = {schedule: 'tanh', lb: 5, lr: [1, 2, 3, 4]})")
    page.locator(".messages .problem").wait_for()
    seen.add(round(explorer.bounding_box()["height"]))
    assert seen == {round(height)}


def test_on_a_phone_the_curve_stays_in_sight_of_the_controls(open_page):
    page = open_page(element({"schedule": "plateau"}) + "<br>" * 40, width=390)
    page.locator("select[name=mode]").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 300)")
    chart, control = page.locator("svg.chart"), page.locator("select[name=mode]")
    expect(chart).to_be_in_viewport(ratio=0.99)
    control.focus()
    expect(control).to_be_in_viewport(ratio=1)
    bottom = chart.bounding_box()["y"] + chart.bounding_box()["height"]
    assert control.bounding_box()["y"] >= bottom
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        focused = page.evaluate("""() => {
            const {shadowRoot} = document.querySelector("lr-explorer");
            return shadowRoot.activeElement.getBoundingClientRect().top;
        }""")
        assert focused >= bottom - 1


def test_the_help_of_the_active_control_is_shown(open_page):
    page = open_page(element())
    slider(page, "k_decay").focus()
    expect(page.locator(".help")).to_contain_text("k_decay")
    described = re.compile("^" + re.escape(page.locator(".help").inner_text()[len("k_decay ") :]))
    expect(slider(page, "k_decay")).to_have_accessible_description(described)


@pytest.mark.parametrize(
    ("page_language", "attributes", "word"),
    [
        ("en", "", "Reset"),
        ("ja", "", "戻す"),
        ("ja-JP", "", "戻す"),
        ("en", 'lang="ja"', "戻す"),
        ("fr", "", "Reset"),
    ],
)
def test_the_language_is_the_nearest(open_page, page_language, attributes, word):
    page = open_page(element(None, attributes), language=page_language)
    expect(page.locator("button[name=reset]")).to_have_text(word)


def test_the_language_changes_in_place(open_page):
    page = open_page(element(TWO_CYCLES))
    slider(page, "t_initial").press("ArrowLeft")
    page.locator("lr-explorer").evaluate("e => (e.lang = 'ja')")
    expect(page.locator("button[name=reset]")).to_have_text("戻す")
    assert settings_of(page)["t_initial"] == 49


@pytest.mark.parametrize(
    ("theme", "scheme"),
    [("light", "light"), ("dark", "dark"), ("light, unsaid", "light"), ("dark, unsaid", "dark")],
)
def test_native_controls_fit_the_page(open_page, theme, scheme):
    page = open_page(element(), theme=theme)
    select = page.locator("select").first
    assert select.evaluate("e => getComputedStyle(e).colorScheme") == scheme


def test_native_controls_follow_when_the_page_changes_its_theme(open_page):
    page = open_page(element(), theme="light, unsaid")
    page.evaluate("document.body.style.color = 'rgb(206, 214, 221)'")
    page.wait_for_function("""() => {
        const {shadowRoot} = document.querySelector("lr-explorer");
        return getComputedStyle(shadowRoot.querySelector("select")).colorScheme === "dark";
    }""")


def find_violations(page):
    """What axe finds wrong with the page, other than what belongs to whole sites."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => (await axe.run(document)).violations")
    return [
        (violation["id"], node["target"], node.get("failureSummary"))
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_axe_finds_nothing(open_page, language, theme):
    page = open_page(
        element(GOOD_AND_BAD) + element(TWO_CYCLES),
        language=language,
        theme=theme,
        width=390,
        at=INSECURE,
    )
    first = page.locator("lr-explorer").first
    assert find_violations(page) == []
    for each in first.get_by_role("tab").all():
        each.click()
        assert find_violations(page) == []
    first.locator("details summary").click()
    first.locator("select").nth(1).select_option("poly")
    first.locator("button[name=pin]").click()
    first.get_by_role("tab").first.click()
    entry = first.locator("input[type=text][name=t_initial]")
    entry.fill("0")
    first.locator(".messages .problem").wait_for()
    entry.fill("x")
    entry.press("Enter")
    show = "e => (e.timm = {settings: e.settings, lrs: null, error: 'ValueError: no'})"
    first.evaluate(show)
    first.locator(".badge.different").wait_for()
    assert find_violations(page) == []
    first.locator("button[name=code]").click()
    first.get_by_role("dialog").wait_for()
    assert find_violations(page) == []


@pytest.mark.parametrize("width", [320, 700])
def test_targets_are_large_enough_for_fingers(open_page, width):
    page = open_page(element(TWO_CYCLES), width=width)
    page.locator("button[name=pin]").click()
    page.locator(".readout button").wait_for()
    small = page.locator("lr-explorer").evaluate("""element => {
        const targets = "button, select, input, summary, .views label";
        return [...element.shadowRoot.querySelectorAll(targets)]
            .filter((target) => !target.closest(".views") || target.matches("label"))
            .map((target) => [target.outerHTML.slice(0, 60), target.getBoundingClientRect()])
            .filter(([, {width, height}]) => width && Math.min(width, height) < 23.9)
            .map(([html]) => html);
    }""")
    assert small == []


def test_print_has_the_curve_and_no_controls(open_page):
    page = open_page(element())
    page.emulate_media(media="print")
    expect(page.locator("svg.chart")).to_be_visible()
    expect(page.locator(".controls")).to_be_hidden()
    expect(page.locator(".scrubber")).to_be_hidden()


def test_the_static_form_is_there_until_the_script_runs(open_page):
    page = open_page(element(), script=False)
    expect(page.get_by_text("static form")).to_be_visible()
    with_script = open_page(element())
    expect(with_script.get_by_text("static form")).to_be_hidden()


def test_without_scripts_no_place_is_reserved(open_page):
    page = open_page(element(), script=False, java_script_enabled=False)
    assert page.locator("lr-explorer").bounding_box()["height"] < 100


def test_nothing_shifts_while_the_page_loads(open_page):
    page = open_page(element() + "<p>text below</p>", width=390)
    page.wait_for_timeout(300)
    shift = page.evaluate("""() => new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().map(({value}) => value)))
            .observe({type: "layout-shift", buffered: true});
        setTimeout(resolve, 300, []);
    })""")
    assert sum(shift) == 0


# Properties


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"schedule": "linear"}, 'schedule is "linear"; it must be one of step, multistep'),
        ({"schedule": "cosine", "t_initial": 1.5}, "t_initial is 1.5"),
        ({"schedule": "cosine", "lr": []}, "lr is []"),
    ],
)
def test_settings_that_are_none_are_refused(open_page, given, sentence):
    page = open_page(element(TWO_CYCLES))
    refused = page.locator("lr-explorer").evaluate(
        """(element, given) => {
            try { element.settings = given; } catch (error) { return error.message; }
        }""",
        given,
    )
    assert sentence in refused
    assert settings_of(page)["t_initial"] == 50


def test_an_element_that_moves_keeps_its_settings(open_page):
    page = open_page(element(TWO_CYCLES) + "<section></section>")
    slider(page, "t_initial").press("ArrowLeft")
    page.evaluate("document.querySelector('section').append(document.querySelector('#explorer'))")
    expect(field(page, "t_initial")).to_have_value("49")
    slider(page, "t_initial").press("ArrowLeft")
    assert settings_of(page)["t_initial"] == 48


def test_an_address_is_opened_once(open_page):
    page = open_page(element(TWO_CYCLES) + "<section></section>", address="#explorer?schedule=poly")
    slider(page, "t_initial").press("ArrowLeft")
    page.evaluate("document.querySelector('section').append(document.querySelector('#explorer'))")
    expect(field(page, "t_initial")).to_have_value("99")
