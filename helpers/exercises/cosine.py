"""Exercises of the chapter on CosineLRScheduler."""

import numpy as np
from timm.scheduler import CosineLRScheduler

from helpers.exercises.comparison import agree
from helpers.exercises.curve import LoopExercise, ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with, train
from helpers.exercises.texts import Text
from helpers.recording import record_lrs

CYCLES = {"t_initial": 30, "cycle_decay": 0.5, "cycle_limit": 3}
WARMUP = {"warmup_t": 20, "warmup_lr_init": 1e-6}


def _cosine(lr: float = 0.1, **arguments: object) -> CosineLRScheduler:
    return CosineLRScheduler(optimizer_with(lr), **arguments)


def _imagenet(t_initial: int, *, prefix: bool = True, lr_min: float = 1e-5) -> CosineLRScheduler:
    return _cosine(0.001, t_initial=t_initial, lr_min=lr_min, warmup_prefix=prefix, **WARMUP)


def _resumed(first_step: int | None, epochs: range = range(40, 100)):
    """An answer that resumes with step(first_step), or without a call of step."""

    def resume() -> list[float]:
        scheduler = _cosine(t_initial=100, warmup_t=5, warmup_lr_init=0.001)
        if first_step is not None:
            scheduler.step(first_step)
        return train(scheduler, epochs, lambda scheduler, epoch: scheduler.step(epoch + 1))

    return resume


EXERCISES = (
    ReadingExercise(
        id="cosine-1",
        minutes=4,
        names=tuple(CYCLES),
        answer=lambda: tuple(CYCLES.values()),
        picture=lambda: {"lr": record_lrs(_cosine(0.2, **CYCLES), num_epochs=120).used},
        start=Mistake(
            Text(
                "山から次の山までが `t_initial`、隣り合う山の高さの比が `cycle_decay`、"
                "山の数が `cycle_limit` です。",
                "`t_initial` is the way from one peak to the next, `cycle_decay` the ratio of two "
                "peaks in a row, `cycle_limit` the number of peaks.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "`t_initial` は学習全体でも全周期の合計でもなく、1 周期の長さです。",
                    "`t_initial` is neither the whole run nor all cycles together, but one cycle.",
                ),
                example=lambda: (120, 0.5, 3),
                when=lambda values: values[0] in (90, 120),
            ),
            Mistake(
                Text(
                    "最後の 30 エポックは周期ではありません。学習率は 0 のままで、山がありません。",
                    "The last 30 epochs are no cycle: the learning rate stays at 0, without a "
                    "peak.",
                ),
                example=lambda: (30, 0.5, 4),
                when=lambda values: values[2] == 4,
            ),
            Mistake(
                Text(
                    "0.1 は二つ目の山の高さです。`cycle_decay` は、一つ前の山との比です。",
                    "0.1 is the height of the second peak. `cycle_decay` is its ratio to the peak "
                    "before.",
                ),
                example=lambda: (30, 0.1, 3),
                when=lambda values: values[1] == 0.1,
            ),
        ),
    ),
    ScheduleExercise(
        id="cosine-2",
        minutes=8,
        num_epochs=300,
        goal=lambda: _imagenet(279),
        start=Mistake(
            Text(
                "まだウォームアップがありません。長さと最初の値を渡し、エポック 20 が"
                "本当に 0.001 を使うかを図で見てください。",
                "There is no warm-up yet. Pass its length and its first value, and see in the "
                "picture whether epoch 20 really uses 0.001.",
            ),
            when=lambda curves: curves.yours[0] == 0.001,
        ),
        mistakes=(
            Mistake(
                Text(
                    "どのエポックも 0.001 に届きません。ウォームアップのあいだも、"
                    "コサインの時刻が進んでいます。",
                    "No epoch reaches 0.001. The time of the cosine runs on underneath the "
                    "warm-up.",
                ),
                example=lambda: _imagenet(299, prefix=False),
                when=lambda curves: curves.yours.max() < 0.001 - 1e-9,
            ),
            Mistake(
                Text(
                    "コサインが終わる前に学習が終わります。`warmup_prefix=True` では、"
                    "ウォームアップは `t_initial` に含まれません。",
                    "Training ends before the cosine does. With `warmup_prefix=True` the warm-up "
                    "is not part of `t_initial`.",
                ),
                example=lambda: _imagenet(300),
                when=lambda curves: curves.yours[-1] > 1.5e-5,
            ),
            Mistake(
                Text(
                    "最後のエポックが、わずかに 1e-5 より上です。周期の終わりの値は "
                    "t = warmup_t + t_initial で来ます。最後のエポックの t はいくつですか。",
                    "The last epoch is a little above 1e-5. The value at the end of the cycle "
                    "comes at t = warmup_t + t_initial. What is t in the last epoch?",
                ),
                example=lambda: _imagenet(280),
                when=lambda curves: curves.yours[-1] > 1e-5,
            ),
            Mistake(
                Text(
                    "最後のエポックが 1e-5 より下です。`lr_min` の既定は 0 です。",
                    "The last epoch is below 1e-5. `lr_min` is 0 by default.",
                ),
                example=lambda: _imagenet(279, lr_min=0.0),
                when=lambda curves: curves.yours[-1] < 1e-5 - 1e-9,
            ),
        ),
    ),
    LoopExercise(
        id="cosine-3",
        minutes=5,
        goal=lambda: _resumed(40),
        start=Mistake(
            Text(
                "エポック 40 だけが 0.001 です。スケジューラを作ると、t = 0 の学習率が入ります。"
                "ループの前に、今の時刻を伝えてください。",
                "Epoch 40 alone uses 0.001. Building the scheduler sets the learning rate of "
                "t = 0. Tell it the time before the loop begins.",
            ),
            when=lambda curves: (
                curves.yours[0] == 0.001 and agree(curves.yours[1:], curves.goal[1:])
            ),
        ),
        mistakes=(
            Mistake(
                Text(
                    "エポック 40 が、エポック 41 の学習率を使います。これから学習する"
                    "エポックの番号を渡してください。",
                    "Epoch 40 uses the learning rate of epoch 41. Hand over the number of the "
                    "epoch that is about to be trained.",
                ),
                example=lambda: _resumed(41),
                when=lambda curves: curves.yours[0] == curves.goal[1],
            ),
            Mistake(
                Text(
                    "エポック 40 が、エポック 39 の学習率を使います。これから学習する"
                    "エポックの番号を渡してください。",
                    "Epoch 40 uses the learning rate of epoch 39. Hand over the number of the "
                    "epoch that is about to be trained.",
                ),
                example=lambda: _resumed(39),
            ),
            Mistake(
                Text(
                    "ウォームアップからやり直しています。ループは `start_epoch` から数えます。",
                    "It starts over with the warm-up. The loop counts from `start_epoch` on.",
                ),
                example=lambda: _resumed(None, range(60)),
                when=lambda curves: bool(np.all(np.diff(curves.yours[:5]) > 0)),
            ),
        ),
    ),
)
