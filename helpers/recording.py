"""Run a scheduler over a whole training run and keep every learning rate it sets."""

import copy
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import timm.scheduler.scheduler
import torch

from helpers.arguments import require_positive_int

TimmScheduler = timm.scheduler.scheduler.Scheduler
TorchScheduler = torch.optim.lr_scheduler.LRScheduler


@dataclass(frozen=True)
class LRTrace:
    """The learning rates of one run, read from one param group.

    With `E` epochs of `S` updates each:

    Attributes:
        used_per_update: shape `(E, S)`; the LR that each update trains with.
        after_epoch: shape `(E,)`; the LR left behind by the scheduler at the end of
            each epoch, which is what the article plots.
    """

    used_per_update: np.ndarray
    after_epoch: np.ndarray

    @property
    def used(self) -> np.ndarray:
        """Shape `(E,)`; the LR that the first update of each epoch trains with."""
        return self.used_per_update[:, 0]


def record_lrs(
    scheduler: TimmScheduler | TorchScheduler,
    *,
    num_epochs: int = 100,
    num_steps_per_epoch: int = 10,
    metrics: Sequence[float] | None = None,
    param_group: int = 0,
) -> LRTrace:
    """Step a copy of `scheduler` through a run and record the learning rates.

    A timm scheduler is called as timm's `train.py` calls it: `step_update(n)` after
    each update, with `n` counted from 1 over the whole run, and `step(epoch + 1)` after
    each epoch. A torch scheduler is called with `step()` after each epoch. The given
    scheduler and its optimizer stay as they are, so recording twice gives the same.

    Args:
        scheduler: a fresh timm scheduler or `torch.optim.lr_scheduler` scheduler.
        num_epochs: epochs to run.
        num_steps_per_epoch: updates in one epoch.
        metrics: one metric per epoch, for schedulers that watch one.
        param_group: index of the param group to read.

    Returns:
        An `LRTrace`.

    Raises:
        TypeError, ValueError: an argument is not what is described above.
    """
    num_epochs = require_positive_int("num_epochs", num_epochs)
    num_steps_per_epoch = require_positive_int("num_steps_per_epoch", num_steps_per_epoch)
    if not isinstance(scheduler, (TimmScheduler, TorchScheduler)):
        raise TypeError(
            f"scheduler is a {type(scheduler).__name__}; "
            "it must be a timm scheduler or a torch.optim.lr_scheduler scheduler."
        )
    if metrics is not None and len(metrics) < num_epochs:
        raise ValueError(
            f"metrics has {len(metrics)} values; it must have one for each of {num_epochs} epochs."
        )
    groups = len(scheduler.optimizer.param_groups)
    if param_group not in range(groups):
        raise ValueError(f"param_group is {param_group!r}; it must be from 0 to {groups - 1}.")

    with warnings.catch_warnings():
        # torch expects optimizer.step() in between; a recording trains nothing.
        for beginning in ("Detected call of `lr_scheduler.step", "Seems like `optimizer.step"):
            warnings.filterwarnings("ignore", message=beginning)
        lrs = list(
            _lrs_of_run(
                copy.deepcopy(scheduler), num_epochs, num_steps_per_epoch, metrics, param_group
            )
        )
    used_per_update, after_epoch = zip(*lrs, strict=True)
    return LRTrace(np.array(used_per_update, dtype=float), np.array(after_epoch, dtype=float))


def _lrs_of_run(
    scheduler: TimmScheduler | TorchScheduler,
    num_epochs: int,
    num_steps_per_epoch: int,
    metrics: Sequence[float] | None,
    param_group: int,
) -> Iterator[tuple[list[float], float]]:
    """Yield for each epoch the LRs its updates use and the LR left after it."""
    group = scheduler.optimizer.param_groups[param_group]
    num_updates = 0
    for epoch in range(num_epochs):
        used = []
        for _ in range(num_steps_per_epoch):
            used.append(float(group["lr"]))
            num_updates += 1
            if isinstance(scheduler, TimmScheduler):
                scheduler.step_update(num_updates)
        metric = () if metrics is None else (metrics[epoch],)
        if isinstance(scheduler, TimmScheduler):
            scheduler.step(epoch + 1, *metric)
        else:
            scheduler.step(*metric)
        yield used, float(group["lr"])
