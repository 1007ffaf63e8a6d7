"""A figure that the explorer is set to by its link shows the explorer's own curves."""

import json
import re

import numpy as np
import pytest

from helpers.explorer.arguments import read_arguments
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
TICK = r'<g id="{axis}tick_\d+">.*?<use (?=[^>]* {axis}="([^"]*)")[^>]*>.*?<text[^>]*>([^<]*)<'
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


def axis_of(svg, name):
    """Slope and offset that turn a t, or an LR, into the place of a point, read off the ticks."""
    ticks = re.findall(TICK.format(axis=name), svg, re.DOTALL)
    places, labels = zip(*ticks, strict=True)
    values = [float(label.replace("\N{MINUS SIGN}", "-")) for label in labels]
    return np.polyfit(values, np.array(places, dtype=float), 1)


def explorer_curves(engine, page, explore):
    """The LRs of each param group of the settings and of each pin, as the explorer plots them."""
    arguments = {"schedule": page, **explore}
    settings, view = read_arguments(arguments.pop("schedule"), arguments)
    shift = 1 if view["plot"] == "after_epoch" else 0
    for values in [settings, *view["pins"]]:
        run = f"LRExplorer.computeRun({json.dumps(values)})"
        groups = engine.eval(f"JSON.stringify({run}.lrs.map((lrs) => [...lrs]))")
        for lrs in json.loads(groups):
            yield np.array(lrs[shift : len(lrs) - 1 + shift], dtype=float)


def largest_distance(drawn, curves, t_axis, lr_axis):
    """How far the drawn curves are from the given ones, in points."""
    distances = []
    for vertices, lrs in zip(drawn, curves, strict=True):
        times = np.polyval(t_axis, np.arange(len(lrs)))
        given = np.stack([times, np.polyval(lr_axis, lrs)], axis=1)
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
    assert largest_distance(drawn, curves, axis_of(svg, "x"), axis_of(svg, "y")) < TOLERANCE


def test_another_parameter_is_noticed(explorer_js):
    """The comparison can fail: 2 % more or less of a parameter moves the curve visibly."""
    right = {"t_initial": 100, "lr_min": 0.01, "num_epochs": 100}
    (curve,) = explorer_curves(explorer_js, "cosine", right)
    axes = (3, 0), (-1800, 200)
    drawn = [np.stack([3 * np.arange(100), np.polyval(axes[1], curve)], axis=1)]
    assert largest_distance(drawn, [curve], *axes) < 1e-6
    for other in (
        {"t_initial": 98},
        {"lr_min": 0.0102},
        {"k_decay": 1.02},
        {"lr": 0.102},
        {"num_epochs": 98},
    ):
        curves = explorer_curves(explorer_js, "cosine", {**right, **other})
        assert largest_distance(drawn, curves, *axes) > TOLERANCE
