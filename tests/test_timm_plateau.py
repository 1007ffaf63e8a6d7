"""PlateauLRScheduler beyond its rule: warm-up, noise, state, what it hands to torch."""

import warnings

import numpy as np
import pytest
import torch
from timm.scheduler import PlateauLRScheduler
from timm_driver import optimizer_with

from helpers import formulas

METRICS = [0.5, 0.6, 0.6, 0.61, 0.6, 0.6, 0.6, 0.7, 0.7, 0.7, 0.7, 0.7, 0.6, 0.5, 0.5, 0.5, 0.5]
ARGUMENTS = {
    "decay_rate": 0.4,
    "patience_t": 1,
    "threshold": 0.02,
    "cooldown_t": 1,
    "warmup_t": 3,
    "warmup_lr_init": 0.01,
    "lr_min": 0.02,
}


def plateau(lrs, **arguments):
    """An optimizer and its scheduler."""
    optimizer = optimizer_with(lrs)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return optimizer, PlateauLRScheduler(optimizer, **arguments)


def lrs_of(optimizer):
    return [group["lr"] for group in optimizer.param_groups]


@pytest.mark.parametrize("mode", ["max", "min"])
@pytest.mark.parametrize(
    "noise",
    [
        {"noise_range_t": None},
        {"noise_range_t": 2, "noise_pct": 0.5, "noise_std": 0.8, "noise_seed": 3},
        {"noise_range_t": (4, 9), "noise_type": "uniform", "noise_pct": 0.3},
    ],
)
def test_trace(mode, noise):
    bases = [0.5, 0.3]
    optimizer, scheduler = plateau(bases, **ARGUMENTS, **noise, mode=mode)
    assert lrs_of(optimizer) == [0.01, 0.01]
    scheduler.step(0)
    assert lrs_of(optimizer) == [0.01, 0.01]
    trace = []
    for epoch, metric in enumerate(METRICS):
        scheduler.step(epoch + 1, metric)
        trace.append(lrs_of(optimizer))
    t = np.arange(1, len(METRICS) + 1)
    factor = np.ones(t.shape)
    if noise["noise_range_t"] is not None:
        factor = np.where(t <= 3, 1, formulas.noise_factor(t, **noise))
    expected = [formulas.plateau_lr(METRICS, lr=b, **ARGUMENTS, mode=mode) * factor for b in bases]
    np.testing.assert_allclose(trace, np.transpose(expected), rtol=1e-12)


def test_step_zero_without_warmup_sets_the_initial_value():
    optimizer, scheduler = plateau([0.1, 0.2])
    scheduler.step(0)
    assert lrs_of(optimizer) == [0.0, 0.0]


def test_what_torch_gets():
    _, scheduler = plateau([0.1, 0.2], **ARGUMENTS, mode="min")
    inner = scheduler.lr_scheduler
    assert (inner.factor, inner.patience, inner.threshold) == (0.4, 1, 0.02)
    assert (inner.cooldown, inner.mode, inner.min_lrs) == (1, "min", [0.02, 0.02])
    assert (scheduler.warmup_t, scheduler.warmup_lr_init) == (3, 0.01)
    assert scheduler.warmup_steps == [(0.1 - 0.01) / 3, (0.2 - 0.01) / 3]


def test_an_epoch_without_metric_counts_nothing():
    optimizer, scheduler = plateau([0.1], patience_t=0, decay_rate=0.5)
    scheduler.step(1, 0.5)
    for epoch in range(2, 6):
        scheduler.step(epoch)
    assert lrs_of(optimizer) == [0.1]
    assert scheduler.lr_scheduler.last_epoch == 1
    scheduler.step(6, 0.5)
    assert lrs_of(optimizer) == [0.05]


def test_updates_do_nothing():
    optimizer, scheduler = plateau([0.1], patience_t=0, noise_range_t=0)
    assert scheduler.step_update(5, 0.5) is None
    assert lrs_of(optimizer) == [0.1]
    assert scheduler.metric is None


def test_state():
    _, scheduler = plateau([0.1])
    for epoch, metric in enumerate([0.5, 0.7, 0.6]):
        scheduler.step(epoch + 1, metric)
    assert scheduler.state_dict() == {"best": 0.7, "last_epoch": 3}
    _, resumed = plateau([0.1])
    resumed.load_state_dict({"best": 0.4})
    assert (resumed.lr_scheduler.best, resumed.lr_scheduler.last_epoch) == (0.4, 0)
    resumed.load_state_dict(scheduler.state_dict())
    assert (resumed.lr_scheduler.best, resumed.lr_scheduler.last_epoch) == (0.7, 3)


def test_noise_keeps_what_it_replaces_as_numbers():
    optimizer = torch.optim.Adam(
        [
            {"params": [torch.nn.Parameter(torch.zeros(1))], "lr": torch.tensor(0.125)},
            {"params": [torch.nn.Parameter(torch.zeros(1))], "lr": torch.tensor(0.25)},
        ]
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        scheduler = PlateauLRScheduler(optimizer, noise_range_t=(1, 2), noise_seed=5)
    scheduler.step(1, 0.5)
    assert list(map(type, scheduler.restore_lr)) == [float, float]
    assert scheduler.restore_lr == [0.125, 0.25]
    noise = formulas.noise_factor(1, noise_range_t=0, noise_seed=5)
    np.testing.assert_allclose(lrs_of(optimizer), np.array([0.125, 0.25]) * noise, rtol=1e-12)
    scheduler.step(2, 0.5)
    assert lrs_of(optimizer) == [0.125, 0.25]
    assert scheduler.restore_lr is None
