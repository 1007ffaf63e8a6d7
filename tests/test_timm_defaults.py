"""The defaults of timm.scheduler and the state that a scheduler begins with, complete."""

import inspect
import warnings

import pytest
import timm.scheduler
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
from timm.scheduler.scheduler import Scheduler
from timm_driver import optimizer_with

WARMUP = {"warmup_t": 0, "warmup_lr_init": 0.0}
NOISE = {"noise_range_t": None, "noise_pct": 0.67, "noise_std": 1.0, "noise_seed": 42}
UNSEEDED = {**NOISE, "noise_seed": None}
EPOCHS = {"t_in_epochs": True}
PREFIX = {"warmup_prefix": True}
NO_PREFIX = {"warmup_prefix": False}
K_DECAY = {"k_decay": 1.0}
CYCLES = {"lr_min": 0.0, "cycle_mul": 1.0, "cycle_decay": 1.0, "cycle_limit": 1}
WSD = {
    "lr_min": 0.0,
    "stable_fn": "constant",
    "stable_timescale": None,
    "stable_power": 0.5,
    "decay_fn": "1-sqrt",
    "decay_power": 0.5,
    "decay_ratio": 0.1,
}

INITIALIZE = {"initialize": True}

DEFAULTS = {
    Scheduler: {**EPOCHS, **UNSEEDED, "noise_type": "normal", **INITIALIZE},
    StepLRScheduler: {"decay_rate": 1.0, **WARMUP, **PREFIX, **EPOCHS, **NOISE, **INITIALIZE},
    MultiStepLRScheduler: {"decay_rate": 1.0, **WARMUP, **PREFIX, **EPOCHS, **NOISE, **INITIALIZE},
    CosineLRScheduler: {
        **{**CYCLES, **WARMUP, **NO_PREFIX, **EPOCHS, **NOISE, **K_DECAY, **INITIALIZE}
    },
    TanhLRScheduler: {
        **{"lb": -7.0, "ub": 3.0, **CYCLES, **WARMUP, **NO_PREFIX, **EPOCHS, **NOISE, **INITIALIZE}
    },
    PolyLRScheduler: {
        **{"power": 0.5, **CYCLES, **WARMUP, **NO_PREFIX, **EPOCHS, **NOISE},
        **{**K_DECAY, **INITIALIZE},
    },
    WSDLRScheduler: {**WSD, **WARMUP, **EPOCHS, **NOISE, **INITIALIZE},
    PlateauLRScheduler: {
        **{"decay_rate": 0.1, "patience_t": 10, "threshold": 1e-4, "cooldown_t": 0, **WARMUP},
        **{"lr_min": 0.0, "mode": "max", "noise_type": "normal", **UNSEEDED, **INITIALIZE},
    },
    Scheduler.step: {"metric": None},
    Scheduler.step_update: {"metric": None},
    Scheduler._get_values: {"on_epoch": True},
    PlateauLRScheduler.step: {"metric": None},
    PlateauLRScheduler.step_update: {"metric": None},
    CosineLRScheduler.get_cycle_length: {"cycles": 0},
    TanhLRScheduler.get_cycle_length: {"cycles": 0},
    PolyLRScheduler.get_cycle_length: {"cycles": 0},
    WSDLRScheduler.get_cycle_length: {"cycles": 0},
    scheduler_kwargs: {"decreasing_metric": None},
    create_scheduler: {"updates_per_epoch": 0},
    create_scheduler_v2: {
        **{"sched": "cosine", "num_epochs": 300, "decay_epochs": None},
        **{"decay_milestones": (90, 180, 270), "cooldown_epochs": 0, "patience_epochs": 10},
        **{"decay_rate": 0.1, "min_lr": 0.0, "warmup_lr": 1e-5, "warmup_epochs": 0},
        **{"warmup_prefix": False, "noise": None, "noise_pct": 0.67, "noise_std": 1.0},
        **{"noise_seed": 42, "cycle_mul": 1.0, "cycle_decay": 0.1, "cycle_limit": 1},
        **{"k_decay": 1.0, "decay_fn": None, "stable_timescale": None, "plateau_mode": "max"},
        **{"step_on_epochs": True, "updates_per_epoch": 0},
    },
}


@pytest.mark.parametrize("function", DEFAULTS, ids=lambda function: function.__qualname__)
def test_defaults(function):
    parameters = inspect.signature(function).parameters.values()
    defaults = {p.name: p.default for p in parameters if p.default is not p.empty}
    assert defaults == DEFAULTS[function]
    assert list(map(type, defaults.values())) == [type(DEFAULTS[function][n]) for n in defaults]


def test_exports():
    names = [name for name in vars(timm.scheduler) if name.endswith("LRScheduler")]
    assert sorted(names) == sorted(
        f"{name}LRScheduler"
        for name in ("Cosine", "MultiStep", "Plateau", "Poly", "Step", "Tanh", "WSD")
    )
    assert timm.scheduler.create_scheduler is create_scheduler
    assert timm.scheduler.create_scheduler_v2 is create_scheduler_v2
    assert timm.scheduler.scheduler_kwargs is scheduler_kwargs


BASE = {
    "param_group_field": "lr",
    "_initial_param_group_field": "initial_lr",
    "base_values": [0.1, 0.2],
    "metric": None,
    "noise_type": "normal",
    **EPOCHS,
    **NOISE,
    **WARMUP,
    "warmup_steps": [1, 1],
}
REQUIRED = {
    StepLRScheduler: {"decay_t": 3},
    MultiStepLRScheduler: {"decay_t": [3, 6]},
    CosineLRScheduler: {"t_initial": 5},
    TanhLRScheduler: {"t_initial": 5},
    PolyLRScheduler: {"t_initial": 5},
    WSDLRScheduler: {"t_initial": 5, "decay_t": 2},
}


@pytest.mark.parametrize("scheduler_class", REQUIRED, ids=lambda c: c.__name__)
def test_state_of_a_new_scheduler(scheduler_class):
    required = REQUIRED[scheduler_class]
    optimizer = optimizer_with([0.1, 0.2])
    state = scheduler_class(optimizer, **required).state_dict()
    expected = {**DEFAULTS[scheduler_class], **BASE, **required}
    del expected["initialize"]
    assert state == expected
    assert [group["lr"] for group in optimizer.param_groups] == [0.1, 0.2]
    assert [group["initial_lr"] for group in optimizer.param_groups] == [0.1, 0.2]


@pytest.mark.parametrize("scheduler_class", REQUIRED, ids=lambda c: c.__name__)
def test_a_state_is_taken_over_whole(scheduler_class):
    required = REQUIRED[scheduler_class]
    given = {"warmup_t": 2, "warmup_lr_init": 0.05, "noise_seed": 7, "noise_range_t": (1, 3)}
    saved = scheduler_class(optimizer_with([0.1, 0.2]), **required, **given).state_dict()
    optimizer = optimizer_with([0.5, 0.6])
    scheduler = scheduler_class(optimizer, **required)
    scheduler.load_state_dict(saved)
    assert scheduler.state_dict() == saved
    assert scheduler.optimizer is optimizer


def test_state_of_a_new_plateau():
    optimizer = optimizer_with([0.1, 0.2])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        scheduler = PlateauLRScheduler(optimizer)
    own = {name: value for name, value in vars(scheduler).items() if name in {*BASE, "restore_lr"}}
    assert own == {**BASE, "restore_lr": None}
    inner = scheduler.lr_scheduler
    assert inner.optimizer is optimizer
    assert (inner.mode, inner.factor, inner.patience, inner.cooldown) == ("max", 0.1, 10, 0)
    assert (inner.threshold, inner.threshold_mode, inner.min_lrs) == (1e-4, "rel", [0.0, 0.0])
    assert [group["lr"] for group in optimizer.param_groups] == [0.1, 0.2]
