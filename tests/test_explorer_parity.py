"""The explorer's JavaScript against timm and against the book's formulas."""

import contextlib
from fractions import Fraction

import numpy as np
import pytest
import torch
from explorer_draws import SCHEDULES, Draws, run_explorer, shown_error
from py_mini_racer import MiniRacer
from timm_driver import build_scheduler, horizon_of, optimizer_with, run_timm

from helpers import formulas

CONFIGURATIONS = 2000
RELATIVE_TOLERANCE = 1e-12
# cos and tanh are exact to the last bit of 1, not of the little that 1 + cos or 1 - tanh leaves
ABSOLUTE_TOLERANCE = 1e-15

NOISE = ("noise_range_t", "noise_pct", "noise_std", "noise_seed", "noise_type")
FORMULAS = {
    "step": formulas.step_lr,
    "multistep": formulas.multistep_lr,
    "cosine": formulas.cosine_lr,
    "tanh": formulas.tanh_lr,
    "poly": formulas.poly_lr,
    "wsd": formulas.wsd_lr,
}


def assert_equal(actual, expected, given):
    """Compare learning rates of the shape `(groups, times)`; NaN equals NaN."""
    base = max(*given["lr"], given.get("warmup_lr_init", 0.0)) * max(given["lr_scale"])
    peak = np.max(np.abs(expected), initial=base, where=np.isfinite(expected))
    np.testing.assert_allclose(
        actual,
        expected,
        rtol=RELATIVE_TOLERANCE,
        atol=ABSOLUTE_TOLERANCE * peak,
        err_msg=str(given),
    )


def metric_by_numpy(given):
    """The metric of every epoch of plateau."""
    epochs = np.arange(given["num_epochs"])
    length = given["metric_stall_length"]
    stalled = np.zeros(epochs.shape, dtype=bool)
    for start in given["metric_stalls"]:
        stalled |= (start <= epochs) & (epochs < start + length)
    moved = np.concatenate([[0], np.cumsum(~stalled)[:-1]])
    first, last = given["metric_from"], given["metric_to"]
    metric = last + (first - last) * np.exp(-moved / given["metric_timescale"])
    if given["metric_noise"] > 0:
        seeds = given["metric_seed"] + epochs
        metric += given["metric_noise"] * np.array([first_normal(seed) for seed in seeds])
    return np.floor(metric * 1e4 + 0.5) / 1e4


def first_normal(seed):
    return torch.randn(1, generator=torch.Generator().manual_seed(int(seed))).item()


def lrs_by_numpy(given, metric, end):
    """The book's formulas at t = 1, …, end - 1, one row for each param group."""
    noise = {name: value for name, value in given.items() if name in NOISE}
    run = {"schedule", "lr", "lr_scale", "num_epochs", "updates_per_epoch", "t_in_epochs"}
    arguments = {
        name: value
        for name, value in given.items()
        if name not in run | set(NOISE) and not name.startswith("metric_")
    }
    t = np.arange(1, end)
    factor = formulas.noise_factor(t, **noise) if noise else np.ones(t.shape)
    if given["schedule"] != "plateau":
        formula = FORMULAS[given["schedule"]]
        lrs = [formula(t, lr=lr, **arguments) for lr in given["lr"]]
        return np.array(lrs) * factor * np.array(given["lr_scale"])[:, None]
    # The rule sees scaled learning rates, and has no noise during the warm-up.
    factor = np.where(t <= given.get("warmup_t", 0), 1.0, factor)
    warmup_lr_init = arguments.pop("warmup_lr_init", 0.0)
    lrs = [
        formulas.plateau_lr(
            metric, lr=lr * scale, warmup_lr_init=warmup_lr_init * scale, **arguments
        )
        for lr, scale in zip(given["lr"], given["lr_scale"])
    ]
    return np.array(lrs) * factor


def assert_run_equals_timm(given, run):
    """Compare one run with timm; the metric of plateau first. Returns both for more."""
    metric = None
    if given["schedule"] == "plateau":
        metric = metric_by_numpy(given)
        assert run.metric.tolist() == metric.tolist(), given
    by_timm = run_timm(given, metric)
    assert shown_error(run.problem) == by_timm.shown_error, given
    assert_equal(run.lrs, by_timm.lrs, given)
    return by_timm, metric


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_javascript_and_formulas_equal_timm(explorer_js, schedule):
    draws = Draws(seed=SCHEDULES.index(schedule))
    settings = [draws.settings(schedule) for _ in range(CONFIGURATIONS)]
    for given, run in zip(settings, run_explorer(explorer_js, settings)):
        by_timm, metric = assert_run_equals_timm(given, run)
        end = horizon_of(given) + 1 if by_timm.error is None else by_timm.t
        assert_equal(lrs_by_numpy(given, metric, end), by_timm.lrs[:, 1:end], given)


def lengthened(given, factor):
    """The same curve with `factor` times as many t, counted in updates."""
    longer = {**given, "updates_per_epoch": given["updates_per_epoch"] * factor}
    longer["t_in_epochs"] = False
    for name in ("t_initial", "decay_t", "warmup_t", "stable_timescale", "noise_range_t"):
        value = given.get(name)
        if value is not None:
            longer[name] = (
                [x * factor for x in value] if isinstance(value, list) else value * factor
            )
    return longer


@pytest.mark.parametrize("schedule", [name for name in SCHEDULES if name != "plateau"])
def test_long_runs(explorer_js, schedule):
    draws = Draws(seed=100 + SCHEDULES.index(schedule))
    settings = [lengthened(draws.settings(schedule), factor) for factor in [100] * 8 + [500]]
    assert max(map(horizon_of, settings)) > 10_000
    for given, run in zip(settings, run_explorer(explorer_js, settings)):
        assert_run_equals_timm(given, run)


def restarts_of(t_initial, cycle_mul, last):
    """Where cycles begin, of those that begin at a whole t, in exact arithmetic."""
    start, length = Fraction(0), Fraction(t_initial)
    while (start := start + length) <= last:
        length *= Fraction(str(cycle_mul))
        if start.denominator == 1:
            yield int(start)


MULS = (1.1, 1.2, 1.3, 1.4, 1.5, 2.0, 2.5, 3.0, 5.0, 7.0, 10.0)
SENSITIVE = (
    {"schedule": "poly", "k_decay": 1.0},
    {"schedule": "poly", "k_decay": 0.3},
    {"schedule": "poly", "k_decay": 1.5},
    {"schedule": "cosine", "k_decay": 1.5},
    {"schedule": "tanh"},
)


@pytest.mark.parametrize("engine", ["explorer_js", "explorer_of_another_engine"])
@pytest.mark.parametrize("shape", SENSITIVE, ids=lambda shape: "-".join(map(str, shape.values())))
def test_restarts(request, engine, shape):
    """At restarts a last bit decides on the cycle, and on whether there is a real value."""
    rng = np.random.default_rng(5)
    muls = [*MULS, *np.round(rng.uniform(1.02, 6, 30), 2).tolist()]
    settings, times = [], []
    for cycle_mul in muls:
        for t_initial in rng.choice(range(1, 600), 150, replace=False).tolist():
            times.append(list(restarts_of(t_initial, cycle_mul, 2000)))
            cycles = {"t_initial": t_initial, "cycle_mul": cycle_mul, "cycle_limit": 100}
            run = {"lr": [0.1], "num_epochs": times[-1][-1], "updates_per_epoch": 1}
            settings.append({**shape, **cycles, **run, "lr_scale": [1.0], "cycle_decay": 0.9})
    assert sum(map(len, times)) > 5000
    runs = run_explorer(request.getfixturevalue(engine), settings)
    for given, at, run in zip(settings, times, runs):
        by_timm = lrs_by_timm(given, at)
        lrs = run.lrs[0, at]
        if shape["schedule"] == "cosine" and run.problem:
            failed = at.index(run.problem["t"])
            assert np.isnan(by_timm[failed]), given
            by_timm[failed:] = np.nan
        assert_equal(lrs, by_timm, given)


def lrs_by_timm(given, times):
    """timm's learning rates at some t, NaN where they are complex or timm raises a TypeError."""
    optimizer = optimizer_with(given["lr"])
    scheduler = build_scheduler(given, optimizer)
    lrs = np.full(len(times), np.nan)
    for i, t in enumerate(times):
        with contextlib.suppress(TypeError):
            scheduler.step(t)
            lr = optimizer.param_groups[0]["lr"]
            lrs[i] = np.nan if isinstance(lr, complex) else lr
    return lrs


@pytest.mark.parametrize(
    ("shape", "at"),
    [
        ({"schedule": "cosine", "t_initial": 50, "cycle_mul": 1.2, "k_decay": 1.5}, 110),
        ({"schedule": "poly", "t_initial": 50, "cycle_mul": 1.2, "k_decay": 1.5}, 110),
        ({"schedule": "poly", "t_initial": 90, "cycle_mul": 1.4}, 216),
    ],
)
def test_restarts_without_a_real_value(explorer_js, shape, at):
    run = {
        "lr": [0.1],
        "lr_scale": [1.0],
        "num_epochs": 300,
        "updates_per_epoch": 1,
        "cycle_limit": 5,
    }
    given = {**shape, **run}
    (by_explorer,) = run_explorer(explorer_js, [given])
    assert by_explorer.problem["t"] == at
    assert_run_equals_timm(given, by_explorer)


OTHER_LAST_BITS = """
for (const name of ["cos", "exp", "log", "log1p", "pow", "sin", "tanh"]) {
  const original = Math[name];
  let count = 0;
  Math[name] = (x, y) => {
    const value = original(x, y);
    const isExact = Number.isInteger(value) || y === 1;
    count += 1;
    return isExact ? value : value * (1 + ((count % 3) - 1) * 2 ** -52);
  };
}
"""


@pytest.fixture(scope="module")
def explorer_of_another_engine(book):
    """The explorer where functions of `Math` often have another last bit, as engines differ."""
    engine = MiniRacer()
    engine.eval(OTHER_LAST_BITS)
    engine.eval((book.root / "helpers/explorer/lr-explorer.js").read_text(encoding="utf-8"))
    return engine


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_the_last_bits_of_an_engine_do_not_count(explorer_of_another_engine, schedule):
    draws = Draws(seed=200 + SCHEDULES.index(schedule))
    settings = [draws.settings(schedule) for _ in range(CONFIGURATIONS // 4)]
    if schedule != "plateau":
        settings += [lengthened(given, 20) for given in settings[:20]]
    if schedule == "cosine":  # many waves
        settings += [{**given, "k_decay": -given["k_decay"]} for given in settings[:100]]
    for given, run in zip(settings, run_explorer(explorer_of_another_engine, settings)):
        assert_run_equals_timm(given, run)


# noise * LOUD + 1 keeps every bit of a float32
LOUD = 2.0**20
SEEDS = (0, -60_000, 2**31 - 10_000, 2**32 - 10_000, 2**40, 2**53 - 1, -(2**53) + 1)
SEEDS_EACH = 20_000


def noisy(seed, count, **noise):
    return {
        "schedule": "step",
        "decay_t": 1.0,
        "lr": [1.0],
        "num_epochs": count,
        "updates_per_epoch": 1,
        "noise_range_t": 0,
        "noise_seed": seed,
        **noise,
    }


def test_first_draws_are_those_of_torch_to_the_last_bit(explorer_js):
    settings = [noisy(seed, SEEDS_EACH, noise_pct=1e300, noise_std=LOUD) for seed in SEEDS]
    for seed, run in zip(SEEDS, run_explorer(explorer_js, settings)):
        by_torch = [first_normal(seed + t) * LOUD + 1 for t in range(1, SEEDS_EACH + 1)]
        assert run.lrs[0, 1:].tolist() == by_torch, seed
    assert len(SEEDS) * SEEDS_EACH >= 100_000


@pytest.mark.parametrize(("pct", "count"), [(0.67, 10_000), (0.1, 2000), (0.003, 100)])
def test_draws_after_rejections_are_those_of_timm(explorer_js, pct, count):
    given = noisy(7, count, noise_pct=pct)
    (run,) = run_explorer(explorer_js, [given])
    assert run.lrs.tolist() == run_timm(given).lrs.tolist()


def test_uniform_draws_are_those_of_timm(explorer_js):
    given = {**noisy(-2000, 4000, noise_type="uniform"), "schedule": "plateau", "patience_t": 9999}
    del given["decay_t"]
    (run,) = run_explorer(explorer_js, [given])
    assert run.lrs.tolist() == run_timm(given, [1.0] * 4000).lrs.tolist()
