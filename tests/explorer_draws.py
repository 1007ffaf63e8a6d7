"""Random settings of the explorer, and the explorer's own runs of them."""

import json
from dataclasses import dataclass

import numpy as np
from py_mini_racer import MiniRacer

SCHEDULES = ("step", "multistep", "cosine", "tanh", "poly", "wsd", "plateau")
ABSURD = (-1e300, -1e9, -30.5, -1.0, -0.3, 0.0, 1e-300, 1e-9, 0.2, 1.0, 1.5, 3.0, 1e9, 1e300)
ABSURD_INTEGERS = (-(10**12), -1000, -7, -1, 0, 1, 2, 9, 50, 10**12)

RUN_ALL = """
var runs;
function runAll(list) {
  runs = list.map((given) => LRExplorer.computeRun(LRExplorer.settingsOf(given.schedule, given)));
  return JSON.stringify(
    runs.map(({ lrs, metric, marks, problem }) => ({
      shape: [lrs.length, lrs[0].length], metrics: metric ? metric.length : 0, marks, problem,
    })),
  );
}
function allValues() {
  const arrays = runs.flatMap(({ lrs, metric }) => (metric ? [...lrs, metric] : lrs));
  const values = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const array of arrays) {
    values.set(array, place);
    place += array.length;
  }
  return values.buffer;
}
"""


@dataclass
class ExplorerRun:
    """A `Run` of the explorer; `lrs` has the shape `(groups, horizon + 1)`."""

    lrs: np.ndarray
    metric: np.ndarray
    marks: list[dict]
    problem: dict | None


def run_explorer(engine: MiniRacer, settings: list[dict]) -> list[ExplorerRun]:
    """Compute runs in one call; what is not given takes its default."""
    engine.eval(RUN_ALL)
    described = json.loads(engine.eval(f"runAll({json.dumps(settings)})"))
    values = np.frombuffer(engine.eval("allValues()"), dtype=np.float64).copy()
    runs, place = [], 0
    for run in described:
        size = run["shape"][0] * run["shape"][1]
        lrs = values[place : place + size].reshape(run["shape"])
        metric = values[place + size : place + size + run["metrics"]]
        place += size + run["metrics"]
        runs.append(ExplorerRun(lrs, metric, run["marks"], run["problem"]))
    return runs


def shown_error(problem: dict | None) -> tuple[str, int | None] | None:
    """What Python shows of a `Problem`, and its t: an AssertionError has no message."""
    if problem is None:
        return None
    name, is_assertion, _ = problem["timm"].partition(": assert ")
    return (name if is_assertion else problem["timm"], problem["t"])


class Draws:
    """Draws settings of a schedule: a number is a float, an integer an int, as timm gets it."""

    def __init__(self, seed: int):
        self.rng = np.random.default_rng(seed)

    def number(self, low: float, high: float) -> float:
        """Uniform, with two digits half of the time."""
        value = float(self.rng.uniform(low, high))
        return round(value, 2) if self.happens(0.5) else value

    def integer(self, low: int, high: int) -> int:
        return int(self.rng.integers(low, high + 1))

    def happens(self, chance: float) -> bool:
        return bool(self.rng.random() < chance)

    def either(self, *values):
        return values[self.rng.integers(len(values))]

    def settings(self, schedule: str, longest: int = 200) -> dict:
        """Settings that timm's constructor accepts."""
        parts = [self._run(schedule, longest), self._warmup(schedule), getattr(self, schedule)()]
        if self.happens(0.25):
            parts.append(self._noise(schedule))
        return {name: value for part in parts for name, value in part.items()}

    def absurd_settings(self, schedule: str) -> dict:
        """Settings of the right kinds, a few of them with values that make no sense."""
        settings = self.settings(schedule, longest=60)
        names = [name for name in settings if name not in {"schedule", "lr_scale", *_LENGTHS}]
        for name in self.rng.choice(names, self.integer(1, 3)):
            settings[str(name)] = self._absurd_value(settings[name])
        return settings

    def _absurd_value(self, value):
        if isinstance(value, bool | str) or value is None:
            return value
        if isinstance(value, int):
            return self.either(*ABSURD_INTEGERS)
        if isinstance(value, list):
            return [self.either(*ABSURD) for _ in value]
        return self.either(*ABSURD)

    def _run(self, schedule: str, longest: int) -> dict:
        groups = self.either(1, 1, 1, 2, 3)
        run = {
            "schedule": schedule,
            "lr": [10 ** self.number(-5, 1) for _ in range(groups)],
            "lr_scale": [self.either(1.0, self.number(0.01, 2)) for _ in range(groups)],
            "num_epochs": self.integer(1, longest),
            "updates_per_epoch": 1,
        }
        if schedule != "plateau" and self.happens(0.3):
            run["num_epochs"] = self.integer(1, max(1, longest // 10))
            run["updates_per_epoch"] = self.integer(1, 10)
            run["t_in_epochs"] = False
        return run

    def _warmup(self, schedule: str) -> dict:
        if self.happens(0.4):
            return {}
        prefix = {} if schedule in ("wsd", "plateau") else {"warmup_prefix": self.happens(0.5)}
        return {
            "warmup_t": self.either(1, self.integer(0, 40), self.integer(0, 300)),
            "warmup_lr_init": self.either(0.0, self.number(0, 1)),
            **prefix,
        }

    def _noise(self, schedule: str) -> dict:
        kind = {"noise_type": self.either("normal", "uniform")} if schedule == "plateau" else {}
        start = self.integer(0, 100)
        return {
            "noise_range_t": self.either(start, [start, self.integer(0, 200)], [0.5, 30.5]),
            "noise_pct": self.number(0.05, 2),
            "noise_std": self.number(0.05, 1),
            "noise_seed": self.either(42, self.integer(-1000, 1000), self.integer(0, 2**40)),
            **kind,
        }

    def _cycles(self) -> dict:
        return {
            "t_initial": self.either(self.integer(1, 10), self.integer(1, 120)),
            "lr_min": self.either(0.0, 10 ** self.number(-6, -1)),
            "cycle_mul": self.either(1.0, 1.2, 1.5, 2.0, 3.0, self.number(1.02, 4)),
            "cycle_decay": self.either(1.0, self.number(0.1, 1.5)),
            "cycle_limit": self.either(1, self.integer(0, 5), 100),
        }

    def _k_decay(self) -> dict:
        return {
            "k_decay": self.either(1.0, 2.0, round(self.number(0.2, 5), 1), self.number(0.2, 5))
        }

    def step(self) -> dict:
        return {
            "decay_t": self.either(float(self.integer(1, 100)), self.number(0.5, 100)),
            "decay_rate": self.number(0.01, 1.2),
        }

    def multistep(self) -> dict:
        milestones = [float(self.integer(-5, 220)) for _ in range(self.integer(0, 6))]
        return {
            "decay_t": sorted(milestones),
            "decay_rate": self.number(0.01, 1.2),
        }

    def cosine(self) -> dict:
        return {**self._cycles(), **self._k_decay()}

    def tanh(self) -> dict:
        return {**self._cycles(), "lb": self.number(-8, 0), "ub": self.number(0.5, 10)}

    def poly(self) -> dict:
        return {**self._cycles(), **self._k_decay(), "power": self.either(0.5, self.number(0.1, 5))}

    def wsd(self) -> dict:
        t_initial = self.integer(1, 200)
        return {
            "t_initial": t_initial,
            "decay_t": self.integer(1, t_initial),
            "lr_min": self.either(0.0, self.number(0, 0.1)),
            "stable_fn": self.either("constant", "rsqrt", "power"),
            "stable_timescale": self.number(0.5, 100),
            "stable_power": self.number(0.1, 2),
            "decay_fn": self.either("linear", "1-sqrt", "cosine", "power", "exp"),
            "decay_power": self.number(0.1, 3),
            "decay_ratio": self.either(0.99, self.number(0.01, 0.99)),
        }

    def plateau(self) -> dict:
        return {
            "decay_rate": self.number(0.05, 0.95),
            "patience_t": self.integer(0, 12),
            "threshold": self.either(0.0, 1e-4, self.number(0, 0.3)),
            "cooldown_t": self.integer(0, 8),
            "lr_min": self.either(0.0, self.number(0, 0.01)),
            "mode": self.either("min", "max"),
            "metric_from": self.number(0, 3),
            "metric_to": self.number(0, 3),
            "metric_timescale": self.number(0.5, 40),
            "metric_stalls": [float(self.integer(0, 100)) for _ in range(self.integer(0, 3))],
            "metric_stall_length": self.integer(0, 30),
            "metric_noise": self.either(0.0, self.number(0, 0.2)),
            "metric_seed": self.integer(0, 10_000),
        }


_LENGTHS = ("num_epochs", "updates_per_epoch")
