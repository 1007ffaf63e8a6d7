"""The archives of `make workshop`: what is in them, what is not, the same bytes every time."""

import os
import zipfile

import pytest

from tools.project import ROOT, Project, ProjectError
from workshop.archive import write_archive
from workshop.kit import make_workshop
from workshop.solution_traces import solution_traces, traces_in

BOOK = Project(ROOT)
TRACES = solution_traces(BOOK)


@pytest.fixture(scope="module")
def archives(site):
    """All files of all archives, by the archive's name."""
    contents = {}
    for path in make_workshop(BOOK):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            contents[path.stem] = {name: archive.read(name) for name in archive.namelist()}
    return contents


def test_there_is_one_for_learners_and_one_for_instructors_in_every_language(archives):
    expected = {
        f"{name}-{language}" for name in ("learner", "instructor") for language in ("ja", "en")
    }
    assert set(archives) == expected


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("edition", ["learner", "instructor"])
def test_it_has_all_that_a_workshop_needs(archives, edition, language):
    folder = f"{edition}-{language}"
    files = archives[folder]
    expected = [
        *("README.md", "LICENSE", "setup_check.py", "requirements.txt", "constraints.txt"),
        *(f"notebooks/{language}/{page}.ipynb" for page in BOOK.pages),
        *(
            f"notebooks/{language}/helpers/{name}"
            for name in ("__init__.py", "article_figures.yaml")
        ),
        *(f"notebooks/{language}/helpers/explorer/{name}" for name in ("lr-explorer.js",)),
        *(f"site/{code}/{page}.html" for code in BOOK.languages for page in BOOK.pages),
        *(f"slides/{page}.html" for page in ("index", *BOOK.chapters)),
        *(f"slides/assets/{name}" for name in ("lr-explorer.js", "reveal/dist/reveal.js")),
    ]
    assert [name for name in expected if f"{folder}/{name}" not in files] == []
    assert not [name for name in files if "__pycache__" in name]


@pytest.mark.parametrize("language", BOOK.languages)
def test_no_file_of_learners_has_anything_of_a_solution(archives, language):
    found = {
        name: traces_in(TRACES, name, text)
        for name, text in archives[f"learner-{language}"].items()
    }
    assert {name: traces for name, traces in found.items() if traces} == {}


def test_every_trace_is_found_in_the_site_of_instructors(archives):
    files = archives["instructor-en"].items()
    found = {
        trace for name, text in files if "/site/" in name for trace in traces_in(TRACES, name, text)
    }
    expected = {f"{exercise}: {trace}" for exercise, own in TRACES.items() for trace in own}
    assert found == expected


def test_the_same_files_give_the_same_bytes(tmp_path):
    bytes_of = []
    for number, order in enumerate((["b", "a"], ["a", "b"])):
        folder = tmp_path / str(number) / "folder"
        folder.mkdir(parents=True)
        for name in order:
            (folder / name).write_text(name)
            os.utime(folder / name, (number * 10**9, number * 10**9))
            (folder / name).chmod(0o600 if number else 0o644)
        bytes_of.append(write_archive(folder).read_bytes())
    assert bytes_of[0] == bytes_of[1]


def test_without_a_site_it_says_how_to_get_one(tmp_path):
    with pytest.raises(ProjectError, match="_build/site is missing; run `make workshop`"):
        make_workshop(Project(tmp_path))
