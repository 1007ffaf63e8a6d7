"""Notebooks made again in other surroundings are the same byte for byte, and what is not is found.

Two pages stand for all: noise draws at random, plateau trains a network.
`python -m tools.regenerate` does the same with every page.
"""

import shutil
from pathlib import Path

import nbformat
import pytest

from tools.notebooks import make_notebooks
from tools.project import Project, ProjectError
from tools.regenerate import copy_sources, differing_files, make_elsewhere

PAGES = ["noise", "plateau"]


def test_random_numbers_and_training_are_the_same_elsewhere(book, tmp_path):
    copy = tmp_path / "書 elsewhere"
    copy_sources(book, copy, PAGES)
    assert not list(copy.rglob("*.ipynb"))
    make_elsewhere(copy)
    assert {path.stem for path in copy.rglob("*.ipynb")} == set(PAGES)
    assert differing_files(book, copy, PAGES) == []


def regenerated(small_book: Project, code: str) -> list[str]:
    """What differs if the page of the small book has this code."""
    source = small_book.source("first")
    text = source.read_text(encoding="utf-8").replace("print(6 * 7)", code)
    source.write_text(text, encoding="utf-8")
    copy = small_book.root / "elsewhere" / "copy"
    for folder in ("book", "helpers"):
        shutil.copytree(small_book.root / folder, copy / folder)
    for path in small_book.root.glob("*.*"):
        shutil.copy(path, copy)
    make_notebooks(small_book)
    make_elsewhere(copy)
    return differing_files(small_book, copy, ["first"])


@pytest.fixture(autouse=True)
def ordinary_surroundings(monkeypatch):
    """Whatever the surroundings of this test: they are not those of the copy."""
    surroundings = {"TZ": "UTC", "PYTHONHASHSEED": "7", "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)


SURROUNDINGS = """\
import locale, os, time
print(time.localtime(0).tm_hour)
print(hash("x"))
print(os.getcwd())
print(os.environ["OMP_NUM_THREADS"])
print(locale.setlocale(locale.LC_ALL, ""))"""


def test_what_depends_on_the_surroundings_is_found(small_book):
    files = ["notebooks/ja/first.ipynb", "notebooks/en/first.ipynb"]
    assert regenerated(small_book, SURROUNDINGS) == files
    here, there = (
        nbformat.read(root / files[0], as_version=4).cells[1].outputs[0].text.splitlines()
        for root in (small_book.root, small_book.root / "elsewhere" / "copy")
    )
    assert len(here) == 5
    assert all(first != second for first, second in zip(here, there, strict=True))


def test_what_does_not_depend_on_them_is_the_same(small_book):
    assert regenerated(small_book, "print(sum(map(hash, (1, 2, 3))))") == []


def test_a_page_that_needs_the_network_is_named(small_book):
    code = "import socket; print(len(socket.getaddrinfo('localhost', 80)) > 0)"
    with pytest.raises(ProjectError, match=r"book/first\.md:19: OSError: There is no network here"):
        regenerated(small_book, code)


def test_a_stopped_run_goes_on(book, tmp_path):
    """What has been made is kept, and nothing else of a copy."""
    copy = tmp_path / "copy"
    copy_sources(book, copy, PAGES)
    made = copy / "notebooks" / "ja" / "noise.ipynb"
    made.parent.mkdir(parents=True)
    made.write_text("made", encoding="utf-8")
    copy_sources(book, copy, PAGES)
    assert made.read_text(encoding="utf-8") == "made"
    assert [path.name for path in copy.rglob("*.ipynb")] == ["noise.ipynb"]
    assert Path(copy / "book" / "noise.md").exists()
