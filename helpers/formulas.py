"""The schedules of timm 1.0.31 as NumPy functions of time.

Each function is the closed form that a chapter of the book derives. It takes `t`, an integer
or an array of integers of at least 0 (epochs or updates, whichever the lengths are in), and
the arguments of the timm class under timm's names. `lr` is the base learning rate. The result
has the shape of `t`: the LR after `step(t)` or `step_update(t)`, NaN where timm itself has no
real value (a negative number to a fractional power, at some restarts). Multiply it by
`noise_factor` to add noise.

    t = np.arange(100)
    lrs = formulas.cosine_lr(t, lr=0.1, t_initial=100, warmup_t=5, warmup_prefix=True)
"""

import math
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
import torch
from numpy.typing import ArrayLike

Schedule = Callable[[np.ndarray], np.ndarray]
"""LR by time since the warm-up ended (with prefix) or since training began (without)."""


def step_lr(
    t: ArrayLike,
    *,
    lr: float,
    decay_t: float,
    decay_rate: float = 1.0,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = True,
) -> np.ndarray:
    """Multiply by `decay_rate` every `decay_t` (timm/scheduler/step_lr.py)."""

    def stairs(t: np.ndarray) -> np.ndarray:
        return lr * decay_rate ** (t // decay_t)

    return _with_warmup(t, stairs, lr, warmup_t, warmup_lr_init, warmup_prefix)


def multistep_lr(
    t: ArrayLike,
    *,
    lr: float,
    decay_t: Sequence[float],
    decay_rate: float = 1.0,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = True,
) -> np.ndarray:
    """Multiply by `decay_rate` at each milestone minus 1 (timm/scheduler/multistep_lr.py).

    `decay_t` is in ascending order.
    """

    def stairs(t: np.ndarray) -> np.ndarray:
        return lr * decay_rate ** np.searchsorted(decay_t, t + 1, side="right").astype(float)

    return _with_warmup(t, stairs, lr, warmup_t, warmup_lr_init, warmup_prefix)


def cosine_lr(
    t: ArrayLike,
    *,
    lr: float,
    t_initial: int,
    lr_min: float = 0.0,
    cycle_mul: float = 1.0,
    cycle_decay: float = 1.0,
    cycle_limit: int = 1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = False,
    k_decay: float = 1.0,
) -> np.ndarray:
    """Half a cosine per cycle: SGDR, arXiv 1608.03983; k-decay, arXiv 2004.05909.

    Source: timm/scheduler/cosine_lr.py.
    """

    def cosine(t: np.ndarray) -> np.ndarray:
        cycle, elapsed, length = _cycles(t, t_initial, cycle_mul)
        with np.errstate(invalid="ignore"):
            progress = elapsed**k_decay / length**k_decay
        lr_max = lr * cycle_decay**cycle
        value = lr_min + 0.5 * (lr_max - lr_min) * (1 + np.cos(np.pi * progress))
        return np.where(cycle < cycle_limit, value, lr_min)

    return _with_warmup(t, cosine, lr, warmup_t, warmup_lr_init, warmup_prefix)


def tanh_lr(
    t: ArrayLike,
    *,
    lr: float,
    t_initial: int,
    lb: float = -7.0,
    ub: float = 3.0,
    lr_min: float = 0.0,
    cycle_mul: float = 1.0,
    cycle_decay: float = 1.0,
    cycle_limit: int = 1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = False,
) -> np.ndarray:
    """Hyperbolic tangent from `lb` to `ub` per cycle: HTD, arXiv 1806.01593.

    Without prefix the warm-up ends at the value that the schedule has at `warmup_t`, not at
    `lr`. Source: timm/scheduler/tanh_lr.py.
    """

    def tanh(t: np.ndarray) -> np.ndarray:
        cycle, elapsed, length = _cycles(t, t_initial, cycle_mul)
        progress = elapsed / length
        lr_max = lr * cycle_decay**cycle
        value = lr_min + 0.5 * (lr_max - lr_min) * (
            1 - np.tanh(lb * (1 - progress) + ub * progress)
        )
        return np.where(cycle < cycle_limit, value, lr_min)

    warmup_top = lr if warmup_prefix else float(tanh(np.asarray(warmup_t)))
    return _with_warmup(t, tanh, warmup_top, warmup_t, warmup_lr_init, warmup_prefix)


def poly_lr(
    t: ArrayLike,
    *,
    lr: float,
    t_initial: int,
    power: float = 0.5,
    lr_min: float = 0.0,
    cycle_mul: float = 1.0,
    cycle_decay: float = 1.0,
    cycle_limit: int = 1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    warmup_prefix: bool = False,
    k_decay: float = 1.0,
) -> np.ndarray:
    """A power of the remaining share of the cycle (timm/scheduler/poly_lr.py)."""

    def polynomial(t: np.ndarray) -> np.ndarray:
        cycle, elapsed, length = _cycles(t, t_initial, cycle_mul)
        lr_max = lr * cycle_decay**cycle
        with np.errstate(invalid="ignore"):
            remaining = 1 - elapsed**k_decay / length**k_decay
            value = lr_min + (lr_max - lr_min) * remaining**power
        return np.where(cycle < cycle_limit, value, lr_min)

    return _with_warmup(t, polynomial, lr, warmup_t, warmup_lr_init, warmup_prefix)


def wsd_lr(
    t: ArrayLike,
    *,
    lr: float,
    t_initial: int,
    decay_t: int,
    lr_min: float = 0.0,
    stable_fn: Literal["constant", "rsqrt", "power"] = "constant",
    stable_timescale: float | None = None,
    stable_power: float = 0.5,
    decay_fn: Literal["linear", "1-sqrt", "cosine", "power", "exp"] = "1-sqrt",
    decay_power: float = 0.5,
    decay_ratio: float = 0.1,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
) -> np.ndarray:
    """Warm-up, stable phase, decay over the last `decay_t` of `t_initial`.

    The warm-up is always a prefix. WSD: arXiv 2404.06395; 1-sqrt: arXiv 2405.18392; rsqrt:
    arXiv 2106.04560. Source: timm/scheduler/wsd_lr.py.
    """
    timescale = warmup_t if stable_timescale is None else stable_timescale
    exponent = {"constant": 0.0, "rsqrt": 0.5, "power": stable_power}[stable_fn]

    def stable(t: np.ndarray) -> np.ndarray:
        factor = np.ones(t.shape) if exponent == 0 else (1 + t / timescale) ** -exponent
        return np.maximum(lr * factor, lr_min)

    decay: Schedule = {
        "linear": lambda x: 1 - x,
        "1-sqrt": lambda x: 1 - np.sqrt(x),
        "cosine": lambda x: 0.5 * (1 + np.cos(np.pi * x)),
        "power": lambda x: 1 - x**decay_power,
        "exp": lambda x: (decay_ratio**x - decay_ratio) / (1 - decay_ratio),
    }[decay_fn]

    def stable_then_decay(t: np.ndarray) -> np.ndarray:
        progress = np.clip((t - (t_initial - decay_t)) / decay_t, 0, 1)
        return lr_min + (stable(t) - lr_min) * decay(progress)

    return _with_warmup(t, stable_then_decay, lr, warmup_t, warmup_lr_init, prefix=True)


def plateau_lr(
    metrics: Sequence[float],
    *,
    lr: float,
    decay_rate: float = 0.1,
    patience_t: int = 10,
    threshold: float = 1e-4,
    cooldown_t: int = 0,
    warmup_t: int = 0,
    warmup_lr_init: float = 0.0,
    lr_min: float = 0.0,
    mode: Literal["min", "max"] = "max",
) -> np.ndarray:
    """Multiply by `decay_rate` when the metric has not improved for more than `patience_t`.

    This one is a rule, not a closed form: the LR depends on all metrics so far.

    Args:
        metrics: one metric per epoch, handed to `step(epoch + 1, metric)`.
        lr: base learning rate.
        decay_rate: factor of each decay.
        patience_t: epochs without improvement that are tolerated.
        threshold: an improvement must exceed this share of the best metric.
        cooldown_t: epochs after a decay in which nothing is counted.
        warmup_t: epochs of warm-up, in which metrics are ignored.
        warmup_lr_init: LR at the start of the warm-up.
        lr_min: lower bound.
        mode: "max" if a higher metric is better, "min" if a lower one is.

    Returns:
        The LR after each epoch. Source: timm/scheduler/plateau_lr.py and torch's
        `ReduceLROnPlateau`, which skips a change of 1e-8 or less.
    """
    sign = 1 if mode == "max" else -1
    best, bad_epochs, cooldown = -sign * math.inf, 0, 0
    current, lrs = lr, []
    for epoch, metric in enumerate(metrics):
        t = epoch + 1
        if t <= warmup_t:
            current = warmup_lr_init + t * (lr - warmup_lr_init) / warmup_t
            lrs.append(current)
            continue
        bar = best if math.isinf(best) else best * (1 + sign * threshold)
        if sign * (metric - bar) > 0:
            best, bad_epochs = metric, 0
        else:
            bad_epochs += 1
        if cooldown > 0:
            cooldown, bad_epochs = cooldown - 1, 0
        if bad_epochs > patience_t:
            lowered = max(current * decay_rate, lr_min)
            if current - lowered > 1e-8:
                current = lowered
            bad_epochs, cooldown = 0, cooldown_t
        lrs.append(current)
    return np.array(lrs)


def noise_factor(
    t: ArrayLike,
    *,
    noise_range_t: Sequence[float] | float,
    noise_pct: float = 0.67,
    noise_std: float = 1.0,
    noise_seed: int = 42,
    noise_type: Literal["normal", "uniform"] = "normal",
) -> np.ndarray:
    """The factor by which timm's noise multiplies the LR at each `t`.

    Args:
        t: times.
        noise_range_t: `(start, end)` for start ≤ t < end, or a number for all t from there on.
        noise_pct: largest relative change, above 0; normal noise is drawn again until it is
            below.
        noise_std: standard deviation of normal noise before that.
        noise_seed: the noise at `t` is drawn with the seed `noise_seed + t`.
        noise_type: "normal", or "uniform", which only PlateauLRScheduler lets one choose.

    Returns:
        Factors in the shape of `t`, 1 outside the range. Source: timm/scheduler/scheduler.py.
    """
    t = np.asarray(t)
    start, end = noise_range_t if isinstance(noise_range_t, Sequence) else (noise_range_t, np.inf)
    factors = np.ones(t.shape)
    for index in np.argwhere((start <= t) & (t < end)):
        place = tuple(index)
        generator = torch.Generator().manual_seed(noise_seed + int(t[place]))
        factors[place] += _draw_noise(generator, noise_type, noise_pct, noise_std)
    return factors


def _draw_noise(generator: torch.Generator, kind: str, limit: float, std: float) -> float:
    if kind == "uniform":
        return 2 * (torch.rand(1, generator=generator).item() - 0.5) * limit
    while True:
        noise = torch.randn(1, generator=generator).item() * std
        if abs(noise) < limit:
            return noise


def _with_warmup(
    t: ArrayLike,
    schedule: Schedule,
    top: float,
    warmup_t: int,
    warmup_lr_init: float,
    prefix: bool,
) -> np.ndarray:
    """A straight line from `warmup_lr_init` to `top`, then the schedule."""
    t = np.asarray(t)
    after = np.maximum(t - warmup_t, 0) if prefix else t
    if not warmup_t:
        return schedule(after)
    line = warmup_lr_init + t * ((top - warmup_lr_init) / warmup_t)
    return np.where(t < warmup_t, line, schedule(after))


def _cycles(
    t: np.ndarray, t_initial: int, cycle_mul: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Number of the cycle, time in it and its length.

    Cycle `i` is `cycle_mul**i * t_initial` long, so that `i` cycles end at
    `t_initial * (1 - cycle_mul**i) / (1 - cycle_mul)`. The number comes from solving that for
    `i`, with the logarithm and the rounding that timm has: at some boundaries it is one too
    low.
    """
    if cycle_mul == 1:
        cycle = t // t_initial
        return cycle, t - t_initial * cycle, np.full(t.shape, float(t_initial))
    spent = 1 - t / t_initial * (1 - cycle_mul)
    cycle = np.floor(np.vectorize(lambda x: math.log(x, cycle_mul), otypes=[float])(spent))
    start = (1 - cycle_mul**cycle) / (1 - cycle_mul) * t_initial
    return cycle, t - start, cycle_mul**cycle * t_initial
