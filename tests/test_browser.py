"""The built site in a browser, with every other host out of reach."""

import pytest

from tools.project import ROOT, Project

BOOK = Project(ROOT)


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("name", BOOK.pages)
def test_a_page_opens_without_errors_and_fits_a_phone(open_page, language, name):
    page = open_page(f"{language}/{name}.html", viewport={"width": 390, "height": 844})
    assert page.locator(".bd-article h1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_switch_goes_to_the_same_page_and_back(open_page):
    page = open_page("ja/step.html")
    page.locator(".language-switch a").click()
    page.wait_for_url("**/en/step.html")
    page.locator(".language-switch a").click()
    page.wait_for_url("**/ja/step.html")


@pytest.mark.parametrize(
    ("language", "query", "found"),
    [
        ("ja", "学習率スケジューラ", "index.html"),
        ("ja", "コサイン減衰", "index.html"),
        ("ja", "更新ごと", "setup.html"),
        ("ja", "率", "step.html"),
        ("ja", "decay_rate", "step.html"),
        ("en", "milestones", "multistep.html"),
        ("en", "staircase", "step.html"),
    ],
)
def test_search_finds(open_page, language, query, found):
    page = open_page(f"{language}/search.html?q={query}")
    page.locator("#search-results .search li").first.wait_for()
    hrefs = page.locator("#search-results li a").evaluate_all("links => links.map(a => a.href)")
    assert any(f"/{language}/{found}" in href for href in hrefs)


def test_search_waits_for_a_script_that_comes_late(site_pages):
    page = site_pages.new_page()
    held = []
    page.route("**/searchtools.js*", lambda route: held.append(route))
    page.goto(f"{site_pages.base}/en/search.html?q=milestones", wait_until="commit")
    page.wait_for_timeout(500)
    held.pop().fallback()
    page.locator("#search-results .search li").first.wait_for()


@pytest.mark.parametrize(("language", "query"), [("ja", "量子力学"), ("en", "quantum")])
def test_search_does_not_find_what_is_not_there(open_page, language, query):
    page = open_page(f"{language}/search.html?q={query}")
    page.wait_for_function("document.querySelector('.search-summary')?.innerText.length > 0")
    assert page.locator("#search-results .search li").count() == 0


@pytest.mark.parametrize(("locale", "language"), [("ja-JP", "ja"), ("en-GB", "en")])
def test_the_landing_page_follows_the_language_of_the_browser(open_page, locale, language):
    page = open_page("index.html", locale=locale)
    page.wait_for_url(f"**/{language}/index.html")


@pytest.mark.parametrize(
    ("path", "options"),
    [("index.html", {"locale": "fr-FR"}), ("index.html#choose", {"locale": "ja-JP"})],
)
def test_the_landing_page_lets_others_choose(open_page, path, options):
    page = open_page(path, **options)
    page.wait_for_timeout(300)
    assert page.locator("main a").count() == len(BOOK.languages)


def test_formulas_are_mathml(open_page):
    page = open_page("en/step.html")
    assert page.locator("math").count() > 10
    box = page.locator("div.math math").first.bounding_box()
    assert box["width"] > 50 and box["height"] > 10
