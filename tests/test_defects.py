"""Every suggested fix of book/defects.md, applied to a copy of timm: it mends what it says."""

import importlib
import re
import runpy
import subprocess
import warnings
from fractions import Fraction
from pathlib import Path

import pytest
from timm_copy import copy_scheduler, timm_from
from timm_driver import optimizer_with

from tools.page import read_page
from tools.passage import parse_markdown
from tools.project import ROOT, Project

BOOK = Project(ROOT)
PAGE = read_page(BOOK, "defects")
DEFECTS = {cell.metadata["defect"]: cell for cell in PAGE.code_cells if "defect" in cell.metadata}
PATCHES = sorted(path.stem for path in (ROOT / "book" / "patches").iterdir())


def timm_with(patches: list[str], folder: Path) -> Path:
    """Put a timm with patches into a new folder."""
    copy_scheduler(folder)
    for patch in patches:
        command = ["git", "apply", "--verbose", ROOT / "book" / "patches" / f"{patch}.diff"]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert result.returncode == 0, f"book/patches/{patch}.diff: {result.stderr}"
    return folder


def outcome(defect: str, folder: Path) -> tuple[object, object]:
    """What the program of a defect finds and what it expects, with the timm in `folder`."""
    program = folder / f"{defect}.py"
    program.write_text(DEFECTS[defect].source, encoding="utf-8")
    with timm_from(folder):
        values = runpy.run_path(str(program), run_name="__main__")
    return values["actual"], values["expected"]


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_fix_of_a_defect_mends_it(defect, tmp_path):
    actual, expected = outcome(defect, timm_with([], tmp_path / "as it is"))
    assert actual != expected
    patch = DEFECTS[defect].metadata["patch"]
    actual, expected = outcome(defect, timm_with([patch], tmp_path / "mended"))
    assert actual == expected


@pytest.fixture(scope="module")
def all_mended(tmp_path_factory) -> Path:
    """A timm with all fixes."""
    return timm_with(PATCHES, tmp_path_factory.mktemp("timm") / "all")


def test_all_fixes_together_mend_all_defects(all_mended):
    outcomes = {defect: outcome(defect, all_mended) for defect in DEFECTS}
    wrong = {defect: pair for defect, pair in outcomes.items() if pair[0] != pair[1]}
    assert wrong == {}


CYCLES = {"t_initial": 30, "cycle_mul": 2.0, "cycle_decay": 0.7, "cycle_limit": 3, "lr_min": 1e-3}
WARMUP = {"warmup_t": 7, "warmup_lr_init": 1e-3}
NOISE = {"noise_range_t": (20, 60), "noise_pct": 0.3, "noise_std": 0.2, "noise_seed": 3}
ORDINARY = [
    ("StepLRScheduler", {"decay_t": 30, "decay_rate": 0.3}),
    ("StepLRScheduler", {"decay_t": 2.4, "decay_rate": 0.97, **WARMUP, "warmup_prefix": False}),
    ("MultiStepLRScheduler", {"decay_t": [20, 50], "decay_rate": 0.3, **WARMUP, **NOISE}),
    ("CosineLRScheduler", {**CYCLES, **WARMUP, "k_decay": 1.5}),
    ("TanhLRScheduler", {**CYCLES, **WARMUP, **NOISE}),
    ("PolyLRScheduler", {**CYCLES, "warmup_prefix": True, "k_decay": 1.5, **NOISE}),
    ("WSDLRScheduler", {"t_initial": 90, "decay_t": 30, "decay_fn": "exp", **WARMUP, **NOISE}),
    ("PlateauLRScheduler", {"patience_t": 3, "decay_rate": 0.5, **WARMUP, **NOISE}),
]


def lrs_of_run(scheduler_class: str, arguments: dict) -> list[list[float]]:
    """The learning rates of two groups after building and after each of 150 epochs."""
    optimizer = optimizer_with([0.1, 0.02], [1.0, 0.5])
    warnings.simplefilter("ignore", FutureWarning)
    module = importlib.import_module("timm.scheduler")
    scheduler = getattr(module, scheduler_class)(optimizer, **arguments)
    lrs = [[group["lr"] for group in optimizer.param_groups]]
    for epoch in range(1, 151):
        scheduler.step(epoch, metric=0.5)
        lrs.append([group["lr"] for group in optimizer.param_groups])
    return lrs


@pytest.mark.parametrize(("scheduler_class", "arguments"), ORDINARY)
def test_the_fixes_change_no_ordinary_run(scheduler_class, arguments, all_mended):
    with warnings.catch_warnings():
        before = lrs_of_run(scheduler_class, arguments)
    with timm_from(all_mended):
        assert lrs_of_run(scheduler_class, arguments) == before


@pytest.mark.parametrize("cycle_mul", ["1.1", "1.2", "1.3", "1.5", "2", "3", "10"])
def test_no_restart_is_lost_after_the_fix(cycle_mul, all_mended):
    """At all boundaries that are whole epochs, computed without rounding."""
    lost = []
    with timm_from(all_mended):
        from timm.scheduler import CosineLRScheduler, PolyLRScheduler

        for t_initial in range(1, 121):
            optimizer = optimizer_with([1.0])
            arguments = {"t_initial": t_initial, "cycle_mul": float(cycle_mul), "cycle_limit": 99}
            for scheduler in (
                CosineLRScheduler(optimizer, k_decay=1.5, **arguments),
                PolyLRScheduler(optimizer, **arguments),
            ):
                length = start = Fraction(t_initial)
                for _ in range(6):
                    if start.denominator == 1:
                        scheduler.step(int(start))
                        lr = optimizer.param_groups[0]["lr"]
                        if abs(lr - 1) > 1e-4:
                            lost.append((t_initial, int(start), lr))
                    length *= Fraction(cycle_mul)
                    start += length
    assert lost == []


def test_every_patch_belongs_to_a_defect():
    assert {cell.metadata["patch"] for cell in DEFECTS.values()} == set(PATCHES)


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_table_lists_the_defects_in_their_order(language):
    passages = [cell.source for cell in PAGE.cells if cell.metadata.get("lang") == language]
    headings = [
        tokens[i + 1].content
        for tokens in (parse_markdown(BOOK, passage) for passage in passages)
        for i, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h3"
    ]
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", passages[0], re.MULTILINE)[2:]
    assert rows == headings
    assert len(headings) == len(DEFECTS)
