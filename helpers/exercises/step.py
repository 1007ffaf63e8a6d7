"""Exercises of the chapter on StepLRScheduler."""

from timm.scheduler import StepLRScheduler

from helpers.exercises.comparison import drops, is_constant
from helpers.exercises.curve import LoopExercise, ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with, train
from helpers.exercises.texts import Text
from helpers.recording import record_lrs

STAIRS = {"decay_t": 20, "decay_rate": 0.25}
RECIPE = {"decay_t": 30, "decay_rate": 0.1, "warmup_t": 5, "warmup_lr_init": 0.01}


def _stairs(lr: float = 0.1, **arguments: object) -> StepLRScheduler:
    return StepLRScheduler(optimizer_with(lr), **arguments)


def _loop(step):
    """An answer that ends every epoch with step(scheduler, epoch)."""
    return lambda: train(_stairs(decay_t=4, decay_rate=0.5), range(12), step)


EXERCISES = (
    ReadingExercise(
        id="step-1",
        minutes=3,
        names=tuple(STAIRS),
        answer=lambda: tuple(STAIRS.values()),
        picture=lambda: {"lr": record_lrs(_stairs(0.4, **STAIRS), num_epochs=90).used},
        start=Mistake(
            Text(
                "`decay_t` は段の幅です。`decay_rate` は、隣り合う二つの段の高さの比です。",
                "`decay_t` is how wide a stair is, `decay_rate` the ratio of two stairs in a row.",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "0.1 は二段目の学習率です。`decay_rate` は学習率ではなく、"
                    "一つ前の段に掛ける数です。",
                    "0.1 is the learning rate of the second stair. `decay_rate` is no learning "
                    "rate but the factor on the stair before.",
                ),
                example=lambda: (20, 0.1),
                when=lambda values: values[1] == 0.1,
            ),
            Mistake(
                Text(
                    "1 より大きい `decay_rate` では、学習率が上がります。割る数ではなく、"
                    "掛ける数を答えてください。",
                    "With a `decay_rate` above 1 the learning rate would rise. It is the factor "
                    "to multiply by, not the divisor.",
                ),
                example=lambda: (20, 4),
                when=lambda values: values[1] > 1,
            ),
            Mistake(
                Text(
                    "段の幅が 1 エポック違います。この図の点は、各エポックが使う学習率です。"
                    "最初の段はエポック 0 から始まります。",
                    "The stair is one epoch off. The points of this picture are what each epoch "
                    "uses, and the first stair begins with epoch 0.",
                ),
                example=lambda: (19, 0.25),
                when=lambda values: abs(values[0] - 20) == 1,
            ),
        ),
    ),
    ScheduleExercise(
        id="step-2",
        minutes=6,
        num_epochs=90,
        goal=lambda: _stairs(**RECIPE, warmup_prefix=False),
        start=Mistake(
            Text(
                "学習率が一定です。`decay_rate` の既定は 1.0 なので、段が見えません。"
                "まず下がる割合を、次にウォームアップを加えてください。",
                "The learning rate is constant: `decay_rate` is 1.0 by default, so there are no "
                "stairs. Add the factor first, then the warm-up.",
            ),
            when=lambda curves: is_constant(curves.yours),
        ),
        mistakes=(
            Mistake(
                Text(
                    "段は 35 と 65 で始まります。既定では `decay_t` をウォームアップの終わりから"
                    "数えます。学習の始まりから数える引数を探してください。",
                    "The stairs begin at 35 and 65. By default `decay_t` is counted from the end "
                    "of the warm-up. Look for the argument that counts from the start of training.",
                ),
                example=lambda: _stairs(**RECIPE),
                when=lambda curves: drops(curves.yours) == [35, 65],
            ),
            Mistake(
                Text(
                    "エポック 0 の学習率が 0 です。`warmup_lr_init` の既定は 0 なので、"
                    "最初のエポックは何も学びません。",
                    "Epoch 0 has a learning rate of 0. That is the default of `warmup_lr_init`, "
                    "and nothing is learned in that epoch.",
                ),
                example=lambda: _stairs(
                    decay_t=30, decay_rate=0.1, warmup_t=5, warmup_prefix=False
                ),
                when=lambda curves: curves.yours[0] == 0,
            ),
            Mistake(
                Text(
                    "段は合っています。足りないのはウォームアップです。",
                    "The stairs are right. What is missing is the warm-up.",
                ),
                example=lambda: _stairs(decay_t=30, decay_rate=0.1),
            ),
            Mistake(
                Text(
                    "段ごとに学習率が上がっています。10 で割るには、何を掛けますか。",
                    "The learning rate rises at every stair. To divide by 10, multiply by what?",
                ),
                example=lambda: _stairs(**{**RECIPE, "decay_rate": 10}, warmup_prefix=False),
                when=lambda curves: curves.yours[-1] > curves.yours[20],
            ),
        ),
    ),
    LoopExercise(
        id="step-3",
        minutes=4,
        goal=lambda: _loop(lambda scheduler, epoch: scheduler.step(epoch + 1)),
        start=Mistake(
            Text(
                "最初の段だけが 5 エポックあります。エポック 0 の学習率は、スケジューラを"
                "作ったときに決まっています。エポック 0 の終わりに要るのは、"
                "どのエポックの学習率ですか。",
                "The first stair alone lasts for 5 epochs. The learning rate of epoch 0 is set "
                "when the scheduler is built. Which epoch needs one at the end of epoch 0?",
            ),
            when=lambda curves: drops(curves.yours) == [5, 9],
        ),
        mistakes=(
            Mistake(
                Text(
                    "今度は 1 エポック早く下がります。次のエポックの番号を渡せば足ります。",
                    "Now it falls one epoch early. The number of the next epoch is enough.",
                ),
                example=lambda: _loop(lambda scheduler, epoch: scheduler.step(epoch + 2)),
                when=lambda curves: drops(curves.yours) == [3, 7, 11],
            ),
            Mistake(
                Text(
                    "学習率が変わりません。このスケジューラはエポックで数えるので、"
                    "`step_update` は何もしません。",
                    "The learning rate never changes. This scheduler counts epochs, so "
                    "`step_update` does nothing.",
                ),
                example=lambda: _loop(lambda scheduler, epoch: scheduler.step_update(epoch + 1)),
                when=lambda curves: is_constant(curves.yours),
            ),
        ),
    ),
)
