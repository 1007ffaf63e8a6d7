"""The formulas of the book against timm, on random configurations."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timm.scheduler import (
    CosineLRScheduler,
    MultiStepLRScheduler,
    PlateauLRScheduler,
    PolyLRScheduler,
    StepLRScheduler,
    TanhLRScheduler,
    WSDLRScheduler,
)
from timm_driver import optimizer_with

from helpers import formulas

RELATIVE_TOLERANCE = 1e-12
HORIZON = 300
many = settings(max_examples=500, deadline=None, derandomize=True)

base_lrs = st.lists(st.floats(1e-6, 10), min_size=1, max_size=3)
fractions = st.floats(0.01, 1.0)
warmups = st.fixed_dictionaries(
    {"warmup_t": st.integers(0, 40), "warmup_lr_init": st.just(0.0) | st.floats(0, 1)}
)
prefixes = st.fixed_dictionaries({"warmup_prefix": st.booleans()})
cycles = st.fixed_dictionaries(
    {
        "t_initial": st.integers(1, 120),
        "lr_min": st.just(0.0) | st.floats(0, 0.1),
        "cycle_mul": st.sampled_from([1.0, 1.2, 1.5, 2.0, 3.0]) | st.floats(1.01, 4),
        "cycle_decay": st.just(1.0) | st.floats(0.1, 1.5),
        "cycle_limit": st.integers(0, 5),
    }
)
k_decays = st.fixed_dictionaries({"k_decay": st.just(1.0) | st.floats(0.2, 5)})
noises = st.none() | st.fixed_dictionaries(
    {
        "noise_range_t": st.integers(0, HORIZON)
        | st.tuples(st.integers(0, 100), st.integers(50, HORIZON)),
        "noise_pct": st.floats(0.05, 2),
        "noise_std": st.floats(0.05, 1),
        "noise_seed": st.integers(0, 10_000),
    }
)


def merged(*parts):
    """One strategy of keyword arguments out of several."""
    return st.tuples(*parts).map(lambda parts: {k: v for part in parts for k, v in part.items()})


def assert_equal_to_timm(scheduler_class, formula, lrs, arguments, noise, per_update):
    """Compare the formula with timm at all times, for every param group."""
    optimizer = optimizer_with(lrs)
    scheduler = scheduler_class(optimizer, **arguments, **(noise or {}), t_in_epochs=not per_update)
    step = scheduler.step_update if per_update else scheduler.step
    by_timm = []
    for t in range(HORIZON):
        try:
            step(t)
        except TypeError:  # math.cos of a complex number
            by_timm.append([math.nan] * len(lrs))
        else:
            values = [group["lr"] for group in optimizer.param_groups]
            by_timm.append([math.nan if isinstance(v, complex) else v for v in values])
    t = np.arange(HORIZON)
    factor = formulas.noise_factor(t, **noise) if noise else 1.0
    by_formula = np.array([formula(t, lr=lr, **arguments) * factor for lr in lrs]).T
    scale = np.nanmax(np.abs(by_timm), initial=0)
    np.testing.assert_allclose(by_formula, by_timm, rtol=RELATIVE_TOLERANCE, atol=1e-13 * scale)


@many
@given(
    base_lrs,
    merged(
        st.fixed_dictionaries(
            {"decay_t": st.integers(1, 100) | st.floats(0.5, 100), "decay_rate": fractions}
        ),
        warmups,
        prefixes,
    ),
    noises,
    st.booleans(),
)
def test_step(lrs, arguments, noise, per_update):
    assert_equal_to_timm(StepLRScheduler, formulas.step_lr, lrs, arguments, noise, per_update)


@many
@given(
    base_lrs,
    merged(
        st.fixed_dictionaries(
            {
                "decay_t": st.lists(st.integers(1, HORIZON), max_size=6).map(sorted),
                "decay_rate": fractions,
            }
        ),
        warmups,
        prefixes,
    ),
    noises,
    st.booleans(),
)
def test_multistep(lrs, arguments, noise, per_update):
    assert_equal_to_timm(
        MultiStepLRScheduler, formulas.multistep_lr, lrs, arguments, noise, per_update
    )


@many
@given(base_lrs, merged(cycles, k_decays, warmups, prefixes), noises, st.booleans())
def test_cosine(lrs, arguments, noise, per_update):
    assert_equal_to_timm(CosineLRScheduler, formulas.cosine_lr, lrs, arguments, noise, per_update)


@many
@given(
    base_lrs,
    merged(
        cycles,
        st.fixed_dictionaries({"lb": st.floats(-8, 0), "ub": st.floats(0.5, 5)}),
        warmups,
        prefixes,
    ),
    noises,
    st.booleans(),
)
def test_tanh(lrs, arguments, noise, per_update):
    assert_equal_to_timm(TanhLRScheduler, formulas.tanh_lr, lrs, arguments, noise, per_update)


@many
@given(
    base_lrs,
    merged(
        cycles, k_decays, st.fixed_dictionaries({"power": st.floats(0.1, 4)}), warmups, prefixes
    ),
    noises,
    st.booleans(),
)
def test_poly(lrs, arguments, noise, per_update):
    assert_equal_to_timm(PolyLRScheduler, formulas.poly_lr, lrs, arguments, noise, per_update)


@many
@given(
    base_lrs,
    merged(
        st.integers(1, 200).flatmap(
            lambda t_initial: st.fixed_dictionaries(
                {"t_initial": st.just(t_initial), "decay_t": st.integers(1, t_initial)}
            )
        ),
        st.fixed_dictionaries(
            {
                "lr_min": st.just(0.0) | st.floats(0, 0.1),
                "stable_fn": st.sampled_from(["constant", "rsqrt", "power"]),
                "stable_timescale": st.floats(0.5, 100),
                "stable_power": st.floats(0.1, 2),
                "decay_fn": st.sampled_from(["linear", "1-sqrt", "cosine", "power", "exp"]),
                "decay_power": st.floats(0.1, 3),
                "decay_ratio": st.floats(0.01, 0.9),
            }
        ),
        warmups,
    ),
    noises,
    st.booleans(),
)
def test_wsd(lrs, arguments, noise, per_update):
    assert_equal_to_timm(WSDLRScheduler, formulas.wsd_lr, lrs, arguments, noise, per_update)


def test_the_timescale_of_rsqrt_is_the_warmup_by_default():
    arguments = {"t_initial": 80, "decay_t": 20, "stable_fn": "rsqrt", "warmup_t": 10}
    assert_equal_to_timm(WSDLRScheduler, formulas.wsd_lr, [0.1], arguments, None, False)


@many
@given(
    st.floats(1e-3, 10),
    st.lists(st.sampled_from([0.5, 0.9, 0.95, 1.0, 1.00005, 1.1, 2.0]), min_size=1, max_size=60),
    merged(
        st.fixed_dictionaries(
            {
                "decay_rate": st.floats(0.1, 0.9),
                "patience_t": st.integers(0, 5),
                "threshold": st.sampled_from([0.0, 1e-4, 0.1]),
                "cooldown_t": st.integers(0, 4),
                "lr_min": st.just(0.0) | st.floats(0, 0.01),
                "mode": st.sampled_from(["min", "max"]),
            }
        ),
        warmups,
    ),
)
def test_plateau(lr, metrics, arguments):
    optimizer = optimizer_with([lr])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        scheduler = PlateauLRScheduler(optimizer, **arguments)
    by_timm = []
    for epoch, metric in enumerate(metrics):
        scheduler.step(epoch + 1, metric)
        by_timm.append(optimizer.param_groups[0]["lr"])
    by_formula = formulas.plateau_lr(metrics, lr=lr, **arguments)
    np.testing.assert_allclose(by_formula, by_timm, rtol=RELATIVE_TOLERANCE)


@many
@given(st.integers(0, 1000), st.integers(0, 10_000), st.floats(0.01, 1))
def test_uniform_noise(t, seed, pct):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        scheduler = PlateauLRScheduler(
            optimizer_with([1.0]), noise_type="uniform", noise_pct=pct, noise_seed=seed
        )
    factor = formulas.noise_factor(
        t, noise_range_t=0, noise_type="uniform", noise_pct=pct, noise_seed=seed
    )
    assert math.isclose(factor - 1, scheduler._calculate_noise(t), abs_tol=1e-15)


def test_a_number_gives_a_number():
    assert formulas.cosine_lr(50, lr=0.1, t_initial=100) == pytest.approx(0.05)
    assert np.shape(formulas.cosine_lr(50, lr=0.1, t_initial=100)) == ()


@pytest.mark.parametrize(
    ("scheduler_class", "formula"),
    [(CosineLRScheduler, formulas.cosine_lr), (PolyLRScheduler, formulas.poly_lr)],
)
def test_a_restart_at_which_timm_has_no_real_value(scheduler_class, formula):
    arguments = {"t_initial": 50, "cycle_mul": 1.2, "cycle_limit": 5, "k_decay": 1.5}
    assert np.flatnonzero(np.isnan(formula(np.arange(300), lr=0.1, **arguments))).tolist() == [110]
    assert_equal_to_timm(scheduler_class, formula, [0.1], arguments, None, False)
