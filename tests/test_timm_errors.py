"""What timm.scheduler refuses, logs and warns of, word for word."""

import logging
import warnings

import pytest
from timm.scheduler import (
    CosineLRScheduler,
    MultiStepLRScheduler,
    PlateauLRScheduler,
    PolyLRScheduler,
    StepLRScheduler,
    TanhLRScheduler,
    WSDLRScheduler,
)
from timm.scheduler.scheduler import Scheduler
from timm_driver import optimizer_with

CYCLIC = [CosineLRScheduler, TanhLRScheduler, PolyLRScheduler]
REQUIRED = {
    StepLRScheduler: {"decay_t": 3},
    MultiStepLRScheduler: {"decay_t": [3, 6]},
    **{scheduler_class: {"t_initial": 5} for scheduler_class in CYCLIC},
    WSDLRScheduler: {"t_initial": 5, "decay_t": 2},
    PlateauLRScheduler: {},
}


class Constant(Scheduler):
    """A scheduler that gives every param group its base value."""

    def _get_lr(self, t):
        return self.base_values


@pytest.mark.parametrize("group", [0, 1])
@pytest.mark.parametrize("initialize", [True, False])
def test_a_param_group_without_the_value(group, initialize):
    optimizer = optimizer_with([0.1, 0.2])
    for number, values in enumerate(optimizer.param_groups):
        values["initial_lr"] = values["lr"]
        if number == group:
            del values["lr" if initialize else "initial_lr"]
    with pytest.raises(KeyError) as raised:
        Constant(optimizer, "lr", initialize=initialize)
    field = "lr" if initialize else "initial_lr"
    assert raised.type is KeyError
    assert raised.value.args == (f"{field} missing from param_groups[{group}]",)


@pytest.mark.parametrize("scheduler_class", REQUIRED, ids=lambda c: c.__name__)
def test_every_class_can_ask_for_an_initial_value(scheduler_class):
    with pytest.raises(KeyError, match=r"initial_lr missing from param_groups\[0\]"):
        scheduler_class(optimizer_with([0.1]), **REQUIRED[scheduler_class], initialize=False)


def test_the_base_class_is_abstract():
    with pytest.raises(TypeError, match="abstract"):
        Scheduler(optimizer_with([0.1]), "lr")


@pytest.mark.parametrize("scheduler_class", CYCLIC)
@pytest.mark.parametrize("refused", [{"t_initial": 0}, {"t_initial": 5, "lr_min": -0.5}])
def test_refused_by_cyclic_schedules(scheduler_class, refused):
    with pytest.raises(AssertionError):
        scheduler_class(optimizer_with([0.1]), **refused)


@pytest.mark.parametrize(
    "refused",
    [
        {"lb": 3.0},
        {"ub": -7.0},
        {"cycle_limit": -1},
        {"warmup_t": -1},
        {"warmup_t": -0.5},
        {"warmup_lr_init": -0.5},
        {"cycle_limit": -0.5},
    ],
)
def test_refused_by_tanh(refused):
    with pytest.raises(AssertionError):
        TanhLRScheduler(optimizer_with([0.1]), t_initial=5, **refused)


@pytest.mark.parametrize("scheduler_class", CYCLIC)
def test_accepted_at_the_limits(scheduler_class):
    arguments = {"t_initial": 1, "lr_min": 0.0, "cycle_limit": 0}
    scheduler_class(optimizer_with([0.1]), **arguments, cycle_decay=0.5)
    scheduler_class(optimizer_with([0.1]), t_initial=0.5)


NO_EFFECT = (
    "Cosine annealing scheduler will have no effect on the learning rate since "
    "t_initial = t_mul = eta_mul = 1."
)


@pytest.mark.parametrize(
    ("scheduler_class", "module"),
    [(CosineLRScheduler, "cosine_lr"), (PolyLRScheduler, "poly_lr")],
)
def test_what_is_logged(caplog, scheduler_class, module):
    logging.getLogger(f"timm.scheduler.{module}").setLevel(logging.NOTSET)
    for others in ({"t_initial": 2}, {"cycle_mul": 2}, {"cycle_decay": 2}, {"cycle_decay": 0}):
        scheduler_class(optimizer_with([0.1]), **{"t_initial": 1, **others})
    assert caplog.record_tuples == []
    scheduler_class(optimizer_with([0.1]), t_initial=1)
    assert caplog.record_tuples == [(f"timm.scheduler.{module}", logging.WARNING, NO_EFFECT)]


STABLE = "('constant', 'rsqrt', 'power')"
DECAY = "('linear', '1-sqrt', 'cosine', 'power', 'exp')"
NEEDS_TIMESCALE = (
    "stable_fn={} requires a positive stable_timescale, it defaults to warmup_t ({}), "
    "set it explicitly when there is no warmup."
)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"t_initial": 0}, "Invalid t_initial (0), must be > 0."),
        (
            {"decay_t": 0},
            "Invalid decay_t (0), must be in (0, t_initial] w/ t_initial=10.",
        ),
        (
            {"decay_t": 10.5},
            "Invalid decay_t (10.5), must be in (0, t_initial] w/ t_initial=10.",
        ),
        ({"lr_min": -0.5}, "Invalid lr_min (-0.5), must be >= 0."),
        ({"stable_fn": "x"}, f"Invalid stable_fn (x), must be one of {STABLE}."),
        ({"decay_fn": "x"}, f"Invalid decay_fn (x), must be one of {DECAY} or a callable."),
        ({"decay_ratio": 0.0}, "Invalid decay_ratio (0.0), must be in (0, 1)."),
        ({"decay_ratio": 1.0}, "Invalid decay_ratio (1.0), must be in (0, 1)."),
        ({"decay_ratio": 1.005}, "Invalid decay_ratio (1.005), must be in (0, 1)."),
        ({"decay_power": 0}, "Invalid decay_power (0), must be > 0."),
        ({"stable_power": 0}, "Invalid stable_power (0), must be > 0."),
        ({"stable_fn": "rsqrt"}, NEEDS_TIMESCALE.format("rsqrt", 0)),
        (
            {"stable_fn": "power", "stable_timescale": -0.5, "warmup_t": 3},
            NEEDS_TIMESCALE.format("power", 3),
        ),
    ],
)
def test_refused_by_wsd(given, message):
    with pytest.raises(ValueError) as raised:
        WSDLRScheduler(optimizer_with([0.1]), **{"t_initial": 10, "decay_t": 4, **given})
    assert raised.type is ValueError
    assert str(raised.value) == message


def test_accepted_by_wsd_at_the_limits():
    for given in (
        {"t_initial": 1, "decay_t": 1},
        {"decay_t": 10},
        {"decay_t": 0.5},
        {"decay_ratio": 0.005},
        {"decay_ratio": 0.999},
        {"stable_fn": "rsqrt", "stable_timescale": 0.5},
        {"stable_power": 0.005, "decay_power": 0.005},
    ):
        WSDLRScheduler(optimizer_with([0.1]), **{"t_initial": 10, "decay_t": 4, **given})


DEPRECATED = (
    "PlateauLRScheduler is deprecated and will be removed in a future timm release. Its "
    "metric-driven state (best metric, patience and cooldown counters) is not saved in "
    "checkpoints, so a resumed run restarts the plateau logic, and checkpoint support will not be "
    "added. Use a fixed schedule such as cosine or wsd, sweep.py can branch WSD cooldowns at "
    "several budgets to compare against a plateau-driven decay."
)


def test_plateau_warns_at_the_caller():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        scheduler = PlateauLRScheduler(optimizer_with([0.1]))
    (warning,) = caught
    assert (warning.category, str(warning.message)) == (FutureWarning, DEPRECATED)
    assert warning.filename == __file__
    with pytest.raises(AssertionError, match=r"^should not be called as step is overridden$"):
        scheduler._get_lr(1)
