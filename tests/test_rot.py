"""The whole book rots in one scratch copy, in every way at once; every alarm says what to do.

What `make notebooks` notices is in test_notebooks.py, what a changed timm or output sets off in
test_guards.py, how languages drift apart in test_rules.py.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.checkout import copy_checkout
from tools.project import ROOT, Project, ProjectError
from tools.site import build_site

AXES_HEIGHT = 200
"""About that of the axes of a figure, in points."""


def move_a_point(path: Path) -> None:
    """Move one point of a curve by 1 % of the height of the axes."""
    svg = path.read_text(encoding="utf-8")
    start = svg.index("stroke: #0072b2")
    curve = svg.rindex("<path d=", 0, start)
    point = list(re.finditer(r"L (\S+) (\S+)", svg[curve:start]))[5]
    moved = f"L {point[1]} {float(point[2]) - AXES_HEIGHT / 100:.6f}"
    path.write_text(
        svg[: curve + point.start()] + moved + svg[curve + point.end() :], encoding="utf-8"
    )


def replace_once(old: str, new: str) -> Callable[[Path], None]:
    """A function that replaces the first place where a file says `old`."""

    def change(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def first_code_cell(change: Callable[[dict], None]) -> Callable[[Path], None]:
    """A function that changes the first code cell of a notebook."""

    def edit(path: Path) -> None:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        change(next(cell for cell in notebook["cells"] if cell["cell_type"] == "code"))
        path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")

    return edit


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


ROT = {
    "a point of a figure moved by 1 %": (
        "notebooks/figures/CosineLRScheduler.svg",
        move_a_point,
        [
            "notebooks/figures/CosineLRScheduler.svg: run `make notebooks`",
            "notebooks/figures/CosineLRScheduler.svg: not the curve of helpers/article_figures",
        ],
    ),
    "a page missing from one edition": (
        "notebooks/en/tanh.ipynb",
        Path.unlink,
        ["notebooks/en/tanh.ipynb: missing; run `make notebooks`"],
    ),
    "a truncated notebook": (
        "notebooks/ja/poly.ipynb",
        truncate,
        ["notebooks/ja/poly.ipynb: not a readable notebook (NotJSONError); run `make notebooks`"],
    ),
    "a cell that was not executed": (
        "notebooks/en/cycles.ipynb",
        first_code_cell(lambda cell: cell.update(outputs=[], execution_count=None)),
        ["notebooks/en/cycles.ipynb: the code cell of book/cycles.md:38 has not been executed"],
    ),
    "a notebook edited by hand": (
        "notebooks/ja/noise.ipynb",
        replace_once("ノイズ", "雑音"),
        ["notebooks/ja/noise.ipynb: cell noise-000 differs from book/noise.md:12; edit book/noise"],
    ),
    "a sentence changed without making notebooks": (
        "book/step.md",
        replace_once("# StepLRScheduler\n", "# The StepLRScheduler\n"),
        ["notebooks/ja/step.ipynb: cell step-000 differs from book/step.md:12; edit book/step.md"],
    ),
    "a link in one language only": (
        "book/warmup.md",
        replace_once("[周期](cycles.ipynb)", "周期"),
        ["'en' differs from 'ja' in links: missing none, additional ['cycles.ipynb']; give both"],
    ),
    "a figure without its id": (
        "book/multistep.md",
        replace_once("figure: MultiStepLRScheduler\n", ""),
        [
            "['MultiStepLRScheduler']: figures of helpers/article_figures.yaml that no cell makes",
            "['notebooks/figures/MultiStepLRScheduler.svg']: made by no page; run `make notebooks`",
        ],
    ),
    "a page that is not in the contents": (
        "book/extra.md",
        lambda path: path.write_text("# Extra\n", encoding="utf-8"),
        ["_toc.yml must list the pages of book/, and only those"],
    ),
    "a page missing from the contents of one language": (
        "_toc.yml",
        replace_once("  - file: notebooks/en/glossary\n", ""),
        ["_toc.yml: run `make notebooks`"],
    ),
}
"""What happens to which file, and what must be said about it."""


@pytest.fixture(scope="module")
def rotten(tmp_path_factory) -> Path:
    """A copy of the project in which all of this has happened."""
    folder = tmp_path_factory.mktemp("rotten") / "book"
    copy_checkout(ROOT, folder)
    for file, change, _ in ROT.values():
        change(folder / file)
    return folder


@pytest.fixture(scope="module")
def alarms(rotten) -> str:
    """What the tests of the book say to it."""
    options = ["-n0", "-o", "addopts=", "-p", "no:cacheprovider", "--tb=short", "-q"]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "tests/test_book.py"],
        cwd=rotten,
        env={**os.environ, "PYTHONPATH": str(rotten), "COLUMNS": "400"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


@pytest.mark.parametrize("rot", ROT)
def test_every_kind_of_rot_is_named_with_its_remedy(rot, alarms):
    for alarm in ROT[rot][2]:
        assert alarm in alarms, alarms


def test_only_what_rots_is_named(alarms):
    failed = re.findall(r"^FAILED tests/test_book\.py::\w+\[(?:\w\w-)?(\w+)", alarms, re.MULTILINE)
    assert failed
    rotten = {Path(file).stem for file, _, _ in ROT.values()}
    # The page of the article's figures reads them, and that of the moved point shows it.
    assert set(failed) <= rotten | {"figures", "cosine"}


def test_a_dead_link_stops_the_build(tmp_path):
    """With the glossary as the only chapter, its links to chapters are dead."""
    folder = tmp_path / "book"
    copy_checkout(ROOT, folder)
    toc = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    other_pages = r"  - file: notebooks/\w+/(?!index|glossary)\w+\n"
    (folder / "_toc.yml").write_text(re.sub(other_pages, "", toc), encoding="utf-8")
    with pytest.raises(ProjectError, match=r"does not build\. Mend this in book/") as raised:
        build_site(Project(folder))
    message = str(raised.value)
    assert re.search(r"glossary\.ipynb.*Unknown source document 'setup'", message), message
