"""Run one check in a fork of this process, with or without a mutant, and tell how it ended."""

import gc
import importlib
import io
import json
import os
import resource
import signal
import sys
import threading
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tools.mutants.checks import TIMM_TESTS, Check
from tools.mutants.mutant import Mutant, scheduler_folder
from tools.mutants.mutated_import import serve
from tools.project import ProjectError

PRELOADED = (
    "torch",
    "torchvision",
    "timm.optim",
    "numpy",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_svg",
    "matplotlib_inline.config",
    "IPython.core.application",
    "ipykernel.debugger",
    "ipykernel.inprocess.ipkernel",
    "tornado.platform.asyncio",
    "ipywidgets",
    "anywidget",
    "nbformat",
    "nbval.plugin",
    "hypothesis.strategies",
    "hypothesis.extra.numpy",
    "_hypothesis_pytestplugin",
    "playwright.sync_api",
    "py_mini_racer",
    "pytest",
    "tools.mutants.kernel",
)
"""Modules that every check needs and no mutant changes."""

WALL_SECONDS = 600
"""After so long a check is given up even if it waits without computing."""

MEMORY = 6 * 2**30
"""Bytes that a check may take beyond what this process has."""


@dataclass(frozen=True)
class Outcome:
    """How a check ended.

    Attributes:
        place: the test or cell that failed, "timeout" or "died"; None if all passed.
        cpu_seconds: computing time of the child.
        lines: executed lines by file of timm.scheduler, if asked for.
    """

    place: str | None
    cpu_seconds: float = 0.0
    lines: dict[str, list[int]] = field(default_factory=dict)


def preload() -> None:
    """Import what every check needs, once, before the first fork."""
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # The kernel's debugger warns otherwise.
    for module in PRELOADED:
        importlib.import_module(module)
    if any(name.startswith("timm.scheduler") for name in sys.modules):
        raise RuntimeError("importing timm imports timm.scheduler; mutants would come too late.")
    _warm_up()
    gc.collect()
    gc.freeze()


def _warm_up() -> None:
    """Do once what is slow the first time: an optimizer, a figure."""
    import torch
    from matplotlib.figure import Figure

    torch.set_num_threads(1)
    torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))])
    figure = Figure(layout="constrained")
    figure.subplots().plot([0, 1], label="lr")
    figure.savefig(io.BytesIO(), format="svg")


def start(
    check: Check, mutant: Mutant | None, folder: Path, cpu_seconds: int, *, trace: bool = False
) -> int:
    """Fork a child that runs a check; return its process id for `os.wait4`.

    Args:
        check: the check.
        mutant: the mutant to import, or None for timm as installed.
        folder: where the child writes `output.txt` and `outcome.json`.
        cpu_seconds: computing time after which it is stopped.
        trace: whether to record which lines of timm.scheduler are executed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "outcome.json").unlink(missing_ok=True)
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            outcome = _run(check, mutant, folder, cpu_seconds, trace)
            (folder / "outcome.json").write_text(json.dumps(asdict(outcome)), encoding="utf-8")
        finally:
            os._exit(0)
    return pid


def outcome_of(status: int, usage: resource.struct_rusage, folder: Path) -> Outcome:
    """Tell how a child ended, from what `os.wait4` says and the child has written.

    Raises:
        ProjectError: it was ended from outside, which says nothing about the mutant.
    """
    seconds = round(usage.ru_utime + usage.ru_stime, 2)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
            raise ProjectError(
                f"a check was ended from outside ({signal.Signals(number).name}), for want of "
                "memory for example; run `make mutants` again, it goes on where it was."
            )
        stopped = number in (signal.SIGXCPU, signal.SIGALRM)
        return Outcome("timeout" if stopped else "died", seconds)
    try:
        written = json.loads((folder / "outcome.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Outcome("died", seconds)
    return Outcome(written["place"], seconds, written["lines"])


def _run(
    check: Check, mutant: Mutant | None, folder: Path, cpu_seconds: int, trace: bool
) -> Outcome:
    import matplotlib
    import nbval.plugin
    import pytest
    from hypothesis import Phase, settings

    from tools.mutants.kernel import KernelInProcess

    _set_limits(cpu_seconds)
    _redirect_output(folder / "output.txt")
    if mutant is not None:
        serve(mutant)
    # A counterexample is enough; nobody reads the smallest one.
    phases = [phase for phase in Phase if phase not in (Phase.shrink, Phase.explain)]
    settings.register_profile("mutants", phases=phases)
    settings.load_profile("mutants")
    nbval.plugin.RunningKernel = KernelInProcess
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    options = ["-o", "addopts=", "-qx", "--disable-warnings", "-p", "no:cacheprovider"]
    options += ["--assert=plain", "--tb=native"]
    if check.is_notebook:
        os.chdir(check.path.parent)
        matplotlib.use("module://matplotlib_inline.backend_inline")
        options += ["-p", "nbval.plugin", "--nbval"]
    else:
        options += ["-p", "_hypothesis_pytestplugin"]
    if check.name == TIMM_TESTS:
        options += ["-c", os.devnull, "--rootdir", str(check.path.parent), "--noconftest"]
    failure = _FirstFailure()
    lines = _trace_lines() if trace else {}
    status = pytest.main([*options, str(check.path)], plugins=[failure])
    place = failure.place or (None if status == pytest.ExitCode.OK else f"exit {int(status)}")
    sys.stdout.flush()
    return Outcome(place, lines={file: sorted(numbers) for file, numbers in lines.items()})


class _FirstFailure:
    """A pytest plugin that keeps the name of the first test that fails."""

    place: str | None = None

    def pytest_runtest_logreport(self, report: object) -> None:
        if report.failed and self.place is None:
            self.place = report.nodeid.partition("::")[2]

    def pytest_collectreport(self, report: object) -> None:
        if report.failed and self.place is None:
            self.place = "import"


def _set_limits(cpu_seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, resource.RLIM_INFINITY))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)


def _redirect_output(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)


def _trace_lines() -> dict[str, set[int]]:
    """Collect the executed lines of timm.scheduler from now on."""
    folder = str(scheduler_folder())
    lines: dict[str, set[int]] = {path.name: set() for path in scheduler_folder().glob("*.py")}

    def on_call(frame, event, argument):
        path = frame.f_code.co_filename
        if not path.startswith(folder):
            return None
        executed = lines[path[len(folder) + 1 :]]

        def on_line(frame, event, argument):
            executed.add(frame.f_lineno)
            return on_line

        executed.add(frame.f_lineno)
        return on_line

    threading.settrace(on_call)
    sys.settrace(on_call)
    return lines
