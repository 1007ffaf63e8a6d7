"""The metric that PlateauLRScheduler watches, shaped by the settings."""

import numpy as np
import torch

from helpers.explorer.parameters import Settings


def metric_of(settings: Settings) -> np.ndarray:
    """The metric of each epoch, handed to `step(epoch + 1, metric)`.

    It goes from `metric_from` to `metric_to` exponentially, stands still for
    `metric_stall_length` epochs from each epoch in `metric_stalls` on, and has normal noise,
    which epoch `e` draws with the seed `metric_seed + e`.

    Args:
        settings: of the schedule `"plateau"`.

    Returns:
        Shape `(num_epochs,)`, rounded to 4 digits, so that no library's last bit counts.
    """
    epochs = np.arange(settings["num_epochs"])
    stalled = np.zeros(epochs.shape, dtype=bool)
    for start in settings["metric_stalls"]:
        stalled |= (start <= epochs) & (epochs <= start + settings["metric_stall_length"] - 1)
    progress = np.cumsum(~stalled) - ~stalled
    first, last = float(settings["metric_from"]), float(settings["metric_to"])
    with np.errstate(all="ignore"):
        metric = last + (first - last) * np.exp(-progress / float(settings["metric_timescale"]))
        if settings["metric_noise"] > 0:
            metric = metric + settings["metric_noise"] * _normal(settings["metric_seed"] + epochs)
        return np.floor(metric * 1e4 + 0.5) / 1e4


def _normal(seeds: np.ndarray) -> np.ndarray:
    """The first number that torch draws from a normal distribution with each seed."""
    generator = torch.Generator()
    return np.array(
        [torch.randn(1, generator=generator.manual_seed(int(seed))).item() for seed in seeds]
    )
