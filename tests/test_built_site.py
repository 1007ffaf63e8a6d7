"""The built site as files: languages, switches, links, anchors, nothing from elsewhere."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from tools.audit.links import check_links
from tools.project import ROOT, Project

BOOK = Project(ROOT)
PAGES = [(language, page) for language in BOOK.languages for page in BOOK.pages]


@cache
def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def page(site: Path, language: str, name: str) -> BeautifulSoup:
    return parsed(site / language / f"{name}.html")


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_a_page_is_in_its_language(site, language, name):
    assert page(site, language, name).html["lang"] == language


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_the_switch_lands_on_the_same_page(site, language, name):
    switch = page(site, language, name).select_one("nav.language-switch")
    assert switch.select_one("[aria-current]")["lang"] == language
    links = {link["lang"]: link["href"] for link in switch.select("a")}
    assert links == {
        other: f"../{other}/{name}.html" for other in BOOK.languages if other != language
    }


def test_interface_strings_are_in_the_language_of_the_edition(site):
    japanese = page(site, "ja", "step").select_one(".bd-header-article, .bd-sidebar-primary")
    text = str(japanese)
    for english in ("Color mode", "System Settings", "Toggle primary sidebar", "Search"):
        assert english not in text
    assert "コードを表示" in str(page(site, "ja", "step").select_one(".bd-article details"))
    assert "Show the code" in str(page(site, "en", "step").select_one(".bd-article details"))


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_every_picture_is_described(site, language, name):
    for image in page(site, language, name).select(".bd-article img"):
        assert image.get("alt") and not image["alt"].endswith(".svg"), image


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_the_place_of_every_picture_is_kept_free(site, language, name):
    for image in page(site, language, name).select('img[src*="_images/"]'):
        svg = ElementTree.parse(site / language / unquote(image["src"])).getroot()
        for side in ("width", "height"):
            pixels = float(svg.get(side).removesuffix("pt")) * 4 / 3
            assert abs(int(image[side]) - pixels) <= 0.5


def test_the_landing_page_offers_every_edition(site):
    landing = parsed(site / "index.html")
    assert [link["href"] for link in landing.select("main a")] == [
        f"{language}/index.html" for language in BOOK.languages
    ]


def test_no_internal_link_is_broken(site):
    problems = [f"{problem.page}: {problem.text}" for problem in check_links(site).problems]
    assert not problems, f"{problems}: mend the links in book/, then run `make notebooks book`."


def test_a_broken_link_and_a_broken_anchor_are_found(tmp_path):
    (tmp_path / "a.html").write_text(
        '<a href="b.html">x</a><a href="#y">y</a><a href="#z?t=1">z</a><img src="i.svg">'
        '<a href="c.html#there?t=1">c</a><a href="https://example.org/d">d</a>'
        '<a href="/c.html">e</a><a href="/gone.html">f</a>'
    )
    (tmp_path / "c.html").write_text('<p id="there"></p><a href="%61.html#gone">a</a>')
    assert [(problem.page, problem.text) for problem in check_links(tmp_path).problems] == [
        ("a.html", "b.html: no such file"),
        ("a.html", "#y: no such anchor"),
        ("a.html", "#z?t=1: no such anchor"),
        ("a.html", "i.svg: no such file"),
        ("a.html", "/gone.html: no such file"),
        ("c.html", "%61.html#gone: no such anchor"),
    ]


def test_the_figure_index_links_to_every_finished_figure(site):
    for language in BOOK.languages:
        links = {link["href"] for link in page(site, language, "figures").select(".gallery a")}
        assert "step.html#StepLRScheduler+warmup" in links
        assert "multistep.html#MultiStepLRScheduler" in links


def test_the_notebook_can_be_downloaded(site):
    for language, name in PAGES:
        stored = (site / language / "_sources" / f"{name}.ipynb").read_bytes()
        assert stored == BOOK.notebook(language, name).read_bytes()
