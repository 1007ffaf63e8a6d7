"""The parts of the hub that need no hub: settings, learners' copies of the notebooks, pins."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools.project import ROOT, ProjectError
from workshop.hub.inside.copies import RECORD, bring_copies
from workshop.hub.sandbox import HOME, NOTEBOOKS, sandboxed
from workshop.hub.settings import find_page, parse_learners, parse_memory
from workshop.hub.signatures import sign_notebooks


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of two notebooks."""
    folder = tmp_path / "source"
    (folder / "ja").mkdir(parents=True)
    (folder / "ja" / "index.ipynb").write_text("first")
    (folder / "ja" / "step.ipynb").write_text("first")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The empty folder of a learner."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_everything_is_copied_once(source, home):
    assert len(bring_copies(source, home)) == 2
    assert bring_copies(source, home) == []
    assert (home / "ja" / "step.ipynb").read_text() == "first"


def test_a_changed_notebook_is_never_overwritten(source, home):
    bring_copies(source, home)
    mine = home / "ja" / "step.ipynb"
    mine.write_text("mine")
    (source / "ja" / "step.ipynb").write_text("second")
    assert bring_copies(source, home) == []
    assert mine.read_text() == "mine"


def test_a_file_of_the_learners_own_is_never_overwritten(source, home):
    (home / "ja").mkdir()
    mine = home / "ja" / "step.ipynb"
    mine.write_text("mine")
    assert bring_copies(source, home) == [home / "ja" / "index.ipynb"]
    assert mine.read_text() == "mine"


def test_an_untouched_notebook_is_brought_up_to_date(source, home):
    bring_copies(source, home)
    (source / "ja" / "step.ipynb").write_text("second")
    assert bring_copies(source, home) == [home / "ja" / "step.ipynb"]
    assert (home / "ja" / "step.ipynb").read_text() == "second"


def test_a_deleted_notebook_comes_again(source, home):
    bring_copies(source, home)
    (home / "ja" / "step.ipynb").unlink()
    assert bring_copies(source, home) == [home / "ja" / "step.ipynb"]


@pytest.mark.parametrize("broken", ["{", "[1]", "null", '"text"'])
def test_a_broken_record_overwrites_nothing(source, home, broken):
    bring_copies(source, home)
    (home / "ja" / "step.ipynb").write_text("mine")
    (home / RECORD).write_text(broken)
    bring_copies(source, home)
    assert (home / "ja" / "step.ipynb").read_text() == "mine"


def test_what_a_learner_made_in_the_place_of_a_folder_or_file_stays(source, home):
    (home / "ja" / "step.ipynb").mkdir(parents=True)
    with pytest.raises(OSError):
        bring_copies(source, home)
    assert (home / "ja" / "step.ipynb").is_dir()
    assert json.loads((home / RECORD).read_text())["ja/index.ipynb"]


def test_learners_are_a_number_or_names():
    assert parse_learners("3") == ("learner01", "learner02", "learner03")
    assert parse_learners("aki ben-2") == ("aki", "ben-2")


@pytest.mark.parametrize("text", ["", "0", "201", "Aki", "aki aki", "aki,ben", "../etc", "-x", "٣"])
def test_wrong_learners_are_named(text):
    with pytest.raises(ProjectError, match=rf"^LEARNERS is {re.escape(repr(text))}; it must be"):
        parse_learners(text)


def test_memory_has_a_unit_and_is_enough_for_torch():
    assert parse_memory("2G") == 2**31
    assert parse_memory("1500M") == 1500 * 2**20


@pytest.mark.parametrize("text", ["2", "2g", "100M", "lots", "-1G"])
def test_a_wrong_memory_is_named(text):
    with pytest.raises(ProjectError, match=rf"^MEMORY is '{text}'; it must be at least 512M"):
        parse_memory(text)


def test_the_first_page_must_be_there(source):
    assert find_page(source, "ja") == "ja/index.ipynb"
    with pytest.raises(ProjectError, match=r"EDITION is 'fr'; there must be a file fr/index.ipynb"):
        find_page(source, "fr")


def test_a_file_that_is_no_notebook_is_named(source, tmp_path):
    with pytest.raises(ProjectError, match=r"NOTEBOOKS has .*index\.ipynb, which is no notebook: "):
        sign_notebooks(source, tmp_path / "signatures")


def test_only_the_learners_own_folder_can_be_written(source, home):
    command = sandboxed(["true"], home, {NOTEBOOKS: source}, 2**31)
    written = [command[i + 1 : i + 3] for i, word in enumerate(command) if word == "--bind"]
    assert written == [[str(home), HOME]]


def test_the_hubs_pins_are_exact_and_agree_with_the_books():
    pinned = {}
    for name in ("requirements.txt", "workshop/hub/requirements.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if re.match(r"\w", line):
                requirement = Requirement(line)
                (specifier,) = requirement.specifier
                assert specifier.operator == "==", line
                assert pinned.setdefault(requirement.name, specifier) == specifier, line
    for line in (ROOT / "workshop/hub/requirements.in").read_text(encoding="utf-8").splitlines():
        if re.match(r"\w", line):
            assert Requirement(line).name in pinned, f"{line}: run `make upgrade`."


COMPILES_LATE = """
import runpy, sys
runpy.run_path("workshop/hub/inside/startup.py")
import torch, timm.scheduler, torchvision
weight = torch.nn.Parameter(torch.ones(1))
optimizer = torch.optim.SGD([weight], lr=0.5)
scheduler = timm.scheduler.StepLRScheduler(optimizer, decay_t=1)
optimizer.step()
print("torch._dynamo.eval_frame" in sys.modules)

early = torch.compiler.disable(lambda x: x + torch.ones(1))
def run(x):
    return early(x * 2) * 3

{use}
graphs = []
def count(graph, inputs):
    graphs.append(graph)
    return graph.forward
print(torch.compile(run, backend=count)(torch.ones(1)).item(), len(graphs))
weight.sum().backward()
torch.compile(optimizer.step, backend="eager")()
print(weight.item(), torch._dynamo.__spec__.name, torch._dynamo.config.__spec__.name)
"""


@pytest.mark.parametrize(
    "use",
    [
        "",
        "import torch._dynamo.config",
        "from torch._dynamo.utils import counters",
        "from torch._dynamo import config, explain",
    ],
)
def test_torchs_compiler_comes_when_it_is_used_and_works(use):
    command = [sys.executable, "-c", COMPILES_LATE.replace("{use}", use)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    expected = ["False", "9.0 2", "0.5 torch._dynamo torch._dynamo.config"]
    assert run.stdout.splitlines() == expected
