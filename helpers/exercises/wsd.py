"""Exercises of the chapter on WSDLRScheduler."""

import numpy as np
from timm.scheduler import WSDLRScheduler

from helpers.exercises.curve import LoopExercise, ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with, train
from helpers.exercises.texts import Text
from helpers.recording import record_lrs

PHASES = {"warmup_t": 10, "t_initial": 90, "decay_t": 20}


def _wsd(lr: float = 0.1, **arguments: object) -> WSDLRScheduler:
    return WSDLRScheduler(optimizer_with(lr), **arguments)


def _continued(t_initial: int, decay_t: int, **arguments: object) -> WSDLRScheduler:
    warmup = {"warmup_t": 5, "warmup_lr_init": 3e-5}
    lengths = {"t_initial": t_initial, "decay_t": decay_t}
    return _wsd(3e-4, **{"lr_min": 3e-6, **warmup, **lengths, **arguments})


def _resumed(t_initial: int = 190, *, load: bool = False, call_step: bool = True):
    """An answer that goes on from epoch 80 to 199 with these lengths."""

    def resume() -> list[float]:
        lengths = {"decay_t": 20, "warmup_t": 10, "warmup_lr_init": 1e-5}
        scheduler = _wsd(0.001, t_initial=t_initial, **lengths)
        if load:
            scheduler.load_state_dict(_wsd(0.001, t_initial=90, **lengths).state_dict())
        if call_step:
            scheduler.step(80)
        return train(scheduler, range(80, 200), lambda scheduler, epoch: scheduler.step(epoch + 1))

    return resume


EXERCISES = (
    ReadingExercise(
        id="wsd-1",
        minutes=4,
        names=tuple(PHASES),
        answer=lambda: tuple(PHASES.values()),
        picture=lambda: {"lr": record_lrs(_wsd(**PHASES, decay_fn="linear"), num_epochs=100).used},
        start=Mistake(
            Text(
                "三つの時期の長さを読みます。`t_initial` は、そのうち二つを合わせた長さです。",
                "Read the lengths of the three phases. `t_initial` is two of them together.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "`t_initial` にウォームアップは入りません。学習の全体は `warmup_t` と "
                    "`t_initial` の和です。",
                    "The warm-up is not part of `t_initial`. The whole run is the sum of "
                    "`warmup_t` and `t_initial`.",
                ),
                example=lambda: (10, 100, 20),
                when=lambda values: values[1] == 100,
            ),
            Mistake(
                Text(
                    "`t_initial` は、安定期だけでなく、減衰の終わりまでです。",
                    "`t_initial` is not the stable phase alone; it lasts to the end of the decay.",
                ),
                example=lambda: (10, 70, 20),
                when=lambda values: values[1] in (70, 80),
            ),
            Mistake(
                Text(
                    "`decay_t` は、減衰が始まる時点ではなく、減衰の長さです。",
                    "`decay_t` is not when the decay begins but how long it lasts.",
                ),
                example=lambda: (10, 90, 80),
                when=lambda values: values[2] in (70, 80),
            ),
        ),
    ),
    ScheduleExercise(
        id="wsd-2",
        minutes=8,
        num_epochs=60,
        goal=lambda: _continued(54, 14),
        start=Mistake(
            Text(
                "まだウォームアップがなく、0 へ向かっています。先に `warmup_t`、`warmup_lr_init`、"
                "`lr_min` を決め、それから二つの長さを計算してください。",
                "There is no warm-up yet, and it heads for 0. Settle `warmup_t`, "
                "`warmup_lr_init` and `lr_min` first, then work out the two lengths.",
            ),
            when=lambda curves: curves.yours[0] > 2.9e-4,
        ),
        mistakes=(
            Mistake(
                Text(
                    "減衰は 45 で始まりますが、最後のエポックが 3e-6 になりません。その値は "
                    "t = warmup_t + t_initial で来ます。最後のエポックの t から逆算してください。",
                    "The decay begins at 45, but the last epoch is not at 3e-6. That value comes "
                    "at t = warmup_t + t_initial. Work back from t of the last epoch.",
                ),
                example=lambda: _continued(55, 15),
                when=lambda curves: (
                    curves.yours[45] == 3e-4 > curves.yours[46] and curves.yours[-1] > 3.1e-6
                ),
            ),
            Mistake(
                Text(
                    "減衰の始まりが遅れます。WSD のウォームアップは、いつも `t_initial` の"
                    "前に加わります。",
                    "The decay begins late. The warm-up of WSD always comes on top of `t_initial`.",
                ),
                example=lambda: _continued(59, 14),
                when=lambda curves: curves.yours[46] == 3e-4,
            ),
            Mistake(
                Text(
                    "長さは合っていますが、減衰の形が違います。目標は既定の `decay_fn` です。",
                    "The lengths are right, but not the shape of the decay. The goal has the "
                    "default `decay_fn`.",
                ),
                example=lambda: _continued(54, 14, decay_fn="linear"),
                when=lambda curves: (
                    abs(curves.yours[-1] - 3e-6) < 1e-9
                    and (curves.yours[45] == 3e-4 > curves.yours[46])
                ),
            ),
        ),
    ),
    LoopExercise(
        id="wsd-3",
        minutes=6,
        goal=_resumed,
        start=Mistake(
            Text(
                "エポック 80 から下がり、100 からずっと 0 です。`t_initial=190` を"
                "渡したのに、前の長さに戻っています。どの行が上書きしましたか。",
                "It falls from epoch 80 on and is 0 from 100 on. `t_initial=190` was passed, but "
                "the old length is back. Which line has overwritten it?",
            ),
            when=lambda curves: bool(np.all(curves.yours[20:] == 0)),
        ),
        mistakes=(
            Mistake(
                Text(
                    "長さは直りました。ただ、エポック 80 だけがウォームアップの最初の値です。"
                    "`step(80)` は残してください。",
                    "The length is right now. But epoch 80 alone has the first value of the "
                    "warm-up. Keep `step(80)`.",
                ),
                example=lambda: _resumed(call_step=False),
                when=lambda curves: curves.yours[0] < 1.1e-5,
            ),
            Mistake(
                Text(
                    "減衰が終わる前に学習が終わります。200 エポックのうち 10 は、"
                    "`t_initial` の前のウォームアップです。",
                    "Training ends before the decay does. 10 of the 200 epochs are the warm-up, "
                    "which comes before `t_initial`.",
                ),
                example=lambda: _resumed(200),
                when=lambda curves: curves.yours[-1] > 1e-4,
            ),
        ),
    ),
)
