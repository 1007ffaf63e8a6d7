import pytest
import torch

from helpers import create_epochs_and_others, create_model_and_optimizer


def test_model_and_optimizer_are_those_of_the_article():
    model, optimizer = create_model_and_optimizer()
    assert isinstance(model, torch.nn.Linear)
    assert (model.in_features, model.out_features) == (2, 1)
    assert isinstance(optimizer, torch.optim.Adam)
    assert optimizer.param_groups[0]["lr"] == 0.1
    assert optimizer.param_groups[0]["params"] == list(model.parameters())


def test_each_call_makes_a_new_pair():
    assert create_model_and_optimizer()[1] is not create_model_and_optimizer()[1]


@pytest.mark.parametrize(
    ("lr", "error", "message"),
    [
        (0, ValueError, "lr is 0; it must be a finite number above 0."),
        (float("nan"), ValueError, "lr is nan; it must be a finite number above 0."),
        ("0.1", TypeError, "lr is '0.1'; it must be a number above 0."),
    ],
)
def test_wrong_lr_is_named(lr, error, message):
    with pytest.raises(error) as raised:
        create_model_and_optimizer(lr)
    assert str(raised.value) == message


def test_epochs_and_others():
    assert create_epochs_and_others() == (100, 100, 10)
    assert create_epochs_and_others(repeat=3) == (100, 33, 10)
    assert create_epochs_and_others(num_epochs=5, num_steps_per_epoch=7) == (5, 5, 7)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"num_epochs": 0}, ValueError, "num_epochs is 0; it must be an integer of at least 1."),
        ({"repeat": 1.5}, TypeError, "repeat is 1.5; it must be an integer of at least 1."),
        (
            {"num_steps_per_epoch": True},
            TypeError,
            "num_steps_per_epoch is True; it must be an integer of at least 1.",
        ),
        (
            {"num_epochs": 2, "repeat": 3},
            ValueError,
            "repeat is 3; it must be at most num_epochs, 2.",
        ),
    ],
)
def test_wrong_lengths_are_named(arguments, error, message):
    with pytest.raises(error) as raised:
        create_epochs_and_others(**arguments)
    assert str(raised.value) == message
