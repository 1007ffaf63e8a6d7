"""The set-up check: each thing taken away, and the line that names it."""

import importlib.metadata
import re
import subprocess
import sys

import jupyter_core.paths
import pytest
from jupyter_client.kernelspec import KernelSpecManager

import setup_check
from tools.project import ROOT, Project
from workshop.requirements import learner_requirements, needed

PINNED = dict(
    re.findall(
        r"^([a-z-]+)==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
)
INSTALL = {
    "en": "Run: python -m pip install -r requirements.txt",
    "ja": "次を実行してください：python -m pip install -r requirements.txt",
}
UNPACK = {
    "en": "Unpack the whole folder that you were given and run this inside it.",
    "ja": "配布されたフォルダ全体を展開し、その中で実行してください。",
}


def old_python(monkeypatch, folder):
    monkeypatch.setattr(sys, "version_info", (3, 10, 14, "final", 0))


def without(name):
    def take_away(monkeypatch, folder):
        real = importlib.metadata.version

        def version(asked):
            if asked == name:
                raise importlib.metadata.PackageNotFoundError(name)
            return real(asked)

        monkeypatch.setattr(importlib.metadata, "version", version)

    return take_away


def other_versions(monkeypatch, folder):
    real = importlib.metadata.version
    versions = {"timm": "0.9.0", "numpy": "1.26.4"}
    monkeypatch.setattr(
        importlib.metadata, "version", lambda name: versions.get(name) or real(name)
    )


def no_requirements(monkeypatch, folder):
    monkeypatch.setattr(setup_check, "HERE", folder)


def no_kernel(monkeypatch, folder):
    monkeypatch.setattr(KernelSpecManager, "find_kernel_specs", lambda self: {})


def no_module(name):
    return lambda monkeypatch, folder: monkeypatch.setitem(sys.modules, name, None)


def no_extensions(monkeypatch, folder):
    monkeypatch.setattr(jupyter_core.paths, "jupyter_path", lambda *_: [str(folder)])


HALTED = "import of {0} halted; None in sys.modules"
TAKEN_AWAY = {
    "an old Python": (
        old_python,
        "Python 3.11 or newer (this is 3.10)",
        "Python 3.11 以降（今は 3.10）",
        {
            "en": "Make a new virtual environment with a newer Python.",
            "ja": "新しい Python で仮想環境を作り直してください。",
        },
    ),
    **{
        name: (
            without(name),
            f"{name} {PINNED[name]} (not installed)",
            f"{name} {PINNED[name]}（未インストール）",
            INSTALL,
        )
        for name in setup_check.PACKAGES
    },
    "other versions": (
        other_versions,
        f"timm {PINNED['timm']} (here is 0.9.0), numpy {PINNED['numpy']} (here is 1.26.4)",
        f"timm {PINNED['timm']}（今は 0.9.0）、numpy {PINNED['numpy']}（今は 1.26.4）",
        INSTALL,
    ),
    "requirements.txt": (
        no_requirements,
        "the version of timm in requirements.txt",
        "requirements.txt に timm の版",
        UNPACK,
    ),
    "the kernel": (
        no_kernel,
        "the Jupyter kernel python3",
        "Jupyter のカーネル python3",
        INSTALL,
    ),
    "the helpers": (
        no_module("helpers"),
        f"helpers (ModuleNotFoundError: {HALTED.format('helpers')})",
        f"helpers（ModuleNotFoundError: {HALTED.format('helpers')}）",
        UNPACK,
    ),
    "timm's schedulers": (
        no_module("timm.scheduler"),
        f"a scheduler of timm that runs (ModuleNotFoundError: {HALTED.format('timm.scheduler')})",
        f"動く timm のスケジューラ（ModuleNotFoundError: {HALTED.format('timm.scheduler')}）",
        INSTALL,
    ),
    "the widgets": (
        no_extensions,
        "widgets (FileNotFoundError: @jupyter-widgets/jupyterlab-manager)",
        "ウィジェット（FileNotFoundError: @jupyter-widgets/jupyterlab-manager）",
        INSTALL,
    ),
}


def test_nothing_is_missing_here(capsys):
    assert setup_check.main(["--language", "ja"]) == 0
    expected = [f"{name} {PINNED[name]}" for name in setup_check.SHOWN]
    assert capsys.readouterr().out == f"✓ {', '.join(expected)}\n"


@pytest.mark.parametrize("thing", TAKEN_AWAY)
def test_what_is_missing_is_said_in_one_line(thing, monkeypatch, tmp_path, capsys):
    take_away, english, japanese, remedy = TAKEN_AWAY[thing]
    take_away(monkeypatch, tmp_path)
    assert setup_check.main(["--language", "en"]) == 1
    assert setup_check.main(["--language", "ja"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"✗ Missing: {english}. {remedy['en']}",
        f"✗ 足りないもの：{japanese}。{remedy['ja']}",
    ]


@pytest.mark.parametrize(
    ("variable", "value", "language"),
    [("LANG", "ja_JP.UTF-8", "ja"), ("LANG", "de_DE.UTF-8", "en"), ("LC_ALL", "ja_JP", "ja")],
)
def test_it_speaks_the_language_of_the_computer(
    variable, value, language, monkeypatch, tmp_path, capsys
):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    monkeypatch.chdir(tmp_path)
    old_python(monkeypatch, tmp_path)
    setup_check.main([])
    expected = {"ja": "✗ 足りないもの：", "en": "✗ Missing: "}
    assert capsys.readouterr().out.startswith(expected[language])


def test_in_a_notebook_it_speaks_that_of_its_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    (tmp_path / "en").mkdir()
    monkeypatch.chdir(tmp_path / "en")
    assert setup_check.reader_language() == "en"


def test_it_ends_with_a_code_that_a_script_can_ask_for(tmp_path):
    (tmp_path / "setup_check.py").write_bytes((ROOT / "setup_check.py").read_bytes())
    command = [sys.executable, "setup_check.py", "--language", "en"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (result.returncode, result.stderr, result.stdout.count("\n")) == (1, "", 1)


def test_it_looks_for_what_learners_install():
    project = Project(ROOT)
    assert sorted(setup_check.PACKAGES) == needed(project)
    files = learner_requirements(project)
    first, *lines = files["requirements.txt"].splitlines()
    assert first == "--constraint constraints.txt"
    assert dict(line.split("==") for line in lines) == {
        name: PINNED[name] for name in setup_check.PACKAGES
    }
    assert set(lines) <= set(files["constraints.txt"].splitlines())


def test_it_can_be_read_by_an_old_python():
    import ast

    ast.parse((ROOT / "setup_check.py").read_text(encoding="utf-8"), feature_version=(3, 6))
