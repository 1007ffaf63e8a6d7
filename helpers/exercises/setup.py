"""Exercises of the chapter on the way timm counts."""

from timm.scheduler import CosineLRScheduler, StepLRScheduler

from helpers.exercises.comparison import agree, drops, is_constant
from helpers.exercises.curve import LoopExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with
from helpers.exercises.texts import Text
from helpers.recording import record_lrs


def _first_lower_epoch() -> list[int]:
    """Where the first low point is at 29 if what `step` leaves behind is drawn."""
    scheduler = StepLRScheduler(optimizer_with(), decay_t=30, decay_rate=0.1)
    trace = record_lrs(scheduler, num_epochs=90)
    assert drops(trace.after_epoch)[0] == 29
    return drops(trace.used)[:1]


def _lrs_per_update(*, t_in_epochs: bool = False, times=lambda epoch, done: done) -> list[float]:
    """5 epochs of 10 updates; after each update, step_update is told times(epoch, updates done)."""
    optimizer = optimizer_with()
    length = 5 if t_in_epochs else 50
    scheduler = CosineLRScheduler(optimizer, t_initial=length, t_in_epochs=t_in_epochs)
    used = []
    for epoch in range(5):
        for _ in range(10):
            used.append(optimizer.param_groups[0]["lr"])
            scheduler.step_update(times(epoch, len(used)))
        scheduler.step(epoch + 1)
    return used


EXERCISES = (
    ReadingExercise(
        id="setup-1",
        minutes=2,
        names=("epoch",),
        answer=_first_lower_epoch,
        start=Mistake(
            Text(
                "`plot_lrs` の点 e は、エポック e の終わりに残った学習率です。"
                "その値で学習するのは、どのエポックですか。",
                "Point e of `plot_lrs` is the learning rate left at the end of epoch e. "
                "Which epoch trains with it?",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "29 は図の点の番号です。その値は、エポック 29 の学習が終わってから入りました。",
                    "29 is the point of the picture. Its value was set when epoch 29 had been "
                    "trained already.",
                ),
                example=lambda: 29,
            ),
            Mistake(
                Text(
                    "ずれの向きが逆です。図の点は、学習に使われるより前に描かれています。",
                    "That is the wrong direction: the picture shows a value before any epoch "
                    "trains with it.",
                ),
                example=lambda: 28,
            ),
        ),
    ),
    LoopExercise(
        id="setup-2",
        minutes=5,
        per_update=True,
        goal=lambda: _lrs_per_update,
        start=Mistake(
            Text(
                "学習率が変わりません。このスケジューラは更新で数えるので、`step` は何もしません。"
                "更新のたびに呼ぶメソッドは、どれでしたか。",
                "The learning rate never changes. This scheduler counts updates, so `step` does "
                "nothing. Which method belongs after every update?",
            ),
            when=lambda curves: is_constant(curves.yours),
        ),
        mistakes=(
            Mistake(
                Text(
                    "更新ごとに呼べましたが、渡している数がエポックです。"
                    "学習全体を通した更新の数を渡してください。",
                    "It is called after every update, but what it is told is the epoch. "
                    "Hand over the number of updates since training began.",
                ),
                example=lambda: lambda: _lrs_per_update(times=lambda epoch, done: epoch + 1),
            ),
            Mistake(
                Text(
                    "更新の数がエポックごとに 1 へ戻っています。数える変数は、外側のループより前で"
                    "一度だけ 0 にします。",
                    "The number of updates starts again in every epoch. Set the counter to 0 only "
                    "once, before the outer loop.",
                ),
                example=lambda: (
                    lambda: _lrs_per_update(times=lambda epoch, done: (done - 1) % 10 + 1)
                ),
            ),
            Mistake(
                Text(
                    "最初の値が 2 更新続きます。`step_update` には、いま終わった更新も数えた数を"
                    "渡します。",
                    "The first value lasts for two updates. The number for `step_update` includes "
                    "the update that has just been done.",
                ),
                when=lambda curves: agree(curves.yours[1:], curves.goal[:-1]),
                example=lambda: lambda: _lrs_per_update(times=lambda epoch, done: done - 1),
            ),
            Mistake(
                Text(
                    "エポックごとの階段になりました。`t_in_epochs=False` は残し、"
                    "呼び出しのほうを直してください。",
                    "That is a staircase, one value per epoch. Keep `t_in_epochs=False` and mend "
                    "the calls.",
                ),
                example=lambda: lambda: _lrs_per_update(t_in_epochs=True),
            ),
        ),
    ),
)
