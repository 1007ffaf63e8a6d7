"""Exercises of the chapter on noise."""

import numpy as np
from timm.scheduler import CosineLRScheduler, create_scheduler_v2

from helpers.exercises.curve import ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with
from helpers.exercises.texts import Text
from helpers.recording import record_lrs

NOISE = {"noise_range_t": (30, 70), "noise_pct": 0.1, "noise_std": 0.05}


def _noisy_epochs() -> list[int]:
    """The first and the last one; found by comparing with a run without noise."""
    runs = [
        create_scheduler_v2(optimizer_with(), "cosine", num_epochs=100, noise=noise)[0]
        for noise in (None, (0.4, 0.9))
    ]
    plain, noisy = (record_lrs(scheduler, num_epochs=100).used for scheduler in runs)
    changed = np.flatnonzero(plain != noisy)
    return [int(changed[0]), int(changed[-1])]


def _cosine(**noise: object) -> CosineLRScheduler:
    return CosineLRScheduler(optimizer_with(), t_initial=100, **noise)


EXERCISES = (
    ReadingExercise(
        id="noise-1",
        minutes=3,
        names=("first", "last"),
        answer=_noisy_epochs,
        start=Mistake(
            Text(
                "ファクトリの `noise` は割合なので、`num_epochs` を掛けます。"
                "その範囲が、終わりを含むかどうかも考えてください。",
                "The factory's `noise` is a fraction, to be multiplied by `num_epochs`. Consider "
                "too whether the range includes its end.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "範囲は a ≤ t < b です。終わりの時刻には、もうノイズがありません。",
                    "The range is a ≤ t < b: at its end there is no noise any more.",
                ),
                example=lambda: (40, 90),
            ),
            Mistake(
                Text(
                    "始まりが 1 遅れています。範囲は、始まりの時刻を含みます。",
                    "It begins one too late: the range includes its start.",
                ),
                example=lambda: (41, 89),
                when=lambda values: values[0] == 41,
            ),
            Mistake(
                Text(
                    "割合のままです。100 エポックのうち、どこからどこまでですか。",
                    "These are still fractions. From where to where is that in 100 epochs?",
                ),
                example=lambda: (0.4, 0.9),
                when=lambda values: values[1] <= 1,
            ),
        ),
    ),
    ScheduleExercise(
        id="noise-2",
        minutes=5,
        num_epochs=100,
        goal=lambda: _cosine(**NOISE),
        start=Mistake(
            Text(
                "まだノイズがありません。範囲を渡すと、ノイズが現れます。"
                "次に、上限と標準偏差を決めてください。",
                "There is no noise yet. It appears when you pass a range; then set its limit and "
                "its standard deviation.",
            ),
            example=_cosine,
        ),
        mistakes=(
            Mistake(
                Text(
                    "エポック 69 にノイズがありません。`noise_range_t` は、終わりを含みません。",
                    "Epoch 69 has no noise. `noise_range_t` does not include its end.",
                ),
                example=lambda: _cosine(**{**NOISE, "noise_range_t": (30, 69)}),
            ),
            Mistake(
                Text(
                    "エポック 70 から先にもノイズがあります。一つの数は「そこから先ずっと」です。",
                    "There is noise from epoch 70 on too. A single number means from there on.",
                ),
                example=lambda: _cosine(**{**NOISE, "noise_range_t": 30}),
                when=lambda curves: bool(np.any(curves.yours[70:] != curves.goal[70:])),
            ),
            Mistake(
                Text(
                    "揺れが 10 % を超えるエポックがあります。`noise_pct` は百分率ではなく、"
                    "割合です。",
                    "In some epochs the noise exceeds 10 %. `noise_pct` is no percentage but a "
                    "fraction.",
                ),
                example=lambda: _cosine(**{**NOISE, "noise_pct": 10}),
            ),
            Mistake(
                Text(
                    "範囲と上限は合っています。釣鐘の形にするには、標準偏差も小さくします。",
                    "Range and limit are right. For the shape of a bell, lower the standard "
                    "deviation too.",
                ),
                example=lambda: _cosine(noise_range_t=(30, 70), noise_pct=0.1),
            ),
        ),
    ),
)
