"""Exercises of the chapter on create_scheduler_v2."""

from timm.scheduler import create_scheduler_v2

from helpers.exercises.curve import LoopExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with, train
from helpers.exercises.texts import Text

WARMUP = {"warmup_epochs": 5, "warmup_prefix": True}


def _returned_epochs() -> list[int]:
    cycles = {"num_epochs": 90, "cycle_limit": 2, "cooldown_epochs": 10}
    return [create_scheduler_v2(optimizer_with(), "cosine", **cycles, **WARMUP)[1]]


def _loop(num_epochs: int | None = None):
    """An answer that trains for this many epochs, or for as many as the factory returns."""

    def training() -> list[float]:
        scheduler, returned = create_scheduler_v2(
            optimizer_with(), "cosine", num_epochs=90, min_lr=0.001, cooldown_epochs=5, **WARMUP
        )
        epochs = range(num_epochs or returned)
        return train(scheduler, epochs, lambda scheduler, epoch: scheduler.step(epoch + 1))

    return training


EXERCISES = (
    ReadingExercise(
        id="factory-1",
        minutes=4,
        names=("num_epochs",),
        answer=_returned_epochs,
        start=Mistake(
            Text(
                "全周期の長さ、前に付くウォームアップ、cooldown の三つを足します。",
                "Add up three things: all cycles, a warm-up that comes before them, and the "
                "cooldown.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "周期を一つしか数えていません。`num_epochs` は最初の周期の長さです。",
                    "That is one cycle only. `num_epochs` is the length of the first cycle.",
                ),
                example=lambda: 105,
            ),
            Mistake(
                Text(
                    "ウォームアップが抜けています。`warmup_prefix=True` では、前に加わります。",
                    "The warm-up is missing. With `warmup_prefix=True` it comes on top.",
                ),
                example=lambda: 190,
            ),
            Mistake(
                Text(
                    "ウォームアップは学習の始めに一度だけです。周期ごとには付きません。",
                    "There is one warm-up, at the start of training, not one per cycle.",
                ),
                example=lambda: 200,
            ),
            Mistake(
                Text(
                    "cooldown が抜けています。コサインは自分の長さを知っているので、"
                    "`cooldown_epochs` が加わります。",
                    "The cooldown is missing. A cosine knows its own length, so `cooldown_epochs` "
                    "is added.",
                ),
                example=lambda: 185,
            ),
        ),
    ),
    LoopExercise(
        id="factory-2",
        minutes=5,
        goal=_loop,
        start=Mistake(
            Text(
                "コサインが終わる前に学習が終わります。ファクトリが返す二つ目の値を、"
                "どこでも使っていません。",
                "Training ends before the cosine does. The second value that the factory returns "
                "is used nowhere.",
            ),
            example=lambda: _loop(90),
        ),
        mistakes=(
            Mistake(
                Text(
                    "ウォームアップの分は足せました。まだ cooldown の分が足りません。"
                    "自分で足すより確かな数があります。",
                    "You have added the warm-up, but not the cooldown. There is a number that is "
                    "safer than your own sum.",
                ),
                example=lambda: _loop(95),
            ),
            Mistake(
                Text(
                    "長すぎます。返された数には、ウォームアップも cooldown も入っています。",
                    "That is too long. The number returned includes warm-up and cooldown.",
                ),
                example=lambda: _loop(105),
            ),
        ),
    ),
)
