"""Search in both languages, served and opened as files."""

import re

import pytest
from playwright.sync_api import expect
from site_pages import SitePages

FOUND = [
    ("ja", "学習率スケジューラ", "index.html", "学習率スケジューラ"),
    ("ja", "更新ごと", "setup.html", "更新ごと"),
    ("ja", "decay_rate", "step.html", "decay_rate"),
    ("en", "milestones", "multistep.html", "milestone"),
    ("en", "staircases", "step.html", "staircase"),
    ("en", "decay rate", "step.html", "decay"),
]


@pytest.fixture(params=["http", "file"])
def open_search(request, browser, site, site_url):
    """A function that searches as a reader does, on a phone."""
    pages = SitePages(browser, site_url if request.param == "http" else site.as_uri())

    def open_search(language, query):
        page = pages.open(f"{language}/search.html", viewport={"width": 390, "height": 844})
        page.get_by_role("searchbox").fill(query)
        page.get_by_role("searchbox").press("Enter")
        page.wait_for_url("**/search.html?q=*")
        return page

    yield open_search
    pages.close()


@pytest.mark.parametrize(("language", "query", "address", "word"), FOUND)
def test_a_result_shows_what_stands_around_it(open_search, language, query, address, word):
    page = open_search(language, query)
    result = page.locator("#search-results li", has=page.locator(f"a[href^='{address}']")).first
    context = result.locator(".context")
    expect(context).to_contain_text(word, ignore_case=True)
    expect(context.locator("mark").first).to_be_visible()
    assert len(context.text_content()) > len(query) + 40
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+"))
    (count,) = re.findall(r"\d+", page.get_by_role("status").text_content())
    assert page.locator("#search-results li").count() == int(count)
    result.locator("a").last.click()
    page.wait_for_url(f"**/{language}/{address}*")


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [("ja", "量子力学", "見つかりませんでした"), ("en", "quantum", "Nothing found")],
)
def test_nothing_found_is_said(open_search, language, query, said):
    page = open_search(language, query)
    expect(page.get_by_role("status")).to_contain_text(said)
    assert page.locator("#search-results li").count() == 0


def test_a_result_leads_to_its_section(open_search):
    page = open_search("en", "noise_seed")
    link = page.locator("#search-results li a[href*='#']").first
    heading = link.text_content().split(" > ")[-1]
    link.click()
    expect(page.locator(":target")).to_contain_text(heading)


def test_the_index_is_loaded_only_to_search(open_page, site_url):
    page = open_page("ja/search.html")
    loaded = []
    page.on("request", lambda request: loaded.append(request.url.split("/")[-1]))
    page.reload()
    assert "search.js" in loaded
    assert not {"searchindex.js", "search-texts.js"} & set(loaded)
    page.get_by_role("searchbox").fill("timm")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#search-results li .context").first).to_be_visible()
    assert {"searchindex.js", "search-texts.js"} <= set(loaded)
