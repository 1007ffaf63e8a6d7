"""The mutants: the list, the stored run, and the harness at work on a few of them."""

import re
import subprocess
import sys
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement

from tools.mutants.checks import Checks
from tools.mutants.mutant import all_mutants, mutants_of, scheduler_folder
from tools.mutants.result import mutants_digest, read_result, result_path
from tools.mutants.review import read_reviews, review_problems
from tools.project import ROOT, Project

BOOK = Project(ROOT)
RESULT = read_result(result_path(BOOK))
REMEDY = "run `make mutants`, then `make notebooks`."
LEAST_KILLED = 0.98


def changes_of(source):
    """What the mutants of a source change."""
    return [mutant.change for mutant in mutants_of("x.py", source)]


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("if a < 1: b()", "a < 1 -> a <= 1|a < 1 -> a >= 1|a < 1 -> True|a < 1 -> False"),
        (
            "x = not a or b",
            "not a or b -> (not a) and b|not a or b -> not a|not a or b -> b|not a -> a",
        ),
        ("def f(a=2.0): return a ** -a", "2.0 -> 3.0|2.0 -> 2.02|a ** -a -> a * (-a)|-a -> a"),
        ("f(a=1, b=2)", "f(a=1, b=2) -> f(a=1)|f(a=1, b=2) -> f(b=1, a=2)|f(a=1, b=2) -> pass"),
        ("raise A(f'{x} y')", "A -> RuntimeError|f'{x} y' -> f' y'|f'{x} y' -> f'{x}XX y'"),
        ("[f(v) for v in vs if v]", "vs -> (list(vs)[1:])|v -> True|v -> (not v)"),
        ("x = None; y = True; z = 'k'", "None -> 0|True -> False|'k' -> 'XXk'"),
        ("class A:\n    @d\n    def f(self): g()", "@d -> (nothing)|g() -> pass"),
    ],
)
def test_changes(source, changes):
    found = changes_of(source)
    assert not [change for change in changes.split("|") if change not in found], found


def test_docstrings_annotations_and_equal_sources_are_left_alone():
    source = 'def f(a: "x | None") -> "y":\n    """A text."""\n'
    assert changes_of(source) == []
    assert "1 -> 1" not in changes_of("f(a=1, b=1)")


def test_every_mutant_changes_one_place():
    mutants = all_mutants()
    assert len({mutant.id for mutant in mutants}) == len(mutants)
    assert {mutant.file for mutant in mutants} == {p.name for p in scheduler_folder().glob("*.py")}
    for mutant in mutants[::25]:
        original = (scheduler_folder() / mutant.file).read_text(encoding="utf-8")
        places = [match.start() for match in re.finditer(re.escape(mutant.old), original)]
        made = [original[:p] + mutant.new + original[p + len(mutant.old) :] for p in places]
        assert made.count(mutant.source) == 1, mutant
        compile(mutant.source, mutant.file, "exec")


def test_the_stored_run_is_of_the_pinned_versions():
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        name = re.match(r"[\w-]*", line).group()
        if name in RESULT["versions"]:
            made_with = RESULT["versions"][name]
            pin = Requirement(line).specifier
            assert pin.contains(made_with), f"{name} {made_with} made the stored run; {REMEDY}"
    assert RESULT["versions"]["timm"] == version("timm"), REMEDY


def test_the_stored_run_is_of_these_mutants():
    same = RESULT["mutants_digest"] == mutants_digest(all_mutants())
    assert same, f"notebooks/data/mutants.json: the mutants are others today; {REMEDY}"


def test_the_stored_run_is_of_these_checks():
    today = {check.name: check.digest for check in Checks(BOOK).all}
    names = {*today, *RESULT["checks"]}
    changed = [name for name in sorted(names) if today.get(name) != RESULT["checks"].get(name)]
    assert not changed, f"notebooks/data/mutants.json is older than {', '.join(changed)}; {REMEDY}"


def test_every_survivor_is_reviewed():
    assert review_problems(RESULT, read_reviews()) == []


def test_what_is_wrong_with_a_review_is_named():
    result = {
        "mutants": [
            {"id": "a.py:1#1", "change": "1 -> 2", "killed_by": None, "reason": None},
            {"id": "b.py:1#1", "change": "1 -> 2", "killed_by": None, "reason": "old"},
        ]
    }
    reviews = {name: {"change": "1 -> 2", "reason": "new"} for name in ("b.py:1#1", "c.py:1#1")}
    unreviewed, older, superfluous = review_problems(result, reviews)
    assert unreviewed.startswith("a.py:1#1: 1 -> 2 survives; strengthen a check")
    assert older.startswith("b.py:1#1: tools/mutants/survivors.yml gives another reason")
    assert superfluous.startswith("c.py:1#1: no survivor")


def test_the_book_notices_more_than_the_promised_share_in_every_file():
    killed = [entry["killed_by"] is not None for entry in RESULT["mutants"]]
    assert sum(killed) / len(killed) >= LEAST_KILLED


QUICK_CHECKS = [
    "notebooks/ja/step.ipynb",
    *(f"tests/test_timm_{name}.py" for name in ("defaults", "errors", "factory")),
]


def sample():
    """For each file one mutant that a quick check kills; any mutant of `__init__.py` is one."""
    by_file = {}
    for entry in RESULT["mutants"]:
        file = entry["id"].partition(":")[0]
        if entry["killed_by"] in QUICK_CHECKS or file == "__init__.py":
            by_file.setdefault(file, entry["id"])
    return by_file


def test_the_harness_reproduces_the_stored_run(tmp_path):
    killed = sample()
    assert set(killed) == {path.name for path in scheduler_folder().glob("*.py")}
    survivor = next(id_ for id_ in read_reviews() if id_.startswith("scheduler_factory.py"))
    checks = [option for check in QUICK_CHECKS for option in ("--check", check)]
    command = [sys.executable, "-m", "tools.mutants", *killed.values(), survivor, *checks]
    done = subprocess.run(
        [*command, "--folder", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert [line.split(":")[0] for line in lines if line.endswith("unchanged")] == QUICK_CHECKS
    survivors = [line for line in lines if "| SURVIVED |" in line]
    assert len(survivors) == 1, done.stdout
    assert survivor in survivors[0]
    assert f"{len(killed)} of {len(killed) + 1} killed" in lines[-1]
