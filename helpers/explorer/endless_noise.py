"""How often timm draws noise: it draws again until the noise is smaller than `noise_pct`."""

import math

from helpers.explorer.parameters import Settings, horizon_of

LEAST_CHANCE = 1e-4
"""Where a draw is small enough more rarely than this, timm draws without end."""

MOST_DRAWS = 3e7
"""More draws than this in a run take too long. `explorer/noise.js` has both limits too."""


class EndlessNoise(ValueError):
    """timm would go on drawing noise."""


def endless_noise(settings: Settings) -> EndlessNoise | None:
    """The error that stands for a scheduler that would not return, or None."""
    if noise_draws(settings) <= MOST_DRAWS:
        return None
    return EndlessNoise(
        f"noise_pct is {settings['noise_pct']} and noise_std is {settings['noise_std']}; "
        "timm would draw noise again and again, as hardly any is smaller than noise_pct."
    )


def noise_draws(settings: Settings) -> float:
    """How many draws of normal noise a run takes on average; infinite where it has no end."""
    times = _noisy_times(settings)
    if not times or settings.get("noise_type", "normal") != "normal":
        return 0
    chance = _chance_of_noise(settings)
    return len(times) / chance if chance >= LEAST_CHANCE else math.inf


def _noisy_times(settings: Settings) -> range:
    """The t with noise."""
    if settings["noise_range_t"] is None:
        return range(0)
    is_range = isinstance(settings["noise_range_t"], list)
    low, high = settings["noise_range_t"] if is_range else (settings["noise_range_t"], math.inf)
    # In the warm-up, PlateauLRScheduler adds none.
    first = settings["warmup_t"] + 1 if settings["schedule"] == "plateau" else 1
    end = horizon_of(settings) + 1
    return range(max(1, first, math.ceil(low)), end if high >= end else math.ceil(high))


def _chance_of_noise(settings: Settings) -> float:
    """The chance that one draw is smaller than `noise_pct`."""
    limit, std = float(settings["noise_pct"]), abs(float(settings["noise_std"]))
    if std == 0:
        return float(limit > 0)
    return math.erf(limit / std / math.sqrt(2))
