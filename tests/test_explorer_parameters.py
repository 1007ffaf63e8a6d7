"""The explorer's parameters: timm's own, the same in Python and in JavaScript."""

import inspect
import json

import pytest
import timm.scheduler
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import create_model_and_optimizer
from helpers.explorer.arguments import query_text, read_arguments
from helpers.explorer.parameters import (
    PARAMETER_NAMES,
    SCHEDULES,
    class_name,
    horizon_of,
    is_of_kind,
    parameters_of,
    settings_of,
    timm_kwargs,
    with_schedule,
)
from helpers.explorer.timm_run import short_kwargs
from helpers.explorer.values import check_run

numbers = st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6)


def values_of(parameter):
    """Values of the parameter's kind, possible ones and impossible ones."""
    by_kind = {
        "integer": st.integers(-(2**53) + 1, 2**53 - 1),
        "number": numbers,
        "boolean": st.booleans(),
        "choice": st.sampled_from(parameter.options or [None]),
        "numbers": st.lists(numbers, max_size=8),
        "range": numbers | st.lists(numbers, min_size=2, max_size=2),
    }
    values = by_kind[parameter.kind]
    return values | st.none() if parameter.default is None else values


@st.composite
def givens(draw):
    """A schedule and values for some of its parameters."""
    schedule = draw(st.sampled_from(SCHEDULES))
    parameters = parameters_of(schedule)
    names = draw(st.lists(st.sampled_from(list(parameters)), unique=True))
    return schedule, {name: draw(values_of(parameters[name])) for name in names}


many = settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def in_js(engine, expression, **names):
    """What an expression gives in JavaScript; names are bound to JSON values."""
    bound = "".join(f"const {name} = {json.dumps(value)};" for name, value in names.items())
    return json.loads(engine.eval(f"(() => {{ {bound} return JSON.stringify({expression}); }})()"))


def signature(schedule):
    """The keyword arguments of timm's class."""
    scheduler_class = getattr(timm.scheduler, class_name(schedule))
    arguments = dict(inspect.signature(scheduler_class).parameters)
    return {name: arguments[name] for name in arguments if name not in ("optimizer", "initialize")}


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_argument_of_timm_is_there_with_its_default(schedule):
    arguments, parameters = signature(schedule), parameters_of(schedule)
    assert set(timm_kwargs(settings_of(schedule))) == set(arguments)
    for name, argument in arguments.items():
        assert parameters[name].required == (argument.default is inspect.Parameter.empty), name
        if not parameters[name].required and (schedule, name) != ("plateau", "noise_seed"):
            assert parameters[name].default == argument.default, name


def test_plateau_has_the_seed_that_timm_takes_for_none():
    _, optimizer = create_model_and_optimizer()
    with pytest.warns(FutureWarning):
        scheduler = timm.scheduler.PlateauLRScheduler(optimizer)
    assert signature("plateau")["noise_seed"].default is None
    assert parameters_of("plateau")["noise_seed"].default == scheduler.noise_seed


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_defaults_and_starts_are_of_their_kind(schedule):
    for parameter in parameters_of(schedule).values():
        assert is_of_kind(parameter, parameter.default), parameter
        assert is_of_kind(parameter, parameter.start), parameter


@many
@given(givens())
def test_settings_are_the_same_in_javascript(explorer_js, drawn):
    schedule, values = drawn
    made = settings_of(schedule, values)
    js = in_js(
        explorer_js, "LRExplorer.settingsOf(schedule, values)", schedule=schedule, values=values
    )
    assert (list(js), js) == (list(made), made)
    kwargs = in_js(explorer_js, "LRExplorer.timmKwargs(settings)", settings=made)
    assert (list(kwargs), kwargs) == (list(timm_kwargs(made)), timm_kwargs(made))


@many
@given(givens(), st.sampled_from(SCHEDULES))
def test_a_change_of_schedule_is_the_same_in_javascript(explorer_js, drawn, other):
    made = settings_of(*drawn)
    changed = with_schedule(made, other)
    js = in_js(
        explorer_js, "LRExplorer.withSchedule(settings, schedule)", settings=made, schedule=other
    )
    assert (list(js), js) == (list(changed), changed)
    for name, parameter in parameters_of(other).items():
        assert is_of_kind(parameter, changed[name]), name


def test_a_change_of_schedule_keeps_what_both_have():
    cosine = settings_of("cosine", {"t_initial": 40, "lr_min": 0.01, "cycle_limit": 3, "lr": [0.5]})
    tanh = with_schedule(cosine, "tanh")
    assert (tanh["t_initial"], tanh["lr_min"], tanh["cycle_limit"]) == (40, 0.01, 3)
    assert (tanh["lr"], tanh["lb"]) == ([0.5], -7)
    step = with_schedule(cosine, "step")
    assert (step["decay_t"], step["decay_rate"]) == (30, 0.5)
    assert with_schedule(step, "multistep")["decay_t"] == [30]
    assert with_schedule(settings_of("multistep", {"decay_t": [7, 9]}), "wsd")["decay_t"] == 7
    assert with_schedule(settings_of("multistep", {"decay_t": []}), "step")["decay_t"] == 30
    assert with_schedule(settings_of("step", {"decay_t": 7.5}), "wsd")["decay_t"] == 20


scalars = st.none() | st.booleans() | numbers | st.sampled_from(["linear", "", 2**53, 1e300])


@many
@given(st.data())
def test_the_same_values_are_refused_in_javascript(explorer_js, data):
    schedule = data.draw(st.sampled_from(SCHEDULES))
    name = data.draw(st.sampled_from(list(parameters_of(schedule))))
    value = data.draw(scalars | st.lists(scalars, max_size=9))
    made = settings_of(schedule, {name: value})
    try:
        assert is_of_kind(parameters_of(schedule)[name], value)
        check_run(made)
        is_fit = True
    except (AssertionError, ValueError):
        is_fit = False
    assert in_js(explorer_js, "LRExplorer.firstMisfit(s) === null", s=made) == is_fit


def test_settings_do_not_share_lists():
    settings_of("multistep")["decay_t"].append(99)
    assert settings_of("multistep")["decay_t"] == [30, 60, 90]


def test_the_horizon_is_in_epochs_or_updates():
    run = {"num_epochs": 20, "updates_per_epoch": 7}
    assert horizon_of(settings_of("cosine", run)) == 20
    assert horizon_of(settings_of("cosine", {**run, "t_in_epochs": False})) == 140
    assert horizon_of(settings_of("plateau", run)) == 20


@many
@given(givens())
def test_short_keyword_arguments_leave_out_nothing_but_defaults(drawn):
    made = settings_of(*drawn)
    parameters, short = parameters_of(made["schedule"]), short_kwargs(made)
    for name, value in timm_kwargs(made).items():
        if name in short:
            assert short[name] == value
            assert parameters[name].kind != "number" or isinstance(short[name], float | None)
        else:
            assert not parameters[name].required and parameters[name].default == value


@many
@given(givens(), st.sampled_from([{}, {"plot": "after_epoch", "log": True}, {"overlay": "wsd"}]))
def test_a_query_opens_the_same_settings_in_javascript(explorer_js, drawn, options):
    schedule, values = drawn
    run = {"lr": [0.1, 0.2], "lr_scale": [1, 0.5], "num_epochs": 20, "updates_per_epoch": 7}
    pins = [{"schedule": "tanh", "t_initial": 7, "lr": [1e-5, 1]}]
    made, view = read_arguments(schedule, {**values, **run, **options, "pins": pins})
    query = query_text(made, view)
    opened = in_js(explorer_js, "LRExplorer.fromAddress(query)", query=query)
    assert opened == {"settings": made, "view": view, "rejected": []}


def test_a_query_has_only_what_differs(explorer_js):
    made, view = read_arguments(
        "cosine", {"lr": [0.1, 0.2], "t_in_epochs": False, "noise_range_t": (40, 80), "log": True}
    )
    assert query_text(made, view) == (
        "schedule=cosine&noise_range_t=40,80&lr=0.1,0.2&t_in_epochs=false&log=true"
    )
    pins = [{"schedule": "wsd", "decay_fn": "1-sqrt", "lr_min": 0.25}, {}]
    options = {"plot": "after_epoch", "overlay": "tanh", "pins": pins}
    made, view = read_arguments("multistep", {"decay_t": [], **options})
    expected = in_js(explorer_js, "LRExplorer.toAddress(s, v)", s=made, v=view)
    assert query_text(made, view) == expected


def test_names_are_those_of_all_schedules():
    assert set(PARAMETER_NAMES) == {name for s in SCHEDULES for name in parameters_of(s)}
