"""The toy training run that every chapter schedules: a model, an optimizer, its length."""

import torch

from helpers.arguments import require_positive_int, require_positive_number


def create_model_and_optimizer(lr: float = 0.1) -> tuple[torch.nn.Module, torch.optim.Optimizer]:
    """Make a fresh `torch.nn.Linear(2, 1)` and an Adam optimizer over its parameters.

    A scheduler writes the learning rate into the optimizer it is given, so every
    experiment starts with a new pair.

    Args:
        lr: base learning rate, above 0.

    Returns:
        `(model, optimizer)`.

    Raises:
        TypeError, ValueError: `lr` is not a finite number above 0.
    """
    model = torch.nn.Linear(2, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=require_positive_number("lr", lr))
    return model, optimizer


def create_epochs_and_others(
    num_epochs: int = 100, repeat: int = 1, num_steps_per_epoch: int = 10
) -> tuple[int, int, int]:
    """Give the length of the toy run, in epochs, per cycle and in updates.

    Args:
        num_epochs: epochs in the whole run.
        repeat: cycles that share the run.
        num_steps_per_epoch: updates (optimizer steps) in one epoch.

    Returns:
        `(num_epochs, num_epochs // repeat, num_steps_per_epoch)`; the second is the
        length of one cycle in epochs, what timm calls `t_initial`.

    Raises:
        TypeError, ValueError: an argument is not an integer of at least 1, or there
            are more cycles than epochs.
    """
    num_epochs = require_positive_int("num_epochs", num_epochs)
    repeat = require_positive_int("repeat", repeat)
    num_steps_per_epoch = require_positive_int("num_steps_per_epoch", num_steps_per_epoch)
    if repeat > num_epochs:
        raise ValueError(f"repeat is {repeat}; it must be at most num_epochs, {num_epochs}.")
    return num_epochs, num_epochs // repeat, num_steps_per_epoch
