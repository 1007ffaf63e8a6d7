"""timm's scheduler factory: what every name makes of every argument, and what it refuses."""

import warnings
from types import SimpleNamespace

import pytest
from timm.scheduler import (
    CosineLRScheduler,
    MultiStepLRScheduler,
    PlateauLRScheduler,
    PolyLRScheduler,
    StepLRScheduler,
    TanhLRScheduler,
    WSDLRScheduler,
    create_scheduler,
    create_scheduler_v2,
    scheduler_kwargs,
)
from timm_driver import optimizer_with

from helpers import formulas

GIVEN = {
    **{"num_epochs": 40, "decay_epochs": 7, "decay_milestones": [11, 23], "cooldown_epochs": 4},
    **{"patience_epochs": 3, "decay_rate": 0.3, "min_lr": 0.001, "warmup_lr": 0.002},
    **{"warmup_epochs": 5, "noise": [0.25, 0.75], "noise_pct": 0.4, "noise_std": 0.6},
    **{"noise_seed": 9, "cycle_mul": 1.5, "cycle_decay": 0.7, "cycle_limit": 3, "k_decay": 1.2},
    **{"stable_timescale": 6, "plateau_mode": "min", "updates_per_epoch": 12},
}


def cycles(unit, prefix):
    """The attributes that cosine, tanh and poly share, with times in `unit`ths of an epoch."""
    return {
        **{"t_initial": 40 * unit, "lr_min": 0.001, "cycle_mul": 1.5, "cycle_decay": 0.7},
        **{"cycle_limit": 3, "warmup_prefix": prefix},
    }


def wsd(unit, prefix, **others):
    t_initial = 40 * unit if prefix else 35 * unit
    given = {"t_initial": t_initial, "decay_t": 7 * unit, "lr_min": 0.001}
    constants = {"stable_power": 0.5, "decay_power": 0.5, "decay_ratio": 0.1}
    return {**given, **constants, "stable_timescale": 6 * unit, **others}


def made(sched, unit, prefix):
    """The class, its attributes and the number of epochs, for `GIVEN`."""
    after_cycles = (int(40 * unit * 4.75) + 5 * unit * prefix + 4 * unit) // unit
    plain = 45 if prefix else 40
    steps = {"decay_rate": 0.3, "warmup_prefix": prefix}
    return {
        "cosine": (CosineLRScheduler, {**cycles(unit, prefix), "k_decay": 1.2}, after_cycles),
        "tanh": (TanhLRScheduler, {**cycles(unit, prefix), "lb": -7.0, "ub": 3.0}, after_cycles),
        "poly": (
            PolyLRScheduler,
            {**cycles(unit, prefix), "k_decay": 1.2, "power": 0.3},
            after_cycles,
        ),
        "step": (StepLRScheduler, {**steps, "decay_t": 7 * unit}, plain),
        "constant": (StepLRScheduler, {**steps, "decay_t": 1, "decay_rate": 1.0}, plain),
        "multistep": (MultiStepLRScheduler, {**steps, "decay_t": [11 * unit, 23 * unit]}, plain),
        "wsd": (
            WSDLRScheduler,
            wsd(unit, prefix, stable_fn="constant", decay_fn="1-sqrt"),
            plain + 4,
        ),
        "rsqrt": (
            WSDLRScheduler,
            wsd(unit, prefix, stable_fn="rsqrt", decay_fn="linear"),
            plain + 4,
        ),
    }[sched]


def common(unit, per_epoch):
    return {
        **{"param_group_field": "lr", "_initial_param_group_field": "initial_lr"},
        **{"base_values": [0.1], "metric": None, "t_in_epochs": per_epoch},
        **{"noise_range_t": [10.0 * unit, 30.0 * unit], "noise_pct": 0.4, "noise_type": "normal"},
        **{"noise_std": 0.6, "noise_seed": 9, "warmup_t": 5 * unit, "warmup_lr_init": 0.002},
        "warmup_steps": [(0.1 - 0.002) / (5 * unit)],
    }


@pytest.mark.parametrize("prefix", [False, True])
@pytest.mark.parametrize("per_epoch", [True, False])
@pytest.mark.parametrize(
    "sched", ["cosine", "tanh", "poly", "step", "constant", "multistep", "wsd", "rsqrt"]
)
def test_every_attribute(sched, per_epoch, prefix):
    unit = 1 if per_epoch else 12
    scheduler, num_epochs = create_scheduler_v2(
        optimizer_with([0.1]), sched, **GIVEN, warmup_prefix=prefix, step_on_epochs=per_epoch
    )
    expected_class, own, expected_epochs = made(sched, unit, prefix)
    assert type(scheduler) is expected_class
    expected = {**common(unit, per_epoch), **own}
    if sched == "tanh" and not prefix:
        top = formulas.tanh_lr(5 * unit, lr=0.1, t_initial=40 * unit, lr_min=0.001, cycle_mul=1.5)
        expected["warmup_steps"] = [(float(top) - 0.002) / (5 * unit)]
    state = scheduler.state_dict()
    assert state.pop("warmup_steps") == pytest.approx(expected.pop("warmup_steps"), rel=1e-12)
    assert state == expected
    assert {name: type(value) for name, value in state.items()} == {
        name: type(value) for name, value in expected.items()
    }
    assert (num_epochs, type(num_epochs)) == (expected_epochs, int)


@pytest.mark.parametrize("prefix", [False, True])
def test_every_attribute_of_plateau(prefix):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        scheduler, num_epochs = create_scheduler_v2(
            optimizer_with([0.1]), "plateau", **GIVEN, warmup_prefix=prefix
        )
    assert type(scheduler) is PlateauLRScheduler
    attributes = {name: value for name, value in vars(scheduler).items() if name in common(1, True)}
    assert attributes == common(1, True)
    inner = scheduler.lr_scheduler
    assert (inner.factor, inner.patience, inner.cooldown) == (0.3, 3, 0)
    assert (inner.mode, inner.min_lrs, inner.threshold) == ("min", [0.001], 1e-4)
    assert num_epochs == (45 if prefix else 40)


@pytest.mark.parametrize("prefix", [False, True])
def test_none(prefix):
    optimizer = optimizer_with([0.1])
    given = {**GIVEN, "warmup_prefix": prefix}
    assert create_scheduler_v2(optimizer, "none", **given) == (None, 45 if prefix else 40)
    assert optimizer.param_groups[0]["lr"] == 0.1


@pytest.mark.parametrize(
    ("noise", "noise_range_t"),
    [
        (None, None),
        (0.5, 20.0),
        (0, 0),
        ([0.5], 20.0),
        ((0.5,), 20.0),
        ([0.25, 0.75], [10.0, 30.0]),
        ((0.25, 0.75), [10.0, 30.0]),
    ],
)
def test_noise(noise, noise_range_t):
    scheduler, _ = create_scheduler_v2(optimizer_with([0.1]), num_epochs=40, noise=noise)
    assert scheduler.noise_range_t == noise_range_t


@pytest.mark.parametrize(
    ("sched", "given", "decay_t"),
    [
        ("step", {}, 90),
        ("wsd", {}, 7),
        ("rsqrt", {"warmup_epochs": 3}, 6),
        ("wsd", {"decay_epochs": 0.5}, 16),
        ("wsd", {"decay_epochs": 0.75}, 25),
        ("wsd", {"decay_epochs": 1}, 1),
        ("wsd", {"decay_epochs": 33}, 33),
        ("wsd", {"decay_epochs": 0.2, "warmup_epochs": 8}, 5),
        ("wsd", {"decay_epochs": 0.2, "warmup_epochs": 8, "warmup_prefix": True}, 7),
    ],
)
def test_length_of_the_decay(sched, given, decay_t):
    scheduler, _ = create_scheduler_v2(optimizer_with([0.1]), sched, num_epochs=33, **given)
    assert (scheduler.decay_t, type(scheduler.decay_t)) == (decay_t, int)


@pytest.mark.parametrize(
    ("sched", "given", "decay_fn", "timescale"),
    [
        ("wsd", {"decay_fn": "cosine"}, "cosine", None),
        ("rsqrt", {"decay_fn": "exp", "warmup_epochs": 4}, "exp", 4),
        ("rsqrt", {"stable_timescale": 2, "step_on_epochs": False}, "linear", 6),
        ("rsqrt", {"warmup_epochs": 4, "step_on_epochs": False}, "linear", 12),
    ],
)
def test_functions_of_wsd(sched, given, decay_fn, timescale):
    scheduler, _ = create_scheduler_v2(
        optimizer_with([0.1]), sched, num_epochs=33, updates_per_epoch=3, **given
    )
    assert (scheduler.decay_fn, scheduler.stable_timescale) == (decay_fn, timescale)


TOO_LONG = "{} schedule requires 0 < decay_epochs <= epochs{}, got decay {} and stable + decay "


@pytest.mark.parametrize(
    ("error", "sched", "given", "message"),
    [
        (ValueError, "cosin", {}, "Unknown scheduler 'cosin'."),
        (
            AssertionError,
            "plateau",
            {"step_on_epochs": False, "updates_per_epoch": 3},
            "Plateau LR only supports step per epoch.",
        ),
        (
            AssertionError,
            "cosine",
            {"step_on_epochs": False},
            "updates_per_epoch must be set to number of dataloader batches",
        ),
        *(
            (
                ValueError,
                sched,
                {"decay_epochs": decay, "warmup_epochs": 4, "warmup_prefix": prefix},
                TOO_LONG.format(sched, "" if prefix else " - warmup_epochs", shown)
                + f"length {33 if prefix else 29}.",
            )
            for sched, decay, prefix, shown in (
                ("wsd", 34, True, 34),
                ("rsqrt", 30, False, 30),
                ("wsd", 0, False, 0),
                ("wsd", -0.4, True, 0),
            )
        ),
    ],
)
def test_refused(error, sched, given, message):
    with pytest.raises(error) as raised:
        create_scheduler_v2(optimizer_with([0.1]), sched, num_epochs=33, **given)
    assert raised.type is error
    assert str(raised.value) == message


def test_one_update_per_epoch():
    _, num_epochs = create_scheduler_v2(
        optimizer_with([0.1]), num_epochs=33, step_on_epochs=False, updates_per_epoch=1
    )
    assert num_epochs == 33


FALLBACKS = {
    **{"sched": "tanh", "num_epochs": 100, "decay_epochs": 30, "decay_milestones": [30, 60]},
    **{"warmup_epochs": 5, "cooldown_epochs": 0, "patience_epochs": 10, "decay_rate": 0.1},
    **{"min_lr": 0.0, "warmup_lr": 1e-5, "warmup_prefix": False, "noise": None},
    **{"noise_pct": 0.67, "noise_std": 1.0, "noise_seed": 42, "cycle_mul": 1.0},
    **{"cycle_decay": 0.1, "cycle_limit": 1, "k_decay": 1.0, "decay_fn": None},
    **{"stable_timescale": None, "plateau_mode": "max", "step_on_epochs": True},
}
OPTIONS = {
    **{"num_epochs": "epochs", "noise": "lr_noise", "noise_pct": "lr_noise_pct"},
    **{"noise_std": "lr_noise_std", "noise_seed": "seed", "cycle_mul": "lr_cycle_mul"},
    **{"cycle_decay": "lr_cycle_decay", "cycle_limit": "lr_cycle_limit", "k_decay": "lr_k_decay"},
    **{"decay_fn": "lr_decay_fn", "stable_timescale": "lr_stable_timescale"},
}
"""Arguments that have another name on the command line."""

GIVEN_AS_OPTIONS = {
    **{**GIVEN, "sched": "poly", "warmup_epochs": 8, "warmup_prefix": True, "decay_fn": "exp"}
}
del GIVEN_AS_OPTIONS["updates_per_epoch"], GIVEN_AS_OPTIONS["plateau_mode"]


def test_options_that_are_not_given():
    assert scheduler_kwargs(SimpleNamespace(sched="tanh")) == FALLBACKS
    with pytest.raises(AttributeError, match="sched"):
        scheduler_kwargs(SimpleNamespace())


def test_options_that_are_given():
    options = {OPTIONS.get(name, name): value for name, value in GIVEN_AS_OPTIONS.items()}
    kwargs = scheduler_kwargs(SimpleNamespace(**options, sched_on_updates=True))
    assert kwargs == {**GIVEN_AS_OPTIONS, "plateau_mode": "max", "step_on_epochs": False}


@pytest.mark.parametrize(
    ("metric", "decreasing", "mode"),
    [
        ("top1", None, "max"),
        ("loss", None, "min"),
        ("val_loss", None, "min"),
        ("loss", False, "max"),
        ("top1", True, "min"),
    ],
)
def test_mode_of_plateau(metric, decreasing, mode):
    options = SimpleNamespace(sched="plateau", eval_metric=metric)
    assert scheduler_kwargs(options, decreasing)["plateau_mode"] == mode


def test_the_factory_for_options():
    options = SimpleNamespace(sched="step", epochs=20, sched_on_updates=True)
    scheduler, num_epochs = create_scheduler(options, optimizer_with([0.1]), updates_per_epoch=7)
    assert (scheduler.decay_t, scheduler.warmup_t, num_epochs) == (210, 35, 20)
    with pytest.raises(AssertionError, match="updates_per_epoch"):
        create_scheduler(options, optimizer_with([0.1]))
