"""The `repository` of `_config.yml`, the addresses that follow from it, what Binder runs."""

import os
import re
import subprocess
from urllib.parse import parse_qs, urlsplit

import pytest

from tools.project import ROOT, Project, ProjectError
from tools.repository import Repository, read_repository

NOTEBOOK = "notebooks/ja/step.ipynb"
REPOSITORY = Repository("https://github.com/owner/the.book", "main", "https://hub.example.org/")


def with_repository(project: Project, setting: str) -> Project:
    path = project.root / "_config.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nrepository: {setting}\n", encoding="utf-8")
    return Project(project.root)


def test_the_book_names_no_repository(book):
    assert read_repository(book) is None


def test_the_setting_is_read(small_book):
    setting = '{url: "https://github.com/owner/the.book", branch: release/1.0}'
    repository = read_repository(with_repository(small_book, setting))
    assert (repository.path, repository.name) == ("owner/the.book", "the.book")
    assert repository.branch == "release/1.0"
    assert repository.jupyterhub == ""


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("owner/name", "`repository` is 'owner/name'; it needs url and branch"),
        ("{url: 'https://github.com/o/n'}", "it needs url and branch, and may have jupyterhub"),
        ("{url: 'https://github.com/o/n', branch: b, brunch: c}", "nothing else"),
        ("{url: 'https://github.com/o', branch: b}", "`url` .* must be https://github.com/<ow"),
        ("{url: 'https://github.com/o/n/', branch: b}", "`url` of `repository` is 'https:.*/n/'"),
        ("{url: 'https://github.com/o/n;x', branch: b}", "`url` .* must be"),
        ("{url: 'https://github.com/o/n', branch: 1}", "`branch` of `repository` is 1; .* main"),
        ("{url: 'https://github.com/o/n', branch: '-b'}", "`branch` .* must be the name of"),
        ("{url: 'https://github.com/o/n', branch: 'a b'}", "`branch` .* must be the name of"),
        (
            "{url: 'https://github.com/o/n', branch: b, jupyterhub: hub}",
            "`jupyterhub` .* is 'hub'; it must be the address",
        ),
    ],
)
def test_a_wrong_setting_is_named(small_book, setting, message):
    with pytest.raises(ProjectError, match=rf"^_config\.yml: .*{message}") as raised:
        read_repository(with_repository(small_book, setting))
    assert "\n" not in str(raised.value)


def test_addresses_lead_to_the_notebook():
    assert REPOSITORY.colab(NOTEBOOK).endswith(f"/github/owner/the.book/blob/main/{NOTEBOOK}")
    binder = urlsplit(REPOSITORY.binder(NOTEBOOK))
    assert binder.path == "/v2/gh/owner/the.book/main"
    assert parse_qs(binder.query) == {"urlpath": [f"lab/tree/{NOTEBOOK}"]}
    hub = urlsplit(REPOSITORY.hub(NOTEBOOK))
    assert (hub.netloc, hub.path) == ("hub.example.org", "/hub/user-redirect/git-pull")
    assert parse_qs(hub.query) == {
        "repo": [REPOSITORY.url],
        "branch": ["main"],
        "urlpath": [f"lab/tree/the.book/{NOTEBOOK}"],
    }


def test_a_branch_with_a_slash_is_one_part_of_binders_address():
    repository = Repository("https://github.com/o/n", "release/1.0")
    assert urlsplit(repository.binder(NOTEBOOK)).path == "/v2/gh/o/n/release%2F1.0"


def test_binder_has_the_python_that_outputs_are_compared_on():
    (version,) = (ROOT / ".binder" / "runtime.txt").read_text().splitlines()
    assert version == "python-3.11"
    assert {path.name for path in (ROOT / ".binder").iterdir()} == {"postBuild", "runtime.txt"}


def test_binder_installs_the_pinned_versions(tmp_path):
    """Run what Binder runs, with a pip and a uv that only say what they are asked for."""
    for name in ("python", "uv"):
        stub = tmp_path / name
        stub.write_text(
            f'#!/bin/sh\necho "{name} $@" >>"$LOG"\n'
            'while [ "$1" != --constraint ]; do shift; done\ncp "$2" "$LOG.pins"\n'
        )
        stub.chmod(0o755)
    log = tmp_path / "log"
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "LOG": str(log)}
    subprocess.run([ROOT / ".binder" / "postBuild"], cwd=ROOT, env=environment, check=True)
    pip, uv = log.read_text().splitlines()
    assert re.fullmatch(r"python -m pip install --no-cache-dir --constraint \S+ uv", pip)
    assert f"--python {tmp_path / 'python'} " in uv
    assert "--torch-backend cpu" in uv
    assert uv.endswith("--editable . ipywidgets")
    pins = (tmp_path / "log.pins").read_text().splitlines()
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert pins == [line for line in requirements if re.match(r"\w", line)]
