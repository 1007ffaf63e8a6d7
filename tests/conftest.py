"""Fixtures: the real book, a small book in a scratch folder, the served site, a browser."""

import functools
import http.server
import os
import shutil
import textwrap
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from py_mini_racer import MiniRacer
from site_pages import SitePages

from tools.browser import find_chromium, launch_chromium
from tools.project import ROOT, Project


@pytest.fixture(scope="session")
def book() -> Project:
    """The book of this repository."""
    return Project(ROOT)


SMALL_CONFIG = """
languages:
  ja: {name: 日本語, title: 小さな本, search: 検索, show_code: 表示, hide_code: 隠す,
       solution: 答え, show_solution: 解答, hide_solution: 隠す, right: 正解, wrong: 違う,
       set_explorer: 設定, not_found: なし, reading_time: '{minutes} 分', summary: 概要}
  en: {name: English, title: Small book, search: Search, show_code: Show, hide_code: Hide,
       solution: Answer, show_solution: Solution, hide_solution: Hide, right: Right, wrong: Wrong,
       set_explorer: Set, not_found: None, reading_time: '{minutes} min', summary: Summary}
parse:
  myst_enable_extensions: [dollarmath]
"""

SMALL_TOC = """
format: jb-book
root: README
parts:
- caption: 日本語
  chapters:
  - file: notebooks/ja/first
"""

SMALL_PAGE = """\
    ---
    kernelspec: {name: python3, display_name: Python 3, language: python}
    ---

    +++ {"lang": "ja"}

    # 題

    文。[リンク](second.ipynb)、$x^2$。

    +++ {"lang": "en"}

    # Title

    A sentence. [A link](second.ipynb), $x^2$.

    +++

    ```{code-cell} ipython3
    print(6 * 7)
    ```
"""


@pytest.fixture(scope="session")
def make_small_book() -> Callable[[Path], Project]:
    """A function that writes a book of one page in two languages into an empty folder."""

    def make(root: Path) -> Project:
        for folder in ("book", "helpers"):
            (root / folder).mkdir()
        (root / "_config.yml").write_text(SMALL_CONFIG, encoding="utf-8")
        (root / "_toc.yml").write_text(SMALL_TOC, encoding="utf-8")
        (root / "requirements.txt").write_text("timm==1.0.31\n", encoding="utf-8")
        (root / "helpers" / "__init__.py").write_text("", encoding="utf-8")
        page = textwrap.dedent(SMALL_PAGE)
        (root / "book" / "first.md").write_text(page, encoding="utf-8")
        return Project(root)

    return make


@pytest.fixture
def small_book(make_small_book: Callable[[Path], Project], tmp_path: Path) -> Project:
    """A book of one page in two languages; edit its files before using it."""
    return make_small_book(tmp_path)


@pytest.fixture(scope="session")
def node_tools(book: Project) -> Path:
    """The folder of package.json's tools; a stated skip without, unless REQUIRE_NODE is set."""
    folder = book.root / "node_modules" / ".bin"
    if not folder.is_dir() or shutil.which("node") is None:
        reason = "no Node tools: Node 20 or newer with npm is needed, then `make node-tools`"
        if os.environ.get("REQUIRE_NODE"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def axe(node_tools: Path) -> str:
    """The script with which a page is examined for accessibility."""
    return (node_tools.parent / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def explorer_js(book: Project) -> MiniRacer:
    """The explorer's bundle in a JavaScript engine without a browser, as `LRExplorer`."""
    engine = MiniRacer()
    engine.eval((book.root / "helpers/explorer/lr-explorer.js").read_text(encoding="utf-8"))
    return engine


@pytest.fixture(scope="session")
def site(book: Project) -> Path:
    """The built site."""
    folder = book.root / "_build" / "site"
    assert (folder / "index.html").exists(), "There is no built site; run `make book`."
    return folder


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""

    class QuietHandler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(QuietHandler, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium; a stated skip where there is none, unless REQUIRE_BROWSER is set.

    It ends with the module: as long as it lives an event loop runs, which tests of the widget
    must not find.
    """
    if find_chromium() is None:
        reason = "no browser: Chromium is not installed"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(f"{reason}, and REQUIRE_BROWSER is set")
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture
def site_pages(browser: Browser, site_url: str) -> Iterator[SitePages]:
    """Pages of the site; what goes wrong in them fails the test."""
    pages = SitePages(browser, site_url)
    yield pages
    pages.close()


@pytest.fixture
def open_page(site_pages: SitePages) -> Callable[..., Page]:
    """A function that opens a path of the site; what goes wrong there fails the test."""
    return site_pages.open
