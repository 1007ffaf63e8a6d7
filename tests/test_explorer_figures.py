"""A figure that the explorer is set to by its link shows the explorer's own curves."""

import json
import re

import numpy as np
import pytest

from helpers.style import PALETTE
from tools.explorer import explorer_query
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


def explorer_curves(engine, query):
    """The LRs of each param group of the settings and of each pin, as the explorer plots them."""
    engine.eval(f"var shown = LRExplorer.fromAddress({json.dumps(query)})")
    runs = "[shown.settings, ...shown.view.pins].map((one) => LRExplorer.computeRun(one))"
    every = "run.horizon / run.settings.num_epochs"
    values = f"{runs}.map((run) => [{every}, run.lrs.map((lrs) => [...lrs])])"
    plot, rejected, runs = json.loads(
        engine.eval(f"JSON.stringify([shown.view.plot, shown.rejected, {values}])")
    )
    assert rejected == []
    return [
        np.array(lrs[:-1] if plot == "used" else lrs[updates::updates], dtype=float)
        for updates, groups in runs
        for lrs in groups
    ]


def largest_distance(drawn, curves):
    """How far the drawn curves are from the given ones, in points, on the axes that fit best."""
    left, right = drawn[0][0, 0], drawn[0][-1, 0]
    width = (right - left) / (len(curves[0]) - 1)
    expected, heights, distances = [], [], []
    for vertices, lrs in zip(drawn, curves, strict=True):
        x = vertices[:, 0]
        expected.append(np.interp((x - left) / width, np.arange(len(lrs)), lrs))
        heights.append(vertices[:, 1])
        distances += [abs(x[0] - left), abs(x[-1] - left - width * (len(lrs) - 1))]
    lr, y = np.concatenate(expected), np.concatenate(heights)
    slope, offset = np.polyfit(lr, y, 1)
    distances.append(np.abs(slope * lr + offset - y).max())
    for vertices, lrs in zip(drawn, curves, strict=True):
        times = left + width * np.arange(len(lrs))
        between = np.interp(times, vertices[:, 0], vertices[:, 1])
        distances.append(np.abs(slope * lrs + offset - between).max())
    return max(distances)


@pytest.mark.parametrize(("page", "cell_id", "explore"), EXPLORED)
def test_the_link_beside_a_figure_leads_to_its_curves(explorer_js, page, cell_id, explore):
    notebook = stored_notebook(BOOK, next(iter(BOOK.languages)), page)
    cell = next(cell for cell in notebook.cells if cell.id == cell_id)
    (svg,) = svg_outputs(cell)
    curves = explorer_curves(explorer_js, explorer_query(page, explore))
    drawn = drawn_curves(svg)
    assert len(drawn) == len(curves)
    assert largest_distance(drawn, curves) < TOLERANCE


def test_another_parameter_is_noticed(explorer_js):
    """The comparison can fail: 2 % of `t_initial`, `k_decay` or the run moves a curve visibly."""
    query = "schedule=cosine&t_initial=100&lr_min=0.01"
    (right,) = explorer_curves(explorer_js, query)
    drawn = [np.stack([3 * np.arange(100), 200 - 1800 * right], axis=1)] * 2
    assert largest_distance(drawn, [right, right]) < 1e-6
    for other in (query.replace("100", "98"), f"{query}&k_decay=1.02", f"{query}&num_epochs=98"):
        (wrong,) = explorer_curves(explorer_js, other)
        assert largest_distance(drawn, [wrong, wrong]) > TOLERANCE
        assert largest_distance(drawn, [right, wrong]) > TOLERANCE
