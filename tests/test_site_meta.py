"""What machines read of the site: head of every page, sitemap, robots, and links to the project.

The built site knows neither its address nor a repository; a small site in a scratch folder
knows both.
"""

import json
import shutil
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import nbformat
import pytest
import yaml
from bs4 import BeautifulSoup
from PIL import Image

from tools.cards import card_path
from tools.extension.page_description import LONGEST, shorten
from tools.freshness import execution_record
from tools.page import language_notebook, read_page
from tools.project import ROOT, Project, ProjectError
from tools.site import build_site

BASE_URL = "https://example.org/book"
REPOSITORY = {
    "url": "https://github.com/owner/name",
    "branch": "main",
    "jupyterhub": "https://hub.example.org",
}
BOOK = Project(ROOT)
PAGES = [(language, page) for language in BOOK.languages for page in BOOK.pages]
SMALL_PAGES = [(language, page) for language in ("ja", "en") for page in ("first", "second")]

PAGE = """\
---
kernelspec: {name: python3, display_name: Python 3, language: python}
---

+++ {"lang": "ja"}

# 題と </script>

文 "NAME"。[NAME](second.ipynb)。

+++ {"lang": "en"}

# Title & </script>

A sentence "NAME". [NAME](second.ipynb).
"""


@pytest.fixture(scope="module")
def small_site(make_small_book, tmp_path_factory) -> Path:
    """A site of two pages that knows its address and its repository."""
    root = tmp_path_factory.mktemp("book")
    project = make_small_book(root)
    for name in ("tools", "helpers", "explorer"):
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "CITATION.cff", root)
    (root / "_config.yml").write_text(
        yaml.safe_dump({**BOOK.config, "repository": REPOSITORY}, sort_keys=False)
    )
    toc = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    toc["parts"][0]["chapters"] = [{"file": f"notebooks/ja/{name}"} for name in ("first", "second")]
    (root / "_toc.yml").write_text(yaml.safe_dump(toc))
    project = Project(root)
    for name in project.pages:
        project.source(name).write_text(PAGE.replace("NAME", name), encoding="utf-8")
        _write_notebooks(project, name)
    shutil.copytree(ROOT / "notebooks" / "figures", root / "notebooks" / "figures")
    card = card_path(project, "ja", "second")
    card.parent.mkdir(parents=True)
    shutil.copy(card_path(BOOK, "ja", "step"), card)
    return build_site(project, f"{BASE_URL}/")


def _write_notebooks(project: Project, name: str) -> None:
    """As `make notebooks` does; there is nothing to execute."""
    page = read_page(project, name)
    for language in project.languages:
        path = project.notebook(language, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        notebook = language_notebook(
            project, page, language, {}, execution_record(project, page, {})
        )
        nbformat.write(notebook, path)


@cache
def parsed(site: Path, language: str, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / language / f"{name}.html").read_text("utf-8"), "html.parser")


def meta(page: BeautifulSoup, name: str) -> str:
    (element,) = page.select(f'head meta[name="{name}"], head meta[property="{name}"]')
    return element["content"]


def structured_data(page: BeautifulSoup) -> dict:
    (element,) = page.select('head script[type="application/ld+json"]')
    return json.loads(element.string)


@pytest.mark.parametrize(("language", "name"), SMALL_PAGES)
def test_addresses_are_absolute_where_the_site_knows_its_own(small_site, language, name):
    page = parsed(small_site, language, name)
    address = f"{BASE_URL}/{language}/{name}.html"
    assert [link["href"] for link in page.select('link[rel="canonical"]')] == [address]
    assert meta(page, "og:url") == address
    assert structured_data(page)["url"] == address
    links = {link["hreflang"]: link["href"] for link in page.select('link[rel="alternate"]')}
    assert links == {
        "ja": f"{BASE_URL}/ja/{name}.html",
        "en": f"{BASE_URL}/en/{name}.html",
        "x-default": f"{BASE_URL}/en/{name}.html",
    }


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_there_is_no_address_where_it_is_not_known(site, language, name):
    page = parsed(site, language, name)
    assert page.select('link[rel="canonical"], link[rel="alternate"]') == []
    assert page.select('meta[property="og:url"], meta[property="og:image"]') == []
    assert "url" not in structured_data(page)


def test_every_page_has_a_description_of_its_own(site):
    descriptions = [meta(parsed(site, *page), "description") for page in PAGES]
    assert len(set(descriptions)) == len(PAGES)
    for description in descriptions:
        assert 20 < len(description) <= LONGEST
        assert not set("\\`$<") & set(description), description


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One.  Two\nlines.", "One. Two lines."),
        ("Ends here. " + "x" * LONGEST, "Ends here."),
        ("Version 1.0.31 is new.", "Version 1.0.31 is new."),
        ("一つ。" + "二" * LONGEST, "一つ。"),
        ("三" * 200, "三" * (LONGEST - 1) + "…"),
        ("word " * 50, "word " * 30 + "word…"),
        ("x" * LONGEST, "x" * LONGEST),
    ],
)
def test_a_description_ends_with_a_sentence_or_a_word(text, short):
    assert shorten(text) == short
    assert len(short) <= LONGEST


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_a_shared_page_shows_what_it_is(site, language, name):
    page = parsed(site, language, name)
    assert meta(page, "og:title") == page.h1.contents[0].strip()
    assert meta(page, "og:description") == meta(page, "description")
    assert meta(page, "og:site_name") == BOOK.languages[language].title
    assert meta(page, "og:locale") == {"ja": "ja_JP", "en": "en_US"}[language]
    assert meta(page, "twitter:card") == "summary"


def test_a_shared_page_shows_its_card(small_site):
    page = parsed(small_site, "ja", "second")
    address = meta(page, "og:image")
    card = small_site / address.removeprefix(f"{BASE_URL}/")
    assert address.startswith(f"{BASE_URL}/ja/")
    assert card.read_bytes() == card_path(BOOK, "ja", "step").read_bytes()
    with Image.open(card) as image:
        size = (int(meta(page, "og:image:width")), int(meta(page, "og:image:height")))
        assert image.size == size
    assert meta(page, "og:image:alt") == "題と </script>"
    assert meta(page, "twitter:card") == "summary_large_image"
    assert structured_data(page)["image"] == address


REQUIRED = {
    "@context",
    "@type",
    "name",
    "description",
    "inLanguage",
    "learningResourceType",
    "license",
    "author",
    "isAccessibleForFree",
}


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_structured_data_says_what_a_page_teaches(site, language, name):
    page = parsed(site, language, name)
    data = structured_data(page)
    assert data.keys() >= REQUIRED
    assert data["@context"] == "https://schema.org"
    assert data["name"] == meta(page, "og:title")
    assert data["description"] == meta(page, "description")
    assert data["inLanguage"] == language
    assert data["license"].endswith("/MIT.html")
    assert "LearningResource" in data["@type"]
    if name == BOOK.pages[0]:
        assert "Book" in data["@type"]
    else:
        goals = [" ".join(goal.text.split()) for goal in page.select(".goals li")]
        assert data["teaches"] == (goals or data["name"])
        assert "Book" in data["isPartOf"]["@type"]
        assert data["isPartOf"]["name"] == BOOK.languages[language].title


def test_a_title_cannot_leave_the_structured_data(small_site):
    assert structured_data(parsed(small_site, "en", "second"))["name"] == "Title & </script>"


SITEMAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def test_the_sitemap_has_every_page_and_its_alternates(small_site):
    root = ElementTree.parse(small_site / "sitemap.xml").getroot()
    urls = {url.find("s:loc", SITEMAP).text: url for url in root.findall("s:url", SITEMAP)}
    pages = {f"{BASE_URL}/{language}/{name}.html" for language, name in SMALL_PAGES}
    assert urls.keys() == {f"{BASE_URL}/", *pages}
    for address in pages:
        page = parsed(small_site, *address.removesuffix(".html").split("/")[-2:])
        assert [
            (link.get("hreflang"), link.get("href"))
            for link in urls[address].findall("x:link", SITEMAP)
        ] == [(link["hreflang"], link["href"]) for link in page.select('link[rel="alternate"]')]


def test_robots_are_told_where_the_sitemap_is(small_site, site):
    assert (small_site / "robots.txt").read_text() == (
        f"User-agent: *\nAllow: /\nSitemap: {BASE_URL}/sitemap.xml\n"
    )
    assert (site / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    assert not (site / "sitemap.xml").exists()


@pytest.mark.parametrize("depth", ["x", "ja/x.html", "en/a/b/c"])
def test_the_page_for_wrong_addresses_works_at_any_depth(small_site, site, depth):
    for folder, base in ((small_site, BASE_URL), (site, "https://example.org")):
        page = BeautifulSoup((folder / "404.html").read_text("utf-8"), "html.parser")
        assert page.select("script, style, [style]") == []
        links = [*page.select("a[href]"), *page.select('link[rel="stylesheet"]')]
        targets = [urljoin(f"{base}/{depth}", link["href"]) for link in links]
        files = [target.removeprefix(f"{base}/") for target in targets]
        assert files == ["ja/index.html", "en/index.html", "404.css"]
        for language in BOOK.languages.values():
            assert language.not_found in page.select_one(f'[lang="{language.code}"] p').text


def test_the_landing_page_knows_its_address(small_site, site):
    text = (small_site / "index.html").read_text("utf-8")
    head = BeautifulSoup(text, "html.parser").head
    assert head.select_one('link[rel="canonical"]')["href"] == f"{BASE_URL}/"
    links = {link["hreflang"]: link["href"] for link in head.select('link[rel="alternate"]')}
    assert links == {
        "ja": f"{BASE_URL}/ja/index.html",
        "en": f"{BASE_URL}/en/index.html",
        "x-default": f"{BASE_URL}/",
    }
    assert "hreflang" not in (site / "index.html").read_text("utf-8").partition("</head>")[0]


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org", "https://e.org/?a=1"])
def test_a_wrong_address_is_named(small_book, address):
    with pytest.raises(ProjectError, match=r"^BASE_URL is '.*'; it must be the address of"):
        build_site(small_book, address)


def menu(page: BeautifulSoup) -> dict[str, str]:
    return {
        link.text.strip(): link["href"] for link in page.select(".dropdown-repository-buttons a")
    }


def test_a_page_leads_to_its_repository(small_site):
    links = menu(parsed(small_site, "ja", "second"))
    for name in ("Colab", "Binder", "JupyterHub"):
        address = unquote(links.pop(f"{name} で開く"))
        assert "notebooks/ja/second.ipynb" in address
        assert "owner/name" in address
        assert "main" in address
    issue = urlsplit(links.pop("このページの問題を報告"))
    assert issue.path == "/owner/name/issues/new"
    assert issue.query == "title=book%2Fsecond.md+%28ja%29%3A+"
    files = "https://github.com/owner/name/blob/main"
    assert links == {
        "このページの原稿": f"{files}/book/second.md?plain=1",
        "GitHub のノートブック": f"{files}/notebooks/ja/second.ipynb",
    }


def test_the_menu_is_in_the_language_of_the_page(small_site):
    assert list(menu(parsed(small_site, "en", "second"))) == [
        "Open in Colab",
        "Open in Binder",
        "Open in JupyterHub",
        "Source of this page",
        "This notebook on GitHub",
        "Report a problem on this page",
    ]


@pytest.mark.parametrize(("language", "name"), SMALL_PAGES)
def test_the_header_fits_a_small_phone(small_site, browser, language, name):
    page = browser.new_page(viewport={"width": 320, "height": 480})
    page.goto((small_site / language / f"{name}.html").as_uri())
    right = (
        "Math.max(...Array.from(document.querySelectorAll('.bd-header-article *'), "
        "(element) => element.getBoundingClientRect().right))"
    )
    assert 0 < page.evaluate(right) <= 320
    page.close()


def test_the_cell_for_colab_is_not_shown(small_site):
    source = small_site / "ja" / "_sources" / "second.ipynb"
    assert "google.colab" in source.read_text("utf-8")
    assert "google.colab" not in (small_site / "ja" / "second.html").read_text("utf-8")


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_without_a_repository_a_page_offers_what_it_has(site, language, name):
    page = parsed(site, language, name)
    assert menu(page) == {}
    downloads = [link["href"] for link in page.select("a[href$='.ipynb']")]
    assert downloads == [f"_sources/{name}.ipynb"]
    assert page.select(".language-switch a")
