"""What the explorer's tests share: random settings, and timm run on settings."""

import json
import warnings

import numpy as np
import timm.scheduler
import torch
from hypothesis import strategies as st

from tools.project import ROOT

LIST = json.loads((ROOT / "helpers/explorer/parameters.json").read_text(encoding="utf-8"))
SCHEDULES = tuple(LIST["schedules"])
NOT_OF_TIMM = {*LIST["groups"]["run"], *LIST["groups"]["metric"]} - {"t_in_epochs"}


def parameters_of(schedule):
    """The parameters of a schedule by name, with their timm or run defaults."""
    entry = LIST["schedules"][schedule]
    found = dict(entry["shape"])
    for group in entry["groups"]:
        found |= LIST["groups"][group]
    for name, default in entry.get("defaults", {}).items():
        found[name] = found[name] | {"default": default}
    return {name: p for name, p in found.items() if name not in entry.get("without", ())}


def settings_of(schedule, **given):
    """All settings of a schedule: timm's defaults, the starts, then what is given."""
    by_default = {
        name: parameter.get("default", parameter.get("start"))
        for name, parameter in parameters_of(schedule).items()
    }
    assert given.keys() <= by_default.keys(), given.keys() - by_default.keys()
    return {"schedule": schedule} | by_default | given


small = st.floats(0, 0.2) | st.sampled_from([0.0, 1e-5, 0.01])
LIKELY = {
    "lr": st.lists(st.floats(1e-4, 2) | st.sampled_from([0.1, 1]), min_size=1, max_size=3),
    "num_epochs": st.integers(1, 60),
    "updates_per_epoch": st.integers(1, 4),
    "t_initial": st.integers(1, 80),
    "lr_min": small,
    "k_decay": st.just(1) | st.floats(0.3, 4),
    "power": st.floats(0.1, 4) | st.integers(1, 3),
    "lb": st.floats(-8, 0),
    "ub": st.floats(0.1, 6),
    "decay_rate": st.floats(0.05, 0.99) | st.just(0.5),
    "cycle_limit": st.integers(0, 6),
    "cycle_mul": st.just(1) | st.sampled_from([1.2, 1.5, 2]) | st.floats(1.05, 3),
    "cycle_decay": st.just(1) | st.floats(0.3, 1.2),
    "warmup_t": st.just(0) | st.integers(1, 20),
    "warmup_lr_init": small,
    "noise_range_t": st.none() | st.integers(0, 60) | st.tuples(st.integers(0, 30), st.integers(0, 90)),
    "noise_pct": st.floats(0.05, 1.5),
    "noise_std": st.floats(0.05, 1),
    "noise_seed": st.integers(0, 1000),
    "patience_t": st.integers(0, 8),
    "cooldown_t": st.integers(0, 5),
    "threshold": st.sampled_from([0, 1e-4, 0.05]),
    "stable_timescale": st.floats(1, 40),
    "stable_power": st.floats(0.1, 2),
    "decay_power": st.floats(0.1, 3),
    "decay_ratio": st.floats(0.05, 0.95),
    "metric_from": st.floats(-1, 3),
    "metric_to": st.floats(-1, 3),
    "metric_timescale": st.floats(1, 30),
    "metric_stalls": st.lists(st.integers(0, 60), max_size=3),
    "metric_stall_length": st.integers(0, 30),
    "metric_noise": st.just(0) | st.floats(0, 0.2),
    "metric_seed": st.integers(0, 200),
}


def likely(schedule, name, parameter):
    """Values of a parameter that timm accepts, and that matter in a short run."""
    if name == "decay_t":
        return {
            "step": st.integers(1, 40) | st.floats(1, 40),
            "multistep": st.lists(st.integers(1, 60), max_size=20).map(sorted),
            "wsd": st.integers(1, 80),
        }[schedule]
    if parameter["kind"] == "boolean":
        return st.booleans()
    if parameter["kind"] == "choice":
        return st.sampled_from(parameter["options"])
    return LIKELY[name]


@st.composite
def settings_that_run(draw, schedules=SCHEDULES):
    """Settings of a short run; some parameters are left at their defaults."""
    schedule = draw(st.sampled_from(schedules))
    given = {}
    for name, parameter in parameters_of(schedule).items():
        if name == "lr_scale":
            continue
        if "default" not in parameter or name in ("lr", "num_epochs") or draw(st.booleans()):
            given[name] = draw(likely(schedule, name, parameter))
    scales = st.sampled_from([1, 0.5, 0.1])
    given["lr_scale"] = [draw(scales) for _ in given["lr"]]
    if given.get("cycle_mul", 1) != 1 and "k_decay" in given:
        given["k_decay"] = 2  # others can fail where a cycle begins
    if schedule == "wsd":
        given["decay_t"] = min(given["decay_t"], given["t_initial"])
        if given.get("stable_fn", "constant") != "constant" and not given.get("stable_timescale"):
            given["stable_timescale"] = 10
    return settings_of(schedule, **given)


def build(settings):
    """timm's scheduler, on an optimizer of its own."""
    groups = [
        {"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr, "lr_scale": scale}
        for lr, scale in zip(settings["lr"], settings["lr_scale"], strict=True)
    ]
    optimizer = torch.optim.SGD(groups)
    build_class = getattr(timm.scheduler, LIST["schedules"][settings["schedule"]]["class"])
    kwargs = {
        name: value
        for name, value in settings.items()
        if name not in NOT_OF_TIMM and name != "schedule"
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return build_class(optimizer, **kwargs)


def timm_lrs(settings, metric=None):
    """The LR that each t trains with, and the one left at the end: `(param groups, t)`."""
    scheduler = build(settings)
    groups = scheduler.optimizer.param_groups
    horizon = settings["num_epochs"]
    step = scheduler.step
    if not settings.get("t_in_epochs", True):
        horizon, step = horizon * settings["updates_per_epoch"], scheduler.step_update
    lrs = [[group["lr"] for group in groups]]
    for t in range(1, horizon + 1):
        step(t, *(() if metric is None else (metric[t - 1],)))
        lrs.append([group["lr"] for group in groups])
    return np.array(lrs).T
