"""Every property notices a timm that breaks it, and shows a call with which it does."""

import re

import pytest
import test_properties
from scheduler_calls import Call, decay_is_late, restart_is_rounded
from timm_copy import copy_scheduler, edit_scheduler, timm_from

from tools.project import ROOT

BREAKS = {
    "the_lr_stays_between_its_bounds": ("cosine_lr.py", "(1 + math.cos(", "(2 + math.cos("),
    "after_the_warmup_the_lr_rises_only_at_restarts": (
        "step_lr.py",
        "self.decay_rate ** (t",
        "self.decay_rate ** -(t",
    ),
    "a_restart_brings_back_the_peak_of_its_cycle": (
        "poly_lr.py",
        "self.cycle_decay ** i",
        "self.cycle_decay ** (i + 1)",
    ),
    "with_a_prefix_the_warmup_reaches_the_base_lr": (
        "multistep_lr.py",
        "t = t - self.warmup_t",
        "t = t - self.warmup_t + 1",
    ),
    "the_warmup_is_a_straight_line": ("step_lr.py", "+ t * s for", "+ t * t * s for"),
    "nothing_jumps_where_two_phases_of_wsd_meet": (
        "wsd_lr.py",
        "t_decay / self.decay_t",
        "(t_decay + 1) / self.decay_t",
    ),
    "the_last_cycle_ends_at_lr_min": (
        "cosine_lr.py",
        "lrs = [self.lr_min for _ in self.base_values]",
        "lrs = [v for v in self.base_values]",
    ),
    "without_a_prefix_tanh_has_no_jump_after_the_warmup": (
        "tanh_lr.py",
        "self.base_values if self.warmup_prefix else self._get_lr(self.warmup_t)",
        "self.base_values",
    ),
    "the_lr_does_not_depend_on_earlier_calls": (
        "scheduler.py",
        "lrs = [v + v * noise for v in lrs]",
        "self.base_values = lrs = [v + v * noise for v in lrs]",
    ),
    "updates_give_what_epochs_give_where_they_meet": (
        "tanh_lr.py",
        "tr = t_curr / t_i",
        "tr = t_curr / (t_i + 1)",
    ),
    "the_lr_is_linear_in_all_lrs_together": ("poly_lr.py", "[v * gamma for", "[v * v * gamma for"),
    "with_a_fixed_lr_min_the_lr_is_affine_in_the_base_lr": (
        "tanh_lr.py",
        "0.5 * (lr_max - self.lr_min)",
        "0.5 * max(lr_max - self.lr_min, 0.05)",
    ),
    "param_groups_keep_their_ratio": (
        "scheduler.py",
        "zip(self.optimizer.param_groups, values)",
        "zip(self.optimizer.param_groups, reversed(values))",
    ),
    "lr_scale_multiplies_the_whole_lr": (
        "scheduler.py",
        "value * param_group['lr_scale']",
        "value",
    ),
    "noise_stays_below_its_limit_and_in_its_range": (
        "scheduler.py",
        "if abs(noise) < self.noise_pct:",
        "if noise < self.noise_pct:",
    ),
    "a_seed_one_higher_shifts_the_noise_by_one": (
        "scheduler.py",
        "self.noise_seed + t",
        "self.noise_seed + 2 * t",
    ),
    "a_state_dict_carries_everything_over": (
        "scheduler.py",
        "if key != 'optimizer'",
        "if key not in ('optimizer', 'base_values')",
    ),
    "plateau_never_rises_after_the_warmup_nor_falls_below_lr_min": (
        "plateau_lr.py",
        "min_lr=lr_min",
        "min_lr=0",
    ),
}


SCHEDULERS = {
    "cosine_lr.py": "CosineLRScheduler",
    "multistep_lr.py": "MultiStepLRScheduler",
    "plateau_lr.py": "PlateauLRScheduler",
    "poly_lr.py": "PolyLRScheduler",
    "scheduler.py": "StepLRScheduler",
    "step_lr.py": "StepLRScheduler",
    "tanh_lr.py": "TanhLRScheduler",
    "wsd_lr.py": "WSDLRScheduler",
}
"""A class to which a change of a file matters."""


@pytest.mark.parametrize("name", BREAKS)
def test_a_property_fails_with_the_call_that_breaks_it(name, tmp_path):
    folder = copy_scheduler(tmp_path / "broken")
    edit_scheduler(folder, *BREAKS[name])
    with timm_from(folder), pytest.raises(AssertionError) as raised:
        getattr(test_properties, f"test_{name}")(SCHEDULERS[BREAKS[name][0]])
    example = "\n".join(raised.value.__notes__)
    print(example)
    call = re.search(r"\w+LRScheduler\(optimizer.*\) with lr=\[.*\]", example)
    assert call and len(call.group()) < 200, example


def test_every_property_is_broken_once():
    tests = [name for name in vars(test_properties) if name.startswith("test_")]
    assert {f"test_{name}" for name in BREAKS} == set(tests)


@pytest.mark.parametrize("excluded", [restart_is_rounded, decay_is_late])
def test_what_is_excluded_is_a_known_defect(excluded):
    page = (ROOT / "book" / "defects.md").read_text(encoding="utf-8")
    headings = re.findall(r'"(.+?)"', excluded.__doc__)
    assert headings
    for heading in headings:
        assert f"### {heading}\n" in page


def test_only_the_known_defects_are_excluded():
    """timm is wrong at some of the times that are excluded, and right beside them."""
    cycles = Call(
        "CosineLRScheduler", (0.1,), {"t_initial": 50, "cycle_mul": 1.2, "cycle_limit": 5}
    )
    excluded = [t for t in range(260) if restart_is_rounded(cycles, t)]
    assert excluded == [50, 110, 182]
    assert cycles.at(182) == 0
    stairs = Call("StepLRScheduler", (1.0,), {"decay_t": 1.1, "decay_rate": 0.5})
    assert [t for t in range(1, 30) if decay_is_late(stairs, t)] == [11, 22]
    assert stairs.at(11) == 2.0**-9
