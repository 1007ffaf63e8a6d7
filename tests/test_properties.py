"""Invariants that the chapters state, on calls that Hypothesis makes up and shrinks."""

import io
import warnings
from dataclasses import replace

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
    max_examples=200,
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


@properties
@given(calls_of(), times)
def test_the_lr_stays_between_its_bounds(call, t):
    assume(not timm_is_wrong(call, t))
    init = call["warmup_lr_init"] if call["warmup_t"] else call.lr[0]
    lr_min = 0.0 if "StepLR" in call.scheduler else call["lr_min"]
    lowest = min(lr_min, init)
    highest = max(call.lr[0], init)
    assert lowest * (1 - 1e-12) <= call.at(t) <= highest * (1 + 1e-12)


@properties
@given(calls_of(), times)
def test_after_the_warmup_the_lr_rises_only_at_restarts(call, t):
    assume(t >= call["warmup_t"])
    assume(not timm_is_wrong(call, t) and not timm_is_wrong(call, t + 1))
    restarts = call.scheduler in CYCLIC and cycle_of(call, t)[0] != cycle_of(call, t + 1)[0]
    if not restarts:
        assert call.at(t + 1) <= call.at(t) * (1 + 1e-12)


@properties
@given(calls_of(*CYCLIC), st.sampled_from([1.0, 2.0]), st.integers(0, 3))
def test_a_restart_brings_back_the_peak_of_its_cycle(call, cycle_mul, cycle):
    call = call.but(cycle_mul=cycle_mul, cycle_limit=4, warmup_t=0)
    start = call["t_initial"] * sum(cycle_mul**i for i in range(cycle))
    peak = call.lr[0] * call["cycle_decay"] ** cycle
    alone = replace(call, lr=(peak,)).but(cycle_decay=1.0)
    assert is_close(call.at(int(start)), alone.at(0))


@properties
@given(calls_of("StepLRScheduler", "MultiStepLRScheduler", "CosineLRScheduler", "PolyLRScheduler"))
def test_with_a_prefix_the_warmup_reaches_the_base_lr(call):
    call = call.but(warmup_prefix=True)
    assert is_close(call.at(call["warmup_t"]), call.lr[0])


@properties
@given(calls_of(), st.integers(1, 20), st.integers(0, 19))
def test_the_warmup_is_a_straight_line(call, warmup_t, t):
    """To the base LR; with Tanh to the value at the joint if it has no prefix."""
    call, t = call.but(warmup_t=warmup_t), t % warmup_t
    own = call.scheduler == "TanhLRScheduler" and not call.prefix
    assume(not own or not restart_is_rounded(call, warmup_t))
    top = call.at(warmup_t) if own else call.lr[0]
    init = call["warmup_lr_init"]
    assert is_close(call.at(t), init + (top - init) * t / warmup_t)


def is_continuous(call: Call, t: int) -> bool:
    """Whether nothing jumps at `t`: compared a billionth before and after."""
    before, there, after = (call.at(time) for time in (t - 1e-9, t, t + 1e-9))
    return max(abs(before - there), abs(after - there)) <= 2e-4 * call.lr[0]


@properties
@given(calls_of("WSDLRScheduler"))
def test_nothing_jumps_where_two_phases_of_wsd_meet(call):
    end = call["warmup_t"] + call["t_initial"]
    joints = {call["warmup_t"], end - call["decay_t"], end} - {0}
    assert all(is_continuous(call, joint) for joint in joints)


@properties
@given(calls_of("CosineLRScheduler", "PolyLRScheduler"))
def test_the_last_cycle_ends_at_lr_min(call):
    call = call.but(warmup_prefix=True, cycle_limit=1, cycle_mul=1.0)
    assert is_continuous(call, call["warmup_t"] + call["t_initial"])


@properties
@given(calls_of("TanhLRScheduler"))
def test_without_a_prefix_tanh_has_no_jump_after_the_warmup(call):
    call = call.but(warmup_prefix=False, cycle_mul=1.0)
    assume(0 < call["warmup_t"] < call["t_initial"])
    assert is_continuous(call, call["warmup_t"])


any_method = st.sampled_from(["step", "step_update"])


@properties
@given(calls_of(groups=2), noises, st.lists(st.tuples(any_method, times), max_size=5), times)
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


@settings(properties, max_examples=300)
@given(calls_of(), st.integers(1, 50), times)
def test_updates_give_what_epochs_give_where_they_meet(call, updates_per_epoch, t):
    """Not at the epoch before a milestone, which is one update before it when counted so."""
    assume(not timm_is_wrong(call, t))
    if call.scheduler == "MultiStepLRScheduler" and t >= call["warmup_t"]:
        assume((t - call["warmup_t"] if call.prefix else t) + 1 not in call["decay_t"])
    by_updates = in_updates(call, updates_per_epoch).at(updates_per_epoch * t)
    assert is_close(by_updates, call.at(t))


@properties
@given(calls_of(groups=2), noises, st.integers(-3, 3), times)
def test_the_lr_is_linear_in_all_lrs_together(call, noise, exponent, t):
    """A power of two, so that not even rounding differs."""
    assume(not restart_is_rounded(call, t))
    call, factor = call.but(**noise), 2.0**exponent
    others = {"lr_min", "warmup_lr_init"} & set(call.arguments)
    scaled = replace(call, lr=tuple(factor * lr for lr in call.lr))
    scaled = scaled.but(**{name: factor * call[name] for name in others})
    assert scaled.lrs(t) == [factor * lr for lr in call.lrs(t)]


@properties
@given(calls_of(*CYCLIC, "StepLRScheduler", "MultiStepLRScheduler"), base_lrs, times)
def test_with_a_fixed_lr_min_the_lr_is_affine_in_the_base_lr(call, other, t):
    """WSD is not: its stable phase does not go below lr_min."""
    assume(not restart_is_rounded(call, t))
    assume(call.scheduler != "TanhLRScheduler" or not restart_is_rounded(call, call["warmup_t"]))
    (lr,) = call.lr
    middle = replace(call, lr=((lr + other) / 2,))
    mean = (call.at(t) + replace(call, lr=(other,)).at(t)) / 2
    assert is_close(middle.at(t), mean)


@properties
@given(calls_of(groups=3), noises, times)
def test_param_groups_keep_their_ratio(call, noise, t):
    """If nothing is added to them: a common lr_min or warmup_lr_init would be."""
    assume(not restart_is_rounded(call, t))
    zeros = dict.fromkeys({"lr_min", "warmup_lr_init"} & set(call.arguments), 0.0)
    first, *others = call.but(**zeros, **noise).lrs(t)
    for lr, base_lr in zip(others, call.lr[1:]):
        assert is_close(lr * call.lr[0], first * base_lr)


@properties
@given(calls_of(groups=2), noises, st.tuples(*[st.sampled_from([0.5, 0.25, 1.0])] * 2), times)
def test_lr_scale_multiplies_the_whole_lr(call, noise, lr_scale, t):
    assume(not restart_is_rounded(call, t))
    call = call.but(**noise)
    plain = call.lrs(t)
    assert replace(call, lr_scale=lr_scale).lrs(t) == [a * b for a, b in zip(plain, lr_scale)]


@properties
@given(calls_of(), noises, times)
def test_noise_stays_below_its_limit_and_in_its_range(call, noise, t):
    assume(not restart_is_rounded(call, t))
    start, end = noise["noise_range_t"], LAST + 1
    if isinstance(start, tuple):
        start, end = start
    noisy, plain = call.but(**noise).at(t), call.at(t)
    if start <= t < end:
        assert abs(noisy - plain) <= noise["noise_pct"] * plain * (1 + 1e-12)
        assert plain == 0 or noisy != plain
    else:
        assert noisy == plain


@properties
@given(calls_of(), noises, times)
def test_a_seed_one_higher_shifts_the_noise_by_one(call, noise, t):
    assume(not restart_is_rounded(call, t) and not restart_is_rounded(call, t + 1))
    call = call.but(**noise | {"noise_range_t": 0})
    plain = call.but(noise_range_t=None)
    assume(plain.at(t) > 0 and plain.at(t + 1) > 0)
    higher = call.but(noise_seed=call["noise_seed"] + 1)
    assert is_close(higher.at(t) / plain.at(t), call.at(t + 1) / plain.at(t + 1))


two_of_a_class = st.sampled_from(SCHEDULERS).flatmap(
    lambda name: st.tuples(calls_of(name, groups=2), calls_of(name, groups=2))
)


@properties
@given(two_of_a_class, noises, times)
def test_a_state_dict_carries_everything_over(calls, noise, t):
    call, other = calls
    assume(not restart_is_rounded(call, t))
    call = call.but(**noise)
    file = io.BytesIO()
    torch.save(call.build().state_dict(), file)
    file.seek(0)
    scheduler = other.build()
    scheduler.load_state_dict(torch.load(file))
    assert lrs_after(scheduler, t) == call.lrs(t)


@properties
@given(calls_of("PlateauLRScheduler"), st.lists(st.floats(-1, 1), min_size=10, max_size=30))
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
