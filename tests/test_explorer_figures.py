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


def explorer_curves(engine, schedule, explore):
    """The LRs of the current settings and of each pin, as the explorer plots them."""
    given = {key: value for key, value in explore.items() if key not in ("pins", "plot")}
    shift = 1 if explore.get("plot") == "after_epoch" else 0
    for values in [given, *explore.get("pins", [])]:
        name = values.pop("schedule", schedule) if "schedule" in values else schedule
        call = f"LRExplorer.computeRun(LRExplorer.settingsOf({name!r}, {json.dumps(values)}))"
        lrs = json.loads(engine.eval(f"JSON.stringify([...{call}.lrs[0]])"))
        yield np.array(lrs[shift : len(lrs) - 1 + shift], dtype=float)


def largest_distance(drawn, curves):
    """How far the drawn curves are from the given ones, in points, on the axes that fit best."""
    expected, heights = [], []
    for vertices, lrs in zip(drawn, curves, strict=True):
        x = vertices[:, 0]
        t = (x - x[0]) / (x[-1] - x[0]) * (len(lrs) - 1)
        expected.append(np.interp(t, np.arange(len(lrs)), lrs))
        heights.append(vertices[:, 1])
    lr, y = np.concatenate(expected), np.concatenate(heights)
    slope, offset = np.polyfit(lr, y, 1)
    distances = [np.abs(slope * lr + offset - y).max()]
    for vertices, lrs in zip(drawn, curves, strict=True):
        times = np.linspace(vertices[0, 0], vertices[-1, 0], len(lrs))
        between = np.interp(times, vertices[:, 0], vertices[:, 1])
        distances.append(np.abs(slope * lrs + offset - between).max())
    return max(distances)


@pytest.mark.parametrize(("page", "cell_id", "explore"), EXPLORED)
def test_the_link_beside_a_figure_leads_to_its_curves(explorer_js, page, cell_id, explore):
    notebook = stored_notebook(BOOK, next(iter(BOOK.languages)), page)
    cell = next(cell for cell in notebook.cells if cell.id == cell_id)
    (svg,) = svg_outputs(cell)
    curves = list(explorer_curves(explorer_js, page, explore))
    drawn = drawn_curves(svg)
    assert len(drawn) == len(curves)
    assert largest_distance(drawn, curves) < TOLERANCE


def test_another_parameter_is_noticed(explorer_js):
    """The comparison can fail: 2 % less `lr_min` or `t_initial` moves a curve visibly."""
    (right,) = explorer_curves(explorer_js, "cosine", {"t_initial": 100, "lr_min": 0.01})
    drawn = [np.stack([3 * np.arange(100), 200 - 1800 * right], axis=1)]
    assert largest_distance(drawn, [right]) < 1e-6
    for other in ({"t_initial": 98, "lr_min": 0.01}, {"t_initial": 100, "k_decay": 1.02}):
        assert largest_distance(drawn, explorer_curves(explorer_js, "cosine", other)) > TOLERANCE
