"""`.binder/`: only files that repo2docker reads, with versions of the book and all it needs."""

import re
import subprocess

from tools.project import ROOT, Project
from workshop.requirements import needed

FOLDER = ROOT / ".binder"
READ_BY_REPO2DOCKER = {
    *("Dockerfile", "environment.yml", "Pipfile", "Pipfile.lock", "requirements.txt", "setup.py"),
    *("Project.toml", "REQUIRE", "install.R", "apt.txt", "DESCRIPTION", "postBuild", "start"),
    *("runtime.txt", "default.nix"),
}
"""https://repo2docker.readthedocs.io/en/latest/configuration/"""

SCRIPT = (FOLDER / "postBuild").read_text(encoding="utf-8")


def test_repo2docker_reads_every_file():
    assert {path.name for path in FOLDER.iterdir()} <= READ_BY_REPO2DOCKER


def test_repo2docker_looks_nowhere_else():
    """`binder/` goes before `.binder/`; with either, files in the top folder are not read."""
    assert not (ROOT / "binder").exists()


def test_the_script_can_be_executed_by_the_shell():
    path = FOLDER / "postBuild"
    assert path.stat().st_mode & 0o111
    assert SCRIPT.startswith("#!")
    assert "\r" not in SCRIPT
    subprocess.run(["bash", "-n", str(path)], check=True)


def test_python_is_one_of_the_book():
    runtime = (FOLDER / "runtime.txt").read_text(encoding="utf-8")
    (minor,) = re.fullmatch(r"python-3\.(\d+)\n", runtime).groups()
    (oldest,) = re.search(
        r'requires-python = ">=3\.(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ).groups()
    assert int(oldest) <= int(minor) <= 14


def test_versions_are_those_of_the_book():
    """All installations are bound by the pins that the script's own command finds."""
    grep = re.search(r"grep --extended-regexp '([^']+)' requirements.txt", SCRIPT)
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = re.findall(f"{grep[1]}.*", text, re.MULTILINE)
    assert len(pins) > 100
    installations = re.findall(r"pip install((?:.*\\\n)*.*)", SCRIPT)
    assert installations and all('--constraint "$pins"' in one for one in installations)


def test_everything_that_notebooks_need_is_installed():
    """The helpers bring what they import; repo2docker's own environment has JupyterLab."""
    project = Project(ROOT)
    of_helpers = set(
        re.search(
            r"^dependencies = \[(.*)\]",
            (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
            re.MULTILINE,
        )[1]
        .replace('"', "")
        .split(", ")
    )
    by_name = set(SCRIPT.split())
    of_binder = {"jupyterlab", "ipykernel"}
    assert "--editable" in SCRIPT
    assert set(needed(project)) - of_helpers - of_binder <= by_name
