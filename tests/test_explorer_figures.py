"""A figure that the explorer is set to by its link shows the explorer's own curves."""

import json
import re

import numpy as np
import pytest

from helpers.style import PALETTE
from tools.figures import svg_outputs
from tools.freshness import stored_notebook
from tools.page import read_page
from tools.project import ROOT, Project

BOOK = Project(ROOT)
EXPLORED = [
    pytest.param(name, cell.id, cell.metadata["explore"], id=cell.metadata.get("figure", cell.id))
    for name in BOOK.pages
    for cell in read_page(BOOK, name).code_cells
    if "explore" in cell.metadata
]
LINE = re.compile(r'<path d="([^"]*)" clip-path[^>]*style="[^"]*stroke: (#\w{6})')
TICK = re.compile(r'<g id="ytick_\d+">.*?<use [^>]* y="([^"]*)".*?<text[^>]*>([^<]*)<', re.DOTALL)
TOLERANCE = 0.12
"""Points of the picture; matplotlib leaves out vertices that move a line by less than 1/9."""


def drawn_curves(svg):
    """The vertices of each curve of a figure, shape (vertices, 2), in points, in drawing order."""
    palette = {color.lower() for color in PALETTE}
    return [
        np.array(re.findall(r"-?[\d.]+", path), dtype=float).reshape(-1, 2)
        for path, color in LINE.findall(svg)
        if color in palette
    ]


def lr_axis(svg):
    """Slope and offset that turn an LR into the height of a point, read off the figure's ticks."""
    heights, labels = zip(*TICK.findall(svg), strict=True)
    lrs = [float(label.replace("\N{MINUS SIGN}", "-")) for label in labels]
    return np.polyfit(lrs, np.array(heights, dtype=float), 1)


def explorer_curves(engine, schedule, explore):
    """The LRs of the current settings and of each pin, as the explorer plots them."""
    schedule = explore.get("schedule", schedule)
    given = {key: value for key, value in explore.items() if key not in ("pins", "plot")}
    shift = 1 if explore.get("plot") == "after_epoch" else 0
    for values in [given, *explore.get("pins", [])]:
        values = {"schedule": schedule, **values}
        name = values.pop("schedule")
        call = f"LRExplorer.computeRun(LRExplorer.settingsOf({name!r}, {json.dumps(values)}))"
        lrs = json.loads(engine.eval(f"JSON.stringify([...{call}.lrs[0]])"))
        yield np.array(lrs[shift : len(lrs) - 1 + shift], dtype=float)


def largest_distance(drawn, curves, axis):
    """How far the drawn curves are from the given ones, in points."""
    slope, offset = axis
    distances = []
    for vertices, lrs in zip(drawn, curves, strict=True):
        times = np.linspace(vertices[0, 0], vertices[-1, 0], len(lrs))
        given = np.stack([times, slope * lrs + offset], axis=1)
        distances += [distance_from_line(vertices, given), distance_from_line(given, vertices)]
    return max(distances)


def distance_from_line(points, line):
    """How far the farthest of the points is from a line through some vertices."""
    starts, sides = line[:-1], np.diff(line, axis=0)
    offsets = points[:, None] - starts
    squares = np.maximum((sides**2).sum(axis=1), np.finfo(float).tiny)
    share = np.clip((offsets * sides).sum(axis=2) / squares, 0, 1)
    return np.linalg.norm(offsets - share[..., None] * sides, axis=2).min(axis=1).max()


@pytest.mark.parametrize(("page", "cell_id", "explore"), EXPLORED)
def test_the_link_beside_a_figure_leads_to_its_curves(explorer_js, page, cell_id, explore):
    notebook = stored_notebook(BOOK, next(iter(BOOK.languages)), page)
    cell = next(cell for cell in notebook.cells if cell.id == cell_id)
    (svg,) = svg_outputs(cell)
    curves = list(explorer_curves(explorer_js, page, explore))
    drawn = drawn_curves(svg)
    assert len(drawn) == len(curves)
    assert largest_distance(drawn, curves, lr_axis(svg)) < TOLERANCE


def test_another_parameter_is_noticed(explorer_js):
    """The comparison can fail: 2 % more or less of a parameter moves the curve visibly."""
    right = {"t_initial": 100, "lr_min": 0.01}
    (curve,) = explorer_curves(explorer_js, "cosine", right)
    axis = (-1800, 200)
    drawn = [np.stack([3 * np.arange(100), np.polyval(axis, curve)], axis=1)]
    assert largest_distance(drawn, [curve], axis) < 1e-6
    for other in ({"t_initial": 98}, {"lr_min": 0.0102}, {"k_decay": 1.02}, {"lr": [0.102]}):
        curves = explorer_curves(explorer_js, "cosine", {**right, **other})
        assert largest_distance(drawn, curves, axis) > TOLERANCE
