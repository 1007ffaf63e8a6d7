"""The first cell of a notebook where `repository` is set: what it does in Colab and elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tools.colab import colab_cell
from tools.freshness import verify_notebook
from tools.notebooks import make_notebooks
from tools.page import read_page
from tools.project import ROOT, Project, ProjectError

SETTING = '\nrepository: {url: "https://github.com/owner/the-book", branch: main}\n'


@pytest.fixture
def scratch(tmp_path) -> Path:
    """An empty folder beside the book."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def configured_book(small_book) -> Project:
    """The small book with a repository."""
    path = small_book.root / "_config.yml"
    path.write_text(path.read_text(encoding="utf-8") + SETTING, encoding="utf-8")
    (small_book.root / "requirements.txt").write_text(
        "anywidget==0.11.0\n    # via\ntimm==1.0.31\n    # via timm-scheduler-book\n"
        "torch==2.15.0 ; sys_platform == 'linux'\n"
    )
    return Project(small_book.root)


def test_without_a_repository_there_is_no_such_cell(small_book):
    assert colab_cell(small_book, "first", "ja") is None


def test_the_setting_changes_notebooks_without_executing_them(small_book, capsys):
    make_notebooks(small_book)
    path = small_book.root / "_config.yml"
    path.write_text(path.read_text(encoding="utf-8") + SETTING, encoding="utf-8")
    project = Project(small_book.root)
    page = read_page(project, "first")
    with pytest.raises(ProjectError, match=r"ja/first\.ipynb: its cell for Google Colab is not"):
        verify_notebook(project, page, "ja")
    capsys.readouterr()
    make_notebooks(project)
    assert capsys.readouterr().out == "first: code unchanged, outputs kept\n"
    for language in project.languages:
        verify_notebook(project, page, language)
        notebook = nbformat.read(project.notebook(language, "first"), as_version=4)
        nbformat.validate(notebook)
        assert notebook.cells[0] == colab_cell(project, "first", language)
        assert notebook.cells[0].metadata.tags == ["remove-cell"]
    _passes_nbval(project)


def _passes_nbval(project: Project) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", "-p", "no:cacheprovider", "first.ipynb"],
        cwd=project.notebook("en", "first").parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    assert "2 passed" in result.stdout


SHELL = """\
import os, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
if len(sys.argv) > 2:
    import google.colab
for _ in range(2):
    shell.run_cell(sys.argv[1]).raise_error()
print("folder", os.getcwd())
import helpers
print("helpers", helpers.__file__)
"""

GIT = """\
#!/bin/sh
echo "git $@" >>"$LOG"
for folder; do :; done
mkdir -p "$folder/helpers" "$folder/notebooks/en"
touch "$folder/helpers/__init__.py"
"""

PIP = """\
import os, sys
from pathlib import Path
with Path(os.environ["LOG"]).open("a") as log:
    print("pip", *sys.argv[1:], file=log)
"""


FAKES = {
    "git": GIT,
    "google/__init__.py": "",
    "google/colab/__init__.py": "",
    "pip/__init__.py": "",
    "pip/__main__.py": PIP,
}


def run_cell(source: str, scratch: Path, *, in_colab: bool) -> tuple[list[str], dict[str, str]]:
    """Run a cell twice, with a git and a pip that only say what they are asked for.

    Returns:
        What they were asked for, and what the cell has left behind.
    """
    for name, text in FAKES.items():
        path = scratch / "fakes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (scratch / "fakes" / "git").chmod(0o755)
    log = scratch / "log"
    log.touch()
    result = subprocess.run(
        [sys.executable, "-c", SHELL, source, *(["colab"] if in_colab else [])],
        cwd=scratch,
        env={
            **os.environ,
            "IPYTHONDIR": str(scratch),
            "LOG": str(log),
            "PATH": f"{scratch / 'fakes'}:{os.environ['PATH']}",
            "PYTHONPATH": f"{scratch / 'fakes'}:{ROOT}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = (line.partition(" ") for line in result.stdout.splitlines())
    left = {name: value for name, _, value in lines if name in ("folder", "helpers")}
    return log.read_text().splitlines(), left


def test_in_colab_helpers_and_figures_are_there(configured_book, scratch):
    source = colab_cell(configured_book, "first", "en").source
    assert "/content/the-book" in source
    asked, left = run_cell(source.replace("/content", str(scratch)), scratch, in_colab=True)
    clone = scratch / "the-book"
    install = "pip install --quiet anywidget==0.11.0 timm==1.0.31"
    assert asked == [
        f"git clone --quiet --depth 1 --branch main https://github.com/owner/the-book {clone}",
        install,
        install,
    ]
    assert left == {
        "folder": str(clone / "notebooks" / "en"),
        "helpers": str(clone / "helpers" / "__init__.py"),
    }


def test_elsewhere_it_does_nothing(configured_book, scratch):
    source = colab_cell(configured_book, "first", "en").source
    asked, left = run_cell(source, scratch, in_colab=False)
    assert asked == []
    assert left == {"folder": str(scratch), "helpers": str(ROOT / "helpers" / "__init__.py")}


def test_colab_gets_the_versions_of_the_book(book, configured_book):
    (configured_book.root / "requirements.txt").write_bytes(
        (book.root / "requirements.txt").read_bytes()
    )
    source = colab_cell(configured_book, "first", "en").source
    assert "timm==1.0.31" in source
    assert "anywidget==" in source
    assert "torch" not in source
