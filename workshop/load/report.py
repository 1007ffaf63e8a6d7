"""What a load test found: numbers for a file and sentences for a person."""

import os
import platform
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from statistics import mean, quantiles

from workshop.load.learner import Learner
from workshop.load.use import PRIVATE, PSS, SECONDS

PACKAGES = ("jupyterhub", "jupyterlab", "jupyter-server", "ipykernel", "timm", "torch")
PARTS = ("all", "server", "kernel")


def surroundings() -> dict:
    """The machine and the versions that a result holds for."""
    processors = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    models = [line.split(":")[1] for line in processors.splitlines() if "model name" in line]
    return {
        "machine": {
            "processor": models[0].strip() if models else platform.machine(),
            "cores": len(os.sched_getaffinity(0)),
            "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
            "system": f"{platform.system()} {platform.release()}",
        },
        "versions": {"python": platform.python_version()}
        | {package: version(package) for package in PACKAGES},
    }


def summarize(learners: list[Learner], use: dict) -> dict:
    """Numbers of one run.

    Args:
        learners: those who were in the room.
        use: of each, while all were there, as `learners_use` gives it.

    Returns:
        A dictionary for JSON; seconds count from the first click.
    """
    steps = list(dict.fromkeys(step for learner in learners for step in learner.seconds))
    return {
        "success_rate": mean(not learner.failure for learner in learners),
        "failures": sorted({learner.failure for learner in learners if learner.failure}),
        "seconds": {
            step: _spread(one.seconds[step] for one in learners if step in one.seconds)
            for step in steps
        },
        "use_per_learner": {
            part: {
                size: round(mean(_size(parts, part, size) for parts in use.values()), 1)
                for size in (PSS, PRIVATE, SECONDS)
            }
            for part in PARTS
            if use
        },
    }


def _size(parts: dict, part: str, size: str) -> float:
    return sum(sizes[size] for name, sizes in parts.items() if part in ("all", name))


def _spread(values: Iterable[float]) -> dict[str, float]:
    ordered = sorted(values)
    if len(ordered) == 1:
        return {"median": ordered[0], "p95": ordered[0]}
    cuts = quantiles(ordered, n=100, method="inclusive")
    return {"median": round(cuts[49], 2), "p95": round(cuts[94], 2)}


def sentences(learners: int, found: dict) -> list[str]:
    """The same for a person.

    Args:
        learners: how many came.
        found: what `summarize` gave.
    """
    said = [f"{found['success_rate']:.0%} of {learners} learners succeeded", *found["failures"]]
    for step, seconds in found["seconds"].items():
        said.append(f"{step}: median {seconds['median']} s, 95 % within {seconds['p95']} s")
    for part, sizes in found["use_per_learner"].items():
        said.append(
            f"each learner, {part}: {sizes[PSS]:.0f} MiB of memory, {sizes[SECONDS]:.1f} s of "
            "processor time"
        )
    return said
