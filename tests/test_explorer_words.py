"""What the explorer says: formulas, summaries, pitfalls, and the sentences in both languages."""

import json
import statistics
from random import Random

import numpy as np
import pytest
from explorer_settings import random_settings
from mathml_interval import read_formula

from helpers.explorer.parameters import SCHEDULES, horizon_of
from helpers.explorer.timm_run import run_timm


@pytest.fixture(scope="module")
def words(explorer_js):
    """Functions of a computed run, called with JSON."""
    explorer_js.eval("""
      const words = (json) => {
        const { settings, view, points } = JSON.parse(json);
        const run = LRExplorer.computeRun(settings);
        const summary = (language) => LRExplorer.summaryOf(run, view, language);
        const pitfalls = LRExplorer.pitfallsOf(run);
        return JSON.stringify({
          problem: run.problem,
          formulas: points.map(([group, t]) => LRExplorer.formulaAt(run, group, t)),
          summaries: { ja: summary("ja"), en: summary("en") },
          pitfalls: Object.fromEntries(pitfalls.map(({ id, values }) => [id, values])),
          sentences: pitfalls.flatMap(({ id, values }) =>
            ["ja", "en"].map((language) => LRExplorer.text(id, language, values))),
        });
      };
    """)
    plain = {"plot": "used", "log": False, "overlay": None, "pins": []}

    def call(settings, points=(), **view):
        given = {"settings": settings, "view": plain | view, "points": list(points)}
        return json.loads(explorer_js.call("words", json.dumps(given)))

    return call


# Formulas


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_formula_that_is_shown_gives_timms_lr(words, schedule):
    rng = Random(schedule)
    widths = []
    for _ in range(200):
        settings = random_settings(rng, schedule)
        by_timm = run_timm(settings)
        groups = range(len(settings["lr"]))
        points = [(rng.choice(groups), rng.randint(0, horizon_of(settings))) for _ in range(10)]
        slack = 0 if settings.get("cycle_mul", 1) == 1 else 1e-9
        for (group, t), mathml in zip(points, words(settings, points)["formulas"], strict=True):
            lr = by_timm.lrs[t, group]
            if np.isnan(lr):
                is_over = by_timm.error is not None
                assert mathml == "" if is_over else mathml.endswith("<mi>ℝ</mi></mrow></math>")
                continue
            formula = read_formula(mathml, slack)
            assert formula.t == f"lr({t})"
            assert float(formula.value) == pytest.approx(lr, rel=5.1e-5, abs=1e-300)
            assert formula.expression.contains(lr), (mathml, settings)
            widths.append(formula.expression.relative_width)
    assert statistics.quantiles(widths, n=10)[8] < 0.01, "nine of ten are narrow"
