"""The marks of the explorer's runs against timm's own terms, evaluated at every t."""

import bisect
import math

import pytest
from explorer_draws import Draws, run_explorer
from timm_driver import horizon_of

RUNS = 300
MOST_MARKS = 200


def cycle_at(given, t):
    """timm's number of the cycle (timm/scheduler/cosine_lr.py)."""
    t_initial, cycle_mul = given["t_initial"], given["cycle_mul"]
    if cycle_mul == 1:
        return t // t_initial
    return math.floor(math.log(1 - t / t_initial * (1 - cycle_mul), cycle_mul))


def falls_at(given, t):
    """How often step or multistep have multiplied the LR by decay_rate."""
    if given["schedule"] == "step":
        return t // given["decay_t"]
    return bisect.bisect_right(given["decay_t"], t + 1)


def marks_at_every_t(given, end):
    warmup_t = given.get("warmup_t", 0)
    has_prefix = given.get("warmup_prefix", given["schedule"] not in ("cosine", "tanh", "poly"))
    prefix = warmup_t if has_prefix else 0
    if 0 < warmup_t < end:
        yield warmup_t, "warmup_end"
    before = 0
    for t in range(max(1, warmup_t), end):
        if given["schedule"] == "wsd":
            if t - prefix == given["t_initial"] - given["decay_t"]:
                yield t, "decay_start"
        elif given["schedule"] in ("step", "multistep"):
            if falls_at(given, t - prefix) != before:
                yield t, "milestone"
            before = falls_at(given, t - prefix)
        else:
            cycle = cycle_at(given, t - prefix)
            before = cycle_at(given, t - prefix - 1) if t > prefix else 0
            if cycle >= given["cycle_limit"]:
                yield t, "cycles_end"
                return
            if cycle != before:
                yield t, "restart"


@pytest.mark.parametrize("schedule", ["step", "multistep", "cosine", "tanh", "poly", "wsd"])
def test_marks_are_where_something_begins(explorer_js, schedule):
    draws = Draws(seed=3)
    settings = [draws.settings(schedule) for _ in range(RUNS)]
    kinds = set()
    for given, run in zip(settings, run_explorer(explorer_js, settings)):
        stops = run.problem is not None and run.problem["timm"]
        end = run.problem["t"] if stops else horizon_of(given) + 1
        assert [(mark["t"], mark["kind"]) for mark in run.marks] == list(
            marks_at_every_t(given, end)
        ), given
        kinds |= {mark["kind"] for mark in run.marks}
    own = {"step": {"milestone"}, "multistep": {"milestone"}, "wsd": {"decay_start"}}
    assert kinds == {"warmup_end"} | own.get(schedule, {"restart", "cycles_end"})


def test_plateau_is_marked_where_it_lowers_the_lr(explorer_js):
    draws = Draws(seed=4)
    settings = [draws.settings("plateau") for _ in range(RUNS)]
    settings = [given for given in settings if "noise_range_t" not in given]
    decays = 0
    for given, run in zip(settings, run_explorer(explorer_js, settings)):
        warmup_t = given.get("warmup_t", 0)
        fallen = [
            t
            for t in range(warmup_t + 1, horizon_of(given) + 1)
            if (run.lrs[:, t] < run.lrs[:, t - 1]).any()
        ]
        assert [mark["t"] for mark in run.marks if mark["kind"] == "decay"] == fallen, given
        decays += len(fallen)
    assert decays > RUNS / 2


def test_marks_of_a_kind_are_limited(explorer_js):
    run = {"lr": [0.1], "num_epochs": 1000, "updates_per_epoch": 1}
    settings = [
        {"schedule": "step", "decay_t": 1.0, **run},
        {"schedule": "multistep", "decay_t": [float(t) for t in range(1000)], **run},
        {"schedule": "cosine", "t_initial": 1, "cycle_limit": 1000, **run},
        {"schedule": "plateau", "patience_t": -1, "decay_rate": 0.99, "mode": "min", **run},
    ]
    for given, marked in zip(settings, run_explorer(explorer_js, settings)):
        assert len(marked.marks) == MOST_MARKS, given
