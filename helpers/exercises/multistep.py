"""Exercises of the chapter on MultiStepLRScheduler."""

from timm.scheduler import MultiStepLRScheduler
from torch.optim.lr_scheduler import MultiStepLR

from helpers.exercises.comparison import drops, first_drop, is_constant, restarts
from helpers.exercises.curve import LoopExercise, ScheduleExercise
from helpers.exercises.definition import Mistake
from helpers.exercises.reading import ReadingExercise
from helpers.exercises.runs import optimizer_with
from helpers.exercises.texts import Text
from helpers.recording import record_lrs


def _milestones(decay_t, decay_rate: float = 0.1, **arguments: object) -> MultiStepLRScheduler:
    return MultiStepLRScheduler(
        optimizer_with(), decay_t=decay_t, decay_rate=decay_rate, **arguments
    )


def _first_lower_epochs() -> list[int]:
    scheduler = _milestones([30, 60, 80], warmup_t=5, warmup_lr_init=0.01)
    return drops(record_lrs(scheduler, num_epochs=90).used)


def _loop(decay_t, *, call="step_update"):
    """An answer that runs 50 epochs of 10 updates and returns the LR of every update."""

    def train() -> list[float]:
        scheduler = _milestones(decay_t, t_in_epochs=False)
        used = []
        for epoch in range(50):
            for _ in range(10):
                used.append(scheduler.optimizer.param_groups[0]["lr"])
                if call == "step_update":
                    scheduler.step_update(len(used))
            scheduler.step(epoch + 1)
        return used

    return train


EXERCISES = (
    ReadingExercise(
        id="multistep-1",
        minutes=4,
        answer=_first_lower_epochs,
        start=Mistake(
            Text(
                "二つを順に考えます。マイルストーンは、学習の始まりとウォームアップの終わりの、"
                "どちらから数えますか。timm は、そのエポックちょうどで下げますか。",
                "Ask two things in turn. From where are the milestones counted, the start of "
                "training or the end of the warm-up? And does timm fall exactly on them?",
            )
        ),
        mistakes=(
            Mistake(
                Text(
                    "これはマイルストーンそのものです。ウォームアップの長さと、"
                    "timm の「1 早い」数え方の両方が抜けています。",
                    "These are the milestones themselves. Both are missing: the length of the "
                    "warm-up, and timm's way of being one early.",
                ),
                example=lambda: (30, 60, 80),
            ),
            Mistake(
                Text(
                    "「1 早い」ことは入っています。まだ入っていないのは、既定の "
                    "`warmup_prefix=True` です。",
                    "Being one early is in it. What is not is the default, `warmup_prefix=True`.",
                ),
                example=lambda: (29, 59, 79),
            ),
            Mistake(
                Text(
                    "ウォームアップの分は足せています。timm は、そのエポックちょうどではなく、"
                    "一つ前から下げます。",
                    "The warm-up has been added. timm does not fall exactly there, but one epoch "
                    "before.",
                ),
                example=lambda: (35, 65, 85),
            ),
        ),
    ),
    ScheduleExercise(
        id="multistep-2",
        minutes=4,
        num_epochs=200,
        goal=lambda: MultiStepLR(optimizer_with(), milestones=[100, 150], gamma=0.1),
        start=Mistake(
            Text(
                "エポック 99 と 149 が、もう下がった学習率を使います。torch の設定を写すと、"
                "timm では何エポックずれますか。",
                "Epochs 99 and 149 already use the lower learning rate. By how much is a recipe "
                "off when it is copied from torch to timm?",
            ),
            when=lambda curves: drops(curves.yours) == [99, 149],
        ),
        mistakes=(
            Mistake(
                Text(
                    "ずらす向きが逆です。timm はもともと早く下がるので、引くとさらに早くなります。",
                    "That is the wrong direction. timm falls early as it is, and subtracting makes "
                    "it earlier still.",
                ),
                example=lambda: _milestones([99, 149]),
                when=lambda curves: first_drop(curves.yours) < 99,
            ),
            Mistake(
                Text(
                    "学習率が一定です。torch の `gamma` にあたる `decay_rate` は、"
                    "timm では既定が 1.0 です。",
                    "The learning rate is constant. `decay_rate`, which is torch's `gamma`, is 1.0 "
                    "by default in timm.",
                ),
                example=lambda: _milestones([101, 151], decay_rate=1.0),
                when=lambda curves: is_constant(curves.yours),
            ),
            Mistake(
                Text(
                    "二つ目のマイルストーンが働いていません。timm は `decay_t` を並べ替えません。",
                    "One of the milestones does not show. timm does not sort `decay_t`.",
                ),
                example=lambda: _milestones([151, 101]),
                when=lambda curves: len(drops(curves.yours)) == 1,
            ),
        ),
    ),
    LoopExercise(
        id="multistep-3",
        minutes=5,
        per_update=True,
        goal=lambda: _loop([201, 401]),
        start=Mistake(
            Text(
                "エポック 2 と 4 の直前で下がっています。`t_in_epochs=False` では、"
                "`decay_t` も更新の数です。",
                "It falls just before epochs 2 and 4. With `t_in_epochs=False`, `decay_t` counts "
                "updates too.",
            ),
            when=lambda curves: drops(curves.yours)[:1] in ([19], [20]),
        ),
        mistakes=(
            Mistake(
                Text(
                    "単位は合いました。ただし、エポック 19 と 39 の最後の更新が、"
                    "もう低い学習率です。"
                    "timm の「1 早い」は、ここでは 1 更新です。",
                    "The unit is right. But the last update of epochs 19 and 39 already uses the "
                    "lower learning rate: one early now means one update.",
                ),
                example=lambda: _loop([200, 400]),
                when=lambda curves: drops(curves.yours) == [199, 399],
            ),
            Mistake(
                Text(
                    "学習率が変わりません。更新で数えるスケジューラには、"
                    "`step_update` が要ります。",
                    "The learning rate never changes. A scheduler that counts updates needs "
                    "`step_update`.",
                ),
                example=lambda: _loop([201, 401], call="step"),
                when=lambda curves: is_constant(curves.yours),
            ),
            Mistake(
                Text(
                    "早さを 1 エポック分で直しています。更新で数えるときは、1 更新分で足ります。",
                    "You make up for one epoch. Where updates are counted, one update is enough.",
                ),
                example=lambda: _loop([210, 410]),
                when=lambda curves: (
                    not restarts(curves.yours) and 201 <= first_drop(curves.yours) <= 210
                ),
            ),
        ),
    ),
)
