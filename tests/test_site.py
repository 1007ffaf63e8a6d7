"""What the site builder derives from the one configuration and the one table of contents."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.project import Project, ProjectError
from tools.site import build_site, edition_config, edition_toc


def test_an_edition_has_its_own_language_title_and_labels(book):
    config = edition_config(book, book.languages["ja"], base_url="")
    assert config["title"] == book.languages["ja"].title
    options = config["sphinx"]["config"]
    assert options["language"] == "ja"
    assert options["nb_code_prompt_show"] == book.languages["ja"].show_code
    assert options["html_theme_options"]["search_bar_text"] == book.languages["ja"].search
    assert "html_baseurl" not in options


def test_everything_else_comes_from_the_one_configuration(book):
    japanese, english = (
        edition_config(book, language, base_url="https://example.org/book")
        for language in book.languages.values()
    )
    assert english["sphinx"]["config"]["html_baseurl"] == "https://example.org/book/en/"
    assert japanese["parse"] == english["parse"] == book.config["parse"]
    theme_options = book.config["sphinx"]["config"]["html_theme_options"]
    assert theme_options.items() <= japanese["sphinx"]["config"]["html_theme_options"].items()
    assert "search_bar_text" not in theme_options


def test_the_first_page_is_the_root_of_an_edition(book):
    toc = edition_toc(book)
    assert toc["root"] == "index"
    assert [chapter["file"] for chapter in toc["chapters"]] == book.pages[1:]


def test_a_missing_notebook_is_named(small_book):
    with pytest.raises(
        ProjectError, match=r"notebooks/ja/first\.ipynb.*: missing; run `make notebooks`"
    ):
        build_site(small_book)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("languages:", "idiomas:", "`languages` is missing; it needs one line per language"),
        ("title: Small book, ", "", "every language needs name, title, search"),
    ],
)
def test_a_wrong_configuration_is_named(small_book, old, new, message):
    path = small_book.root / "_config.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ProjectError, match=message):
        _ = Project(small_book.root).languages


def test_a_plain_build_of_the_whole_project_works_too(book, tmp_path):
    command = [Path(sys.executable).with_name("jupyter-book"), "build", ".", "-W", "-n", "-q"]
    result = subprocess.run(
        [*command, "--path-output", str(tmp_path)],
        cwd=book.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    for language in book.languages:
        page = tmp_path / "_build" / "html" / "notebooks" / language / "step.html"
        text = page.read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in text
        assert 'class="language-switch"' in text


def test_the_site_is_built_without_torch(book):
    """It would cost more than all else."""
    code = "import sys, tools.site, tools.extension; print('torch' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=book.root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stdout == "False\n"
