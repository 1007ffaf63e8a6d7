"""What the explorer says: formulas, summaries, pitfalls, and the sentences in both languages."""

import json
import re
import statistics
import xml.etree.ElementTree as ElementTree
from random import Random

import numpy as np
import pytest
from explorer_draws import Draws
from explorer_settings import random_settings
from mathml_interval import read_formula

from helpers.explorer.parameters import SCHEDULES, horizon_of, settings_of
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


def test_formulas_are_written_as_in_the_chapters(words):
    def shown(schedule, t, **given):
        mathml = words(settings_of(schedule, given), [(0, t)])["formulas"][0]
        for tag, text in (("mfrac", "/"), ("msup", "^")):
            pattern = rf"<{tag}>(<mrow>(?:(?!<{tag}>).)*?</mrow>)(<mrow>.*?</mrow>)</{tag}>"
            mathml = re.sub(pattern, rf"[\1 {text} \2]", mathml)
        return re.sub("<[^>]*>", "", mathml)

    cycles = {"t_initial": 33, "cycle_limit": 3, "cycle_decay": 0.8, "lr_min": 1e-4}
    assert shown("cosine", 40, **cycles) == (
        "lr(40)=0.0001+[0.08−0.0001 / 2]·(1+cos(π·[7 / 33]))=0.071453"
    )
    assert shown("cosine", 99, **cycles) == "lr(99)=0.0001"
    assert shown("cosine", 3, warmup_t=5) == "lr(3)=0+[3·(0.1−0) / 5]=0.06"
    assert shown("step", 70, decay_t=30, decay_rate=0.5) == "lr(70)=0.1·[0.5 ^ 2]=0.025"
    assert shown("multistep", 30, decay_rate=0.5) == "lr(30)=0.1·0.5=0.05"
    shared = "lr(75)=(0+(0.1−0)·[(1−[75 / 100]) ^ 0.5])·0.1=0.005"
    assert shown("poly", 75, lr_scale=[0.1]) == shared
    assert shown("tanh", 0, lb=-1) == "lr(0)=0.1"


def test_the_formula_of_plateau_says_what_the_rule_did(words):
    falling = settings_of("plateau", {"metric_to": 0.1, "metric_from": 0.1, "patience_t": 3})
    formulas = words(falling, [(0, t) for t in range(1, 11)])["formulas"]
    said = [read_formula(formula) for formula in formulas]
    assert [formula.reasons for formula in said[:5]] == [
        "best=0.1,num_bad_epochs=0≤patience_t=3",
        "best=0.1,num_bad_epochs=1≤patience_t=3",
        "best=0.1,num_bad_epochs=2≤patience_t=3",
        "best=0.1,num_bad_epochs=3≤patience_t=3",
        "num_bad_epochs>patience_t=3",
    ]
    assert [formula.value for formula in said] == ["0.1"] * 4 + ["0.01"] * 4 + ["0.001"] * 2
    resting = words(falling | {"cooldown_t": 2}, [(0, 6)])["formulas"][0]
    assert read_formula(resting).reasons == "best=0.1,cooldown_counter=1"
    tiny = words(falling | {"lr": [1e-8]}, [(0, 5)])["formulas"][0]
    assert read_formula(tiny).reasons == "num_bad_epochs>patience_t=3,1e-8−1e-9≤1e-8"
    bounded = words(falling | {"lr_min": 0.05}, [(0, 5)])["formulas"][0]
    assert "<mi>max</mi>" in bounded and read_formula(bounded).value == "0.05"


def test_there_is_no_formula_where_timm_fails(words):
    shrinking = settings_of("cosine", {"t_initial": 40, "cycle_mul": 0.5})
    formulas = words(shrinking, [(0, 79), (0, 80), (0, 100)])["formulas"]
    assert [bool(formula) for formula in formulas] == [True, False, False]
    broken = {"t_initial": 50, "k_decay": 1.5, "cycle_mul": 1.2, "cycle_limit": 9}
    settings = settings_of("poly", broken | {"num_epochs": 120})
    complex_lr, next_lr = words(settings, [(0, 110), (0, 111)])["formulas"]
    assert re.sub("<[^>]*>", "", complex_lr) == "lr(110)∉ℝ"
    assert read_formula(next_lr, 1e-9).value != "0"


# Summaries


def test_the_summary_in_both_languages(words):
    changed = {"t_initial": 33, "cycle_limit": 3, "warmup_t": 5, "lr": [0.1, 0.2]}
    settings = settings_of("cosine", changed | {"lr_scale": [1, 1], "num_epochs": 110})
    pin = settings_of("step")
    assert words(settings, overlay="wsd", pins=[pin, pin])["summaries"] == {
        "ja": "CosineLRScheduler、エポック 0〜109：学習率は 0 で始まり、0 で終わります。"
        "最大は 0.1（エポック 33）、最小は 0（エポック 0）です。"
        "ウォームアップが終わるのは t = 5、再スタートは t = 33, 66、"
        "最後の周期が終わるのは t = 99 です。"
        "ほかに、残りの param group（全部で 2 個）、WSDLRScheduler、"
        "固定した曲線（2 本）もあります。",
        "en": "CosineLRScheduler, epochs 0 to 109: the learning rate starts at 0 and ends at 0; "
        "it is highest at 0.1 (epoch 33) and lowest at 0 (epoch 0). "
        "On the way: the warm-up ends at t = 5; restarts at t = 33, 66; "
        "the last cycle ends at t = 99. "
        "Also shown: the other param groups, 2 in all; WSDLRScheduler; pinned curves (2).",
    }


def test_the_summary_of_a_run_that_fails(words):
    said = words(settings_of("tanh", {"lb": 4}))
    assert said["problem"]["t"] is None
    assert "lb (4)" in said["summaries"]["en"]
    assert "learning rate starts" not in said["summaries"]["en"]
    later = words(settings_of("cosine", {"t_initial": 40, "cycle_mul": 0.5}))["summaries"]["en"]
    assert later.startswith("CosineLRScheduler, epochs 0 to 79: ")


NUMBER = r"(-?[\d.]+(?:e[-+]\d+)?)"
CURVE = re.compile(
    rf"0 to (\d+): the learning rate starts at {NUMBER} and ends at {NUMBER}; it is highest at "
    rf"{NUMBER} \((epoch|update) (\d+)\) and lowest at {NUMBER} \(\5 (\d+)\)\."
)


@pytest.mark.parametrize("plot", ["used", "after_epoch"])
@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_numbers_of_the_summary_are_timms(words, schedule, plot):
    rng = Random(schedule + plot)
    compared = 0
    for _ in range(60):
        settings = random_settings(rng, schedule)
        said = words(settings, plot=plot)
        sentences = [*said["summaries"].values(), *said["sentences"]]
        assert not any(re.search(r"undefined|NaN|null|[{}]", sentence) for sentence in sentences)
        match = CURVE.search(said["summaries"]["en"])
        if match is None:
            assert " throughout" in said["summaries"]["en"]
            continue
        lrs = run_timm(settings).lrs[:, 0]
        every = horizon_of(settings) // settings["num_epochs"]
        drawn = lrs[:-1] if plot == "used" else lrs[every::every]
        drawn = drawn[: np.flatnonzero(~np.isnan(drawn))[-1] + 1]
        last, first_lr, last_lr, highest, unit, t_highest, lowest, t_lowest = match.groups()
        expected = [
            (last, len(drawn) - 1),
            (first_lr, drawn[0]),
            (last_lr, drawn[-1]),
            (highest, np.nanmax(drawn)),
            (highest, drawn[int(t_highest)]),
            (lowest, np.nanmin(drawn)),
            (lowest, drawn[int(t_lowest)]),
        ]
        for text, value in expected:
            assert float(text) == pytest.approx(value, rel=6e-5, abs=1e-30)
        assert (unit == "epoch") == (plot == "after_epoch" or settings.get("t_in_epochs", True))
        compared += 1
    assert compared > 30


# Sentences


def test_every_sentence_exists_in_both_languages_with_the_same_placeholders(book):
    texts = json.loads((book.root / "explorer/texts.json").read_text(encoding="utf-8"))
    for name, sentences in texts.items():
        assert sentences.keys() == {"ja", "en"}, name
        used = [set(re.findall(r"\{(\w+)\}", sentence)) for sentence in sentences.values()]
        assert used[0] == used[1], name


def test_every_sentence_of_summaries_and_pitfalls_is_used(book):
    texts = json.loads((book.root / "explorer/texts.json").read_text(encoding="utf-8"))
    sources = [path.read_text(encoding="utf-8") for path in (book.root / "explorer").rglob("*.js")]
    named = set(re.findall(r"\b(?:pitfall|summary)_\w+", "".join(sources)))
    assert named == {name for name in texts if name.startswith(("pitfall_", "summary_"))}


# Settings that make no sense


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_absurd_settings_are_spoken_of_too(words, explorer_js, schedule):
    draws = Draws(1)
    for _ in range(100):
        settings = settings_of(schedule, draws.absurd_settings(schedule))
        horizon = horizon_of(settings)
        said = words(settings, [(0, t) for t in (0, 1, horizon // 2, horizon)])
        sentences = [*said["summaries"].values(), *said["sentences"]]
        assert all(sentences)
        assert not any(re.search(r"undefined|NaN|[{}]", sentence) for sentence in sentences)
        for formula in filter(None, said["formulas"]):
            assert ElementTree.fromstring(formula).tag == "math"
        code = explorer_js.eval(f"LRExplorer.pythonCode({json.dumps(settings)})")
        compile(code, "<copied>", "exec")
