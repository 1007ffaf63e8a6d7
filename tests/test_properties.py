"""Invariants that the chapters state, on calls that Hypothesis makes up and shrinks."""

import io
import warnings
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
import torch
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from scheduler_calls import (
    CYCLIC,
    LAST,
    SCHEDULERS,
    Call,
    base_lrs,
    calls_of,
    cycle_of,
    is_close,
    lrs_after,
    restart_is_rounded,
    times,
    timm_is_wrong,
)

properties = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
starts = st.integers(0, 60)
noises = st.fixed_dictionaries(
    {
        "noise_range_t": starts | st.tuples(starts, st.integers(60, LAST)),
        "noise_pct": st.floats(0.05, 0.9),
        "noise_std": st.floats(0.05, 1),
        "noise_seed": st.integers(0, 1000),
    }
)
whole_run = range(LAST + 1)


def holds_for(
    *schedulers: str, groups: int = 1, **strategies: st.SearchStrategy
) -> Callable[[Callable], Callable]:
    """Make a test of a property of a `call`: one for each class, for all but Plateau by default."""

    def decorate(check: Callable) -> Callable:
        def test(scheduler: str) -> None:
            calls = calls_of(scheduler, groups=groups)
            properties(given(call=calls, **strategies)(check))()

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        return pytest.mark.parametrize("scheduler", schedulers or SCHEDULERS)(test)

    return decorate


@holds_for()
def test_the_lr_stays_between_its_bounds(call):
    init = call["warmup_lr_init"] if call["warmup_t"] else call.lr[0]
    lr_min = 0.0 if "StepLR" in call.scheduler else call["lr_min"]
    lowest = min(lr_min, init) * (1 - 1e-12)
    highest = max(call.lr[0], init) * (1 + 1e-12)
    sound = [t for t in whole_run if not timm_is_wrong(call, t)]
    assert [t for t, lr in zip(sound, call.run(sound)) if not lowest <= lr <= highest] == []


@holds_for()
def test_after_the_warmup_the_lr_rises_only_at_restarts(call):
    sound = [t for t in whole_run if t >= call["warmup_t"] and not timm_is_wrong(call, t)]
    run = list(zip(sound, call.run(sound)))
    rises = [(a, b) for (a, before), (b, lr) in pairwise(run) if lr > before * (1 + 1e-12)]
    if call.scheduler in CYCLIC:
        rises = [(a, b) for a, b in rises if cycle_of(call, a)[0] == cycle_of(call, b)[0]]
    assert rises == []


@holds_for(*CYCLIC, cycle_mul=st.sampled_from([1.0, 2.0]), cycle=st.integers(0, 3))
def test_a_restart_brings_back_the_peak_of_its_cycle(call, cycle_mul, cycle):
    call = call.but(cycle_mul=cycle_mul, cycle_limit=4, warmup_t=0)
    start = call["t_initial"] * sum(cycle_mul**i for i in range(cycle))
    peak = call.lr[0] * call["cycle_decay"] ** cycle
    alone = replace(call, lr=(peak,)).but(cycle_decay=1.0)
    assert is_close(call.at(int(start)), alone.at(0))


@holds_for("StepLRScheduler", "MultiStepLRScheduler", "CosineLRScheduler", "PolyLRScheduler")
def test_with_a_prefix_the_warmup_reaches_the_base_lr(call):
    call = call.but(warmup_prefix=True)
    assert is_close(call.at(call["warmup_t"]), call.lr[0])


@holds_for(warmup_t=st.integers(1, 20))
def test_the_warmup_is_a_straight_line(call, warmup_t):
    """To the base LR; with Tanh to the value at the joint if it has no prefix."""
    call = call.but(warmup_t=warmup_t)
    own = call.scheduler == "TanhLRScheduler" and not call.prefix
    assume(not own or not restart_is_rounded(call, warmup_t))
    top = call.at(warmup_t) if own else call.lr[0]
    init = call["warmup_lr_init"]
    line = [init + (top - init) * t / warmup_t for t in range(warmup_t)]
    assert [is_close(*lrs) for lrs in zip(call.run(range(warmup_t)), line)] == [True] * warmup_t


def is_continuous(call: Call, t: int) -> bool:
    """Whether nothing jumps at `t`: compared a billionth before and after."""
    before, there, after = call.run((t - 1e-9, t, t + 1e-9))
    return max(abs(before - there), abs(after - there)) <= 2e-4 * call.lr[0]


@holds_for("WSDLRScheduler")
def test_nothing_jumps_where_two_phases_of_wsd_meet(call):
    end = call["warmup_t"] + call["t_initial"]
    joints = {call["warmup_t"], end - call["decay_t"], end} - {0}
    assert all(is_continuous(call, joint) for joint in joints)


@holds_for("CosineLRScheduler", "PolyLRScheduler")
def test_the_last_cycle_ends_at_lr_min(call):
    call = call.but(warmup_prefix=True, cycle_limit=1, cycle_mul=1.0)
    assert is_continuous(call, call["warmup_t"] + call["t_initial"])


@holds_for("TanhLRScheduler", warmup_t=st.integers(1, 20))
def test_without_a_prefix_tanh_has_no_jump_after_the_warmup(call, warmup_t):
    assume(warmup_t < call["t_initial"])
    assert is_continuous(call.but(warmup_t=warmup_t, warmup_prefix=False), warmup_t)


any_call = st.tuples(st.sampled_from(["step", "step_update"]), times)


@holds_for(groups=2, noise=noises, history=st.lists(any_call, max_size=5), t=times)
def test_the_lr_does_not_depend_on_earlier_calls(call, noise, history, t):
    call = call.but(**noise)
    assume(not any(restart_is_rounded(call, time) for time in (t, *(time for _, time in history))))
    scheduler = call.build()
    for method, time in history:
        getattr(scheduler, method)(time)
    assert lrs_after(scheduler, t) == call.lrs(t)


LENGTHS = ("t_initial", "decay_t", "warmup_t", "stable_timescale")


def in_updates(call: Call, updates_per_epoch: int) -> Call:
    """The call with all lengths in updates instead of epochs."""
    lengths = {
        name: [updates_per_epoch * t for t in value]
        if isinstance(value, list)
        else updates_per_epoch * value
        for name, value in call.arguments.items()
        if name in LENGTHS
    }
    return call.but(**lengths, t_in_epochs=False)


def milestone_is_next(call: Call, t: int) -> bool:
    """At the epoch before a milestone it counts already; in updates, one update before it."""
    if call.scheduler != "MultiStepLRScheduler" or t < call["warmup_t"]:
        return False
    return (t - call["warmup_t"] if call.prefix else t) + 1 in call["decay_t"]


@holds_for(updates_per_epoch=st.integers(1, 50))
def test_updates_give_what_epochs_give_where_they_meet(call, updates_per_epoch):
    aligned = [
        t for t in whole_run if not timm_is_wrong(call, t) and not milestone_is_next(call, t)
    ]
    by_epochs = call.run(aligned)
    by_updates = in_updates(call, updates_per_epoch).run(updates_per_epoch * t for t in aligned)
    pairs = zip(aligned, by_epochs, by_updates)
    assert [t for t, first, second in pairs if not is_close(first, second)] == []


@holds_for(groups=2, noise=noises, exponent=st.sampled_from([-3, -1, 1, 3]), t=times)
def test_the_lr_is_linear_in_all_lrs_together(call, noise, exponent, t):
    """By a power of two, so that not even rounding differs."""
    assume(not restart_is_rounded(call, t))
    call, factor = call.but(**noise), 2.0**exponent
    others = {"lr_min", "warmup_lr_init"} & set(call.arguments)
    scaled = replace(call, lr=tuple(factor * lr for lr in call.lr))
    scaled = scaled.but(**{name: factor * call[name] for name in others})
    assert scaled.lrs(t) == [factor * lr for lr in call.lrs(t)]


@holds_for(*CYCLIC, "StepLRScheduler", "MultiStepLRScheduler", other=base_lrs)
def test_with_a_fixed_lr_min_the_lr_is_affine_in_the_base_lr(call, other):
    """WSD is not: its stable phase does not go below lr_min."""
    assume(call.scheduler != "TanhLRScheduler" or not restart_is_rounded(call, call["warmup_t"]))
    sound = [t for t in whole_run if not restart_is_rounded(call, t)]
    (lr,) = call.lr
    runs = (replace(call, lr=(base,)).run(sound) for base in (lr, (lr + other) / 2, other))
    rows = zip(sound, *runs)
    assert [t for t, low, middle, high in rows if not is_close(middle, (low + high) / 2)] == []


@holds_for(groups=3, noise=noises, t=times)
def test_param_groups_keep_their_ratio(call, noise, t):
    """If nothing is added to them: a common lr_min or warmup_lr_init would be."""
    assume(not restart_is_rounded(call, t))
    zeros = dict.fromkeys({"lr_min", "warmup_lr_init"} & set(call.arguments), 0.0)
    first, *others = call.but(**zeros, **noise).lrs(t)
    for lr, base_lr in zip(others, call.lr[1:]):
        assert is_close(lr * call.lr[0], first * base_lr)


scales = st.tuples(*[st.sampled_from([0.5, 0.25, 1.0])] * 2)


@holds_for(groups=2, noise=noises, lr_scale=scales, t=times)
def test_lr_scale_multiplies_the_whole_lr(call, noise, lr_scale, t):
    assume(not restart_is_rounded(call, t))
    call = call.but(**noise)
    scaled = [lr * scale for lr, scale in zip(call.lrs(t), lr_scale)]
    assert replace(call, lr_scale=lr_scale).lrs(t) == scaled


@holds_for(noise=noises)
def test_noise_stays_below_its_limit_and_in_its_range(call, noise):
    start, end = noise["noise_range_t"], LAST + 1
    if isinstance(start, tuple):
        start, end = start
    sound = [t for t in whole_run if not restart_is_rounded(call, t)]
    runs = list(zip(sound, call.run(sound), call.but(**noise).run(sound)))
    limit = noise["noise_pct"] * (1 + 1e-12)
    inside = [row for row in runs if start <= row[0] < end and row[1] > 0]
    assert [t for t, plain, noisy in inside if not 0 < abs(noisy - plain) <= limit * plain] == []
    outside = [row for row in runs if not start <= row[0] < end]
    assert [t for t, plain, noisy in outside if noisy != plain] == []


@holds_for(noise=noises, t=times)
def test_a_seed_one_higher_shifts_the_noise_by_one(call, noise, t):
    assume(not restart_is_rounded(call, t) and not restart_is_rounded(call, t + 1))
    call = call.but(**noise | {"noise_range_t": 0})
    plain = call.but(noise_range_t=None)
    assume(plain.at(t) > 0 and plain.at(t + 1) > 0)
    higher = call.but(noise_seed=call["noise_seed"] + 1)
    assert is_close(higher.at(t) / plain.at(t), call.at(t + 1) / plain.at(t + 1))


@holds_for(groups=2, noise=noises, t=times)
def test_a_state_dict_carries_everything_over(call, noise, t):
    """To a scheduler of other learning rates and lengths."""
    assume(not restart_is_rounded(call, t))
    call = call.but(**noise)
    file = io.BytesIO()
    torch.save(call.build().state_dict(), file)
    file.seek(0)
    lengths = {"MultiStepLRScheduler": {"decay_t": [4]}, "StepLRScheduler": {"decay_t": 4}}
    arguments = lengths.get(call.scheduler, {"t_initial": 7})
    if call.scheduler == "WSDLRScheduler":
        arguments = arguments | {"decay_t": 2}
    scheduler = Call(call.scheduler, (0.5, 0.25), arguments).build()
    scheduler.load_state_dict(torch.load(file))
    assert lrs_after(scheduler, t) == call.lrs(t)


metrics = st.lists(st.floats(-1, 1), min_size=10, max_size=30)


@holds_for("PlateauLRScheduler", metrics=metrics)
def test_plateau_never_rises_after_the_warmup_nor_falls_below_lr_min(call, metrics):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        scheduler = call.build()
    lrs = [*call.lr] if call["warmup_t"] == 0 else []
    for epoch, metric in enumerate(metrics, start=1):
        scheduler.step(epoch, metric)
        if epoch >= call["warmup_t"]:
            lrs.append(scheduler.optimizer.param_groups[0]["lr"])
    assert lrs == sorted(lrs, reverse=True)
    assert all(call["lr_min"] <= lr for lr in lrs)
