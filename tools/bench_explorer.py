"""Measure how fast the explorer answers a slider, as ratios within one run.

    python -m tools.bench_explorer

The floor is a bare page whose slider redraws one line of 100 points. Steps are measured twice: as a
reader meets them, where a frame may wait up to 17 ms for the display's next refresh, and without
that wait, which leaves only the work.
"""

import gzip
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.browser import launch_chromium
from tools.extension.explorers import RESERVE, SCRIPT
from tools.frame_probe import FrameProbe
from tools.lab import jupyter_lab, run_notebook
from tools.project import Project

ROUNDS = 3
STEPS = 60
BURST_SECONDS = 2
RATES = (1, 4)
"""How many times slower the processor is made."""

COSINE = {"schedule": "cosine", "t_initial": 20}
MANY_UPDATES = {
    "schedule": "cosine",
    "t_initial": 1000,
    "cycle_limit": 100,
    "num_epochs": 100,
    "updates_per_epoch": 1000,
    "t_in_epochs": False,
}
NOISE = {"noise_range_t": 0, "noise_std": 0.1}

Subject = Callable[[], AbstractContextManager[FrameProbe]]
"""Opens a page whose slider has at least `STEPS` steps to go."""


def main() -> int:
    """Run all measurements and print their ratios."""
    project = Project()
    files = [path.read_bytes() for path in (SCRIPT, RESERVE)]
    size = sum(len(gzip.compress(content)) for content in files)
    print(f"the component with everything it loads: {size / 1024:.1f} KB compressed")
    with sync_playwright() as playwright:
        print("frames wait for the display")
        browser = launch_chromium(playwright)
        _compare_few(browser, project)
        _compare_many(browser, project)
        browser.close()
        print("frames do not wait for the display")
        browser = launch_chromium(playwright, "--disable-gpu-vsync", "--disable-frame-rate-limit")
        _compare_few(browser, project)
        browser.close()
    return 0


def _compare_few(browser: Browser, project: Project) -> None:
    """Compare the explorer with the floor and with `interact`."""
    print("a cosine of 100 epochs")
    subjects = {
        "floor": partial(_floor, browser, project),
        "explorer": partial(_explorer, browser, project, COSINE),
    }
    over_floor = [("explorer", "floor")]
    with _interact(browser, project) as interact:
        _compare_steps(subjects | {"interact": interact}, [*over_floor, ("interact", "explorer")])
    _compare_bursts(subjects, over_floor)


def _compare_many(browser: Browser, project: Project) -> None:
    """Compare explorers of many updates with the floor."""
    print("100,000 updates")
    subjects = {
        "floor": partial(_floor, browser, project),
        "explorer": partial(_explorer, browser, project, MANY_UPDATES),
        "with noise": partial(_explorer, browser, project, MANY_UPDATES | NOISE),
    }
    _compare_steps(subjects, [("explorer", "floor"), ("with noise", "floor")])


@contextmanager
def _floor(browser: Browser, project: Project) -> Iterator[FrameProbe]:
    """Open the bare page."""
    page = browser.new_page()
    page.goto((project.root / "tools/bench_floor.html").as_uri())
    yield FrameProbe(page.locator("input"), page.locator("svg"), ("path", "d"))
    page.close()


@contextmanager
def _explorer(browser: Browser, project: Project, settings: dict) -> Iterator[FrameProbe]:
    """Open the explorer's page of the site and give its first explorer other settings."""
    page = browser.new_page()
    page.goto((project.root / "_build/site/en/explorer.html").as_uri())
    element = page.locator("lr-explorer").first
    element.evaluate("(element, settings) => (element.settings = settings)", settings)
    slider = element.locator("input[type=range][name=t_initial]")
    yield FrameProbe(slider, element.locator(".chart"), (".curves path:last-child", "d"))
    page.close()


@contextmanager
def _interact(browser: Browser, project: Project) -> Iterator[Subject]:
    """Run the book's page on `interact` in JupyterLab with a kernel."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(project.notebook("en", "interact"), folder)
        with jupyter_lab(Path(folder), pythonpath=project.root) as address:
            page = browser.new_page()
            run_notebook(page, address, "interact.ipynb")
            output = page.locator(".widget-output")
            output.locator("img").wait_for()
            probe = FrameProbe(page.locator(".noUi-handle").first, output, ("img", "src"))

            @contextmanager
            def at_start() -> Iterator[FrameProbe]:
                probe.to_start()
                yield probe

            yield at_start
            page.close()


def _compare_steps(subjects: dict[str, Subject], ratios: list[tuple[str, str]]) -> None:
    """Measure single steps of all subjects in turn.

    Args:
        subjects: what to measure, by name.
        ratios: which of them to divide by which.
    """
    for rate in RATES:
        print(f"  {STEPS} steps, processor {rate} times slower; median and 95th percentile in ms")
        rounds = []
        for _ in range(ROUNDS):
            rounds.append({name: _steps(subject, rate) for name, subject in subjects.items()})
            times = [f"{name} {a:.1f} {b:.1f}" for name, (a, b) in rounds[-1].items()]
            print(f"    {', '.join(times)}", flush=True)
        for slow, fast in ratios:
            median, tail = ([times[slow][i] / times[fast][i] for times in rounds] for i in (0, 1))
            print(f"    {slow} / {fast}: {_summary(median)}, 95th percentile {_summary(tail)}")


def _steps(subject: Subject, rate: int) -> tuple[float, float]:
    """Median and 95th percentile of single steps, in milliseconds."""
    with subject() as probe:
        probe.throttle(rate)
        times = probe.steps(STEPS)
        probe.throttle(1)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _compare_bursts(subjects: dict[str, Subject], ratios: list[tuple[str, str]]) -> None:
    """Measure in turn how long after a burst of steps the last value is shown."""
    rate = max(RATES)
    print(
        f"  {STEPS} steps in {BURST_SECONDS} s, processor {rate} times slower; ms from the last one"
    )
    rounds = []
    for _ in range(ROUNDS):
        rounds.append({name: _burst(subject, rate) for name, subject in subjects.items()})
        times = [f"{name} {late:.1f} (after {s:.2f} s)" for name, (late, s) in rounds[-1].items()]
        print(f"    {', '.join(times)}", flush=True)
    for slow, fast in ratios:
        summary = _summary([times[slow][0] / times[fast][0] for times in rounds])
        print(f"    {slow} / {fast}: {summary}")


def _burst(subject: Subject, rate: int) -> tuple[float, float]:
    """Milliseconds from the last step to its picture, and the seconds the burst took."""
    with subject() as probe:
        probe.throttle(rate)
        late, seconds = probe.burst(STEPS, BURST_SECONDS)
        probe.throttle(1)
    return late, seconds


def _summary(ratios: list[float]) -> str:
    """The median of the rounds and their range."""
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


if __name__ == "__main__":
    sys.exit(main())
