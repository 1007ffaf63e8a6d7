"""Calls of scheduler constructors as Hypothesis strategies, and where timm is known to be wrong."""

import importlib
import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from inspect import signature

from hypothesis import strategies as st
from timm_driver import optimizer_with

CYCLIC = ("CosineLRScheduler", "TanhLRScheduler", "PolyLRScheduler")


@dataclass(frozen=True)
class Call:
    """The call of a constructor; its `repr` is that call as one writes it.

    Attributes:
        scheduler: name of a class of timm.scheduler.
        lr: base learning rates, one for each param group.
        arguments: keyword arguments of the class.
        lr_scale: `lr_scale` of each param group, if they have one.
    """

    scheduler: str
    lr: tuple[float, ...]
    arguments: dict = field(default_factory=dict)
    lr_scale: tuple[float, ...] = ()

    def __repr__(self) -> str:
        given = "".join(f", {name}={value!r}" for name, value in self.arguments.items())
        scale = f", lr_scale={list(self.lr_scale)}" if self.lr_scale else ""
        return f"{self.scheduler}(optimizer{given}) with lr={list(self.lr)}{scale}"

    def _repr_pretty_(self, printer, cycle: bool) -> None:
        """What Hypothesis shows."""
        printer.text(repr(self))

    def __getitem__(self, name: str) -> object:
        """The value of an argument, timm's default if it is not given."""
        if name in self.arguments:
            return self.arguments[name]
        return signature(self.scheduler_class).parameters[name].default

    @property
    def scheduler_class(self) -> type:
        """The class, of the timm that is importable now."""
        return getattr(importlib.import_module("timm.scheduler"), self.scheduler)

    def but(self, **arguments: object) -> "Call":
        """The call with other keyword arguments."""
        return replace(self, arguments=self.arguments | arguments)

    def build(self):
        """The scheduler with an optimizer of its own."""
        return self.scheduler_class(optimizer_with(self.lr, self.lr_scale), **self.arguments)

    def lrs(self, t: float) -> list[float]:
        """The learning rate of each group at `t`, of a scheduler built for the purpose."""
        return lrs_after(self.build(), t)

    def at(self, t: float) -> float:
        """The learning rate of the first group at `t`."""
        return self.lrs(t)[0]

    def run(self, times: Iterable[int]) -> list[float]:
        """The learning rate of the first group at each time, of one scheduler."""
        scheduler = self.build()
        return [lrs_after(scheduler, t)[0] for t in times]

    @property
    def prefix(self) -> bool:
        """Whether the schedule begins after the warm-up."""
        return self.scheduler == "WSDLRScheduler" or self["warmup_prefix"]


def lrs_after(scheduler, t: float) -> list[float]:
    """The learning rate of each group after a call with `t`, by the method that listens."""
    (scheduler.step if scheduler.t_in_epochs else scheduler.step_update)(t)
    return [group["lr"] for group in scheduler.optimizer.param_groups]


def cycle_of(call: Call, t: int) -> tuple[int, Fraction]:
    """Number of the cycle and time in it at `t`, computed without rounding."""
    elapsed = Fraction(t - call["warmup_t"] if call.prefix else t)
    length, index = Fraction(call["t_initial"]), 0
    while elapsed >= length:
        elapsed -= length
        length *= Fraction(str(call["cycle_mul"]))
        index += 1
    return index, elapsed


def restart_is_rounded(call: Call, t: int) -> bool:
    """See "A restart lost to rounding" and "A complex learning rate at a restart"."""
    if call.scheduler not in CYCLIC or call["cycle_mul"] in (1, 2) or t < call["warmup_t"]:
        return False
    index, elapsed = cycle_of(call, t)
    return index > 0 and elapsed == 0


def decay_is_late(call: Call, t: int) -> bool:
    """See "A fractional decay_t decays one step late"."""
    if call.scheduler != "StepLRScheduler" or call["decay_t"] == int(call["decay_t"]):
        return False
    elapsed = t - call["warmup_t"] if call.prefix else t
    return (Fraction(elapsed) / Fraction(str(call["decay_t"]))).denominator == 1


def timm_is_wrong(call: Call, t: int) -> bool:
    """Whether a known defect shows at `t`."""
    return restart_is_rounded(call, t) or decay_is_late(call, t)


LARGEST_LR_MIN = 5e-5
"""Below the last peak of every call: a peak below lr_min rises, by design."""
LAST = 120
times = st.integers(0, LAST)
base_lrs = st.sampled_from([0.1, 1.0]) | st.floats(1e-3, 1)
lr_mins = st.just(0.0) | st.floats(1e-8, LARGEST_LR_MIN)
warmups = {
    "warmup_t": st.integers(0, 20),
    "warmup_lr_init": st.sampled_from([0.0, 1e-5]) | st.floats(1e-8, 1e-3),
}
prefixes = {"warmup_prefix": st.booleans()}
cycles = {
    "t_initial": st.integers(2, 60),
    "lr_min": lr_mins,
    "cycle_mul": st.sampled_from([1.0, 1.2, 1.5, 2.0, 3.0]),
    "cycle_decay": st.just(1.0) | st.floats(0.5, 1),
    "cycle_limit": st.integers(1, 4),
}
ARGUMENTS = {
    "StepLRScheduler": {
        "decay_t": st.integers(1, 60) | st.integers(11, 300).map(lambda tenths: tenths / 10),
        "decay_rate": st.floats(0.05, 1),
        **warmups,
        **prefixes,
    },
    "MultiStepLRScheduler": {
        "decay_t": st.lists(st.integers(2, LAST), max_size=4, unique=True).map(sorted),
        "decay_rate": st.floats(0.05, 1),
        **warmups,
        **prefixes,
    },
    "CosineLRScheduler": {**cycles, "k_decay": st.floats(0.5, 3), **warmups, **prefixes},
    "TanhLRScheduler": {
        **cycles,
        "lb": st.floats(-8, -1),
        "ub": st.floats(0.5, 5),
        **warmups,
        **prefixes,
    },
    "PolyLRScheduler": {
        **cycles,
        "power": st.floats(0.5, 3),
        "k_decay": st.floats(0.5, 3),
        **warmups,
        **prefixes,
    },
    "WSDLRScheduler": {
        "t_initial": st.integers(20, 100),
        "decay_t": st.integers(1, 20),
        "lr_min": lr_mins,
        "stable_fn": st.sampled_from(["constant", "rsqrt", "power"]),
        "stable_timescale": st.integers(1, 100),
        "stable_power": st.floats(0.1, 1),
        "decay_fn": st.sampled_from(["linear", "1-sqrt", "cosine", "power", "exp"]),
        "decay_power": st.floats(0.5, 3),
        "decay_ratio": st.floats(0.01, 0.9),
        **warmups,
    },
    "PlateauLRScheduler": {
        "decay_rate": st.floats(0.1, 0.5),
        "patience_t": st.integers(0, 3),
        "cooldown_t": st.integers(0, 4),
        "lr_min": st.sampled_from([0.0, 1e-3]),
        "mode": st.sampled_from(["min", "max"]),
        **warmups,
    },
}
SCHEDULERS = tuple(name for name in ARGUMENTS if name != "PlateauLRScheduler")
REQUIRED = ("t_initial", "decay_t", "stable_timescale", "patience_t")


@st.composite
def calls_of(draw: st.DrawFn, name: str, groups: int = 1) -> Call:
    """Calls of a class.

    What is not in REQUIRED may be left out, and is when an example shrinks.
    """
    required = {key: value for key, value in ARGUMENTS[name].items() if key in REQUIRED}
    optional = {key: value for key, value in ARGUMENTS[name].items() if key not in REQUIRED}
    arguments = draw(st.fixed_dictionaries(required, optional=optional))
    return Call(name, draw(st.tuples(*[base_lrs] * groups)), arguments)


def is_close(first: float, second: float, tolerance: float = 1e-9) -> bool:
    """Whether two learning rates are equal but for rounding."""
    return math.isclose(first, second, rel_tol=tolerance, abs_tol=1e-15)
