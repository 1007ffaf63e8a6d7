"""The site without solutions: built by the book's own tools from the notebooks of learners."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

from tools.project import Project, ProjectError
from workshop.editions import learner_notebook

INPUTS = (
    *("_config.yml", "_toc.yml", "requirements.txt", "CITATION.cff", "README.md", "LICENSE"),
    *("book", "explorer", "helpers", "notebooks", "tools"),
)
"""What `tools.site` reads."""

FOLDER = "book"
"""Where in the folder of the workshop the project with learners' notebooks is."""


def build_learner_site(project: Project, workshop: Path) -> Path:
    """Build the site of learners; what has not changed since the last time is kept.

    Args:
        project: the book.
        workshop: the folder to work in.

    Returns:
        The folder of the site.

    Raises:
        ProjectError: it does not build.
    """
    root = workshop / FOLDER
    root.mkdir(parents=True, exist_ok=True)
    for name in INPUTS:
        _copy(project.root / name, root / name)
    for language in project.languages:
        for page in project.pages:
            notebook = learner_notebook(project, language, page)
            nbformat.write(notebook, Project(root).notebook(language, page))
    environment = {name: value for name, value in os.environ.items() if name != "BASE_URL"}
    command = [sys.executable, "-m", "tools.site"]
    result = subprocess.run(
        command,
        cwd=root,
        env={**environment, "PYTHONPATH": str(root)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode != 0:
        raise ProjectError(f"The site of learners does not build:\n{result.stderr}")
    return root / "_build" / "site"


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy(source, target)
        return
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
