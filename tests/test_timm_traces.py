"""Complete traces of timm's schedulers: every t, every param group, every parameter in use."""

import math

import numpy as np
import pytest
from timm.scheduler import (
    CosineLRScheduler,
    MultiStepLRScheduler,
    PolyLRScheduler,
    StepLRScheduler,
    TanhLRScheduler,
    WSDLRScheduler,
)
from timm.scheduler.scheduler import Scheduler
from timm_driver import optimizer_with

from helpers import formulas

HORIZON = 130
BASES = [0.5, 0.3]
NOISE = {"noise_range_t": (7, 90), "noise_pct": 0.4, "noise_std": 0.7, "noise_seed": 11}
WARMUP = {"warmup_t": 6, "warmup_lr_init": 0.02}
CYCLES = {"t_initial": 20, "lr_min": 0.01, "cycle_decay": 0.7, "cycle_limit": 3}
STEPS = {"decay_t": 13, "decay_rate": 0.6}
MILESTONES = {"decay_t": [5, 30, 31, 80], "decay_rate": 0.6}
TANH = {"lb": -5.0, "ub": 2.0}
K_DECAY = {"k_decay": 1.3}
POLY = {"power": 1.7, **K_DECAY}
WSD = {"t_initial": 60, "decay_t": 25, "lr_min": 0.03}
FAST = {"decay_power": 1.4, "decay_ratio": 0.2}
CASES = [
    *((StepLRScheduler, formulas.step_lr, {**STEPS, "warmup_prefix": p}) for p in (True, False)),
    *(
        (MultiStepLRScheduler, formulas.multistep_lr, {**MILESTONES, "warmup_prefix": p})
        for p in (True, False)
    ),
    *(
        (scheduler_class, formula, {**CYCLES, **own, "warmup_prefix": prefix, "cycle_mul": mul})
        for prefix in (True, False)
        for mul in (1.0, 1.5, 2.0)
        for scheduler_class, formula, own in (
            (CosineLRScheduler, formulas.cosine_lr, K_DECAY),
            (TanhLRScheduler, formulas.tanh_lr, TANH),
            (PolyLRScheduler, formulas.poly_lr, POLY),
        )
    ),
    *(
        (WSDLRScheduler, formulas.wsd_lr, {**WSD, **FAST, "decay_fn": decay, "stable_fn": stable})
        for decay in ("linear", "1-sqrt", "cosine", "power", "exp")
        for stable in ("constant", "rsqrt", "power")
    ),
    (
        WSDLRScheduler,
        formulas.wsd_lr,
        {**WSD, "stable_fn": "power", "stable_power": 1.2, "stable_timescale": 4.5},
    ),
    (WSDLRScheduler, formulas.wsd_lr, {**WSD, "lr_min": 0.4}),
    (WSDLRScheduler, formulas.wsd_lr, {**WSD, "lr_min": 0.0, "decay_t": 60}),
]


def lrs_of(optimizer):
    return [group["lr"] for group in optimizer.param_groups]


def trace_of(scheduler, optimizer, step):
    """The LRs before the first step, then those after every `step(t)`, backwards at last."""
    rows = [lrs_of(optimizer)]
    for t in [*range(HORIZON), *reversed(range(HORIZON))]:
        step(t)
        rows.append(lrs_of(optimizer))
    return np.array(rows)


@pytest.mark.parametrize("per_update", [False, True])
@pytest.mark.parametrize("warmup", [{}, WARMUP])
@pytest.mark.parametrize("noise", [{}, NOISE])
@pytest.mark.parametrize(("scheduler_class", "formula", "arguments"), CASES)
def test_trace(scheduler_class, formula, arguments, noise, warmup, per_update):
    if arguments.get("stable_fn", "constant") != "constant" and not warmup:
        arguments = {"stable_timescale": 8.0, **arguments}
    arguments = {**arguments, **warmup}
    optimizer = optimizer_with(BASES, scales=[1.0, 0.25])
    scheduler = scheduler_class(optimizer, **arguments, **noise, t_in_epochs=not per_update)
    step, other = scheduler.step, scheduler.step_update
    if per_update:
        step, other = other, step
    trace = trace_of(scheduler, optimizer, step)
    other(3)
    assert lrs_of(optimizer) == trace[-1].tolist()

    t = np.arange(HORIZON)
    factor = formulas.noise_factor(t, **noise) if noise else 1.0
    rows = np.array([formula(t, lr=lr, **arguments) * factor for lr in BASES]).T * [1, 0.25]
    first = np.array([0.02, 0.02] if warmup else BASES) * [1, 0.25]
    expected = np.concatenate([[first], rows, rows[::-1]])
    np.testing.assert_allclose(trace, expected, rtol=1e-11, atol=1e-16)


@pytest.mark.parametrize(("scheduler_class", "formula", "arguments"), CASES[:12])
def test_a_base_value_that_is_there_already(scheduler_class, formula, arguments):
    for initialize in (True, False):
        optimizer = optimizer_with([0.9, 0.8])
        for group, lr in zip(optimizer.param_groups, BASES):
            group["initial_lr"] = lr
        scheduler = scheduler_class(optimizer, **arguments, initialize=initialize)
        assert scheduler.base_values == BASES
        assert lrs_of(optimizer) == BASES


LENGTHS = [
    ({}, 0, 20),
    ({}, 3, 60),
    ({"cycle_limit": 0}, 0, 20),
    ({"cycle_limit": 4}, 0, 80),
    ({"cycle_limit": 4}, 1, 20),
    ({"cycle_limit": 4, "cycle_mul": 1.5}, 0, 162),
    ({"cycle_limit": 4, "cycle_mul": 2.0}, 2, 60),
    ({"cycle_mul": 1.01}, 2, 40),
    # 53 by floor division, which does not round first
    ({"cycle_mul": 1.7}, 2, 54),
    ({"cycle_limit": 4, "cycle_mul": 1.5, **WARMUP}, 0, 162),
    ({"cycle_limit": 4, "cycle_mul": 1.5, **WARMUP, "warmup_prefix": True}, 0, 168),
    ({**WARMUP, "warmup_prefix": True}, 0, 26),
]


@pytest.mark.parametrize("scheduler_class", [CosineLRScheduler, TanhLRScheduler, PolyLRScheduler])
@pytest.mark.parametrize(("arguments", "cycles", "length"), LENGTHS)
def test_cycle_length(scheduler_class, arguments, cycles, length):
    scheduler = scheduler_class(optimizer_with([0.1]), t_initial=20, **arguments)
    result = scheduler.get_cycle_length(cycles)
    assert (result, type(result)) == (length, int)


def test_length_and_functions_of_wsd():
    arguments = {"t_initial": 30, "decay_t": 10, "warmup_t": 7}
    scheduler = WSDLRScheduler(optimizer_with([0.1]), **arguments)
    assert (scheduler.get_cycle_length(), scheduler.get_cycle_length(5)) == (37, 37)

    asked = []

    def half(share):
        asked.append(share)
        return 0.5

    optimizer = optimizer_with([0.1])
    scheduler = WSDLRScheduler(optimizer, **arguments, decay_fn=half)
    trace = trace_of(scheduler, optimizer, scheduler.step)[8 : HORIZON + 1, 0]
    assert trace.tolist() == [0.1] * 21 + [0.05] * (HORIZON - 28)
    assert asked[:12] == [n / 10 for n in range(1, 11)] + [1.0, 1.0]


def test_a_state_has_what_a_subclass_sets_first():
    class Named(Momentum):
        def __init__(self, optimizer):
            self.name = "first"
            super().__init__(optimizer, "lr")

    assert Named(optimizer_with([0.1])).state_dict()["name"] == "first"


def test_milestones_count_from_one():
    scheduler = MultiStepLRScheduler(optimizer_with([0.1]), decay_t=[3, 6])
    assert [scheduler.get_curr_decay_steps(t) for t in range(7)] == [0, 0, 1, 1, 1, 2, 2]


class Momentum(Scheduler):
    """Schedules another value of the param groups than the LR, and gives one for all."""

    def _get_lr(self, t):
        return [value / (t + 1) for value in self.base_values]


def test_any_value_of_a_param_group():
    optimizer = optimizer_with([0.1, 0.2])
    optimizer.param_groups[0]["momentum"] = 0.8
    scheduler = Momentum(optimizer, "momentum")
    assert [group["initial_momentum"] for group in optimizer.param_groups] == [0.8, 0]
    scheduler.step(1, metric=0.25)
    assert [group["momentum"] for group in optimizer.param_groups] == [0.4, 0]
    assert (lrs_of(optimizer), scheduler.metric) == ([0.1, 0.2], 0.25)
    scheduler.step_update(1, metric=0.75)
    assert scheduler.metric == 0.75
    assert [group["momentum"] for group in optimizer.param_groups] == [0.4, 0]
    assert scheduler._get_values(1) == [0.4, 0]
    assert scheduler._get_values(1, on_epoch=False) is None
    for values, expected in ((0.3, [0.3, 0.3]), ((0.1, 0.2), [0.1, 0.2]), ([1, 2], [1, 2])):
        scheduler.update_groups(values)
        assert [group["momentum"] for group in optimizer.param_groups] == expected


@pytest.mark.parametrize(
    ("noise_range_t", "applied"),
    [
        (None, [False] * 6),
        (2, [False, False, True, True, True, True]),
        (0, [True] * 6),
        ((1, 4), [False, True, True, True, False, False]),
        ([1, 4], [False, True, True, True, False, False]),
    ],
)
def test_where_noise_applies(noise_range_t, applied):
    scheduler = StepLRScheduler(optimizer_with([0.1]), decay_t=1, noise_range_t=noise_range_t)
    results = [scheduler._is_apply_noise(t) for t in range(6)]
    assert results == applied
    assert {type(result) for result in results} == {bool}


@pytest.mark.parametrize("noise_type", ["normal", "uniform"])
def test_noise(noise_type):
    given = {"noise_type": noise_type, "noise_pct": 0.2, "noise_std": 0.5, "noise_seed": 3}
    scheduler = Momentum(optimizer_with([0.1]), "lr", **given)
    for t in range(200):
        factor = formulas.noise_factor(t, noise_range_t=0, **given)
        assert math.isclose(scheduler._calculate_noise(t), factor - 1, abs_tol=1e-15)


def test_noise_of_exactly_the_limit_is_drawn_again():
    scheduler = Momentum(optimizer_with([0.1]), "lr", noise_seed=3, noise_pct=math.inf)
    first = scheduler._calculate_noise(0)
    scheduler.noise_pct = abs(first)
    assert abs(scheduler._calculate_noise(0)) < abs(first)


@pytest.mark.parametrize(("given", "seed"), [(None, 42), (0, 0), (7, 7)])
def test_the_seed_of_noise(given, seed):
    assert Momentum(optimizer_with([0.1]), "lr", noise_seed=given).noise_seed == seed
