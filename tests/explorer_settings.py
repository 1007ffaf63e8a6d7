"""Random settings of short runs, for the explorer's tests."""

from random import Random

from helpers.explorer.parameters import parameters_of, settings_of


def _or(rng, usual, value):
    """The usual value in half of the cases."""
    return usual if rng.random() < 0.5 else value


def _digits(value):
    """The number to three significant digits, as a reader may write it."""
    return float(f"{value:.3g}")


LIKELY = {
    "lr": lambda rng: [
        _digits(10 ** rng.uniform(-4, 0.5)) for _ in range(rng.choice([1, 1, 2, 3]))
    ],
    "num_epochs": lambda rng: rng.randint(1, 80),
    "updates_per_epoch": lambda rng: rng.randint(1, 4),
    "t_initial": lambda rng: rng.randint(1, 50),
    "lr_min": lambda rng: _or(rng, 0, _digits(rng.uniform(0, 0.05))),
    "k_decay": lambda rng: _digits(rng.uniform(0.3, 4)),
    "power": lambda rng: _or(rng, rng.randint(1, 3), _digits(rng.uniform(0.1, 4))),
    "lb": lambda rng: _digits(rng.uniform(-8, 0)),
    "ub": lambda rng: _digits(rng.uniform(0.1, 6)),
    "decay_rate": lambda rng: _digits(rng.uniform(0.05, 0.99)),
    "cycle_limit": lambda rng: rng.randint(0, 6),
    "cycle_mul": lambda rng: rng.choice([1, 1.2, 1.5, 2, 3, _digits(rng.uniform(1.05, 3))]),
    "cycle_decay": lambda rng: _digits(rng.uniform(0.3, 1.2)),
    "warmup_t": lambda rng: rng.randint(0, 20),
    "warmup_lr_init": lambda rng: _digits(rng.uniform(0, 0.2)),
    "noise_range_t": lambda rng: rng.choice(
        [rng.randint(0, 60), [rng.randint(0, 30), rng.randint(20, 90)]]
    ),
    "noise_pct": lambda rng: _digits(rng.uniform(0.05, 1.5)),
    "noise_std": lambda rng: _digits(rng.uniform(0.05, 1)),
    "noise_seed": lambda rng: rng.randint(0, 1000),
    "stable_timescale": lambda rng: _digits(rng.uniform(1, 40)),
    "stable_power": lambda rng: _digits(rng.uniform(0.1, 2)),
    "decay_power": lambda rng: _digits(rng.uniform(0.1, 3)),
    "decay_ratio": lambda rng: _digits(rng.uniform(0.05, 0.95)),
    "patience_t": lambda rng: rng.randint(0, 8),
    "cooldown_t": lambda rng: rng.randint(0, 5),
    "threshold": lambda rng: rng.choice([0, 1e-4, 0.05]),
    "metric_from": lambda rng: _digits(rng.uniform(-1, 3)),
    "metric_to": lambda rng: _digits(rng.uniform(-1, 3)),
    "metric_timescale": lambda rng: _digits(rng.uniform(1, 30)),
    "metric_stalls": lambda rng: sorted(rng.randint(0, 60) for _ in range(rng.randint(0, 3))),
    "metric_stall_length": lambda rng: rng.randint(0, 30),
    "metric_noise": lambda rng: _digits(rng.uniform(0, 0.2)),
    "metric_seed": lambda rng: rng.randint(0, 200),
}
DECAY_T = {
    "step": lambda rng: _or(rng, rng.randint(1, 40), _digits(rng.uniform(1, 40))),
    "multistep": lambda rng: sorted(rng.randint(1, 60) for _ in range(rng.randint(0, 20))),
    "wsd": lambda rng: rng.randint(1, 50),
}


def random_settings(rng: Random, schedule: str) -> dict:
    """Settings that timm accepts; about half of the parameters have their defaults."""
    given = {}
    for name, parameter in parameters_of(schedule).items():
        if name == "lr_scale" or (not parameter.required and rng.random() < 0.4):
            continue
        if name == "decay_t":
            given[name] = DECAY_T[schedule](rng)
        elif parameter.kind == "boolean":
            given[name] = rng.random() < 0.5
        elif parameter.kind == "choice":
            given[name] = rng.choice(parameter.options)
        else:
            given[name] = LIKELY[name](rng)
    given["lr_scale"] = [rng.choice([1, 0.5, 0.1]) for _ in given.get("lr", [0.1])]
    if schedule == "wsd":
        given["decay_t"] = min(given["decay_t"], given["t_initial"])
        if given.get("stable_fn", "constant") != "constant":
            given.setdefault("stable_timescale", 10)
    return settings_of(schedule, given)
