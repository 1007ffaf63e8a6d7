import warnings

import numpy as np
import pytest
import torch
from timm.scheduler import CosineLRScheduler, PlateauLRScheduler, StepLRScheduler
from torch.optim.lr_scheduler import StepLR

from helpers import create_model_and_optimizer, record_lrs


def step_scheduler(**arguments):
    _, optimizer = create_model_and_optimizer(lr=1.0)
    return StepLRScheduler(optimizer, **{"decay_t": 2, "decay_rate": 0.5, **arguments})


def test_an_epoch_uses_what_the_epoch_before_left():
    trace = record_lrs(step_scheduler(), num_epochs=5, num_steps_per_epoch=3)
    assert trace.used.tolist() == [1.0, 1.0, 0.5, 0.5, 0.25]
    assert trace.after_epoch.tolist() == [1.0, 0.5, 0.5, 0.25, 0.25]
    assert trace.used_per_update.shape == (5, 3)
    assert np.all(trace.used_per_update == trace.used[:, None])


def test_updates_are_counted_from_one_over_the_whole_run():
    scheduler = step_scheduler(decay_t=4, t_in_epochs=False)
    trace = record_lrs(scheduler, num_epochs=3, num_steps_per_epoch=3)
    assert trace.used_per_update.ravel().tolist() == [1.0] * 4 + [0.5] * 4 + [0.25]


def test_the_scheduler_and_its_optimizer_stay_as_they_are():
    scheduler = step_scheduler()
    first = record_lrs(scheduler)
    assert scheduler.optimizer.param_groups[0]["lr"] == 1.0
    assert record_lrs(scheduler).after_epoch.tolist() == first.after_epoch.tolist()


def test_metrics_reach_a_scheduler_that_watches_them():
    _, optimizer = create_model_and_optimizer(lr=1.0)
    with pytest.warns(FutureWarning):
        scheduler = PlateauLRScheduler(optimizer, mode="min", patience_t=1, decay_rate=0.1)
    trace = record_lrs(scheduler, num_epochs=4, metrics=[1.0, 1.0, 1.0, 1.0])
    assert trace.after_epoch.tolist() == pytest.approx([1.0, 1.0, 0.1, 0.1])


def test_one_param_group_can_be_chosen():
    parameters = [torch.nn.Parameter(torch.zeros(1)) for _ in range(2)]
    optimizer = torch.optim.SGD(
        [{"params": parameters[0], "lr": 1.0}, {"params": parameters[1], "lr": 0.2}]
    )
    scheduler = CosineLRScheduler(optimizer, t_initial=10)
    assert record_lrs(scheduler, param_group=1).used[0] == 0.2
    with pytest.raises(ValueError, match=r"param_group is 2; it must be from 0 to 1\."):
        record_lrs(scheduler, param_group=2)


def test_a_torch_scheduler_is_stepped_each_epoch_without_a_warning():
    _, optimizer = create_model_and_optimizer(lr=1.0)
    scheduler = StepLR(optimizer, step_size=2, gamma=0.5)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        trace = record_lrs(scheduler, num_epochs=5)
    assert trace.used.tolist() == [1.0, 1.0, 0.5, 0.5, 0.25]


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"num_epochs": -1}, ValueError, "num_epochs is -1; it must be an integer of at least 1."),
        (
            {"num_steps_per_epoch": 2.5},
            TypeError,
            "num_steps_per_epoch is 2.5; it must be an integer of at least 1.",
        ),
        (
            {"num_epochs": 3, "metrics": [1.0]},
            ValueError,
            "metrics has 1 values; it must have one for each of 3 epochs.",
        ),
    ],
)
def test_wrong_arguments_are_named(arguments, error, message):
    with pytest.raises(error) as raised:
        record_lrs(step_scheduler(), **arguments)
    assert str(raised.value) == message


def test_something_else_than_a_scheduler_is_named():
    with pytest.raises(TypeError, match="scheduler is a Adam; it must be a timm scheduler"):
        record_lrs(create_model_and_optimizer()[1])
