"""What becomes of a check in the sandbox, and of a run that was cut off."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.mutants.checks import Check
from tools.mutants.journal import Journal
from tools.mutants.sandbox import Outcome
from tools.project import ROOT

CHECKS = {
    "default": "assert signature(StepLRScheduler).parameters['decay_rate'].default == 1.0",
    "endless": "while True: pass",
    "ended": "os.kill(os.getpid(), 15)",
    "dead": "os.kill(os.getpid(), 11)",
    "false": "assert False",
}
IMPORTS = "import os\nfrom inspect import signature\nfrom timm.scheduler import StepLRScheduler\n"
SCRIPT = """\
import json, os, sys
from dataclasses import replace
from pathlib import Path
from tools.mutants import sandbox
from tools.mutants.checks import Check
from tools.mutants.journal import Journal
from tools.mutants.mutant import mutants_of, scheduler_folder
from tools.mutants.run import Runner
from tools.project import ProjectError

folder = Path(sys.argv[1])
source = (scheduler_folder() / "step_lr.py").read_text(encoding="utf-8")
changed = next(m for m in mutants_of("step_lr.py", source) if m.change == "1. -> 2.0")
same = replace(changed, source=source)
sandbox.preload()

def place(name, mutant):
    path = folder / f"test_{name}.py"
    pid = sandbox.start(Check(path.name, path, ""), mutant, folder, 3)
    _, status, usage = os.wait4(pid, 0)
    try:
        return sandbox.outcome_of(status, usage, folder).place
    except ProjectError as error:
        return str(error)

places = {
    "unchanged": place("default", None),
    "the same source": place("default", same),
    "a mutant": place("default", changed),
    "endless": place("endless", None),
    "ended": place("ended", None),
    "dead": place("dead", None),
}
path = folder / "test_false.py"
try:
    Runner(folder, Journal(folder / "j", {}), 1).verify_unchanged([Check(path.name, path, "")])
except ProjectError as error:
    places["false"] = str(error)
(folder / "places.json").write_text(json.dumps(places), encoding="utf-8")
sys.stdout.flush()
os._exit(0)
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory) -> dict[str, str | None]:
    """How checks ended, by what was the matter."""
    folder = tmp_path_factory.mktemp("sandbox")
    for name, line in CHECKS.items():
        text = f"{IMPORTS}def test_it():\n    {line}\n"
        (folder / f"test_{name}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", SCRIPT, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads((folder / "places.json").read_text(encoding="utf-8"))


def test_only_the_mutant_fails(places):
    assert places["unchanged"] is None
    assert places["the same source"] is None
    assert places["a mutant"] == "test_it"


def test_an_endless_loop_and_a_crash_are_kills(places):
    assert places["endless"] == "timeout"
    assert places["dead"] == "died"


def test_a_check_that_is_ended_from_outside_decides_nothing(places):
    assert "ended from outside (SIGTERM)" in places["ended"]
    assert "run `make mutants` again" in places["ended"]


def test_a_check_that_fails_without_a_mutant_stops_the_run(places):
    assert places["false"].startswith("test_false.py: fails at test_it without any mutant")
    assert places["false"].endswith("run `make test` first.")


def test_a_run_that_was_cut_off_goes_on(tmp_path: Path):
    path, check = tmp_path / "journal.jsonl", Check("a", tmp_path, "digest of a")
    Journal(path, {"timm": "1"}).add(None, check, Outcome("Cell 1", 2.5))
    path.write_text(path.read_text(encoding="utf-8") + '{"key": ["cut', encoding="utf-8")
    other = Check("b", tmp_path, "digest of b")
    Journal(path, {"timm": "1"}).add(None, other, Outcome(None))
    assert Journal(path, {"timm": "1"}).get(None, check) == Outcome("Cell 1", 2.5)
    assert Journal(path, {"timm": "1"}).get(None, other) == Outcome(None)
    assert Journal(path, {"timm": "2"}).get(None, check) is None
    assert Journal(path, {"timm": "1"}).get(None, Check("a", tmp_path, "of another")) is None
