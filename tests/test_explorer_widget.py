"""The explorer as a widget: its arguments, its traits, timm behind it, its form without scripts."""

import asyncio
import json
import logging
import math
import subprocess
import sys
import warnings
from urllib.parse import unquote
from xml.etree import ElementTree

import anywidget
import ipywidgets
import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
import timm.scheduler
import torch
import traitlets
from bs4 import BeautifulSoup

from helpers import explore, record_lrs, use_book_style
from helpers.explorer import timm_run, widget
from helpers.explorer.metric import metric_of
from helpers.explorer.parameters import (
    SCHEDULES,
    class_name,
    parameters_of,
    settings_of,
    timm_kwargs,
)
from helpers.explorer.timm_run import run_timm
from helpers.formulas import noise_factor, plateau_lr


def optimizer_of(*lrs):
    groups = [{"params": [torch.zeros(1, requires_grad=True)], "lr": lr} for lr in lrs]
    return torch.optim.SGD(groups)


def timm_of(w):
    """The trait `timm` with numbers instead of bytes."""
    lrs = w.timm["lrs"]
    return {**w.timm, "lrs": lrs and [np.frombuffer(row, "<f8").tolist() for row in lrs]}


# What one gives


def test_arguments_are_settings_and_the_rest_is_timms_default():
    w = explore("cosine", t_initial=50, cycle_limit=2)
    assert w.settings == settings_of("cosine", {"t_initial": 50, "cycle_limit": 2})
    assert w.view == {"plot": "used", "log": False, "overlay": None, "pins": []}
    assert w.language == ""


def test_numbers_and_lists_of_any_library_are_taken():
    w = explore(
        "multistep",
        decay_t=np.array([10, 20]),
        decay_rate=np.float32(0.5),
        num_epochs=np.int64(50),
        noise_range_t=(40.0, 80),
        t_in_epochs=np.bool_(True),
        lr=0.5,
    )
    given = {"decay_t": [10, 20], "decay_rate": 0.5, "num_epochs": 50, "lr": [0.5]}
    assert w.settings == settings_of("multistep", {**given, "noise_range_t": [40, 80]})
    assert json.loads(json.dumps(w.settings)) == w.settings


def test_factors_are_1_unless_given():
    assert explore("step", lr=[0.1, 0.2, 0.3]).lr_scale == [1, 1, 1]
    assert explore("step", lr=[0.1, 0.2], lr_scale=[1, 0.5]).lr_scale == [1, 0.5]


def test_pins_are_calls_of_their_own():
    pins = [{"t_initial": 100}, {"schedule": "tanh", "lr": [0.1, 0.2]}]
    w = explore("cosine", t_initial=50, plot="after_epoch", log=True, overlay="wsd", pins=pins)
    assert w.view == {
        "plot": "after_epoch",
        "log": True,
        "overlay": "wsd",
        "pins": [
            settings_of("cosine", {"t_initial": 100}),
            settings_of("tanh", {"lr": [0.1, 0.2], "lr_scale": [1, 1]}),
        ],
    }


WRONG = [
    ({"schedule": "cosin"}, ValueError, "schedule is 'cosin'; it must be one of step, multistep, "),
    ({"schedule": 5}, ValueError, "schedule is 5; it must be one of step, multistep, "),
    ({"t_inital": 5}, TypeError, "t_inital is no parameter of cosine, which has t_initial, lr_min"),
    ({"decay_rate": 0.5}, TypeError, "decay_rate is no parameter of cosine, which has t_initial,"),
    ({"t_initial": "x"}, TypeError, "t_initial is 'x'; it must be an integer."),
    ({"t_initial": 1.5}, TypeError, "t_initial is 1.5; it must be an integer."),
    ({"t_initial": True}, TypeError, "t_initial is True; it must be an integer."),
    ({"t_initial": 2**53}, ValueError, f"t_initial is {2**53}; it must be an integer below 2**53."),
    ({"lr_min": math.nan}, ValueError, "lr_min is nan; it must be a finite number."),
    ({"lr_min": 10**400}, ValueError, f"lr_min is {10**400}; it must be a finite number."),
    ({"lr_min": None}, TypeError, "lr_min is None; it must be a finite number."),
    ({"warmup_prefix": 1}, TypeError, "warmup_prefix is 1; it must be True or False."),
    ({"noise_range_t": [1, 2, 3]}, TypeError, "noise_range_t is [1, 2, 3]; it must be a number, a"),
    ({"lr": "x"}, TypeError, "lr is 'x'; it must be a finite number or a list of finite numbers."),
    ({"lr": []}, ValueError, "lr has 0 values; it must have from 1 to 8."),
    ({"lr": [0.1] * 9}, ValueError, "lr has 9 values; it must have from 1 to 8."),
    ({"lr_scale": [1, 2]}, ValueError, "lr_scale has 2 values; it must have as many as lr, 1."),
    ({"num_epochs": 0}, ValueError, "num_epochs is 0; it must be at least 1."),
    ({"updates_per_epoch": 0}, ValueError, "updates_per_epoch is 0; it must be at least 1."),
    ({"num_epochs": 100_001}, ValueError, "num_epochs * updates_per_epoch is 1000010; it must be"),
    ({"plot": "x"}, ValueError, "plot is 'x'; it must be one of used, after_epoch."),
    ({"log": "yes"}, TypeError, "log is 'yes'; it must be True or False."),
    ({"overlay": "x"}, ValueError, "overlay is 'x'; it must be one of step, multistep, "),
    ({"pins": 5}, TypeError, "pins is 5; it must be a list of dicts."),
    ({"pins": [{}] * 9}, ValueError, "pins has 9 curves; it can have at most 8."),
    ({"pins": [{"decay_t": 5}]}, TypeError, "decay_t is no parameter of cosine, which has t_init"),
    ({"language": "fr"}, ValueError, "language is 'fr'; it must be 'ja', 'en' or None."),
    (
        {"schedule": "wsd", "decay_fn": "x"},
        ValueError,
        "decay_fn is 'x'; it must be one of 'linear', '1-sqrt', 'cosine', 'power', 'exp'.",
    ),
    (
        {"schedule": "multistep", "decay_t": 30},
        TypeError,
        "decay_t is 30; it must be a list of finite numbers.",
    ),
]


@pytest.mark.parametrize(
    ("arguments", "error", "message"), WRONG, ids=lambda value: str(value)[:40]
)
def test_what_is_wrong_is_said_in_one_sentence(arguments, error, message):
    with pytest.raises(error) as raised:
        explore(**{"schedule": "cosine", **arguments})
    assert type(raised.value) is error
    assert str(raised.value).startswith(message)
    assert str(raised.value).endswith(".")


# What timm gives


@pytest.mark.parametrize("schedule", [name for name in SCHEDULES if name != "plateau"])
@pytest.mark.parametrize("t_in_epochs", [True, False])
def test_lrs_are_those_that_training_uses(schedule, t_in_epochs):
    run = {"num_epochs": 30, "updates_per_epoch": 4, "t_in_epochs": t_in_epochs}
    w = explore(schedule, warmup_t=5, warmup_lr_init=0.01, noise_range_t=[20, 25], **run)
    trace = record_lrs(
        getattr(timm.scheduler, class_name(schedule))(optimizer_of(0.1), **timm_kwargs(w.settings)),
        num_epochs=30,
        num_steps_per_epoch=4,
    )
    used = trace.used if t_in_epochs else trace.used_per_update.ravel()
    assert w.lrs.shape == (len(used), 1)
    np.testing.assert_array_equal(w.lrs[:, 0], used)
    assert timm_of(w)["lrs"] == [[*used, trace.after_epoch[-1]]]


def test_plateau_watches_the_metric_of_the_settings():
    w = explore("plateau", patience_t=4, warmup_t=3, metric_noise=0.02)
    after = plateau_lr(metric_of(w.settings), lr=0.1, patience_t=4, warmup_t=3)
    assert len(set(after)) > 3
    assert w.lrs[0, 0] == 0
    np.testing.assert_allclose(w.lrs[1:, 0], after[:-1], rtol=1e-12)


def test_the_metric_stalls_and_has_its_own_noise():
    given = {"num_epochs": 10, "metric_stalls": [2, 3, 7], "metric_stall_length": 2}
    given |= {"metric_from": 1, "metric_to": 0, "metric_timescale": 1}
    quiet = metric_of(settings_of("plateau", given))
    progress = [0, 1, 2, 2, 2, 2, 3, 4, 4, 4]
    np.testing.assert_allclose(quiet, np.exp(-np.array(progress)), atol=5.1e-5)
    assert quiet[1] == 0.3679
    noisy = metric_of(settings_of("plateau", {**given, "metric_noise": 0.5, "metric_seed": 6}))
    draws = [
        torch.randn(1, generator=torch.Generator().manual_seed(6 + e)).item() for e in range(10)
    ]
    np.testing.assert_allclose(
        noisy - np.exp(-np.array(progress)), 0.5 * np.array(draws), atol=1e-4
    )


def test_noise_is_that_of_torch():
    w = explore("cosine", t_initial=200, noise_range_t=40)
    quiet = explore("cosine", t_initial=200)
    t = np.arange(100)
    factors = np.where(t == 0, 1, noise_factor(t, noise_range_t=40))
    np.testing.assert_allclose(w.lrs[:, 0], quiet.lrs[:, 0] * factors, rtol=1e-12)


def test_param_groups_have_their_own_lr():
    w = explore("step", decay_rate=0.5, lr=[0.1, 0.01], lr_scale=[1, 0.5])
    assert w.lrs.shape == (100, 2)
    np.testing.assert_array_equal(w.lrs[:, 1], w.lrs[:, 0] / 20)
    assert len(w.timm["lrs"]) == 2


def test_keyword_arguments_are_those_that_count():
    w = explore("wsd", t_initial=90)
    assert w.kwargs == {"t_initial": 90, "decay_t": 20}
    w.decay_power, w.stable_timescale, w.lr = 2, 5, 0.3
    assert w.kwargs == {"t_initial": 90, "decay_t": 20, "decay_power": 2.0, "stable_timescale": 5.0}
    assert isinstance(w.kwargs["decay_power"], float)
    assert isinstance(w.kwargs["decay_t"], int)
    assert explore("plateau", metric_to=2).kwargs == {}


FAILING = [
    ("cosine", {"t_initial": 0}, "AssertionError: assert t_initial > 0", 0),
    ("cosine", {"lr": [0.1, -0.5]}, "ValueError: Invalid learning rate: -0.5", 0),
    ("tanh", {"lb": 3, "ub": 3}, "AssertionError: assert lb < ub", 0),
    ("wsd", {"t_initial": 0}, "ValueError: Invalid t_initial (0), must be > 0.", 0),
    ("plateau", {"decay_rate": 2}, "ValueError: Factor should be < 1.0.", 0),
    ("step", {"decay_t": 0}, "ZeroDivisionError: ", 1),
    ("cosine", {"cycle_mul": 0.5, "t_initial": 10, "cycle_limit": 9}, "ValueError: ", 20),
]


@pytest.mark.parametrize(("schedule", "given", "message", "t"), FAILING)
def test_what_timm_refuses_is_shown_and_raised(schedule, given, message, t):
    w = explore(schedule, **given)
    assert w.timm["error"].startswith(message)
    run = run_timm(w.settings)
    assert run.failed_at == t
    assert np.isnan(run.lrs[t:]).all() and not np.isnan(run.lrs[:t]).any()
    assert (w.timm["lrs"] is None) == (t == 0)
    for _ in range(2):
        with pytest.raises(type(run.error)):
            _ = w.lrs
    assert repr(w).startswith(f"explore('{schedule}', ")
    assert "<img" in w._repr_mimebundle_()[0]["text/html"]


def test_where_timm_has_no_real_value_there_is_nan():
    # A rounding error makes the time since a restart a little less than 0, its power complex.
    w = explore("poly", t_initial=10, cycle_mul=1.3, cycle_limit=50, k_decay=0.5, num_epochs=500)
    lrs = w.lrs[:, 0]
    assert w.timm["error"] is None
    assert np.isnan(lrs).any() and not np.isnan(lrs).all()


ENDLESS = [
    ("cosine", {"noise_pct": 0}, 40),
    ("cosine", {"noise_pct": -1, "noise_std": 0}, 40),
    ("cosine", {"noise_pct": 1e-5, "noise_std": -1}, 40),
    ("plateau", {"noise_pct": 0, "warmup_t": 60}, 61),
]


@pytest.mark.parametrize(("schedule", "given", "t"), ENDLESS)
def test_noise_that_timm_would_draw_without_end_is_refused(schedule, given, t):
    w = explore(schedule, noise_range_t=40, **given)
    run = run_timm(w.settings)
    assert run.failed_at == t
    assert not np.isnan(run.lrs[:t]).any() and np.isnan(run.lrs[t:]).all()
    assert w.timm["error"] == ""
    assert "timm would draw noise again and again" in " ".join(texts(w))
    for call in (lambda: w.lrs, lambda: w.scheduler(optimizer_of(0.1))):
        with pytest.raises(ValueError, match=f"noise_pct is {w.noise_pct} and noise_std is"):
            call()


@pytest.mark.parametrize(
    ("schedule", "given"),
    [
        ("cosine", {"noise_pct": 0}),
        ("cosine", {"noise_pct": 0, "noise_range_t": [200, 300]}),
        ("cosine", {"noise_pct": 0, "noise_range_t": [-5, 1]}),
        ("cosine", {"noise_pct": 0.01, "noise_range_t": 40}),
        ("plateau", {"noise_pct": 0, "noise_range_t": 40, "noise_type": "uniform"}),
        ("plateau", {"noise_pct": 0, "noise_range_t": [40, 60], "warmup_t": 80}),
    ],
)
def test_noise_that_ends_or_is_never_drawn_is_not_refused(schedule, given):
    assert explore(schedule, **given).timm["error"] is None


def test_a_run_is_silent(caplog, capfd):
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        assert explore("plateau").timm["error"] is None
        assert explore("cosine", t_initial=1).timm["error"] is None
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    timm.scheduler.CosineLRScheduler(optimizer_of(0.1), t_initial=1)
    assert len(caplog.records) == 1


def test_the_scheduler_trains_with_the_curve_shown():
    w = explore("cosine", t_initial=50, warmup_t=5, lr=[0.5, 0.05], lr_scale=[1, 0.1])
    optimizer = optimizer_of(1, 1)
    scheduler = w.scheduler(optimizer)
    assert type(scheduler) is timm.scheduler.CosineLRScheduler
    for t in range(100):
        assert [group["lr"] for group in optimizer.param_groups] == w.lrs[t].tolist()
        optimizer.step()
        scheduler.step(t + 1)


def test_one_lr_is_for_every_group_and_its_own_factor_stays():
    optimizer = optimizer_of(1, 2, 3)
    optimizer.param_groups[1]["lr_scale"] = 0.5
    explore("cosine", lr=0.3).scheduler(optimizer)
    assert [group["lr"] for group in optimizer.param_groups] == [0.3, 0.15, 0.3]


def test_an_optimizer_with_other_groups_is_refused():
    w = explore("cosine", lr=[0.1, 0.2])
    with pytest.raises(ValueError) as raised:
        w.scheduler(optimizer_of(1, 2, 3))
    assert str(raised.value) == (
        "optimizer has 3 param groups; it must have as many as lr has values, 2."
    )
    with pytest.raises(TypeError, match=r"optimizer is a Linear; it must be a torch\.optim\."):
        w.scheduler(torch.nn.Linear(1, 1))
    with pytest.raises(AssertionError):
        explore("cosine", t_initial=0).scheduler(optimizer_of(1))


# Traits


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_parameter_is_a_synced_trait(schedule):
    w = explore(schedule)
    state = w.get_state()
    for name in ("schedule", "view", "language", "timm", *parameters_of(schedule)):
        assert name in state, name
        assert getattr(w, name) == (w.settings.get(name, getattr(w, name)))


def test_a_trait_that_is_set_changes_settings_lrs_and_timm():
    w = explore("cosine", t_initial=50)
    seen = []
    w.observe(seen.append, names="t_initial")
    w.t_initial = 25
    assert [(change.old, change.new) for change in seen] == [(50, 25)]
    assert w.settings["t_initial"] == w.kwargs["t_initial"] == 25
    assert w.lrs[25, 0] == 0
    assert w.timm["settings"] == w.settings
    assert timm_of(w)["lrs"][0][25] == 0


def test_links_work_both_ways():
    w, slider = explore("cosine", cycle_limit=2), ipywidgets.IntSlider(1, 0, 10)
    traitlets.link((w, "cycle_limit"), (slider, "value"))
    assert slider.value == 2
    slider.value = 4
    assert w.cycle_limit == 4
    w.cycle_limit = 3
    assert slider.value == 3
    other = explore("tanh")
    traitlets.dlink((w, "lr"), (other, "lr"))
    w.lr = [0.5, 0.6]
    assert (other.lr, other.lr_scale) == ([0.5, 0.6], [1, 1])


def test_it_stands_in_layouts():
    w = explore("cosine")
    assert isinstance(w, ipywidgets.DOMWidget) and isinstance(w, anywidget.AnyWidget)
    box = ipywidgets.VBox(
        [ipywidgets.HBox([w]), ipywidgets.jslink((w, "t_initial"), (w, "warmup_t"))][:1]
    )
    assert box.children[0].children == (w,)


WRONG_TRAITS = [
    ("t_initial", "x", "t_initial is 'x'; it must be an integer."),
    ("schedule", "x", "schedule is 'x'; it must be one of step, multistep, cosine, tanh, poly, "),
    ("lr_scale", [1, 2], "lr_scale has 2 values; it must have as many as lr, 1."),
    ("num_epochs", 0, "num_epochs is 0; it must be at least 1."),
    ("updates_per_epoch", 10**5, "num_epochs * updates_per_epoch is 10000000; it must be at most"),
    ("lb", "x", "lb is 'x'; it must be a finite number."),
    ("view", {"plot": "x"}, "plot is 'x'; it must be one of used, after_epoch."),
    ("view", {"plots": "x"}, "view has 'plots'; it can have plot, log, overlay, pins."),
    ("view", 5, "view is 5; it must be a dict with plot, log, overlay, pins."),
    ("view", {"pins": [{"schedule": "x"}]}, "schedule is 'x'; it must be one of"),
    ("view", {"pins": [{"decay_t": 5}]}, "decay_t is no parameter of cosine, which has t_initial"),
]


@pytest.mark.parametrize(("name", "value", "message"), WRONG_TRAITS)
def test_a_wrong_trait_is_refused_and_nothing_changes(name, value, message):
    w = explore("cosine")
    before = (w.settings, w.view, w.timm)
    with pytest.raises(traitlets.TraitError) as raised:
        setattr(w, name, value)
    assert str(raised.value).startswith(message)
    assert (w.settings, w.view, w.timm) == before
    with pytest.raises(traitlets.TraitError) as raised, w.hold_trait_notifications():
        w.warmup_t = 5
        setattr(w, name, value)
    assert str(raised.value).startswith(message)
    assert (w.settings, w.view, w.timm) == before


def test_a_new_lr_brings_its_factors():
    w = explore("cosine", lr=[0.1, 0.2], lr_scale=[0.5, 0.4])
    w.lr = [1, 2, 3]
    assert w.lr_scale == [0.5, 0.4, 1]
    w.lr = 5
    assert (w.lr, w.lr_scale) == ([5], [0.5])


def test_a_new_view_is_completed():
    w = explore("cosine")
    w.view = {"log": True}
    assert w.view == {"plot": "used", "log": True, "overlay": None, "pins": []}


def test_a_new_schedule_keeps_what_both_have():
    w = explore("cosine", t_initial=40, warmup_t=5, lr=0.5)
    seen = []
    w.observe(lambda change: seen.append((change.name, w.settings)), names=["schedule", "decay_t"])
    w.schedule = "wsd"
    assert w.settings == settings_of("wsd", {"t_initial": 40, "warmup_t": 5, "lr": [0.5]})
    assert w.timm["settings"] == w.settings
    w.schedule = "multistep"
    assert (w.decay_t, w.decay_rate, w.warmup_t) == ([20], 0.5, 5)
    # Observers only ever see settings that are complete.
    assert {name for name, _ in seen} == {"schedule", "decay_t"}
    assert all(run_timm(settings).error is None for _, settings in seen)


def test_what_a_schedule_lacks_starts_afresh_when_it_comes_back():
    w = explore("tanh", lb=-5)
    w.schedule = "cosine"
    w.schedule = "tanh"
    assert w.lb == -7


def test_what_is_set_for_another_schedule_waits_for_it():
    w = explore("cosine")
    w.lb = -5
    assert "lb" not in w.settings
    w.warmup_t = 3
    w.schedule = "tanh"
    assert w.lb == -5


def test_changes_that_are_held_are_taken_together():
    w = explore("step")
    with w.hold_trait_notifications():
        w.schedule = "multistep"
        w.decay_t = [5, 6]
        w.lr, w.lr_scale = [0.1, 0.2], [1, 0.5]
    given = {"decay_t": [5, 6], "lr": [0.1, 0.2], "lr_scale": [1, 0.5], "decay_rate": 1}
    assert w.settings == settings_of("multistep", given)


# What goes over the wire


@pytest.fixture
def wire(monkeypatch):
    """A widget and the states it sends to the browser."""
    w, sent = explore("cosine"), []
    monkeypatch.setattr(w, "_send", lambda message, buffers=None: sent.append(message))
    return w, [] if sent is None else sent


def test_a_change_of_schedule_is_one_message(wire):
    w, sent = wire
    w.schedule = "wsd"
    assert len(sent) == 1
    assert {"schedule", "decay_t", "timm"} <= set(sent[0]["state"])


def test_the_browser_gets_no_echo_of_its_own_change_but_what_timm_says(wire):
    w, sent = wire
    w.set_state({"t_initial": 30})
    updates = [message["state"] for message in sent if message["method"] == "update"]
    assert [set(state) for state in updates] == [{"timm"}]
    assert w.t_initial == 30


def test_settings_of_the_browser_are_complete(wire):
    w, _ = wire
    w.schedule = "tanh"
    w.lb = -5
    w.set_state({"schedule": "cosine"})
    w.set_state({"schedule": "tanh", "ub": 4})
    assert (w.lb, w.ub) == (-5, 4)
    w.set_state({"schedule": "multistep", "decay_t": [3, 4], "decay_rate": 0.1})
    assert w.settings["decay_t"] == [3, 4]
    w.set_state({"schedule": "step"})
    assert w.decay_t == 3


def test_a_burst_is_computed_once_for_the_last_value(monkeypatch):
    computed = []
    run = widget.run_timm
    monkeypatch.setattr(widget, "run_timm", lambda s: computed.append(s["t_initial"]) or run(s))

    async def burst():
        w = explore("cosine")
        for t_initial in range(1, 61):
            w.set_state({"t_initial": t_initial})
        assert computed == []
        w.observe(lambda change: done.set(), names="timm")
        done = asyncio.Event()
        await asyncio.wait_for(done.wait(), timeout=60)
        return w

    w = asyncio.run(burst())
    assert computed == [60]
    assert w.timm["settings"]["t_initial"] == 60


def test_the_module_exports_the_widget_of_the_bundle():
    script = explore("cosine").get_state("_esm")["_esm"]
    assert script.endswith("\nexport default LRExplorer.widget;\n")
    assert "LRExplorer=" in script


def test_a_missing_bundle_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(widget.resources, "files", lambda _: tmp_path)
    widget._module.cache_clear()
    with pytest.raises(FileNotFoundError) as raised:
        explore("cosine")
    assert str(raised.value) == (
        "helpers/explorer/lr-explorer.js is missing; `npm run build` makes it of explorer/."
    )


# Text and picture

CALLS = [
    "explore('cosine')",
    "explore('cosine', t_initial=50, cycle_limit=2)",
    "explore('step', decay_rate=0.5, noise_range_t=[40, 80], lr=[0.1, 0.01])",
    "explore('multistep', decay_t=[5], lr=0.5, lr_scale=0.1, t_in_epochs=False)",
    "explore('wsd', decay_fn='linear', plot='after_epoch', log=True, overlay='cosine')",
    "explore('tanh', pins=[{'lb': -5}, {'schedule': 'step', 'lr': 0.5}, {}], language='ja')",
]


@pytest.mark.parametrize("call", CALLS)
def test_an_explorer_is_shown_as_the_call_that_makes_it(call):
    w = eval(call)
    assert repr(w) == call
    data, _ = w._repr_mimebundle_()
    assert data["text/plain"] == call
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == w.model_id
    element = BeautifulSoup(data["text/html"], "html.parser").select_one("lr-explorer")
    given, view = json.loads(element["settings"]), json.loads(element.get("view", "{}"))
    again = explore(**given, **view)
    assert (again.settings, again.view) == (w.settings, w.view)
    assert list(given) == sorted(given)
    assert element.get("lang", "") == w.language
    (image,) = element.select("img")
    assert image["alt"] == call


def picture(w):
    """The SVG in the static form, parsed."""
    html = BeautifulSoup(w._repr_mimebundle_()[0]["text/html"], "html.parser")
    kind, _, svg = html.img["src"].partition(",")
    assert kind == "data:image/svg+xml"
    return ElementTree.fromstring(unquote(svg))


def texts(w):
    return [
        "".join(node.itertext()) for node in picture(w).iter("{http://www.w3.org/2000/svg}text")
    ]


def test_only_what_differs_stands_in_the_form():
    html = explore("cosine", t_initial=50)._repr_mimebundle_()[0]["text/html"]
    assert html.startswith(
        """<lr-explorer settings='{"schedule": "cosine", "t_initial": 50}'><img alt="""
    )
    assert "\n" not in html


def test_the_picture_has_the_books_axes():
    shown = texts(explore("cosine"))
    assert "epoch" in shown and "lr" in shown
    assert "update" in texts(explore("cosine", t_in_epochs=False))
    assert "epoch" in texts(explore("cosine", t_in_epochs=False, plot="after_epoch"))


def test_curves_are_labelled_by_what_differs():
    shown = texts(explore("cosine", t_initial=50, pins=[{"t_initial": 80}], overlay="tanh"))
    assert {"cosine, t_initial=50", "cosine, t_initial=80", "tanh, t_initial=50"} <= set(shown)
    assert "lr=0.1" not in shown
    shown = texts(explore("step", lr=[0.1, 0.01]))
    assert {"lr=0.1", "lr=0.01"} <= set(shown)


def test_what_timm_refuses_stands_in_the_picture():
    assert "AssertionError: assert t_initial > 0" in texts(explore("cosine", t_initial=0))


def test_the_form_is_the_same_in_every_process_whatever_the_style():
    program = (
        "import matplotlib as mpl; mpl.rcParams['font.size'] = 30\n"
        "from helpers import explore\n"
        "print(explore('cosine', noise_range_t=40, log=True, pins=[{'t_initial': 50}])"
        "._repr_mimebundle_()[0]['text/html'])"
    )
    command = [sys.executable, "-c", program]
    other = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    use_book_style()
    w = explore("cosine", noise_range_t=40, log=True, pins=[{"t_initial": 50}])
    assert w._repr_mimebundle_()[0]["text/html"] == other.rstrip("\n")


def test_the_readers_own_figures_stay_as_they_are():
    figure = plt.figure()
    axes = plt.gca()
    mpl.rcParams["font.size"] = 33
    parameters = dict(mpl.rcParams)
    explore("cosine")._repr_mimebundle_()
    assert plt.get_fignums() == [figure.number]
    assert plt.gca() is axes
    assert dict(mpl.rcParams) == parameters
    plt.close("all")
    use_book_style()


def test_a_long_run_has_a_small_picture():
    w = explore("cosine", t_in_epochs=False, num_epochs=100, updates_per_epoch=500, noise_range_t=0)
    assert w.lrs.shape == (50_000, 1)
    assert len(w._repr_mimebundle_()[0]["text/html"]) < 60_000


def test_curves_in_other_units_share_the_axis():
    from helpers.explorer.static_form import labelled_curves

    w = explore("cosine", num_epochs=20, pins=[{"num_epochs": 20, "t_in_epochs": False}])
    epochs, updates = labelled_curves(w.settings, w.view).values()
    assert (epochs[0][-1], updates[0][-1]) == (19, pytest.approx(19.9))
    w.t_in_epochs = False
    w.view = {"pins": [settings_of("cosine", {"num_epochs": 20})]}
    updates, epochs = labelled_curves(w.settings, w.view).values()
    assert (epochs[0][-1], updates[0][-1]) == (190, 199)


def test_timm_is_asked_once_for_the_same_settings(monkeypatch):
    w = explore("cosine", t_initial=77)
    monkeypatch.setattr(timm_run, "build_scheduler", lambda *_: pytest.fail("asked again"))
    assert w.lrs.shape == (100, 1)
    w._repr_mimebundle_()
