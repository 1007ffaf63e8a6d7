"""Say in one line what a computer lacks for the notebooks: python setup_check.py [--language en]

It needs nothing but Python, an old one too, to be able to say so. In a notebook of the book:
%run ../../setup_check.py
"""

import argparse
import importlib
import locale
import os
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
PACKAGES = (
    *("timm", "torch", "torchvision", "numpy", "matplotlib"),
    *("ipython", "ipykernel", "ipywidgets", "anywidget", "jupyterlab", "pyyaml"),
)
SHOWN = ("timm", "torch", "jupyterlab")

TEXTS = {
    "ja": {
        "missing": "✗ 足りないもの：{problems}。{remedy}",
        "python": "Python {needed} 以降（今は {found}）",
        "install_python": "新しい Python で仮想環境を作り直してください。",
        "package": "{name} {needed}（{found}）",
        "absent": "未インストール",
        "other": "今は {found}",
        "pins": "requirements.txt に {name} の版",
        "kernel": "Jupyter のカーネル python3",
        "helpers": "helpers（{error}）",
        "timm": "動く timm のスケジューラ（{error}）",
        "widget": "ウィジェット（{error}）",
        "install": "次を実行してください：python -m pip install -r requirements.txt",
        "unpack": "配布されたフォルダ全体を展開し、その中で実行してください。",
        "separator": "、",
    },
    "en": {
        "missing": "✗ Missing: {problems}. {remedy}",
        "python": "Python {needed} or newer (this is {found})",
        "install_python": "Make a new virtual environment with a newer Python.",
        "package": "{name} {needed} ({found})",
        "absent": "not installed",
        "other": "here is {found}",
        "pins": "the version of {name} in requirements.txt",
        "kernel": "the Jupyter kernel python3",
        "helpers": "helpers ({error})",
        "timm": "a scheduler of timm that runs ({error})",
        "widget": "widgets ({error})",
        "install": "Run: python -m pip install -r requirements.txt",
        "unpack": "Unpack the whole folder that you were given and run this inside it.",
        "separator": ", ",
    },
}


class Missing(Exception):
    """`problems` in the language of the reader, and the key of the `remedy`."""

    def __init__(self, problems, remedy):
        """Keep both."""
        super().__init__(problems)
        self.problems = problems
        self.remedy = remedy


def check_python(texts):
    """Whether Python is new enough."""
    if tuple(sys.version_info[:2]) < OLDEST_PYTHON:
        needed, found = (".".join(map(str, v)) for v in (OLDEST_PYTHON, sys.version_info[:2]))
        raise Missing([texts["python"].format(needed=needed, found=found)], "install_python")


def check_packages(texts):
    """Whether all packages are there in the version of requirements.txt."""
    from importlib.metadata import PackageNotFoundError, version

    path = HERE / "requirements.txt"
    pinned = path.read_text(encoding="utf-8") if path.exists() else ""
    problems = []
    for name in PACKAGES:
        pin = re.search("^" + name + r"==([^\s;]+)", pinned, re.MULTILINE)
        if pin is None:
            raise Missing([texts["pins"].format(name=name)], "unpack")
        try:
            found = version(name).split("+")[0]
        except PackageNotFoundError:
            state = texts["absent"]
        else:
            if found == pin[1]:
                continue
            state = texts["other"].format(found=found)
        problems.append(texts["package"].format(name=name, needed=pin[1], found=state))
    if problems:
        raise Missing(problems, "install")


def check_kernel(texts):
    """Whether JupyterLab can start a kernel."""
    from jupyter_client.kernelspec import KernelSpecManager

    if "python3" not in KernelSpecManager().find_kernel_specs():
        raise Missing([texts["kernel"]], "install")


def check_helpers(texts):
    """Whether notebooks can import their helpers."""
    folders = [str(HERE), *map(str, sorted((HERE / "notebooks").glob("*")))]
    sys.path[:0] = folders
    try:
        importlib.import_module("helpers")
    except Exception as error:
        raise Missing([texts["helpers"].format(error=_shown(error))], "unpack") from error
    finally:
        del sys.path[: len(folders)]


def check_timm(texts):
    """Whether a scheduler of timm changes a learning rate."""
    try:
        import torch
        from timm.scheduler import CosineLRScheduler

        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
        CosineLRScheduler(optimizer, t_initial=2).step(1)
        lr = optimizer.param_groups[0]["lr"]
        if abs(lr - 0.5) > 1e-9:
            raise ValueError(f"lr = {lr}")
    except Exception as error:
        raise Missing([texts["timm"].format(error=_shown(error))], "install") from error


def check_widget(texts):
    """Whether the explorer can be shown as a widget."""
    try:
        from helpers import explore

        explore("step", decay_t=30)
        from jupyter_core.paths import jupyter_path

        names = ("@jupyter-widgets/jupyterlab-manager", "anywidget")
        for name in names:
            folders = [Path(folder, name) for folder in jupyter_path("labextensions")]
            if not any(folder.is_dir() for folder in folders):
                raise FileNotFoundError(name)
    except Exception as error:
        raise Missing([texts["widget"].format(error=_shown(error))], "install") from error


def _shown(error):
    return "{}: {}".format(type(error).__name__, str(error).splitlines()[0] if str(error) else "")


CHECKS = (
    *(check_python, check_packages, check_kernel),
    *(check_helpers, check_timm, check_widget),
)


def reader_language():
    """The language of the folder or of the computer."""
    folder = Path.cwd().name
    if folder in TEXTS:
        return folder
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "ja" if name.lower().startswith("ja") else "en"


def main(arguments=None):
    """Print one line.

    Returns:
        0 if nothing is missing, else 1.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--language", choices=sorted(TEXTS), default=reader_language())
    texts = TEXTS[parser.parse_args(arguments).language]
    try:
        for check in CHECKS:
            check(texts)
    except Missing as missing:
        problems = texts["separator"].join(missing.problems)
        print(texts["missing"].format(problems=problems, remedy=texts[missing.remedy]))
        return 1
    from importlib.metadata import version

    print("✓ " + ", ".join("{} {}".format(name, version(name).split("+")[0]) for name in SHOWN))
    return 0


if __name__ == "__main__":
    sys.exit(main())
