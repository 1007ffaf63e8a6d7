"""The parameters of every schedule, read from `parameters.json`, and settings made of them.

Settings are what fixes a run: a flat dict with `schedule` and every parameter of that schedule
under timm's name, all of it JSON. `explorer/parameters.js` has the same rules for the browser.
"""

import copy
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

Settings = dict[str, Any]

_LIST = json.loads(
    resources.files("helpers.explorer").joinpath("parameters.json").read_text(encoding="utf-8")
)

SCHEDULES: tuple[str, ...] = tuple(_LIST["schedules"])
"""The schedules in the order of the book."""

MOST_UPDATES = 1_000_000
"""Most updates of a run."""

MOST_GROUPS = 8
"""Most param groups."""

_NOT_OF_TIMM = {*_LIST["groups"]["run"], *_LIST["groups"]["metric"]} - {"t_in_epochs"}


@dataclass(frozen=True)
class Parameter:
    """One parameter.

    Attributes:
        name: timm's name, or the run's.
        kind: integer, number, boolean, choice, numbers or range.
        required: whether timm requires it, so that it has no default.
        default: timm's default, or the run's; where it is required, a start.
        start: what a schedule starts with when the reader changes to it.
        options: what a choice may be.
    """

    name: str
    kind: str
    required: bool
    default: Any
    start: Any
    options: tuple[str, ...] = ()


def _parameter(name: str, entry: dict[str, Any]) -> Parameter:
    start = entry["start"] if "start" in entry else entry["default"]
    return Parameter(
        name=name,
        kind=entry["kind"],
        required="default" not in entry,
        default=entry.get("default", start),
        start=start,
        options=tuple(entry.get("options", ())),
    )


def _collect(schedule: dict[str, Any]) -> dict[str, Parameter]:
    entries = dict(schedule["shape"])
    for group in schedule["groups"]:
        for name, entry in _LIST["groups"][group].items():
            if name not in schedule.get("without", ()):
                entries[name] = entry
    found = {name: _parameter(name, entry) for name, entry in entries.items()}
    for name, default in schedule.get("defaults", {}).items():
        start = entries[name].get("start", default)
        found[name] = replace(found[name], default=default, start=start)
    return found


_BY_SCHEDULE = {name: _collect(schedule) for name, schedule in _LIST["schedules"].items()}

PARAMETER_NAMES: tuple[str, ...] = tuple(
    dict.fromkeys(name for parameters in _BY_SCHEDULE.values() for name in parameters)
)
"""The names of all parameters of all schedules."""


def parameters_of(schedule: str) -> Mapping[str, Parameter]:
    """The parameters of a schedule by name, those of the run included."""
    return _BY_SCHEDULE[schedule]


def class_name(schedule: str) -> str:
    """The name of timm's class."""
    return _LIST["schedules"][schedule]["class"]


def settings_of(schedule: str, given: Mapping[str, Any] | None = None) -> Settings:
    """All settings of a schedule: timm's defaults, and a start for what timm requires.

    Args:
        schedule: one of `SCHEDULES`.
        given: values by parameter name, which come first.
    """
    given = given or {}
    values = {
        name: given.get(name, parameter.default)
        for name, parameter in parameters_of(schedule).items()
    }
    return {"schedule": schedule, **copy.deepcopy(values)}


def with_schedule(settings: Settings, schedule: str) -> Settings:
    """Change the schedule: what both have is kept, the rest starts afresh."""
    kept = {}
    for name, parameter in parameters_of(schedule).items():
        value = _as_kind(parameter, settings.get(name, parameter.start))
        kept[name] = value if is_of_kind(parameter, value) else parameter.start
    return settings_of(schedule, kept)


def _as_kind(parameter: Parameter, value: Any) -> Any:
    """A list stands for its first value, a number for a list of one."""
    if parameter.kind == "numbers":
        return value if isinstance(value, list) else [value]
    if isinstance(value, list) and parameter.kind != "range":
        return value[0] if value else None
    return value


def is_of_kind(parameter: Parameter, value: object) -> bool:
    """Whether a JSON value is of the parameter's kind, whatever timm would say of it."""
    if value is None:
        return parameter.default is None
    match parameter.kind:
        case "integer":
            return _is_number(value) and value == int(value) and abs(value) < 2**53
        case "number":
            return _is_number(value)
        case "boolean":
            return isinstance(value, bool)
        case "choice":
            return isinstance(value, str) and value in parameter.options
        case "numbers":
            return isinstance(value, list) and all(map(_is_number, value))
        case "range":
            is_pair = isinstance(value, list) and len(value) == 2
            return all(map(_is_number, value)) if is_pair else _is_number(value)
    raise AssertionError(parameter.kind)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def horizon_of(settings: Settings) -> int:
    """Number of t trained with: epochs, or updates where t counts updates."""
    if settings.get("t_in_epochs", True):
        return settings["num_epochs"]
    return settings["num_epochs"] * settings["updates_per_epoch"]


def timm_kwargs(settings: Settings) -> dict[str, Any]:
    """The keyword arguments of timm's class, all of them, in the order of `parameters.json`."""
    names = parameters_of(settings["schedule"])
    return {name: copy.copy(settings[name]) for name in names if name not in _NOT_OF_TIMM}


def changed_settings(settings: Settings) -> Settings:
    """What differs from `settings_of(schedule)`, without the schedule.

    Factors of 1 for all param groups count as the default.
    """
    ones = [1] * len(settings["lr"])
    default = settings_of(settings["schedule"], {"lr_scale": ones})
    return {name: value for name, value in settings.items() if value != default[name]}
