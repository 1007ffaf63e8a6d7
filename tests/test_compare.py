"""Comparing the book with another timm: a fake one from end to end, and every part by itself."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from timm_copy import copy_timm, edit_scheduler

from tools.compare import __main__ as command
from tools.compare.cell_changes import claim_in
from tools.compare.comparison import STORED, compare, run_pinned
from tools.compare.environments import Environment, failure_sentence, other_environment
from tools.compare.history import changes_between
from tools.compare.inside.statements import NOTE, EachByItself
from tools.compare.processes import _kept, run_pages
from tools.compare.report import report
from tools.compare.runs import changed_arguments, changed_runs, curve_difference
from tools.compare.scenarios import scenarios
from tools.compare.stored import _dump, read_changes
from tools.freshness import stored_execution
from tools.page import read_page
from tools.project import ROOT, Project, ProjectError


@pytest.fixture(scope="module")
def comparison(tmp_path_factory):
    """The chapter on StepLRScheduler under a timm whose stairs come an epoch early."""
    book = Project(ROOT)
    vars(book)["pages"] = ["step"]
    wheel = tmp_path_factory.mktemp("wheel")
    edit_scheduler(
        copy_timm(wheel), "step_lr.py", "(t // self.decay_t)", "((t + 1) // self.decay_t)"
    )

    def environment(label: str, *wheels: Path) -> Environment:
        return Environment(label, Path(sys.executable), wheels, tmp_path_factory.mktemp(label))

    pinned = run_pinned(book, environment("pinned"), with_pages=True, jobs=1)
    return compare(book, pinned, environment("early", wheel), jobs=1)


@pytest.fixture(scope="module")
def reported(comparison):
    return list(report(comparison))


def test_runs_that_differ_are_named(comparison):
    assert comparison.arguments == {}
    assert all("Step" in name or "step" in name or "constant" in name for name in comparison.runs)
    mine = comparison.pinned["traces"]["article StepLRScheduler"]["lrs"]
    part = curve_difference(mine, comparison.runs["article StepLRScheduler"]["lrs"])
    assert (part.first, part.worst, part.largest) == (29, 29, 0.05)


def test_a_refuted_claim_is_named_with_its_line_and_what_comes_instead(comparison):
    lines = (ROOT / "book/step.md").read_text(encoding="utf-8").splitlines()
    refuted = [c for c in comparison.pages if c.kind == "claim" and c.other is not None]
    for change in refuted:
        assert change.page == "step"
        assert change.pinned.startswith("✓ ")
        assert change.other.startswith(f"✗ {claim_in(change.pinned)}:")
        assert "check(" in lines[change.line - 1]
    named = {claim_in(change.pinned): lines[change.line - 1] for change in refuted}
    assert (
        "the article's settings fall at 30, 60, 90"
        in named["the article's settings fall at 30, 60, 90"]
    )
    assert "warmup_prefix is True by default" not in named
    assert 0 < len(refuted) < comparison.claims


def test_a_figure_is_named_with_both_curves_and_drawn(comparison, reported):
    lines = [line.strip() for line in reported]
    (figure,) = [c for c in comparison.pages if c.pinned == "StepLRScheduler"]
    assert (figure.kind, figure.other) == ("figure", "drawn otherwise")
    place = lines.index(f"book/step.md:{figure.line}: StepLRScheduler: drawn otherwise")
    where, old, new = lines[place + 1 : place + 4]
    assert where == "lr: from x = 28 on"
    assert old.startswith("pinned: 0: 0.1  ")
    assert "28: 0.1  " in old
    assert new.startswith("early: 0: 0.1  ")
    assert "28: 0.05  " in new
    picture = comparison.figures / f"step-{figure.line}-lr.svg"
    svg = picture.read_text(encoding="utf-8")
    assert ">pinned</text>" in svg
    assert ">early</text>" in svg


def test_the_report_counts(comparison, reported):
    assert reported[0] == "early compared with the pinned pinned"
    changed = sum(change.kind == "claim" for change in comparison.pages)
    claims = next(line for line in reported if line.startswith("  Claims: "))
    assert claims.startswith(f"  Claims: {comparison.claims - changed} of {comparison.claims} hold")
    assert (comparison.figures / "article-StepLRScheduler.svg").exists()


def run_wrapped(source: str) -> tuple[dict, list]:
    """Execute statements as `BookShell` does; what they bind, and the lines that failed."""
    failed = []
    namespace = {NOTE: lambda line, names: failed.append((line, names))}
    tree = EachByItself().visit(ast.parse(source))
    exec(compile(tree, "<cell>", "exec"), namespace)
    return namespace, failed


def test_a_failed_statement_does_not_keep_the_next_from_running():
    namespace, failed = run_wrapped("a = 1\nb, c = 1 / 0\nimport nowhere.at.all as d\ne = 2\n")
    assert (namespace["a"], namespace["e"]) == (1, 2)
    assert failed == [(2, ["b", "c"]), (3, ["d"])]


def test_a_last_expression_keeps_its_value():
    (statement,) = EachByItself().visit(ast.parse("1 + 1")).body
    assert isinstance(statement, ast.Expr)


def run_shell(*cells: str) -> list[dict]:
    code = (
        "import json, sys; from tools.compare.inside.book_shell import BookShell\n"
        "shell = BookShell()\n"
        "json.dump([shell.run(cell) for cell in json.load(sys.stdin)], sys.__stdout__)"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(
        command, input=json.dumps(cells), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_what_follows_from_a_failure_is_told_from_what_fails_for_itself():
    first, second, third = run_shell(
        "from helpers import check, check_raises\nx = 1\nx = {}['gone']\nprint('on')",
        "y = x + 1\ncheck('a', 1, 2)\ncheck('b', 1, 1)\n"
        "check_raises('c', KeyError, lambda: {}.clear())\nraise OSError('own')",
        "1 +",
    )
    assert first["stdout"] == "on\n"
    assert first["failures"] == [{"line": 3, "error": "KeyError: 'gone'", "follows": None}]
    lost, own = second["failures"]
    assert (lost["line"], lost["follows"]) == (1, "KeyError: 'gone'")
    assert own == {"line": 5, "error": "OSError: own", "follows": None}
    assert [(refuted["line"], refuted["text"][:4]) for refuted in second["refuted"]] == [
        (2, "✗ a:"),
        (4, "✗ c:"),
    ]
    assert "✓ b" in second["stdout"]
    assert third["failures"][0]["error"].startswith("SyntaxError")


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("✓ it falls", "it falls"),
        ("✓ it falls (twice)  (difference 0.0 ≤ 1e-12)", "it falls (twice)"),
        ("✓ it fails  (TypeError)", "it fails"),
        ("✓ it fails  (ValueError: a (b))", "it fails"),
    ],
)
def test_a_claim_is_its_line_without_what_was_measured(line, claim):
    assert claim_in(line) == claim


def test_runs_are_the_same_up_to_rounding():
    pinned = {"run": {"lrs": [[0.1, 0.05]], "num_epochs": 2}}
    assert changed_runs(pinned, {"run": {"lrs": [[0.1, 0.05 + 1e-16]], "num_epochs": 2}}) == {}
    assert changed_runs(pinned, {"run": {"lrs": [[0.1, 0.05]]}}) == {"run": {"num_epochs": None}}
    failed = {"error": {"t": None, "message": "TypeError: no"}}
    assert changed_runs(pinned, {"run": failed}) == {"run": failed}


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ([[0.1, 0.2, 0.3], [1.0, 1.0, 1.0]], None),
        ([[0.1, 0.2, 0.3], [1.0, 1.5, 0.0]], (1, 1, 2)),
        ([[0.1, 0.2, "(1+1j)"], [1.0, 1.0, 1.0]], (0, 2, 2)),
        ([[0.1, float("nan"), 0.3], [1.0, 1.0, 1.0]], (0, 1, 1)),
        ([[0.1, 0.2], [1.0, 1.0]], (0, 2, 2)),
    ],
)
def test_where_curves_part(actual, expected):
    part = curve_difference([[0.1, 0.2, 0.3], [1.0, 1.0, 1.0]], actual)
    assert (part and (part.group, part.first, part.worst)) == expected


def test_changed_arguments():
    pinned = {"Same": {"a": "1"}, "New": {"a": "1"}, "Changed": {"a": "1", "b": "2"}}
    other = {"Same": {"a": "1"}, "Changed": {"a": "0", "c": "3"}, "Gone": {"x": "required"}}
    assert changed_arguments(pinned, other) == {
        "New": None,
        "Changed": {"a": "0", "b": None, "c": "3"},
        "Gone": {"x": "required"},
    }


def test_names_of_scenarios_differ():
    names = [scenario.name for scenario in scenarios()]
    assert len(names) == len(set(names)) > 100


def test_the_history_finds_each_release_without_running_all():
    releases = [f"1.{number}" for number in range(40)]
    asked = []

    def traces_of(release):
        asked.append(release)
        number = int(release.partition(".")[2])
        signatures = {"Step": {"prefix": "True"} if number >= 7 else {}}
        return {"traces": {"run": {"num_epochs": number // 31}}, "signatures": signatures}

    arguments = {"before": {"Step": {"prefix": None}}, "now": {"Step": {"prefix": "True"}}}
    nothing = {"before": {}, "now": {}}
    assert changes_between(releases, traces_of) == [
        {"release": "1.7", "after": "1.6", "runs": [], **arguments},
        {"release": "1.31", "after": "1.30", "runs": ["run"], **nothing},
    ]
    assert len(asked) == len(set(asked)) < 20


def test_a_result_is_kept_until_what_it_was_made_from_changes(tmp_path):
    path = tmp_path / "pages" / "step.json"
    made = []

    def make():
        made.append(len(made))
        return {"number": made[-1]}

    assert [_kept(path, digest, make)["number"] for digest in "aab"] == [0, 0, 1]
    assert [entry.name for entry in path.parent.iterdir()] == ["step.json"]


def test_a_page_that_was_stopped_is_run_again(tmp_path, monkeypatch):
    book = Project(ROOT)
    page = read_page(book, "references")
    environment = Environment("slow", Path(sys.executable), (), tmp_path)
    monkeypatch.setattr("tools.compare.processes.PAGE_TIMEOUT", 0.01)
    outcomes = run_pages(book, environment, [page], [], jobs=1)["references"]
    errors = {failure["error"] for cell in outcomes.values() for failure in cell["failures"]}
    assert errors == {"not reached: no result after 0.01 s"}
    assert list(tmp_path.rglob("*.json")) == []


def broken_timm(folder: Path) -> Path:
    """A timm whose models do not import, with a scheduler package that does."""
    package = folder / "timm"
    (package / "scheduler").mkdir(parents=True)
    (package / "__init__.py").write_text("from .models import create_model\n")
    (package / "models.py").write_text("import torch._six_is_gone\n")
    (package / "version.py").write_text("__version__ = '0.0.1'\n")
    (package / "scheduler" / "__init__.py").write_text("from .step_lr import StepLRScheduler\n")
    (package / "scheduler" / "step_lr.py").write_text("class StepLRScheduler: pass\n")
    return folder


def test_a_timm_that_does_not_import_gives_its_scheduler_package_alone(tmp_path):
    code = (
        "from tools.compare.inside.timm_import import import_timm; print(import_timm())\n"
        "import timm, timm.scheduler; print(timm.__version__, timm.scheduler.StepLRScheduler)"
    )
    path = {"PYTHONPATH": f"{broken_timm(tmp_path)}:{ROOT}"}
    out = subprocess.check_output([sys.executable, "-c", code], env=path, text=True, cwd=tmp_path)
    reason, rest = out.splitlines()
    assert reason.startswith("ModuleNotFoundError: No module named 'torch")
    assert rest.startswith("0.0.1 <class 'timm.scheduler.step_lr.StepLRScheduler'>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--timm", "latest"], "TIMM is 'latest'; it must be a released version of timm, as in"),
        (["--torch", "2.x"], "TORCH is '2.x'; it must be a released version of torch, as in"),
        (["--timm", "../1.0"], "TIMM is '../1.0'; it must be"),
        (["--jobs", "0"], "--jobs is 0; it must be 1 or more."),
    ],
)
def test_a_wrong_argument_is_answered_with_a_sentence(monkeypatch, capsys, arguments, message):
    monkeypatch.setattr(sys, "argv", ["compare", *arguments])
    assert command.main() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(message)


def test_a_version_that_does_not_exist_is_named_with_some_that_do():
    stderr = (
        "ERROR: Could not find a version that satisfies the requirement timm==1.0.99 "
        "(from versions: 0.6.2.dev0, 1.0.9, 1.0.10, 1.0.30, 1.0.31)\n"
        "ERROR: No matching distribution found for timm==1.0.99"
    )
    sentence = failure_sentence("timm", "1.0.99", stderr)
    assert sentence == (
        "TIMM is 1.0.99; timm has no such release. The newest are 1.0.10, 1.0.30, 1.0.31."
    )
    resolver = "  × No solution found:\n  ╰─▶ Because there is no version of torch==9.9 and you …"
    assert failure_sentence("torch", "9.9", resolver) == (
        "TORCH is 9.9; torch has no such release for this machine."
    )


def test_a_missing_network_is_not_taken_for_a_missing_version():
    stderr = (
        "WARNING: Retrying\n"
        "ERROR: Could not find a version that satisfies the requirement timm==1.0.30 "
        "(from versions: none)\n"
        "ERROR: No matching distribution found for timm==1.0.30\n"
    )
    assert failure_sentence("timm", "1.0.30", stderr).startswith(
        "timm 1.0.30 could not be installed; is there a network? ERROR: No matching"
    )


def test_an_installed_wheel_is_used_again(small_book):
    wheel = small_book.root / "_build/compare/timm-1.0.30/wheel"
    wheel.mkdir(parents=True)
    environment = other_environment(small_book, "1.0.30", None)
    assert (environment.label, environment.wheels) == ("timm-1.0.30", (wheel,))
    assert environment.python == Path(sys.executable)


def test_stored_changes_are_those_of_the_pins():
    assert len(read_changes(Project(ROOT))["versions"]) > 3


def test_stored_changes_of_other_pins_are_noticed(small_book):
    with pytest.raises(ProjectError, match=r"changes\.json: missing; run `make compare`"):
        read_changes(small_book)
    path = small_book.root / STORED
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"pinned": {"timm": "1.0.30"}}), encoding="utf-8")
    with pytest.raises(
        ProjectError,
        match=r"compared with timm 1\.0\.30, .* pins timm 1\.0\.31; run `make compare`",
    ):
        read_changes(small_book)


def test_claims_that_stored_changes_name_are_in_the_book():
    book = Project(ROOT)
    for version, changes in read_changes(book)["versions"].items():
        for name, claims in changes["claims"]["by_page"].items():
            executed = stored_execution(book, read_page(book, name), "ja")
            text = "".join(o.get("text", "") for c in executed.values() for o in c.outputs)
            known = {claim_in(line) for line in text.splitlines() if line.startswith("✓ ")}
            named = {claim for claim, _ in claims["refuted"]}
            assert named <= known, (
                f"{STORED}: under timm {version} it names claims that are no longer in "
                f"book/{name}.md: {sorted(named - known)}; run `make compare`."
            )


def test_stored_json_has_a_line_for_each_entry():
    content = {"a": {"b": {"c": [0.5, 1], "d": {}}}, "e": []}
    text = _dump(content)
    assert json.loads(text) == content
    first, *rest = text.splitlines()
    assert first == "{"
    assert rest[:4] == [' "a": {', '  "b": {', '   "c": [0.5, 1],', '   "d": {}']
    assert rest[4:] == ["  }", " },", ' "e": []', "}"]
