"""The folders that learners and instructors get, one for each language, and their archives."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from tools.project import Project, ProjectError
from workshop.archive import write_archive
from workshop.editions import instructor_notebook, learner_notebook
from workshop.learner_site import build_learner_site
from workshop.requirements import learner_requirements
from workshop.slides import write_slides
from workshop.solution_traces import solution_traces, traces_in

README = Path(__file__).parent / "readme"
SHARED = ("LICENSE", "setup_check.py", "book/patches", "notebooks/data", "notebooks/figures")
"""What notebooks read, and what is the same for all."""


@dataclass(frozen=True)
class Edition:
    """For whom a folder is.

    Attributes:
        name: the first part of the folder's name.
        notebook: makes a notebook of it from project, language and page.
    """

    name: str
    notebook: Callable[[Project, str, str], NotebookNode]


LEARNER = Edition("learner", learner_notebook)
INSTRUCTOR = Edition("instructor", instructor_notebook)


def make_workshop(project: Project) -> list[Path]:
    """Write all folders and archives into `_build/workshop`, with a line for each step.

    Args:
        project: the book, its site built.

    Returns:
        The archives.

    Raises:
        ProjectError: notebooks are not up to date, there is no site, or a file of learners has
            something of a solution.
    """
    workshop = project.root / "_build" / "workshop"
    site = project.root / "_build" / "site"
    if not (site / "index.html").exists():
        raise ProjectError("_build/site is missing; run `make workshop`, which builds it.")
    with _step("site without solutions"):
        learner_site = build_learner_site(project, workshop)
    archives = []
    for language in project.languages:
        slides = workshop / "slides" / language
        with _step(f"{language}: slides"):
            write_slides(project, language, slides)
        for edition, edition_site in ((LEARNER, learner_site), (INSTRUCTOR, site)):
            folder = workshop / f"{edition.name}-{language}"
            with _step(f"{folder.name}.zip"):
                _fill(project, edition, language, folder)
                shutil.copytree(edition_site, folder / "site")
                shutil.copytree(slides, folder / "slides")
                if edition is LEARNER:
                    _refuse_solutions(project, folder)
                archives.append(write_archive(folder))
    return archives


def _fill(project: Project, edition: Edition, language: str, folder: Path) -> None:
    """Write everything into an empty folder but for the site and the slides."""
    shutil.rmtree(folder, ignore_errors=True)
    notebooks = folder / "notebooks" / language
    notebooks.mkdir(parents=True)
    for page in project.pages:
        nbformat.write(edition.notebook(project, language, page), notebooks / f"{page}.ipynb")
    # A kernel imports from the folder of its notebook.
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(project.root / "helpers", notebooks / "helpers", ignore=ignore)
    for name in SHARED:
        source, target = project.root / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    shutil.copyfile(README / f"{language}.md", folder / "README.md")
    for name, text in learner_requirements(project).items():
        (folder / name).write_text(text, encoding="utf-8")


def _refuse_solutions(project: Project, folder: Path) -> None:
    traces = solution_traces(project)
    found = [
        f"{path.relative_to(folder.parent).as_posix()} has a solution, {trace}"
        for path in sorted(path for path in folder.rglob("*") if path.is_file())
        for trace in traces_in(traces, path.relative_to(folder).as_posix(), path.read_bytes())
    ]
    if found:
        raise ProjectError("\n".join(found))


@contextmanager
def _step(name: str) -> Iterator[None]:
    print(f"{name} …", flush=True)
    yield
    print(f"{name}: done", flush=True)
