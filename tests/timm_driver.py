"""timm itself, driven over settings of the explorer, for tests.

Independent of `helpers.explorer`: it hands timm only what is given, so that the defaults of
`parameters.json` are compared with timm's too.
"""

import logging
import warnings
from dataclasses import dataclass

import numpy as np
import timm.scheduler
import torch

CLASSES = {
    "step": timm.scheduler.StepLRScheduler,
    "multistep": timm.scheduler.MultiStepLRScheduler,
    "cosine": timm.scheduler.CosineLRScheduler,
    "tanh": timm.scheduler.TanhLRScheduler,
    "poly": timm.scheduler.PolyLRScheduler,
    "wsd": timm.scheduler.WSDLRScheduler,
    "plateau": timm.scheduler.PlateauLRScheduler,
}
NOT_OF_TIMM = {"schedule", "lr", "lr_scale", "num_epochs", "updates_per_epoch", "t_in_epochs"}


@dataclass
class Outcome:
    """What timm did.

    Attributes:
        lrs: shape `(groups, horizon + 1)`, as `Run.lrs` of the explorer.
        error: what it raised, or None.
        t: the t at which it did; None for a constructor.
        complex_at: the t at which its learning rate was complex.
    """

    lrs: np.ndarray
    error: Exception | None
    t: int | None
    complex_at: list[int]

    @property
    def shown_error(self) -> tuple[str, int | None] | None:
        """What Python shows, and the t; nothing, and the first t, of complex learning rates."""
        if self.error is None:
            return ("", self.complex_at[0]) if self.complex_at else None
        name, message = type(self.error).__name__, str(self.error)
        return (f"{name}: {message}" if message else name, self.t)


def optimizer_with(lrs, scales=None):
    """An optimizer with one param group for each learning rate, which SGD may refuse."""
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in lrs]
    for group, scale in zip(groups, scales or []):
        group["lr_scale"] = scale
    return torch.optim.SGD(groups, lr=min(lrs))


def build_scheduler(given, optimizer):
    kwargs = {
        name: value
        for name, value in given.items()
        if name not in NOT_OF_TIMM and not name.startswith("metric_")
    }
    if given["schedule"] != "plateau":
        kwargs["t_in_epochs"] = given.get("t_in_epochs", True)
    logging.getLogger("timm.scheduler.cosine_lr").setLevel(logging.ERROR)
    logging.getLogger("timm.scheduler.poly_lr").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return CLASSES[given["schedule"]](optimizer, **kwargs)


def horizon_of(given):
    per_update = given["schedule"] != "plateau" and not given.get("t_in_epochs", True)
    return given["num_epochs"] * (given["updates_per_epoch"] if per_update else 1)


def run_timm(given, metric=None) -> Outcome:
    """Run timm over settings; `metric` has one value for each epoch of plateau."""
    horizon = horizon_of(given)
    outcome = Outcome(np.full((len(given["lr"]), horizon + 1), np.nan), None, None, [])
    t = None
    try:
        optimizer = optimizer_with(given["lr"], given.get("lr_scale"))
        scheduler = build_scheduler(given, optimizer)
        step = scheduler.step if scheduler.t_in_epochs else scheduler.step_update
        for t in range(horizon + 1):
            if t:
                step(t, metric[t - 1] if metric is not None else None)
            for g, group in enumerate(optimizer.param_groups):
                if isinstance(group["lr"], complex):
                    outcome.complex_at += [t] * (g == 0)
                else:
                    outcome.lrs[g, t] = group["lr"]
    except (ArithmeticError, AssertionError, TypeError, ValueError) as error:
        outcome.error, outcome.t = error, t
    return outcome
