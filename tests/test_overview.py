"""The live picture of all schedules on the first page: its curves are timm's."""

import gzip
import json

import numpy as np
import pytest
from playwright.sync_api import expect

from helpers import create_model_and_optimizer, record_lrs
from helpers.explorer.timm_run import run_timm
from tools.page import read_page
from tools.project import ROOT, Project

BOOK = Project(ROOT)
SCRIPT = ROOT / "explorer" / "lr-overview.js"
MOST_BYTES = 3_000


@pytest.fixture
def overview(explorer_js):
    """A function that gives settings and learning rates of all panels."""
    if not explorer_js.eval("typeof LROverview === 'function'"):
        explorer_js.eval(SCRIPT.read_text(encoding="utf-8"))

    def runs(warmup, noise):
        code = (
            f"JSON.stringify(LROverview.settings({warmup}, {noise})"
            ".map((settings) => [settings, [...LRExplorer.computeRun(settings).lrs[0]]]))"
        )
        return json.loads(explorer_js.eval(code))

    return runs


@pytest.mark.parametrize(("warmup", "noise"), [(0, 0), (5, 0), (10, 0.05), (30, 0.6)])
def test_the_curves_are_those_of_timm(overview, warmup, noise):
    for settings, lrs in overview(warmup, noise):
        run = run_timm(settings)
        assert run.error is None
        assert settings["warmup_t"] == max(warmup, settings["warmup_t"])
        np.testing.assert_allclose(lrs, run.lrs[:, 0], rtol=1e-12, atol=1e-16)


def test_every_curve_ends_within_the_training(overview):
    for warmup in (0, 30):
        for settings, lrs in overview(warmup, 0):
            if settings["schedule"] in ("cosine", "tanh", "poly", "wsd"):
                assert lrs[99] < 0.1 * max(lrs), settings


def test_it_begins_as_the_picture_it_replaces(overview, monkeypatch):
    """The cell of the picture gives the schedulers and the loss that Plateau watches."""
    monkeypatch.setattr("matplotlib.pyplot.show", lambda: None)
    (cell,) = (
        cell
        for cell in read_page(BOOK, "index").code_cells
        if cell.metadata.get("figure") == "all-schedulers"
    )
    names = {}
    exec(cell.source, names)
    panels = overview(0, 0)
    assert len(panels) == len(names["schedulers"]) == 8
    for (settings, lrs), (scheduler_class, arguments) in zip(panels, names["schedulers"].values()):
        _, optimizer = create_model_and_optimizer()
        trace = record_lrs(scheduler_class(optimizer, **arguments), metrics=names["losses"])
        np.testing.assert_allclose(lrs[:100], trace.used, atol=1e-12, err_msg=str(settings))


def test_it_is_small():
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= MOST_BYTES


@pytest.mark.parametrize("language", BOOK.languages)
def test_one_cursor_for_all_and_a_link_to_every_chapter(open_page, language):
    page = open_page(f"{language}/index.html")
    charts = page.locator("lr-overview .overview-charts a")
    hrefs = charts.evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert hrefs == [
        f"{name}.html"
        for name in ("step", "multistep", "plateau", "cosine", "tanh", "poly", "wsd", "cycles")
    ]
    page.locator("lr-overview input").first.fill("50")
    expect(charts.nth(3)).to_contain_text("0.0500")
    expect(charts.nth(0)).to_contain_text("0.0500")
    charts.nth(0).locator("svg").hover(position={"x": 1, "y": 20})
    expect(charts.nth(3)).to_contain_text("0.1000")
    before = charts.nth(3).locator(".line").get_attribute("d")
    page.locator("lr-overview input").nth(1).fill("20")
    assert charts.nth(3).locator(".line").get_attribute("d") != before
    expect(page.locator("lr-overview > img")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 650, 1440])
def test_its_place_is_kept_free(open_page, width):
    page = open_page("en/index.html", viewport={"width": width, "height": 900})
    box = page.locator("lr-overview")
    content, kept = box.evaluate("box => [box.scrollHeight, box.clientHeight]")
    last = box.locator(".overview-controls").evaluate("part => part.getBoundingClientRect().bottom")
    bottom = box.evaluate("box => box.getBoundingClientRect().bottom")
    assert content <= kept
    assert 0 <= bottom - last <= 64


def test_the_picture_stays_without_scripts(open_page):
    page = open_page("en/index.html", java_script_enabled=False)
    expect(page.locator("lr-overview > img")).to_be_visible()
