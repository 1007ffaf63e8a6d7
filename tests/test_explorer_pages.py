"""Explorers on built pages: script, address, description, links from figures."""

import io
import re
import textwrap
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from tools.extension import editions, explorers
from tools.notebooks import make_notebooks
from tools.project import ROOT, Project

PAGE = """\
    ---
    kernelspec: {name: python3, display_name: Python 3, language: python}
    ---

    +++ {"lang": "ja"}

    # 題

    +++ {"lang": "en"}

    # Title

    +++

    ```{code-cell} ipython3
    ---
    alt: {ja: "曲線 <1> & \\"2\\"", en: curve}
    ---
    from helpers import explore, plot_curves, use_book_style
    use_book_style()
    explore("cosine", t_initial=50)
    ```

    ```{code-cell} ipython3
    ---
    figure: F
    alt: {ja: 図, en: figure}
    explore: {t_initial: 30, lr: [0.1, 0.01], pins: [{}]}
    ---
    plot_curves({"lr": [1, 2]})
    ```

    ```{code-cell} ipython3
    ---
    alt: {ja: 二, en: two}
    ---
    explore("step")
    ```
"""

GOALS = "\n\n- `a`\n- `b`\n- `c`"


@pytest.fixture(scope="module")
def made(make_small_book, tmp_path_factory) -> Project:
    """A book of two pages: one on cosine with two explorers and a figure, one without."""
    project = make_small_book(tmp_path_factory.mktemp("book"))
    toc = project.root / "_toc.yml"
    line = "  - file: notebooks/ja/first\n"
    text = toc.read_text(encoding="utf-8")
    toc.write_text(text.replace(line, line.replace("first", "cosine") + line), encoding="utf-8")
    project.source("cosine").write_text(textwrap.dedent(PAGE), encoding="utf-8")
    first = project.source("first")
    text = first.read_text(encoding="utf-8")
    text = text.replace("second.ipynb", "cosine.ipynb").replace(
        "$x^2$。", "$x^2$。\n\nできること。" + GOALS
    )
    text = text.replace("$x^2$.", "$x^2$.\n\nYou can:" + GOALS)
    first.write_text(text, encoding="utf-8")
    make_notebooks(Project(project.root))
    return Project(project.root)


def build(project: Project, source: Path, root_doc: str, patch: pytest.MonkeyPatch) -> Path:
    """Build with Sphinx and the book's extension; return the folder of the pages."""
    for module in (editions, explorers):
        patch.setattr(module, "Project", lambda: project)
    output = project.root / "_build" / source.name
    settings = {
        "extensions": ["myst_nb", "tools.extension"],
        "nb_execution_mode": "off",
        "html_theme": "sphinx_book_theme",
        "html_math_renderer": "mathml",
        "root_doc": root_doc,
        "myst_enable_extensions": ["dollarmath"],
        "exclude_patterns": ["_build", "book"],
    }
    warnings = io.StringIO()
    output.mkdir(parents=True)
    Sphinx(
        *(source, None, output, output.parent / "doctrees", "html"),
        confoverrides=settings,
        status=None,
        warning=warnings,
        freshenv=True,
    ).build()
    # Sphinx warns when it is started a second time in one process, and as there is no contents.
    of_pages = [line for line in warnings.getvalue().splitlines() if ".ipynb" in line]
    assert [line for line in of_pages if "isn't included in any toctree" not in line] == []
    return output


def parsed(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


@pytest.fixture(scope="module")
def edition(made):
    """The folder of the built Japanese edition."""
    with pytest.MonkeyPatch.context() as patch:
        yield build(made, made.root / "notebooks" / "ja", "cosine", patch)


def scripts(page: BeautifulSoup):
    return page.select('script[src*="lr-explorer"]')


def test_the_script_is_loaded_only_where_there_is_an_explorer(edition):
    (script,) = scripts(parsed(edition / "cosine.html"))
    assert re.fullmatch(r"_static/lr-explorer\.js\?v=\w+", script["src"])
    assert script.has_attr("defer")
    assert scripts(parsed(edition / "first.html")) == []
    assert scripts(parsed(edition / "search.html")) == []
    bundle = ROOT / "helpers" / "explorer" / "lr-explorer.js"
    assert (edition / "_static" / "lr-explorer.js").read_bytes() == bundle.read_bytes()


def test_explorers_have_addresses(edition):
    elements = parsed(edition / "cosine.html").select("lr-explorer")
    assert [element["id"] for element in elements] == ["explorer", "explorer-2"]
    assert elements[0]["settings"] == '{"schedule": "cosine", "t_initial": 50}'


def test_their_pictures_are_described_in_the_language_of_the_page(edition):
    images = parsed(edition / "cosine.html").select("lr-explorer img")
    assert [image["alt"] for image in images] == ['曲線 <1> & "2"', "二"]
    assert all(image["src"].startswith("data:image/svg+xml,%3Csvg") for image in images)


def test_a_figure_links_to_the_explorer(edition):
    page = parsed(edition / "cosine.html")
    (link,) = page.select("a.explore-link")
    assert link.get_text() == "設定"
    query = "schedule=cosine&t_initial=30&lr=0.1,0.01&pin=schedule%3Dcosine"
    assert link["href"] == f"#explorer?{query}"
    assert link.find_parent("div", id="F").select("img")


def test_a_build_of_all_languages_has_each_page_in_its_own(made, monkeypatch):
    pages = build(made, made.root, "notebooks/ja/cosine", monkeypatch)
    for language, text, alt in (("ja", "設定", "二"), ("en", "Set", "two")):
        page = parsed(pages / "notebooks" / language / "cosine.html")
        assert page.select_one("a.explore-link").get_text() == text
        assert page.select("lr-explorer img")[1]["alt"] == alt
        assert scripts(page)[0]["src"].startswith("../../_static/lr-explorer.js?v=")


def test_a_missing_script_is_named(made, monkeypatch):
    monkeypatch.setattr(explorers, "SCRIPT", ROOT / "helpers" / "explorer" / "gone.js")
    with pytest.raises(ExtensionError, match=r"explorer/gone\.js is missing; run `npm run build`"):
        build(made, made.root / "notebooks" / "en", "cosine", monkeypatch)
