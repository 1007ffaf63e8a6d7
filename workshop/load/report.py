"""What a load test found: numbers for a file and sentences for a person."""

import platform
from collections.abc import Iterable
from importlib.metadata import version
from statistics import mean, quantiles

from workshop.load.learner import Learner
from workshop.load.memory import PRIVATE, PSS

PACKAGES = ("jupyterhub", "jupyterlab", "jupyter-server", "ipykernel", "timm", "torch")


def summarize(learners: list[Learner], memory: dict, settings: dict) -> dict:
    """Numbers of one run.

    Args:
        learners: those who were in the room.
        memory: of each, while all were there, as `learners_memory` gives it.
        settings: how the run was asked for.

    Returns:
        A dictionary for JSON; seconds count from the first click.
    """
    steps = list(dict.fromkeys(step for learner in learners for step in learner.seconds))
    return {
        "settings": settings,
        "versions": {"python": platform.python_version()}
        | {package: version(package) for package in PACKAGES},
        "success_rate": mean(not learner.failure for learner in learners),
        "failures": sorted({learner.failure for learner in learners if learner.failure}),
        "seconds": {
            step: _spread(one.seconds[step] for one in learners if step in one.seconds)
            for step in steps
        },
        "memory_per_learner": {
            part: {
                size: round(mean(_size(parts, part, size) for parts in memory.values()), 1)
                for size in (PSS, PRIVATE)
            }
            for part in ("all", "server", "kernel")
            if memory
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


def sentences(found: dict) -> list[str]:
    """The same for a person."""
    said = [f"{found['success_rate']:.0%} of {found['settings']['learners']} learners succeeded"]
    said += found["failures"]
    for step, seconds in found["seconds"].items():
        said.append(f"{step}: median {seconds['median']} s, 95 % within {seconds['p95']} s")
    for part, sizes in found["memory_per_learner"].items():
        said.append(f"memory per learner, {part}: {sizes[PSS]:.0f} MiB")
    return said
