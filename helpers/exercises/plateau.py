"""Exercises of the chapter on PlateauLRScheduler."""

import numpy as np

from helpers.exercises.comparison import drops, first_drop, is_constant
from helpers.exercises.curve import LoopExercise, ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import plateau, train
from helpers.exercises.texts import Text
from helpers.recording import record_lrs

ACCURACIES = [0.60, 0.66, 0.70, 0.71, *[0.71] * 8]
RISING = np.minimum(0.6 + 0.02 * np.arange(40), 0.8).tolist()
"""A validation accuracy that rises up to epoch 10 and then stands still."""
LOSSES = np.maximum(1 - 0.05 * np.arange(30), 0.3).tolist()
"""A validation loss that falls up to epoch 14 and then stands still."""

TUNED = {"decay_rate": 0.5, "patience_t": 2, "lr_min": 1e-5}


def _first_lower_epoch() -> list[int]:
    scheduler = plateau(decay_rate=0.5, patience_t=3)
    lrs = record_lrs(scheduler, num_epochs=len(ACCURACIES), metrics=ACCURACIES).used
    return drops(lrs)[:1]


def _tuned(**changed: object):
    return plateau(0.001, **{**TUNED, **changed})


def _loop(step, mode: str = "min"):
    """An answer that ends every epoch with step(scheduler, epoch)."""
    return lambda: train(plateau(decay_rate=0.5, patience_t=4, mode=mode), range(len(LOSSES)), step)


EXERCISES = (
    ReadingExercise(
        id="plateau-1",
        minutes=4,
        names=("epoch",),
        answer=_first_lower_epoch,
        start=Mistake(
            Text(
                "最良の値が出たエポックを見つけ、その次から、更新されないエポックを数えます。"
                "下がるのは、その数が `patience_t` を超えた後です。",
                "Find the epoch with the best value and count the epochs after it that bring no "
                "better one. The learning rate falls once the count exceeds `patience_t`.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "数は合っています。ただし、それがわかるのはそのエポックの終わりです。"
                    "低い学習率で学習する最初のエポックを答えてください。",
                    "The count is right, but it is known only at the end of that epoch. "
                    "Which epoch is the first to train with the lower learning rate?",
                ),
                example=lambda: 7,
            ),
            Mistake(
                Text(
                    "`patience_t` と等しくなっても、まだ下がりません。超える必要があります。",
                    "A count equal to `patience_t` is still tolerated. It must exceed it.",
                ),
                example=lambda: 6,
            ),
            Mistake(
                Text(
                    "エポック 3 は最良の値を更新したので、数えません。",
                    "Epoch 3 brought a new best value, so it does not count.",
                ),
                example=lambda: 5,
            ),
        ),
    ),
    ScheduleExercise(
        id="plateau-2",
        minutes=6,
        num_epochs=len(RISING),
        metrics=RISING,
        goal=_tuned,
        start=Mistake(
            Text(
                "既定では 10 エポック待ち、10 分の 1 にします。待つ長さ、下げる割合、下限を"
                "順に渡してください。",
                "By default it waits for 10 epochs and divides by 10. Pass how long to wait, the "
                "factor and the lower bound in turn.",
            ),
            example=lambda: plateau(0.001),
        ),
        mistakes=(
            Mistake(
                Text(
                    "1 エポック遅れます。`patience_t` は許すエポックの数で、"
                    "下がるのはそれを超えたときです。",
                    "It is one epoch late. `patience_t` is how many epochs are tolerated; the "
                    "learning rate falls when there is one more.",
                ),
                example=lambda: _tuned(patience_t=3),
                when=lambda curves: first_drop(curves.yours) == 15,
            ),
            Mistake(
                Text(
                    "精度が上がっているのに、学習率が下がります。精度は大きいほど良い指標です。",
                    "The learning rate falls while the accuracy rises. With an accuracy, higher is "
                    "better.",
                ),
                example=lambda: _tuned(mode="min"),
                when=lambda curves: first_drop(curves.yours) < 10,
            ),
            Mistake(
                Text(
                    "下がる時点は合っていますが、最後に 1e-5 を下回ります。下限を渡してください。",
                    "It falls at the right times, but ends below 1e-5. Pass a lower bound.",
                ),
                example=lambda: _tuned(lr_min=0.0),
                when=lambda curves: curves.yours[-1] < 1e-5 and first_drop(curves.yours) == 14,
            ),
            Mistake(
                Text(
                    "待つ長さは合っています。下げる割合の既定は 0.1 です。",
                    "It waits as long as it should. The factor is 0.1 by default.",
                ),
                example=lambda: _tuned(decay_rate=0.1),
                when=lambda curves: first_drop(curves.yours) == 14,
            ),
        ),
    ),
    LoopExercise(
        id="plateau-3",
        minutes=5,
        goal=lambda: _loop(lambda scheduler, epoch: scheduler.step(epoch + 1, LOSSES[epoch])),
        start=Mistake(
            Text(
                "損失が下がっているあいだに、学習率が下がっていきます。スケジューラは、"
                "大きいほど良い指標だと思っています。どの引数で伝えますか。",
                "The learning rate falls while the loss still improves. The scheduler believes "
                "that higher is better. Which argument tells it otherwise?",
            ),
            when=lambda curves: first_drop(curves.yours) == 6,
        ),
        mistakes=(
            Mistake(
                Text(
                    "学習率が一度も下がりません。`step` に損失を渡していますか。"
                    "符号を変えて渡しても、うまくいきません。`threshold` は割合なので、"
                    "負の値では、停滞していても改善とみなされます。",
                    "The learning rate never falls. Is `step` given the loss? A loss with its sign "
                    "changed will not do either: `threshold` is a share, and with negative values "
                    "standing still counts as an improvement.",
                ),
                example=lambda: _loop(
                    lambda scheduler, epoch: scheduler.step(epoch + 1, -LOSSES[epoch]), mode="max"
                ),
                when=lambda curves: is_constant(curves.yours),
            ),
            Mistake(
                Text(
                    "エポック 1 から学習率が 0 です。`step(0)` はウォームアップとみなされ、"
                    "0 を書き込みます。渡すのは次のエポックの番号です。",
                    "From epoch 1 on the learning rate is 0. `step(0)` is taken for a warm-up and "
                    "writes 0. Hand over the number of the next epoch.",
                ),
                example=lambda: _loop(
                    lambda scheduler, epoch: scheduler.step(epoch, LOSSES[epoch])
                ),
                when=lambda curves: curves.yours[1] == 0,
            ),
        ),
    ),
)
