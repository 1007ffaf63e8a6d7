"""Run timm itself over settings and keep every learning rate."""

import contextlib
import json
import logging
import math
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import timm.scheduler
import torch

from helpers.explorer.endless_noise import EndlessNoise, endless_noise
from helpers.explorer.metric import metric_of
from helpers.explorer.parameters import (
    Settings,
    class_name,
    horizon_of,
    parameters_of,
    timm_kwargs,
)
from helpers.recording import TimmScheduler


@dataclass(frozen=True)
class TimmRun:
    """What timm gives for some settings.

    Attributes:
        lrs: shape `(horizon + 1, groups)`; row t is what t trains with, the last row what is
            left at the end. Row 0 is what timm's constructor leaves behind. NaN where timm has
            no real value and from where it fails.
        error: why timm fails, or None.
        message: the last line that Python shows of the error, with what an `assert` asserts; empty
            where timm would not return, None where it does not fail.
        failed_at: the t at which it fails; 0 is the constructor, None no failure.
    """

    lrs: np.ndarray
    error: Exception | None = None
    message: str | None = None
    failed_at: int | None = None


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


def build_scheduler(settings: Settings, optimizer: torch.optim.Optimizer) -> TimmScheduler:
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
    failure, t = {}, 0
    with _silence():
        try:
            optimizer = _optimizer(settings)
            scheduler = build_scheduler(settings, optimizer)
            _refuse_endless_noise(settings, scheduler)
            step = _stepper(settings, scheduler)
            lrs[0] = _current_lrs(optimizer)
            for t in range(1, horizon + 1):
                step(t)
                lrs[t] = _current_lrs(optimizer)
        except Exception as error:  # whatever timm raises is what the reader is shown
            failure = {"error": error, "message": _message(error), "failed_at": t}
            error.with_traceback(None)
    lrs.setflags(write=False)
    return TimmRun(lrs, **failure)


def _message(error: Exception) -> str:
    if isinstance(error, EndlessNoise):
        return ""
    text = str(error)
    if isinstance(error, AssertionError) and not text:
        text = traceback.extract_tb(error.__traceback__)[-1].line
    return f"{type(error).__name__}: {text}"


def _optimizer(settings: Settings) -> torch.optim.Optimizer:
    groups = [
        {"params": [torch.zeros(1, requires_grad=True)], "lr": float(lr), "lr_scale": float(scale)}
        for lr, scale in zip(settings["lr"], settings["lr_scale"], strict=True)
    ]
    # Of all learning rates, the optimizer checks this one.
    return torch.optim.SGD(groups, lr=float(min(settings["lr"])))


def _refuse_endless_noise(settings: Settings, scheduler: TimmScheduler) -> None:
    """Let timm fail, where else it would begin to draw noise without end."""
    endless = endless_noise(settings)

    def refuse(t: int) -> float:
        raise endless

    if endless:
        scheduler._calculate_noise = refuse


def _stepper(settings: Settings, scheduler: TimmScheduler) -> Callable[[int], None]:
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
