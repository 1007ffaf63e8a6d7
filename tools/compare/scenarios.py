"""The runs that are compared between two versions of timm, each with a name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from tools.project import ROOT

ARTICLE = ROOT / "helpers" / "article_figures.yaml"
HORIZON = 100
"""Epochs or updates of a run, unless it needs more."""

CLASSES = {
    "StepLRScheduler": {"decay_t": 30, "decay_rate": 0.5},
    "MultiStepLRScheduler": {"decay_t": [30, 60], "decay_rate": 0.5},
    "CosineLRScheduler": {"t_initial": 60, "lr_min": 0.001},
    "TanhLRScheduler": {"t_initial": 60, "lr_min": 0.001},
    "PolyLRScheduler": {"t_initial": 60, "lr_min": 0.001},
    "WSDLRScheduler": {"t_initial": 60, "decay_t": 20},
    "PlateauLRScheduler": {"decay_rate": 0.5, "patience_t": 3, "mode": "min"},
}
WITH_CYCLES = ("CosineLRScheduler", "TanhLRScheduler", "PolyLRScheduler")
WITH_PREFIX = ("StepLRScheduler", "MultiStepLRScheduler", *WITH_CYCLES)

SCHEDS = (
    *("cosine", "tanh", "poly", "step", "multistep", "plateau"),
    *("wsd", "rsqrt", "constant", "none"),
)
TRAIN_ARGUMENTS = {
    "epochs": 60,
    "decay_epochs": 20,
    "decay_milestones": [20, 40],
    "warmup_epochs": 5,
    "cooldown_epochs": 10,
    "patience_epochs": 3,
    "decay_rate": 0.1,
    "min_lr": 1e-5,
    "warmup_lr": 1e-5,
    "lr_noise": None,
    "lr_noise_pct": 0.67,
    "lr_noise_std": 1.0,
    "seed": 42,
    "eval_metric": "loss",
    "lr_cycle_mul": 1.0,
    "lr_cycle_decay": 0.5,
    "lr_cycle_limit": 1,
    "lr_k_decay": 1.0,
}
"""What timm's train.py hands to `create_scheduler`, with small numbers."""


@dataclass(frozen=True)
class Scenario:
    """One run.

    Attributes:
        name: how a report calls it.
        call: a class or a factory function of timm.scheduler.
        arguments: its keyword arguments.
        groups: the param groups' `lr` and, optionally, `lr_scale`.
        per_update: whether `step_update` is called rather than `step`.
        horizon: number of calls.
    """

    name: str
    call: str
    arguments: dict[str, Any]
    groups: list[dict[str, float]] = field(default_factory=lambda: [{"lr": 0.1}])
    per_update: bool = False
    horizon: int = HORIZON


def scenarios() -> list[Scenario]:
    """All runs; their names differ."""
    return [*_article(), *_classes(), *_warmups(), *_cycles(), *_noises(), *_factories()]


def _article() -> Iterator[Scenario]:
    """The article's schedulers, as this book calls them and without arguments of today."""
    for figure in yaml.safe_load(ARTICLE.read_text(encoding="utf-8")):
        arguments = figure.get("arguments")
        if "scheduler" not in figure or arguments is None:
            continue
        name, call = f"article {figure['id']}", figure["scheduler"]
        yield Scenario(name, call, arguments)
        as_written = {key: arguments[key] for key in arguments if key != "warmup_prefix"}
        if as_written != arguments:
            yield Scenario(f"{name}, without warmup_prefix", call, as_written)


def _classes() -> Iterator[Scenario]:
    required = {"decay_t": 30, "t_initial": 60}
    for call, typical in CLASSES.items():
        if call != "PlateauLRScheduler":
            needed = {key: required[key] for key in typical if key in required}
            if call == "MultiStepLRScheduler":
                needed = {"decay_t": [30, 60]}
            yield Scenario(f"{call}, defaults", call, needed)
            yield Scenario(
                f"{call} per update", call, {**typical, "t_in_epochs": False}, per_update=True
            )
        else:
            yield Scenario(f"{call}, defaults", call, {})
        yield Scenario(f"{call}", call, typical)
        groups = [{"lr": 0.1}, {"lr": 0.01}, {"lr": 0.1, "lr_scale": 0.5}]
        warmup = {"warmup_t": 5, "warmup_lr_init": 0.001}
        yield Scenario(f"{call}, param groups", call, {**typical, **warmup}, groups)
    for k in (0.5, 2.0):
        for call in ("CosineLRScheduler", "PolyLRScheduler"):
            arguments = {**CLASSES[call], "k_decay": k}
            yield Scenario(f"{call}, k_decay={k}", call, arguments)
    bounds = {**CLASSES["TanhLRScheduler"], "lb": -4.0, "ub": 4.0}
    yield Scenario("TanhLRScheduler, lb=-4, ub=4", "TanhLRScheduler", bounds)


def _warmups() -> Iterator[Scenario]:
    for call, typical in CLASSES.items():
        arguments = {**typical, "warmup_t": 20, "warmup_lr_init": 0.001}
        yield Scenario(f"{call}, warm-up", call, arguments)
        if call in WITH_PREFIX:
            for prefix in (False, True):
                name = f"{call}, warm-up, warmup_prefix={prefix}"
                yield Scenario(name, call, {**arguments, "warmup_prefix": prefix})


def _cycles() -> Iterator[Scenario]:
    settings = {
        "three cycles": {"t_initial": 30, "cycle_limit": 3},
        "cycle_decay": {"t_initial": 30, "cycle_limit": 3, "cycle_decay": 0.5},
        "cycle_mul": {"t_initial": 15, "cycle_limit": 3, "cycle_mul": 2.0},
        "restarts lost to rounding": {"t_initial": 50, "cycle_limit": 9, "cycle_mul": 1.2},
        "cycles after a prefix": {
            "t_initial": 30,
            "cycle_limit": 2,
            "warmup_t": 10,
            "warmup_lr_init": 0.001,
            "warmup_prefix": True,
        },
    }
    for call in WITH_CYCLES:
        for name, arguments in settings.items():
            horizon = 250 if "rounding" in name else HORIZON
            yield Scenario(f"{call}, {name}", call, {**arguments}, horizon=horizon)


def _noises() -> Iterator[Scenario]:
    in_range = {"noise_range_t": [20, 50], "noise_pct": 0.2}
    for call, typical in CLASSES.items():
        yield Scenario(f"{call}, noise", call, {**typical, **in_range})
        narrow = {**typical, **in_range, "noise_std": 0.05}
        yield Scenario(f"{call}, noise_std=0.05", call, narrow)
    typical = CLASSES["CosineLRScheduler"]
    for name, arguments in {
        "noise from 20 on": {"noise_range_t": 20},
        "noise_seed=7": {**in_range, "noise_seed": 7},
    }.items():
        yield Scenario(f"CosineLRScheduler, {name}", "CosineLRScheduler", {**typical, **arguments})
    uniform = {**CLASSES["PlateauLRScheduler"], **in_range, "noise_type": "uniform"}
    yield Scenario("PlateauLRScheduler, uniform noise", "PlateauLRScheduler", uniform)


def _factories() -> Iterator[Scenario]:
    settings = {
        "": {},
        ", noise": {"lr_noise": [0.4, 0.9], "lr_noise_pct": 0.2},
        ", noise to the end": {"lr_noise": 0.4, "lr_noise_pct": 0.2},
        ", cycles": {"epochs": 25, "lr_cycle_limit": 3},
    }
    for sched in SCHEDS:
        for suffix, changed in settings.items():
            if "cycles" in suffix and sched not in ("cosine", "tanh", "poly"):
                continue
            arguments = {**TRAIN_ARGUMENTS, **changed, "sched": sched}
            yield Scenario(f"create_scheduler {sched}{suffix}", "create_scheduler", arguments)
        v2 = {"sched": sched, "num_epochs": 90}
        yield Scenario(f"create_scheduler_v2 {sched}", "create_scheduler_v2", v2)
        prefix = {**v2, "warmup_epochs": 10, "warmup_prefix": True}
        yield Scenario(f"create_scheduler_v2 {sched}, prefix", "create_scheduler_v2", prefix)
        if sched != "plateau":
            updates = {
                **v2,
                "num_epochs": 10,
                "decay_epochs": 3,
                "warmup_epochs": 2,
                "cooldown_epochs": 2,
                "step_on_epochs": False,
                "updates_per_epoch": 8,
            }
            name = f"create_scheduler_v2 {sched} per update"
            yield Scenario(name, "create_scheduler_v2", updates, per_update=True)
    misspelt = {**TRAIN_ARGUMENTS, "sched": "cosin"}
    yield Scenario("create_scheduler cosin", "create_scheduler", misspelt)
