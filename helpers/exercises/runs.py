"""Small runs from which exercises make their goals and their typical mistakes."""

import warnings
from collections.abc import Callable, Iterable

import torch
from timm.scheduler import PlateauLRScheduler

from helpers.recording import TimmScheduler
from helpers.toy_run import create_model_and_optimizer


def optimizer_with(lr: float = 0.1) -> torch.optim.Optimizer:
    """A new optimizer of the toy run with this base learning rate."""
    return create_model_and_optimizer(lr)[1]


def train(
    scheduler: TimmScheduler,
    epochs: Iterable[int],
    step: Callable[[TimmScheduler, int], object],
) -> list[float]:
    """The learning rate that each epoch uses, if `step(scheduler, epoch)` ends it."""
    used = []
    for epoch in epochs:
        used.append(scheduler.optimizer.param_groups[0]["lr"])
        step(scheduler, epoch)
    return used


def plateau(lr: float = 0.1, **arguments: object) -> PlateauLRScheduler:
    """A new `PlateauLRScheduler` without its warning that it is deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return PlateauLRScheduler(optimizer_with(lr), **arguments)
