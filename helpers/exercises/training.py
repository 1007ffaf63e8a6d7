"""Exercises of the chapter on real training loops."""

import numpy as np
import torch
from timm.scheduler import CosineLRScheduler

from helpers.exercises.comparison import agree
from helpers.exercises.curve import LoopExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.runs import optimizer_with, train
from helpers.exercises.texts import Text


def _accumulating(t_initial: int = 60, index=lambda epoch, batch, done: done):
    """An answer whose loop of 20 epochs makes 3 updates of 10 batches."""

    def training() -> list[float]:
        optimizer = optimizer_with()
        scheduler = CosineLRScheduler(optimizer, t_initial=t_initial, t_in_epochs=False)
        used = []
        for epoch in range(20):
            for batch in range(10):
                if (batch + 1) % 4 == 0 or batch == 9:
                    used.append(optimizer.param_groups[0]["lr"])
                    scheduler.step_update(index(epoch, batch, len(used)))
        return used

    return training


def _of_batch(epoch: int, batch: int, done: int) -> int:
    return epoch * 10 + batch + 1


def _resumed(*, base_lr: float = 0.05, call_step: bool = True, lr_by_hand: float | None = None):
    """An answer that goes on from epoch 40 with this base LR."""

    def resume() -> list[float]:
        optimizer = optimizer_with(base_lr)
        scheduler = CosineLRScheduler(optimizer, t_initial=100)
        if call_step:
            scheduler.step(40)
        if lr_by_hand is not None:
            _write_lr(optimizer, lr_by_hand)
        return train(scheduler, range(40, 100), lambda scheduler, epoch: scheduler.step(epoch + 1))

    return resume


def _write_lr(optimizer: torch.optim.Optimizer, lr: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = lr


EXERCISES = (
    LoopExercise(
        id="training-1",
        minutes=6,
        per_update=True,
        goal=_accumulating,
        start=Mistake(
            Text(
                "学習の 3 割で学習率が 0 になります。`t_initial` は更新の数ですが、"
                "`step_update` に渡す数は何を数えていますか。",
                "After three tenths of the run the learning rate is 0. `t_initial` counts updates, "
                "but what does the number handed to `step_update` count?",
            ),
            example=lambda: _accumulating(index=_of_batch),
        ),
        mistakes=(
            Mistake(
                Text(
                    "番号は更新になりましたが、長さがバッチの数です。"
                    "終わりに基準の 8 割が残ります。",
                    "The index counts updates now, but the length counts batches. Eight tenths of "
                    "the base are left at the end.",
                ),
                example=lambda: _accumulating(200),
                when=lambda curves: curves.yours[-1] > 0.05,
            ),
            Mistake(
                Text(
                    "両方をバッチで数えると、終わりは合いますが、エポックの中でずれます。"
                    "両方を更新で数えてください。",
                    "With both in batches the end is right, but it is off within each epoch. "
                    "Count updates in both.",
                ),
                example=lambda: _accumulating(200, _of_batch),
            ),
            Mistake(
                Text(
                    "1 エポックの更新は 2 回ではありません。"
                    "余った 2 バッチも 1 回の更新になります。",
                    "An epoch has more than 2 updates: the 2 batches left over make one as well.",
                ),
                example=lambda: _accumulating(40),
                when=lambda curves: bool(np.all(curves.yours[40:] == 0)),
            ),
        ),
    ),
    LoopExercise(
        id="training-2",
        minutes=6,
        goal=_resumed,
        start=Mistake(
            Text(
                "学習率が目標の 2 倍、つまり前の学習のままです。読み込んだ状態には、"
                "`lr` のほかに、基準の学習率も入っています。それはどの名前ですか。",
                "The learning rate is twice the goal, that of the earlier run. What is loaded "
                "holds the base learning rate beside `lr`. Under which name?",
            ),
            when=lambda curves: agree(curves.yours, 2 * curves.goal),
        ),
        mistakes=(
            Mistake(
                Text(
                    "エポック 40 だけが変わり、41 からは前の学習率です。手で書いた `lr` は、"
                    "次の `step` で消えます。",
                    "Only epoch 40 has changed; from 41 on it is the old learning rate. An `lr` "
                    "written by hand is gone at the next `step`.",
                ),
                example=lambda: _resumed(base_lr=0.1, lr_by_hand=0.05),
                when=lambda curves: agree(curves.yours[1:], 2 * curves.goal[1:]),
            ),
            Mistake(
                Text(
                    "エポック 40 だけが 0.05 です。今の時刻を、ループの前に `step` で伝えます。",
                    "Epoch 40 alone uses 0.05. Tell the scheduler the time with `step` before the "
                    "loop.",
                ),
                example=lambda: _resumed(call_step=False),
                when=lambda curves: agree(curves.yours[1:], curves.goal[1:]),
            ),
        ),
    ),
)
