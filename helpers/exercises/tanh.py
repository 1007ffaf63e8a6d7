"""Exercises of the chapter on TanhLRScheduler."""

import numpy as np
from timm.scheduler import TanhLRScheduler

from helpers.exercises.comparison import is_constant
from helpers.exercises.curve import LoopExercise, ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with, train
from helpers.exercises.texts import Text
from helpers.recording import record_lrs


def _tanh(lr: float = 0.1, **arguments: object) -> TanhLRScheduler:
    return TanhLRScheduler(optimizer_with(lr), **arguments)


def _epoch_at_half() -> list[int]:
    lrs = record_lrs(_tanh(t_initial=90, lb=-6, ub=3), num_epochs=90).used
    return [int(np.argmin(np.abs(lrs - 0.05)))]


def _late(lb: float = -9, ub: float = 3, lr_min: float = 1e-5) -> TanhLRScheduler:
    return _tanh(0.001, t_initial=300, lb=lb, ub=ub, lr_min=lr_min)


def _loop(**arguments: object):
    """An answer with these lengths; it calls step after each of 20 epochs."""
    return lambda: train(
        _tanh(0.001, warmup_lr_init=1e-5, **arguments),
        range(20),
        lambda scheduler, epoch: scheduler.step(epoch + 1),
    )


EXERCISES = (
    ReadingExercise(
        id="tanh-1",
        minutes=4,
        names=("epoch",),
        answer=_epoch_at_half,
        start=Mistake(
            Text(
                "tanh は 0 でちょうど半分になります。-6 から 3 へ進む直線が 0 を通るのは、"
                "全体の何割のところですか。",
                "The tanh is at half where its argument is 0. On the way from -6 to 3, after "
                "which share of it is that?",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "真ん中で半分になるのは、コサインや、`lb` と `ub` が対称なときです。",
                    "Half way in the middle is a cosine, or a tanh whose `lb` and `ub` are "
                    "symmetric.",
                ),
                example=lambda: 45,
            ),
            Mistake(
                Text(
                    "それは残りの長さです。0 から 3 までではなく、-6 から 0 までを測ってください。",
                    "That is what is left. Measure from -6 to 0, not from 0 to 3.",
                ),
                example=lambda: 30,
            ),
        ),
    ),
    ScheduleExercise(
        id="tanh-2",
        minutes=6,
        num_epochs=300,
        goal=_late,
        start=Mistake(
            Text(
                "既定では 7 割のエポック 210 で半分になり、0 へ向かいます。`ub` は 3 のままで、"
                "半分になる割合が 4 分の 3 になる `lb` を求めてください。",
                "By default it is at half after seven tenths, at epoch 210, and heads for 0. Keep "
                "`ub` at 3 and find the `lb` that makes it three quarters.",
            ),
            example=lambda: _tanh(0.001, t_initial=300),
        ),
        mistakes=(
            Mistake(
                Text(
                    "半分になるのがエポック 75 です。-`lb` : `ub` の比が逆になっています。",
                    "It is at half at epoch 75: the ratio of -`lb` to `ub` is upside down.",
                ),
                example=lambda: _late(lb=-1),
                when=lambda curves: curves.yours[80] < 0.0005,
            ),
            Mistake(
                Text(
                    "曲線の形は合っています。向かう先が 0 です。",
                    "The shape is right, but it heads for 0.",
                ),
                example=lambda: _late(lr_min=0.0),
            ),
            Mistake(
                Text(
                    "半分になる時点は合っています。ただし `ub` も変えたので、"
                    "最後の下がり方が違います。`ub` は 3 のままにしてください。",
                    "It is at half at the right time, but with another `ub` it falls differently. "
                    "Keep `ub` at 3.",
                ),
                example=lambda: _late(lb=-6, ub=2),
                when=lambda curves: abs(curves.yours[225] - curves.goal[225]) < 1e-9,
            ),
        ),
    ),
    LoopExercise(
        id="tanh-3",
        minutes=5,
        goal=lambda: _loop(t_initial=20, warmup_t=2),
        start=Mistake(
            Text(
                "学習率が 1e-5 から上がりません。`t_initial` は 20 エポックですが、"
                "`warmup_t` は何で数えていますか。",
                "The learning rate never rises from 1e-5. `t_initial` is 20 epochs, but what does "
                "`warmup_t` count?",
            ),
            when=lambda curves: curves.yours[0] > curves.yours[1] and curves.yours[0] < 1.1e-5,
        ),
        mistakes=(
            Mistake(
                Text(
                    "ウォームアップが学習の終わりまで続きます。ループは `step` でエポックを"
                    "渡しているので、長さもエポックで書きます。",
                    "The warm-up lasts beyond the end of training. The loop hands epochs to "
                    "`step`, so lengths are in epochs too.",
                ),
                example=lambda: _loop(t_initial=20 * 50, warmup_t=2 * 50),
                when=lambda curves: bool(np.all(np.diff(curves.yours) > 0)),
            ),
            Mistake(
                Text(
                    "学習率が変わりません。`t_in_epochs=False` では、このループの `step` は"
                    "何もしません。",
                    "The learning rate never changes. With `t_in_epochs=False`, the `step` of this "
                    "loop does nothing.",
                ),
                example=lambda: _loop(t_initial=20, warmup_t=2, t_in_epochs=False),
                when=lambda curves: is_constant(curves.yours),
            ),
            Mistake(
                Text(
                    "ウォームアップがなくなりました。2 エポックのウォームアップは残してください。",
                    "The warm-up is gone. Keep a warm-up of 2 epochs.",
                ),
                example=lambda: _loop(t_initial=20),
                when=lambda curves: curves.yours[0] == 0.001,
            ),
        ),
    ),
)
