"""The pitfalls that the explorer names: when it does, and that timm does what they say."""

import json
from bisect import bisect_right
from random import Random
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from explorer_settings import random_settings

from helpers.explorer.metric import metric_of
from helpers.explorer.parameters import SCHEDULES, settings_of
from helpers.explorer.timm_run import run_timm


@pytest.fixture(scope="module")
def pitfalls_of(explorer_js):
    """The values of each pitfall by its id."""
    explorer_js.eval("""
      const pitfallsOf = (json) => {
        const found = LRExplorer.pitfallsOf(LRExplorer.computeRun(JSON.parse(json)));
        return JSON.stringify(found.map(({ id, values }) => [id.replace("pitfall_", ""), values]));
      };
    """)
    return lambda settings: dict(json.loads(explorer_js.call("pitfallsOf", json.dumps(settings))))


def timm_lrs(settings, **changed):
    """timm's LRs, `(t, group)`, of the same settings but for some."""
    return run_timm(settings | changed).lrs


class Case:
    """Settings, timm's LRs of them and the values that a sentence mentions.

    `lrs` is `(t, group)`; `plain` is the same without noise and, but for plateau, without the
    factors of the param groups.
    """

    def __init__(self, settings, values):
        self.settings = SimpleNamespace(**{"lr_min": 0, **settings})
        self.values = SimpleNamespace(**{name: _number(value) for name, value in values.items()})
        self._settings = settings
        self.lrs = timm_lrs(settings)
        self.plain = self.without_noise()
        self.lr = np.array(settings["lr"], dtype=float)
        self.lowest = int(self.lr.argmin())
        self.last = len(self.lrs) - 2
        self.first = max(1, settings["warmup_t"])

    def without_noise(self, **changed):
        changed["noise_range_t"] = None
        if self.settings.schedule != "plateau":
            changed["lr_scale"] = [1] * len(self.settings.lr)
        return timm_lrs(self._settings, **changed)

    def shows(self, lr, name="lr"):
        """Whether a value of timm's is the one that the sentence mentions, to five digits."""
        return bool(np.isclose(lr, getattr(self.values, name), rtol=6e-5, atol=1e-30).any())


def _number(text):
    """A number where the text is one."""
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text


def torch_drops(milestones, epochs):
    """The epochs from which torch's MultiStepLR trains with a lower LR."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones)
    lrs = []
    for _ in range(epochs):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return (np.flatnonzero(np.diff(lrs)) + 1).tolist()


# What the sentences say, of timm's LRs under any settings. c is a Case, s its settings and v the
# values that the sentence mentions.


def negative_lr(c, s, v):
    assert c.shows(c.lrs[v.t].min()) and v.lr < 0
    assert (c.lrs[: v.t] >= 0).all()


def warmup_past_run(c, s, v):
    assert v.t == c.last < v.warmup_t
    assert np.allclose(np.diff(c.plain[: v.warmup_t], n=2, axis=0), 0, atol=1e-12)


def updates_as_epochs(c, s, v):
    assert v.epochs * s.updates_per_epoch == pytest.approx(v.value, rel=1e-4)
    assert v.value == np.max(getattr(s, v.name)) <= v.num_epochs == s.num_epochs < c.last + 1


def cycle_limit_zero(c, s, v):
    assert (c.plain[v.t :] == s.lr_min).all()


def warmup_past_cycles(c, s, v):
    assert v.t == s.warmup_t
    assert (c.plain[v.t :] == s.lr_min).all()


def plateau_mode(c, s, v):
    assert (v.to > vars(v)["from"]) == (v.mode == "min")
    assert (np.diff(c.plain[s.warmup_t : -1], axis=0) < 0).any()


def patience_past_run(c, s, v):
    assert v.t == c.last < v.earliest
    assert not np.diff(c.plain[s.warmup_t : -1], axis=0).any()


def negative_metric(c, s, v):
    assert (metric_of(vars(s))[s.warmup_t :] < 0).any() and s.threshold > 0


def decay_rate_one(c, s, v):
    assert (c.plain[c.first :] == c.lr).all()


def lr_min_above_lr(c, s, v):
    assert c.shows(c.lr.min()) and v.lr < s.lr_min
    after = c.plain[c.first :, c.lowest]
    assert not len(after) or after.max() > v.lr or s.cycle_decay < 1


def warmup_above_lr(c, s, v):
    scale = s.lr_scale[c.lowest] if s.schedule == "plateau" else 1
    line = c.plain[: s.warmup_t, c.lowest] / scale
    assert c.shows(line[0], "warmup_lr_init") and c.shows(c.lr.min())
    assert (np.diff(line) < 0).all()


def joint_drop(c, s, v):
    drops = c.plain[v.t] < c.plain[v.t - 1]
    assert v.t == s.warmup_t
    assert c.shows(c.plain[v.t - 1, drops], "before") and c.shows(c.plain[v.t, drops], "after")


def tanh_start(c, s, v):
    assert c.shows(c.lr[0])
    with_prefix = c.without_noise(warmup_t=5, warmup_prefix=True, num_epochs=10, t_in_epochs=True)
    assert c.shows(with_prefix[5, 0], "start")
    assert (c.plain[1:, 0] <= max(v.start, s.lr_min, s.warmup_lr_init) * (1 + 1e-4)).all() or (
        s.cycle_decay > 1 or s.warmup_t
    )


def noise_never(c, s, v):
    assert (c.lrs[:-1] == timm_lrs(vars(s), noise_range_t=None)[:-1]).all()


def cycles_never_come(c, s, v):
    assert (c.plain[:-1] == c.without_noise(cycle_limit=1)[:-1]).all()


def ends_before_decay(c, s, v):
    assert v.t == c.last and c.shows(c.lrs[v.t, 0])
    after = c.without_noise(num_epochs=v.end)
    assert (after[v.end] == s.lr_min).all()


def stays_at_lr_min(c, s, v):
    assert (c.plain[v.t :] == s.lr_min).all()


def cycles_only_one(c, s, v):
    assert (c.lrs == timm_lrs(vars(s), cycle_mul=1, cycle_decay=1)).all()


def noise_below_lr_min(c, s, v):
    below = (c.lrs[v.t] < s.lr_min) & (c.plain[v.t] >= s.lr_min * (1 - 1e-12))
    assert c.shows(c.lrs[v.t, below])


def scale_below_lr_min(c, s, v):
    assert c.shows(c.lrs[c.last, np.isclose(s.lr_scale, v.lr_scale)]) and v.lr < s.lr_min


def first_epoch_zero(c, s, v):
    assert (c.lrs[0] == 0).all()


def milestone_early(c, s, v):
    passed = bisect_right(s.decay_t, v.milestone)
    assert c.plain[v.t, 0] == pytest.approx(c.lr[0] * s.decay_rate**passed, rel=1e-12)
    assert v.milestone in torch_drops(s.decay_t, v.milestone + 1)
    assert v.t == v.milestone - 1 + (s.warmup_t if s.warmup_prefix else 0)


def lr_min_not_used(c, s, v):
    assert v.t == c.last and c.shows(c.lrs[v.t, 0])
    assert (c.plain[v.end] == s.lr_min).all() and (c.plain[v.t, 0] != s.lr_min)


def noise_shared(c, s, v):
    assert v.groups == len(s.lr)
    with np.errstate(invalid="ignore"):
        noise = c.lrs / timm_lrs(vars(s), noise_range_t=None)
    if s.schedule != "plateau":
        assert np.allclose(noise, noise[:, :1], rtol=1e-9, equal_nan=True)


def noise_same_seed(c, s, v):
    assert s.noise_seed == 42
    assert (c.lrs == timm_lrs(vars(s), noise_seed=42, updates_per_epoch=s.updates_per_epoch)).all()


# What the sentences say of the settings in CASES below.


def milestones_unsorted(c, s, v):
    assert (c.lrs != timm_lrs(vars(s), decay_t=sorted(s.decay_t))).any()


def peak_below_lr_min(c, s, v):
    second = c.plain[50:100, 0]
    assert v.cycle == 2 and c.shows(second[0], "peak") and v.peak < s.lr_min
    assert (np.diff(second) > 0).all()


def ends_within_cycle(c, s, v):
    assert v.t == c.last and c.shows(c.lrs[v.t, 0])
    lrs = timm_lrs(vars(s), num_epochs=v.end)
    assert (np.diff(lrs[v.t : v.end, 0]) < 0).all()
    assert lrs[v.end, 0] in (s.lr[0], s.lr_min)


def lost_restart(c, s, v):
    share = (1 - np.tanh(3)) / 2 if s.schedule == "tanh" else 0
    end = s.lr_min + (s.lr[0] - s.lr_min) * share
    assert c.lrs[v.t, 0] == pytest.approx(end, abs=1e-7)
    assert c.lrs[v.t + 1, 0] > 0.09


def tanh_end(c, s, v):
    assert c.shows(c.lrs[49, 0])
    assert c.lrs[:100, 0].min() >= v.lr * 0.9999 > s.lr_min
    assert c.lrs[100, 0] == s.lr_min


half = {"decay_rate": 0.5}
noisy = {"noise_range_t": 0}
groups = {"lr": [0.1, 0.02], "lr_scale": [1, 0.1]}
warm = {"warmup_t": 10, "warmup_lr_init": 0.01}
per_update = {"t_in_epochs": False}
flat = {"metric_from": -1, "metric_to": -1}
endless = {"cycle_mul": 0.5, "cycle_limit": 10**12, "cycle_decay": 0.999999, "lr_min": 0.01}
growing = {"t_initial": 50, "cycle_mul": 1.2, "cycle_limit": 9, "num_epochs": 200, "lr_min": 0.01}

# The fact, settings with the pitfall, and what takes it away.
CASES = [
    (negative_lr, "cosine", noisy | {"noise_pct": 3}, {"noise_pct": 0.99}),
    (warmup_past_run, "cosine", warm | {"warmup_t": 100}, {"warmup_t": 99}),
    (warmup_past_run, "plateau", {"warmup_t": 100}, {"warmup_t": 50}),
    (warmup_past_run, "poly", warm | endless | {"warmup_t": 100}, {"warmup_t": 0}),
    (updates_as_epochs, "cosine", per_update, {"t_initial": 1000}),
    (updates_as_epochs, "wsd", per_update, {"t_initial": 1000}),
    (updates_as_epochs, "step", per_update, {"decay_t": 300}),
    (updates_as_epochs, "multistep", per_update, {"decay_t": [300, 600]}),
    (cycle_limit_zero, "poly", {"cycle_limit": 0, "lr_min": 0.01}, {"cycle_limit": 1}),
    (cycle_limit_zero, "tanh", {"cycle_limit": 0, "warmup_t": 5}, {"cycle_limit": 1}),
    (warmup_past_cycles, "cosine", warm | {"t_initial": 10}, {"warmup_prefix": True}),
    (warmup_past_cycles, "tanh", warm | {"t_initial": 5}, {"cycle_limit": 3}),
    (plateau_mode, "plateau", {"mode": "min"}, {"mode": "max"}),
    (plateau_mode, "plateau", {"metric_from": 2}, {"mode": "min"}),
    (patience_past_run, "plateau", {"num_epochs": 12}, {"num_epochs": 13}),
    (patience_past_run, "plateau", warm | {"num_epochs": 22}, {"patience_t": 9}),
    (negative_metric, "plateau", flat, {"threshold": 0}),
    (negative_metric, "plateau", flat | {"mode": "min"}, {"metric_from": 1, "metric_to": 1}),
    (decay_rate_one, "step", {"decay_rate": 1}, {"decay_rate": 0.9}),
    (decay_rate_one, "multistep", {"decay_rate": 1} | warm, {"decay_rate": 0.9}),
    (milestones_unsorted, "multistep", half | {"decay_t": [5, 2, 9]}, {"decay_t": [2, 5, 9]}),
    (milestones_unsorted, "multistep", half | {"decay_t": [5, 2]}, {"decay_t": [500, 200]}),
    (lr_min_above_lr, "cosine", groups | {"lr_min": 0.05}, {"lr_min": 0.01}),
    (lr_min_above_lr, "wsd", {"lr_min": 0.2}, {"lr_min": 0.1}),
    (warmup_above_lr, "poly", groups | warm | {"warmup_lr_init": 0.05}, {"warmup_lr_init": 0.01}),
    (
        peak_below_lr_min,
        "cosine",
        {"t_initial": 50, "lr_min": 0.01, "cycle_limit": 2, "cycle_decay": 0.05},
        {"cycle_decay": 0.5},
    ),
    (joint_drop, "cosine", warm | {"t_initial": 30, "num_epochs": 30}, {"warmup_prefix": True}),
    (joint_drop, "poly", warm | {"t_initial": 30}, {"t_initial": 300, "num_epochs": 300}),
    (joint_drop, "step", warm | half | {"decay_t": 7, "warmup_prefix": False}, {"decay_t": 20}),
    (tanh_start, "tanh", {"lb": -1}, {"lb": -3}),
    (tanh_start, "tanh", warm | {"lb": 0.5, "warmup_prefix": True}, {"warmup_prefix": False}),
    (noise_never, "cosine", {"noise_range_t": 100}, {"noise_range_t": 99}),
    (noise_never, "step", {"noise_range_t": [40, 40]}, {"noise_range_t": [40, 41]}),
    (noise_never, "plateau", warm | {"noise_range_t": [0, 11]}, {"noise_range_t": [0, 12]}),
    (
        cycles_never_come,
        "cosine",
        {"t_initial": 99, "num_epochs": 99, "cycle_limit": 3},
        {"t_initial": 33},
    ),
    (ends_within_cycle, "cosine", {"t_initial": 120}, {"num_epochs": 120}),
    (ends_within_cycle, "poly", {"t_initial": 30, "cycle_limit": 9}, {"num_epochs": 120}),
    (ends_before_decay, "wsd", {"t_initial": 120}, {"num_epochs": 120}),
    (ends_before_decay, "wsd", {"warmup_t": 2}, {"t_initial": 98}),
    (lost_restart, "cosine", growing, {"cycle_mul": 2}),
    (lost_restart, "poly", growing, {"cycle_limit": 3}),
    (lost_restart, "tanh", growing, {"num_epochs": 182}),
    (stays_at_lr_min, "cosine", {"t_initial": 60}, {"t_initial": 90}),
    (stays_at_lr_min, "wsd", warm | {"t_initial": 60}, {"t_initial": 80}),
    (stays_at_lr_min, "poly", growing | {"cycle_limit": 2}, {"cycle_limit": 3}),
    (
        tanh_end,
        "tanh",
        {"ub": 1, "t_initial": 50, "cycle_limit": 2, "num_epochs": 105},
        {"ub": 3},
    ),
    (cycles_only_one, "cosine", {"cycle_decay": 0.5}, {"cycle_limit": 2}),
    (cycles_only_one, "tanh", {"cycle_mul": 2}, {"cycle_mul": 1}),
    (noise_below_lr_min, "cosine", noisy | {"lr_min": 0.05}, {"lr_min": 0}),
    (noise_below_lr_min, "plateau", noisy | {"lr_min": 0.05}, {"lr_min": 1e-6}),
    (scale_below_lr_min, "cosine", groups | {"lr_min": 0.01}, {"lr_scale": [1, 1]}),
    (scale_below_lr_min, "wsd", groups | {"lr_min": 0.01, "num_epochs": 102}, {"lr_min": 0}),
    (first_epoch_zero, "step", {"warmup_t": 5}, {"warmup_lr_init": 1e-6}),
    (first_epoch_zero, "plateau", {"warmup_t": 5}, {"warmup_t": 0}),
    (milestone_early, "multistep", half, {"decay_t": [150]}),
    (milestone_early, "multistep", half | warm, {"decay_t": [1.5, 20.5]}),
    (lr_min_not_used, "cosine", {}, {"t_initial": 99}),
    (lr_min_not_used, "wsd", warm | {"t_initial": 90}, {"num_epochs": 101}),
    (noise_shared, "step", noisy | groups, {"lr": [0.1], "lr_scale": [1]}),
    (noise_same_seed, "step", noisy, {"noise_seed": 7}),
]
GENERAL = {
    fact.__name__: fact
    for fact, *_ in CASES
    if fact
    not in (milestones_unsorted, peak_below_lr_min, ends_within_cycle, lost_restart, tanh_end)
}


@pytest.mark.parametrize(
    ("fact", "schedule", "given", "cure"), CASES, ids=lambda x: getattr(x, "__name__", None)
)
def test_a_pitfall_is_named_where_timm_has_it_only(pitfalls_of, fact, schedule, given, cure):
    settings = settings_of(schedule, given)
    found = pitfalls_of(settings)
    assert fact.__name__ in found
    case = Case(settings, found[fact.__name__])
    fact(case, case.settings, case.values)
    others = pitfalls_of(settings | cure)
    assert fact.__name__ not in others
    assert len(others) < 3, "it may be left out because there are more important ones"


def test_every_pitfall_has_a_case(book):
    texts = json.loads((book.root / "explorer/texts.json").read_text(encoding="utf-8"))
    ids = {name.removeprefix("pitfall_") for name in texts if name.startswith("pitfall_")}
    assert ids == {fact.__name__ for fact, *_ in CASES}


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_what_is_said_of_random_settings_is_true_of_timm(pitfalls_of, schedule):
    rng = Random(schedule)
    checked = 0
    for _ in range(150):
        settings = random_settings(rng, schedule)
        found = pitfalls_of(settings)
        assert len(found) <= 3
        if run_timm(settings).error is not None:
            assert not found
        for name, values in found.items():
            if name in GENERAL:
                case = Case(settings, values)
                GENERAL[name](case, case.settings, case.values)
                checked += 1
    assert checked > 50
