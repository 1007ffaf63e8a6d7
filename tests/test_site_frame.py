"""The frame of every page: what it loads, its policy, its keys; what is left without scripts."""

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from site_pages import SitePages

from tools.project import ROOT, Project

BOOK = Project(ROOT)
PAGES = [(language, page) for language in BOOK.languages for page in [*BOOK.pages, "search"]]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}

ON_EVERY_PAGE = ["color-mode.js", "documentation_options.js", "pydata-sphinx-theme.js", "frame.js"]
WITH_CODE = ["clipboard.min.js", "copybutton.js", "copy-words.js"]
COMPONENTS = ("lr-explorer", "lr-challenges", "lr-overview")
TO_SEARCH = ["doctools.js", "language_data.js", "search.js", "searchtools.js"]


def soup(site, language, name):
    text = (site / language / f"{name}.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


# What a page loads


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_a_page_loads_what_it_uses(site, language, name):
    page = soup(site, language, name)
    expected = {*ON_EVERY_PAGE, *(TO_SEARCH if name == "search" else [])}
    expected |= set(WITH_CODE) if page.select(".highlight") else set()
    expected |= {f"{name}.js" for name in COMPONENTS if page.select(name)}
    scripts = [script["src"].split("?")[0].split("/")[-1] for script in page.select("script[src]")]
    assert sorted(scripts) == sorted(expected)
    assert len(page.select("link[rel=stylesheet]")) == 1
    assert page.select("link[rel=preload]") == []
    assert len(page.select("meta[charset]")) == 1


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_nothing_stands_in_a_page_that_the_policy_would_refuse(site, language, name):
    page = soup(site, language, name)
    policy = page.select('meta[http-equiv="Content-Security-Policy"]')
    assert len(policy) == 1
    rules = dict(rule.split(" ", 1) for rule in policy[0]["content"].split("; "))
    assert rules["default-src"] == rules["object-src"] == rules["base-uri"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    before = [tag.name for tag in policy[0].find_all_previous(["script", "link", "style"])]
    assert before == []
    assert page.select("[style], style") == []
    assert [s for s in page.select("script:not([src])") if not s["type"].endswith("json")] == []
    events = [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert events == []


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_every_page_opens_under_its_policy(browser, site, site_url, scheme):
    pages = SitePages(browser, site_url if scheme == "http" else site.as_uri())
    page = pages.new_page(viewport=DESK)
    for language, name in PAGES:
        page.goto(f"{pages.base}/{language}/{name}.html", wait_until="load")
        page.wait_for_function(
            "document.querySelector('.copybtn') || !document.querySelector('pre')"
        )
        expect(page.locator("h1").last).to_be_visible()
    pages.close()


@pytest.mark.parametrize(
    "intruder",
    [
        "<script>document.title = 'x';</script>",
        "<p style='color: red'>",
        "<p onclick='x()'>",
        "<img src='https://example.org/x.png'>",
        "<script src='https://example.org/x.js'></script>",
    ],
)
def test_what_does_not_belong_to_a_page_raises_the_alarm(browser, site, tmp_path, intruder):
    shutil.copytree(site / "en" / "_static", tmp_path / "_static")
    text = (site / "en" / "glossary.html").read_text(encoding="utf-8")
    (tmp_path / "page.html").write_text(text.replace("</main>", f"{intruder}</main>"), "utf-8")
    pages = SitePages(browser, tmp_path.as_uri())
    pages.open("page.html").wait_for_timeout(100)
    with pytest.raises(pytest.fail.Exception, match="policy"):
        pages.close()


def test_readers_get_no_file_that_no_page_uses(site):
    for language in BOOK.languages:
        names = {path.name for path in (site / language / "_static").rglob("*") if path.is_file()}
        assert names <= {
            *(*ON_EVERY_PAGE, *WITH_CODE, *TO_SEARCH, "styles.css", "favicon.svg"),
            *(f"{name}.js" for name in COMPONENTS),
        }


@pytest.fixture
def slow_url(site) -> Iterator[str]:
    """The address of the site where a page stops for a while after its language switch."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            if not self.path.endswith(".html"):
                return super().do_GET()
            text = Path(self.translate_path(self.path)).read_bytes()
            end = text.index(b"</nav>", text.index(b'<nav class="language-switch"'))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(text[:end])
            time.sleep(1)
            self.wfile.write(text[end:])

        def log_message(self, *_):
            pass

    handler = functools.partial(Handler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


SHIFTS = """() => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().map(({value}) => value)))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(resolve, 300, []);
})"""


@pytest.mark.parametrize("language", BOOK.languages)
def test_nothing_shifts_when_a_page_comes_in_pieces(browser, slow_url, language):
    pages = SitePages(browser, slow_url)
    page = pages.open(f"{language}/poly.html", viewport=PHONE)
    assert page.evaluate(SHIFTS) == []
    pages.close()


@pytest.mark.parametrize("language", BOOK.languages)
def test_every_icon_is_drawn(open_page, language):
    page = open_page(f"{language}/step.html", viewport=PHONE)
    icons = page.locator("[class*='fa-']").evaluate_all("""icons => icons.map((icon) => {
        const {maskImage, width} = getComputedStyle(icon, "::before");
        return [icon.className, maskImage.startsWith('url("data:image/svg+xml'), width !== "0px"];
    })""")
    assert len(icons) > 8
    assert [name for name, drawn, wide in icons if not (drawn and wide)] == []


# Keys and focus


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_the_search(open_page, key):
    page = open_page("en/step.html", viewport=DESK)
    page.keyboard.press(key)
    field = page.get_by_role("dialog", name="Search").get_by_role("searchbox")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search.html?q=a%2Fb")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_slash_that_is_written_is_no_shortcut(open_page):
    page = open_page("en/step.html", viewport=DESK)
    page.locator("lr-explorer input[type=text], lr-explorer input[type=number]").first.focus()
    page.keyboard.press("/")
    expect(page.locator("#pst-search-dialog")).not_to_be_visible()


def test_the_sidebar_of_a_phone_is_a_dialog(open_page):
    page = open_page("en/step.html", viewport=PHONE)
    button = page.get_by_role("button", name="Toggle primary sidebar")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog#pst-primary-sidebar-modal")
    expect(dialog.get_by_role("link", name="PolyLRScheduler")).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_sidebar_of_a_wide_screen_goes_and_comes_back(open_page):
    page = open_page("en/step.html", viewport=DESK)
    button = page.get_by_role("button", name="Toggle primary sidebar")
    link = page.locator("#pst-primary-sidebar").get_by_role("link", name="PolyLRScheduler")
    for shown in (True, False, True):
        expect(button).to_have_attribute("aria-expanded", str(shown).lower())
        expect(link).to_be_visible(visible=shown)
        button.press("Enter")
        expect(button).to_be_focused()


def test_the_color_mode_is_chosen_and_kept(open_page):
    page = open_page("en/step.html", viewport=DESK, color_scheme="light")
    button = page.get_by_role("button", name="Color mode")
    button.press("Enter")
    expect(page.locator("html[data-theme=dark]")).to_have_count(1)
    expect(button).to_be_focused()
    page.reload(wait_until="commit")
    page.wait_for_selector("html[data-theme=dark]", state="attached")


def test_a_menu_opens_and_closes_with_keys(open_page):
    page = open_page("en/step.html", viewport=DESK)
    menu = page.locator("details.dropdown").first
    opener = menu.locator("summary")
    link = menu.get_by_role("link").first
    opener.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).not_to_be_visible()
    expect(opener).to_be_focused()
    opener.click()
    page.locator("h1").last.click()
    expect(link).not_to_be_visible()


def test_the_first_link_skips_to_the_text(open_page):
    page = open_page("en/step.html", viewport=DESK)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**#main-content")


@pytest.mark.parametrize(
    ("language", "name", "said"), [("ja", "コピー", "コピーしました"), ("en", "Copy", "Copied")]
)
def test_code_is_copied_and_the_reader_is_told(open_page, language, name, said):
    page = open_page(
        f"{language}/step.html",
        viewport=DESK,
        permissions=["clipboard-read", "clipboard-write"],
    )
    code = page.locator(".bd-article .highlight:visible").first
    button = code.locator("xpath=..").get_by_role("button", name=name, exact=True)
    button.click()
    expect(page.get_by_role("status").filter(has_text=said)).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == code.locator("pre").text_content().strip()


AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice", "experimental"]


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", ["step", "search"])
def test_the_frame_is_accessible(open_page, axe, language, viewport, name):
    page = open_page(f"{language}/{name}.html", viewport=viewport, reduced_motion="reduce")
    if name != "search":
        page.locator("details.dropdown summary").first.click()
    page.evaluate(axe)
    run = "([exclude, values]) => axe.run({exclude}, {runOnly: {type: 'tag', values}})"
    found = page.evaluate(run, [[[".bd-article"]], AXE_TAGS])["violations"]
    assert [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]] == []


# Without scripts


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_without_scripts_everything_can_be_read_and_reached(open_page, language, viewport):
    page = open_page(f"{language}/step.html", java_script_enabled=False, viewport=viewport)
    expect(page.locator(".bd-article p").first).to_be_visible()
    expect(page.locator(".bd-article math").first).to_be_visible()
    expect(page.locator(".bd-article .cell_output img").first).to_be_visible()
    assert page.locator("button:visible, form:visible, input:visible").count() == 0
    if viewport is PHONE:
        page.locator(".sidebar-link").click()
    link = page.locator("#pst-primary-sidebar").get_by_role("link", name="PolyLRScheduler")
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url(f"**/{language}/poly.html")
    page.locator(".language-switch a").click()
    other = next(code for code in BOOK.languages if code != language)
    page.wait_for_url(f"**/{other}/poly.html")


@pytest.mark.parametrize("language", BOOK.languages)
def test_without_scripts_the_search_says_so(open_page, language):
    page = open_page(f"{language}/search.html", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    assert page.locator("button:visible, form:visible").count() == 0
