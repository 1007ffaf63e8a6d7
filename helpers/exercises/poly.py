"""Exercises of the chapter on PolyLRScheduler."""

import numpy as np
from timm.scheduler import PolyLRScheduler, create_scheduler_v2

from helpers.exercises.comparison import agree, is_constant, restarts
from helpers.exercises.curve import LoopExercise, ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with
from helpers.exercises.texts import Text
from helpers.recording import record_lrs

POWER = 2


def _poly(lr: float = 0.1, **arguments: object) -> PolyLRScheduler:
    return PolyLRScheduler(optimizer_with(lr), **arguments)


def _by_factory(**arguments: object) -> PolyLRScheduler:
    return create_scheduler_v2(optimizer_with(0.007), "poly", num_epochs=50, **arguments)[0]


def _loop(times=None):
    """An answer that tells step_update times(epoch, batch, updates done); None calls step only."""

    def train() -> list[float]:
        warmup = {"warmup_t": 6, "warmup_prefix": True}
        scheduler = _poly(5e-5, t_initial=54, power=1.0, t_in_epochs=False, **warmup)
        used = []
        for epoch in range(6):
            for batch in range(10):
                used.append(scheduler.optimizer.param_groups[0]["lr"])
                if times is not None:
                    scheduler.step_update(times(epoch, batch, len(used)))
            scheduler.step(epoch + 1)
        return used

    return train


EXERCISES = (
    ReadingExercise(
        id="poly-1",
        minutes=3,
        names=("power",),
        answer=lambda: [POWER],
        picture=lambda: {"lr": record_lrs(_poly(t_initial=100, power=POWER), num_epochs=100).used},
        start=Mistake(
            Text(
                "エポック 50 では、残りの割合が 1/2 です。それを何乗すると、"
                "図の高さの割合になりますか。",
                "At epoch 50 half of the way is left. To which power is 1/2 the share that you "
                "read from the picture?",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "1 より小さい `power` では、終わり近くまで高く、最後に急に落ちます。"
                    "この図は、はじめに速く下がります。",
                    "With a `power` below 1 it stays high and drops at the end. This curve falls "
                    "fast at the beginning.",
                ),
                example=lambda: 0.5,
                when=lambda values: values[0] < 1,
            ),
            Mistake(
                Text(
                    "`power=1` なら直線で、エポック 50 は 0.05 です。",
                    "`power=1` would be a straight line, with 0.05 at epoch 50.",
                ),
                example=lambda: 1,
            ),
        ),
    ),
    ScheduleExercise(
        id="poly-2",
        minutes=5,
        num_epochs=50,
        goal=lambda: _poly(0.007, t_initial=50, power=0.9),
        start=Mistake(
            Text(
                "最後のエポックにも、基準の 7 割近くが残っています。この関数では、"
                "どの引数が `power` になりますか。その既定値も見てください。",
                "The last epoch still has nearly seven tenths of the base. Which argument of this "
                "function becomes the `power`, and what is its default?",
            ),
            example=_by_factory,
        ),
        mistakes=(
            Mistake(
                Text(
                    "クラスの既定、`power=0.5` の曲線です。",
                    "This is the curve of the class's default, `power=0.5`.",
                ),
                example=lambda: _poly(0.007, t_initial=50),
            ),
            Mistake(
                Text(
                    "直線です。「poly」の指数は、1 より少し小さい値です。",
                    "That is a straight line. The exponent of the poly policy is a little below 1.",
                ),
                example=lambda: _by_factory(decay_rate=1.0),
            ),
            Mistake(
                Text(
                    "形はよいのですが、途中で 0 になるか、0 の近くまで下がりません。"
                    "`t_initial` は学習のエポック数に合わせます。",
                    "The shape is good, but it is 0 too early or never comes near it. `t_initial` "
                    "is to be the number of epochs.",
                ),
                example=lambda: _poly(0.007, t_initial=40, power=0.9),
                when=lambda curves: curves.yours[-2] == 0 or curves.yours[-1] > 0.001,
            ),
        ),
    ),
    LoopExercise(
        id="poly-3",
        minutes=5,
        per_update=True,
        goal=lambda: _loop(lambda epoch, batch, done: done),
        start=Mistake(
            Text(
                "最初の値が 2 更新続き、あとはずっと 1 更新遅れます。"
                "`step_update` に渡す数と、数を増やす行の順番を見てください。",
                "The first value lasts for two updates, and the rest is one update late. Look at "
                "the order of two lines: the one that counts and the one that hands over.",
            ),
            when=lambda curves: agree(curves.yours[1:], curves.goal[:-1]),
        ),
        mistakes=(
            Mistake(
                Text(
                    "エポックごとに学習率が最初へ戻ります。バッチの番号ではなく、"
                    "学習全体を通した更新の数を渡します。",
                    "The learning rate starts again in every epoch. Hand over the number of "
                    "updates of the whole run, not that of the batch.",
                ),
                example=lambda: _loop(lambda epoch, batch, done: batch + 1),
                when=lambda curves: (
                    restarts(curves.yours) and np.all(curves.yours[10::10] == curves.yours[20])
                ),
            ),
            Mistake(
                Text(
                    "ウォームアップが終わりません。渡している数は、更新ではなくエポックです。",
                    "The warm-up does not end. What is handed over counts epochs, not updates.",
                ),
                example=lambda: _loop(lambda epoch, batch, done: epoch + 1),
                when=lambda curves: (
                    len(restarts(curves.yours)) == 6 and curves.yours.argmax() >= 50
                ),
            ),
            Mistake(
                Text(
                    "学習率が 0 のままです。更新で数えるスケジューラでは、`step` は何もしません。",
                    "The learning rate stays at 0. On a scheduler that counts updates `step` does "
                    "nothing.",
                ),
                example=lambda: _loop(None),
                when=lambda curves: is_constant(curves.yours),
            ),
        ),
    ),
)
