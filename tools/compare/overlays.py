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


def lines_by_name(figure: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The lines of a figure under names made of panel and label."""
    named = {}
    for number, axes in enumerate(figure, start=1):
        panel = axes["title"] or (f"panel {number}" if len(figure) > 1 else "")
        for index, line in enumerate(axes["lines"], start=1):
            # matplotlib begins the labels that it makes itself with an underscore.
            label = f"line {index}" if line["label"].startswith("_") else line["label"]
            named[", ".join(dict.fromkeys(filter(None, [panel, label])))] = line
    return named
