"""Pictures of what differs: the pinned version's curve and the other's on the same axes."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt

from helpers import use_book_style

POINTS = 7
"""How many values of a curve are printed."""


def file_name(name: str) -> str:
    """A name as that of a picture."""
    return re.sub(r"[^\w+=.-]+", "-", name).strip("-") + ".svg"


def draw(
    path: Path, curves: dict[str, tuple[Sequence[float], Sequence[float]]], title: str
) -> None:
    """Draw labelled curves `(x, values)` into an SVG file."""
    use_book_style()
    figure, axes = plt.subplots()
    for label, (x, values) in curves.items():
        axes.plot(x, values, label=label)
    axes.set(title=title)
    axes.legend()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def sample(x: Sequence[float], values: Sequence[float], first: int) -> list[tuple[float, float]]:
    """Some points of a curve: spread over it, and those around index `first`."""
    spread = [round(i * (len(values) - 1) / (POINTS - 1)) for i in range(POINTS)]
    indices = sorted({*spread, max(first - 1, 0), min(first, len(values) - 1)})
    return [(x[i], values[i]) for i in indices]


def differing_lines(
    pinned: list[dict[str, Any]], other: list[dict[str, Any]]
) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """The lines of a figure that differ, as (name, the pinned one, the other)."""
    pairs = []
    for number, (mine, theirs) in enumerate(zip(pinned, other)):
        for index, (a, b) in enumerate(zip(mine["lines"], theirs["lines"])):
            if (a["x"], a["y"]) != (b["x"], b["y"]):
                label = a["label"] if not a["label"].startswith("_") else f"line {index + 1}"
                panel = mine["title"] or (f"panel {number + 1}" if len(pinned) > 1 else "")
                pairs.append((", ".join(filter(None, [panel, label])), a, b))
    return pairs
