"""Exercises of the chapter on cycles."""

from timm.scheduler import CosineLRScheduler, create_scheduler_v2

from helpers.exercises.comparison import restarts
from helpers.exercises.curve import ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with
from helpers.exercises.texts import Text
from helpers.recording import record_lrs


def _restarts() -> list[int]:
    scheduler = CosineLRScheduler(optimizer_with(), t_initial=10, cycle_mul=2, cycle_limit=4)
    return restarts(record_lrs(scheduler, num_epochs=150).used)


def _by_factory(**arguments: object) -> CosineLRScheduler:
    return create_scheduler_v2(optimizer_with(), "cosine", **arguments)[0]


EXERCISES = (
    ReadingExercise(
        id="cycles-1",
        minutes=3,
        answer=_restarts,
        start=Mistake(
            Text(
                "四つの周期の長さを並べ、はじめから順に足してください。",
                "Write down the lengths of the four cycles and add them up from the first on.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "それは周期の長さです。再スタートは、それまでの長さの和のところで起こります。",
                    "Those are lengths of cycles. A restart comes at the sum of all lengths "
                    "before it.",
                ),
                example=lambda: (10, 20, 40),
                when=lambda values: values in ((10, 20, 40), (10, 20, 40, 80)),
            ),
            Mistake(
                Text(
                    "周期は同じ長さではありません。`cycle_mul=2` で 2 倍ずつ長くなります。",
                    "The cycles are not equally long: with `cycle_mul=2` each is twice as long as "
                    "the one before.",
                ),
                example=lambda: (10, 20, 30),
            ),
            Mistake(
                Text(
                    "150 では四つ目の周期が終わり、`cycle_limit` に達します。"
                    "次の周期はありません。",
                    "At 150 the fourth cycle ends and `cycle_limit` is reached. No other cycle "
                    "follows.",
                ),
                example=lambda: (10, 30, 70, 150),
                when=lambda values: 150 in values,
            ),
        ),
    ),
    ScheduleExercise(
        id="cycles-2",
        minutes=6,
        num_epochs=200,
        goal=lambda: CosineLRScheduler(optimizer_with(), t_initial=40, cycle_limit=5),
        start=Mistake(
            Text(
                "200 エポックで一度も再スタートしません。`num_epochs` は、学習の長さではなく、"
                "最初の周期の長さです。",
                "There is no restart in 200 epochs. `num_epochs` is not the length of training "
                "but that of the first cycle.",
            ),
            when=lambda curves: not restarts(curves.yours) and curves.yours[100] > 0,
        ),
        mistakes=(
            Mistake(
                Text(
                    "山が 10 分の 1 ずつ低くなります。ファクトリの `cycle_decay` は、"
                    "既定で 0.1 です。",
                    "Each peak is a tenth of the one before. `cycle_decay` is 0.1 by default in "
                    "the factory.",
                ),
                example=lambda: _by_factory(num_epochs=40, cycle_limit=5),
                when=lambda curves: abs(curves.yours[40] - 0.01) < 1e-9,
            ),
            Mistake(
                Text(
                    "最初の周期のあとは 0 のままです。周期の数を渡してください。",
                    "After the first cycle it stays at 0. Pass the number of cycles.",
                ),
                example=lambda: _by_factory(num_epochs=40),
                when=lambda curves: curves.yours[40] == 0,
            ),
            Mistake(
                Text(
                    "周期の長さが合いません。200 エポックで 5 個のモデルを残します。",
                    "The cycles have another length. 5 models are to be kept in 200 epochs.",
                ),
                example=lambda: _by_factory(num_epochs=50, cycle_limit=4, cycle_decay=1.0),
                when=lambda curves: restarts(curves.yours) != restarts(curves.goal),
            ),
        ),
    ),
)
