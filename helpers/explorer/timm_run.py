"""Run timm itself over settings and keep every learning rate."""

import contextlib
import json
import logging
import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import timm.scheduler
import timm.scheduler.scheduler
import torch

from helpers.explorer.metric import metric_of
from helpers.explorer.parameters import (
    Settings,
    class_name,
    horizon_of,
    parameters_of,
    timm_kwargs,
)

LEAST_CHANCE = 1e-4
"""Where fewer draws of normal noise than this are small enough, timm draws without end."""


class EndlessNoise(ValueError):
    """timm would draw noise again and again and never find it small enough."""


@dataclass(frozen=True)
class TimmRun:
    """What timm gives for some settings.

    Attributes:
        lrs: shape `(horizon + 1, groups)`; row t is what t trains with, the last row what is
            left at the end. Row 0 is what timm's constructor leaves behind. NaN where timm has
            no real value and from where it fails.
        error: why timm fails, or None.
        failed_at: the t at which it does; 0 is the constructor, None no failure.
    """

    lrs: np.ndarray
    error: Exception | None
    failed_at: int | None

    @property
    def message(self) -> str | None:
        """The last line that Python shows of the error."""
        if self.error is None:
            return None
        name, text = type(self.error).__name__, str(self.error)
        return f"{name}: {text}" if text else name


def short_kwargs(settings: Settings) -> dict:
    """The keyword arguments of timm's class that it requires or that differ from its defaults.

    Whole numbers are floats where timm declares a float.
    """
    parameters = parameters_of(settings["schedule"])
    return {
        name: float(value) if parameters[name].kind == "number" and value is not None else value
        for name, value in timm_kwargs(settings).items()
        if parameters[name].required or value != parameters[name].default
    }


def build_scheduler(
    settings: Settings, optimizer: torch.optim.Optimizer
) -> timm.scheduler.scheduler.Scheduler:
    """Build timm's scheduler on an optimizer whose learning rates are already set."""
    scheduler_class = getattr(timm.scheduler, class_name(settings["schedule"]))
    return scheduler_class(optimizer, **short_kwargs(settings))


def run_timm(settings: Settings) -> TimmRun:
    """Run timm over settings; never raises, never hangs. The last results are remembered."""
    return _run_timm(json.dumps(settings))


@lru_cache(maxsize=4)
def _run_timm(settings_json: str) -> TimmRun:
    settings = json.loads(settings_json)
    horizon = horizon_of(settings)
    lrs = np.full((horizon + 1, len(settings["lr"])), np.nan)
    error, t = None, 0
    endless = first_endless_noise(settings)
    with _silence():
        try:
            optimizer = _optimizer(settings)
            step = _stepper(settings, build_scheduler(settings, optimizer))
            lrs[0] = _current_lrs(optimizer)
            for t in range(1, horizon + 1):
                if t == endless:
                    raise endless_noise(settings)
                step(t)
                lrs[t] = _current_lrs(optimizer)
        except Exception as raised:  # whatever timm raises is what the reader is shown
            error = raised.with_traceback(None)
    lrs.setflags(write=False)
    return TimmRun(lrs, error, None if error is None else t)


def _optimizer(settings: Settings) -> torch.optim.Optimizer:
    groups = [
        {"params": [torch.zeros(1, requires_grad=True)], "lr": float(lr), "lr_scale": float(scale)}
        for lr, scale in zip(settings["lr"], settings["lr_scale"], strict=True)
    ]
    return torch.optim.SGD(groups)


def _stepper(settings: Settings, scheduler: timm.scheduler.scheduler.Scheduler):
    """What to call for each t from 1 on, as timm's `train.py` does."""
    if settings["schedule"] == "plateau":
        metric = metric_of(settings).tolist()
        return lambda t: scheduler.step(t, metric[t - 1])
    return scheduler.step if settings["t_in_epochs"] else scheduler.step_update


def _current_lrs(optimizer: torch.optim.Optimizer) -> list[float]:
    return [
        math.nan if isinstance(group["lr"], complex) else group["lr"]
        for group in optimizer.param_groups
    ]


def first_endless_noise(settings: Settings) -> int | None:
    """The first t for which timm draws noise without end, or None."""
    noise_range = settings["noise_range_t"]
    if noise_range is None or settings.get("noise_type", "normal") != "normal":
        return None
    start, end = noise_range if isinstance(noise_range, list) else (noise_range, math.inf)
    earliest = settings["warmup_t"] + 1 if settings["schedule"] == "plateau" else 1
    t = max(earliest, math.ceil(start))
    if not (t < end and t <= horizon_of(settings)):
        return None
    return t if _chance_of_noise(settings) < LEAST_CHANCE else None


def _chance_of_noise(settings: Settings) -> float:
    """The chance that one draw is smaller than `noise_pct`."""
    limit, std = float(settings["noise_pct"]), abs(float(settings["noise_std"]))
    if std == 0:
        return float(limit > 0)
    return math.erf(limit / std / math.sqrt(2))


def endless_noise(settings: Settings) -> EndlessNoise:
    """The error that stands for a scheduler that does not return."""
    return EndlessNoise(
        f"noise_pct is {settings['noise_pct']} and noise_std is {settings['noise_std']}; "
        "timm would draw noise without end, as hardly any is smaller than noise_pct."
    )


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Hold back warnings of torch and timm, PlateauLRScheduler's deprecation among them."""
    logger = logging.getLogger("timm.scheduler")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
