"""What the explorer says of impossible settings, against what torch and timm say."""

import json
import math
import re
import sys

import numpy as np
import pytest
from explorer_draws import SCHEDULES, Draws, run_explorer, shown_error
from timm_driver import run_timm

ABSURD_RUNS = 1000
# Python 3.14 words the errors of its float arithmetic in another way
SAME_WORDS = sys.version_info < (3, 14)

RUN = {"lr": [0.1], "lr_scale": [1.0], "num_epochs": 300, "updates_per_epoch": 1}
SHAPES = {
    "step": {"decay_t": 30.0},
    "multistep": {"decay_t": [30.0]},
    "cosine": {"t_initial": 100},
    "tanh": {"t_initial": 100},
    "poly": {"t_initial": 100},
    "wsd": {"t_initial": 100, "decay_t": 20},
    "plateau": {"metric_from": 1.0, "metric_to": 1.0, "metric_stalls": []},
}
NEGATIVE = {"lr_min": -1e-7}
CYCLES = ("cosine", "tanh", "poly")

# schedule, settings, id of the sentence
PROBLEMS = [
    *((schedule, {"lr": [0.1, -0.5], "lr_scale": [1.0, 1.0]}, "lr") for schedule in SCHEDULES),
    *((schedule, {"t_initial": 0}, "t_initial") for schedule in (*CYCLES, "wsd")),
    *((schedule, {"t_initial": -3, **NEGATIVE}, "t_initial") for schedule in (*CYCLES, "wsd")),
    *((schedule, NEGATIVE, "lr_min") for schedule in (*CYCLES, "wsd")),
    ("wsd", {"lr_min": -2e22}, "lr_min"),
    ("wsd", {"lr_min": -0.00012}, "lr_min"),
    ("wsd", {"lr_min": -1.2e-5}, "lr_min"),
    ("wsd", {"lr_min": -12.0}, "lr_min"),
    ("tanh", {"lb": 3.0, "ub": 3.0}, "lb"),
    ("tanh", {"cycle_limit": -1, "warmup_t": -1}, "cycle_limit"),
    ("tanh", {"warmup_t": -1, "warmup_lr_init": -1.0}, "warmup_t"),
    ("tanh", {"warmup_lr_init": -1.0}, "warmup_lr_init"),
    ("wsd", {"decay_t": 0}, "decay_t"),
    ("wsd", {"decay_t": 101}, "decay_t"),
    ("wsd", {"decay_ratio": 0.0}, "decay_ratio"),
    ("wsd", {"decay_ratio": 1.0}, "decay_ratio"),
    ("wsd", {"decay_power": 0.0}, "decay_power"),
    ("wsd", {"stable_power": -0.5}, "stable_power"),
    ("wsd", {"stable_fn": "rsqrt"}, "stable_timescale"),
    ("wsd", {"stable_fn": "power", "stable_timescale": -1.0, "warmup_t": 9}, "stable_timescale"),
    ("plateau", {"decay_rate": 1.0}, "decay_rate"),
    ("step", {"decay_t": 0.0, "warmup_t": 5}, "floor_division"),
    *((schedule, {"cycle_mul": 0.5, "cycle_limit": 9}, "cycles_end") for schedule in CYCLES),
    ("tanh", {"cycle_mul": 0.5, "warmup_t": 250}, "cycles_end"),
    *((schedule, {"cycle_mul": 0.0}, "cycle_mul") for schedule in CYCLES),
    *((schedule, {"cycle_mul": 1e308, "t_initial": 1}, "infinite_cycle") for schedule in CYCLES),
    ("step", {"decay_t": 1.0, "decay_rate": 1e300}, "overflow"),
    ("step", {"decay_t": 1.0, "decay_rate": -1e300}, "overflow"),
    ("cosine", {"t_initial": 1, "cycle_decay": 1e200}, "overflow"),
    ("poly", {"k_decay": 200.0}, "overflow"),
    ("poly", {"t_initial": 90, "cycle_mul": 1.4, "cycle_limit": 5, "power": -30.5}, "overflow"),
    ("step", {"decay_t": -1.0, "decay_rate": 0.0}, "zero_to_negative_power"),
    ("poly", {"k_decay": -1.0, "warmup_t": 3, "warmup_prefix": True}, "zero_to_negative_power"),
    ("cosine", {"k_decay": -400.0}, "division"),
    ("cosine", {"k_decay": -154.3}, "cosine_of_infinity"),
    (
        "cosine",
        {"t_initial": 50, "cycle_mul": 1.2, "cycle_limit": 5, "k_decay": 1.5},
        "complex_cosine",
    ),
    ("poly", {"t_initial": 90, "cycle_mul": 1.4, "cycle_limit": 5}, "complex_lr"),
]
HANGS = [
    ("cosine", {"noise_range_t": 0, "noise_pct": 0.0}, 1),
    ("cosine", {"noise_range_t": 10, "noise_pct": -1.0}, 10),
    ("step", {"noise_range_t": [-5.5, 20.0], "noise_pct": 1.25e-4}, 1),
    ("wsd", {"noise_range_t": 2.5, "noise_pct": 0.1, "noise_std": -1e4}, 3),
    ("tanh", {"noise_range_t": 0, "noise_pct": 0.0, "noise_std": 0.0}, 1),
    ("plateau", {"noise_range_t": 0, "noise_pct": 0.0, "warmup_t": 7}, 8),
]


def complete(schedule, given):
    return {"schedule": schedule, **RUN, **SHAPES[schedule], **given}


def metric_of(run):
    return run.metric.tolist() if run.metric.size else None


def assert_same_error(given, run):
    by_timm = run_timm(given, metric_of(run))
    expected, actual = by_timm.shown_error, shown_error(run.problem)
    if not SAME_WORDS and expected and actual:
        expected, actual = ((words.partition(":")[0], t) for words, t in (expected, actual))
    assert actual == expected, given
    np.testing.assert_array_equal(np.isnan(run.lrs), np.isnan(by_timm.lrs), err_msg=str(given))


@pytest.mark.parametrize(("schedule", "given", "name"), PROBLEMS)
def test_a_problem_is_what_timm_says(explorer_js, schedule, given, name):
    given = complete(schedule, given)
    (run,) = run_explorer(explorer_js, [given])
    assert run.problem["id"] == f"problem_{name}"
    assert_same_error(given, run)


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_absurd_settings_fail_where_timm_fails(explorer_js, schedule):
    draws = Draws(seed=50)
    settings = [draws.absurd_settings(schedule) for _ in range(ABSURD_RUNS)]
    failed = 0
    for given, run in zip(settings, run_explorer(explorer_js, settings)):
        if run.problem and run.problem["id"] == "problem_noise_hangs":
            continue
        assert_same_error(given, run)
        failed += run.problem is not None
    assert failed > ABSURD_RUNS / 20


@pytest.mark.parametrize("condition", ["lb < ub", "cycle_limit >= 0", "t_initial > 0"])
def test_an_assertion_shows_its_condition(explorer_js, condition):
    name, value = {
        "lb < ub": ("lb", 9.0),
        "cycle_limit >= 0": ("cycle_limit", -1),
        "t_initial > 0": ("t_initial", 0),
    }[condition]
    (run,) = run_explorer(explorer_js, [complete("tanh", {name: value})])
    assert run.problem["timm"] == f"AssertionError: assert {condition}"


@pytest.mark.parametrize(("schedule", "given", "t"), HANGS)
def test_noise_that_hangs_timm_is_not_drawn(explorer_js, schedule, given, t):
    (run,) = run_explorer(explorer_js, [complete(schedule, given)])
    assert run.problem["id"] == "problem_noise_hangs"
    assert run.problem["t"] == t
    assert np.isnan(run.lrs[:, t:]).all()
    assert not np.isnan(run.lrs[:, :t]).any()


@pytest.mark.parametrize(
    "noise",
    [
        {"noise_range_t": 301, "noise_pct": 0.0},
        {"noise_range_t": [20.0, 20.0], "noise_pct": 0.0},
        {"noise_range_t": 0, "noise_std": 0.0},
        {"noise_range_t": [20.0, 25.0], "noise_pct": 1.27e-4},
    ],
)
def test_noise_that_ends_is_drawn(explorer_js, noise):
    given = complete("cosine", noise)
    (run,) = run_explorer(explorer_js, [given])
    assert run.problem is None
    assert run.lrs.tolist() == pytest.approx(run_timm(given).lrs, rel=1e-12, abs=1e-16)


def test_the_hang_begins_at_a_chance_of_one_in_ten_thousand(explorer_js):
    limit = 1.2533141403e-4
    assert math.erf(limit / math.sqrt(2)) == pytest.approx(1e-4, rel=1e-9)
    settings = [
        complete("cosine", {"noise_range_t": 300, "noise_pct": limit * factor})
        for factor in (0.999999, 1.000001)
    ]
    below, above = run_explorer(explorer_js, settings)
    assert below.problem["id"] == "problem_noise_hangs"
    assert above.problem is None


def test_too_many_draws_are_a_problem(explorer_js):
    given = {"noise_range_t": 0, "noise_pct": 0.01, "num_epochs": 1_000_000}
    (run,) = run_explorer(explorer_js, [complete("cosine", given)])
    assert run.problem["id"] == "problem_noise_slow"


@pytest.mark.parametrize(
    "given",
    [
        {"schedule": "cosine", "t_initial": 10, "lr": [], "lr_scale": []},
        {"schedule": "cosine", "t_initial": 10, "lr": [0.1, 0.2], "lr_scale": [1.0]},
        {"schedule": "multistep", "decay_t": []},
        {"schedule": "step", "decay_t": 1.0, "num_epochs": -5},
        {"schedule": "step", "decay_t": 1.0, "num_epochs": 2**53 - 1},
        {"schedule": "plateau", "metric_timescale": 0.0},
        {"schedule": "plateau", "metric_timescale": -1e-3, "metric_stall_length": -4},
        {"schedule": "wsd", "t_initial": 2**53 - 1, "decay_t": 1, "warmup_t": -(2**53) + 1},
    ],
)
def test_whatever_is_given_nothing_throws(explorer_js, given):
    explorer_js.eval(
        f"LRExplorer.computeRun(LRExplorer.settingsOf('{given['schedule']}', {json.dumps(given)}))"
    )


def test_each_problem_has_a_sentence_in_both_languages(book, explorer_js):
    texts = json.loads((book.root / "explorer/texts.json").read_text(encoding="utf-8"))
    given = [complete(schedule, given) for schedule, given, _ in [*PROBLEMS, *HANGS]]
    given.append(complete("cosine", {"noise_range_t": 0, "noise_pct": 0.01, "num_epochs": 10**6}))
    problems = [run.problem for run in run_explorer(explorer_js, given) if run.problem]
    for problem in problems:
        for sentence in texts[problem["id"]].values():
            assert set(re.findall(r"\{(\w+)\}", sentence)) <= set(problem["values"]), problem
    used = {problem["id"] for problem in problems}
    assert used == {name for name in texts if name.startswith("problem_")}
