"""Exercises of the chapter on warm-up."""

from timm.scheduler import CosineLRScheduler

from helpers.exercises.curve import LoopExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with
from helpers.exercises.texts import Text
from helpers.recording import record_lrs


def _lr_of_epoch_5() -> list[float]:
    scheduler = CosineLRScheduler(optimizer_with(), t_initial=20, warmup_t=5)
    return [float(record_lrs(scheduler, num_epochs=20).used[5])]


def _loop(*, by_scheduler: bool = True, by_hand: bool = False):
    """An answer with the warm-up of the scheduler, that of the loop, both or none."""

    def train() -> list[float]:
        optimizer = optimizer_with()
        warmup = {"warmup_t": 5, "warmup_lr_init": 0.01, "warmup_prefix": True}
        scheduler = CosineLRScheduler(optimizer, t_initial=25, **(warmup if by_scheduler else {}))
        used = []
        for epoch in range(30):
            if by_hand and epoch < 5:
                optimizer.param_groups[0]["lr"] *= (epoch + 1) / 5
            used.append(optimizer.param_groups[0]["lr"])
            scheduler.step(epoch + 1)
        return used

    return train


EXERCISES = (
    ReadingExercise(
        id="warmup-1",
        minutes=4,
        names=("lr",),
        tolerance=5e-5,
        answer=_lr_of_epoch_5,
        start=Mistake(
            Text(
                "`warmup_prefix` の既定は `False` です。エポック 5 では、コサインが"
                "もう 20 分の 5 だけ進んでいます。その高さを計算してください。",
                "`warmup_prefix` is `False` by default. At epoch 5 the cosine is 5/20 on its way "
                "already. Compute its height there.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "それは `warmup_prefix=True` のときの値です。既定では、"
                    "ウォームアップの下でコサインが進んでいます。",
                    "That would be it with `warmup_prefix=True`. By default the cosine runs on "
                    "underneath the warm-up.",
                ),
                example=lambda: 0.1,
            ),
            Mistake(
                Text(
                    "0.08 は、エポック 4、つまり直線の最後の値です。"
                    "エポック 5 は、もうコサインの上にあります。",
                    "0.08 is epoch 4, the last value of the line. Epoch 5 is on the cosine.",
                ),
                example=lambda: 0.08,
            ),
        ),
    ),
    LoopExercise(
        id="warmup-2",
        minutes=5,
        goal=_loop,
        start=Mistake(
            Text(
                "エポック 0 は 0.002 で、直線になりません。ウォームアップが二重に"
                "掛かっています。どこと、どこですか。",
                "Epoch 0 uses 0.002, and the rise is no straight line. There are two warm-ups, one "
                "on top of the other. Where are they?",
            ),
            when=lambda curves: curves.yours[0] < 0.005,
        ),
        mistakes=(
            Mistake(
                Text(
                    "残すほうが逆です。手で書いたウォームアップの下では、コサインが進みます。"
                    "スケジューラのほうを残してください。",
                    "You have kept the wrong one. Under a warm-up written by hand the cosine runs "
                    "on. Keep that of the scheduler.",
                ),
                example=lambda: _loop(by_scheduler=False, by_hand=True),
                when=lambda curves: abs(curves.yours[0] - 0.02) < 1e-9,
            ),
            Mistake(
                Text(
                    "ウォームアップが両方ともなくなりました。一つは残してください。",
                    "Both warm-ups are gone. Keep one of them.",
                ),
                example=lambda: _loop(by_scheduler=False),
                when=lambda curves: curves.yours[0] == 0.1,
            ),
        ),
    ),
)
