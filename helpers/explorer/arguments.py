"""What `explore` takes: a schedule, its parameters, and how to show the curve.

A call can be written back as Python (`call_text`) or as the query of an address (`query_text`),
both with nothing but what differs from the defaults.
"""

import copy
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from helpers.explorer.parameters import (
    Settings,
    changed_settings,
    parameters_of,
    settings_of,
)
from helpers.explorer.values import check_run, read_schedule, read_value

View = dict[str, Any]

DEFAULT_VIEW: View = {"plot": "used", "log": False, "overlay": None, "pins": []}
"""How the curve is shown: `plot` is the LR that each t uses ("used") or the one left after each
epoch ("after_epoch"), `log` the scale, `overlay` a second schedule or None, `pins` a list of
settings."""

PLOTS = ("used", "after_epoch")
MOST_PINS = 8

_UNENCODED = "!~*'(),"
"""What JavaScript's `encodeURIComponent` leaves as it is, and the comma."""


def read_arguments(schedule: object, arguments: Mapping[str, Any]) -> tuple[Settings, View]:
    """Read a call of `explore` into settings and view.

    Raises:
        TypeError, ValueError: an argument is unknown or not what it must be.
    """
    options = {name: value for name, value in arguments.items() if name in DEFAULT_VIEW}
    given = {name: value for name, value in arguments.items() if name not in DEFAULT_VIEW}
    settings = _read_given(
        schedule, given, f", and the options {', '.join(DEFAULT_VIEW)}, language"
    )
    return settings, read_view(options, settings["schedule"])


def _read_given(schedule: object, given: Mapping[str, Any], also: str = "") -> Settings:
    schedule = read_schedule(schedule)
    parameters = parameters_of(schedule)
    for name in given:
        if name not in parameters:
            raise TypeError(
                f"{name} is no parameter of {schedule}, which has {', '.join(parameters)}{also}."
            )
    values = {name: read_value(parameters[name], value) for name, value in given.items()}
    if "lr" in values:
        values = {"lr_scale": [1] * len(values["lr"]), **values}
    settings = settings_of(schedule, values)
    check_run(settings)
    return settings


def _read_pin(pin: Mapping[str, Any], schedule: str) -> Settings:
    given = {name: value for name, value in pin.items() if name != "schedule"}
    return _read_given(pin.get("schedule", schedule), given)


def read_view(options: object, schedule: str) -> View:
    """Return a complete view; what is left out takes `DEFAULT_VIEW`'s value.

    Args:
        options: `plot`, `log`, `overlay` and `pins`.
        schedule: that of pins which give none.

    Raises:
        TypeError, ValueError: an option is unknown or not what it must be.
    """
    if not isinstance(options, Mapping):
        raise TypeError(f"view is {options!r}; it must be a dict with {', '.join(DEFAULT_VIEW)}.")
    for name in options:
        if name not in DEFAULT_VIEW:
            raise TypeError(f"view has {name!r}; it can have {', '.join(DEFAULT_VIEW)}.")
    view = {**DEFAULT_VIEW, **options}
    if view["plot"] not in PLOTS:
        raise ValueError(f"plot is {view['plot']!r}; it must be one of {', '.join(PLOTS)}.")
    if not isinstance(view["log"], bool):
        raise TypeError(f"log is {view['log']!r}; it must be True or False.")
    if view["overlay"] is not None:
        read_schedule(view["overlay"], "overlay")
    pins = view["pins"]
    if not isinstance(pins, list | tuple) or not all(isinstance(pin, Mapping) for pin in pins):
        raise TypeError(f"pins is {pins!r}; it must be a list of dicts.")
    if len(pins) > MOST_PINS:
        raise ValueError(f"pins has {len(pins)} curves; it can have at most {MOST_PINS}.")
    return {**view, "pins": [_read_pin(pin, schedule) for pin in pins]}


def changed_view(view: View) -> View:
    """What differs from `DEFAULT_VIEW`."""
    return {name: value for name, value in view.items() if value != DEFAULT_VIEW[name]}


def call_text(settings: Settings, view: View, language: str = "") -> str:
    """The call of `explore` that gives these settings and this view."""
    arguments = _short(settings)
    options = copy.copy(changed_view(view))
    if "pins" in options:
        options["pins"] = [_short_pin(pin, settings["schedule"]) for pin in options["pins"]]
    if language:
        options["language"] = language
    parts = [repr(settings["schedule"])]
    parts += [f"{name}={value!r}" for name, value in {**arguments, **options}.items()]
    return f"explore({', '.join(parts)})"


def _short(settings: Settings) -> dict[str, Any]:
    """What differs from the defaults, with a number for the learning rate of a single group."""
    return {
        name: value[0] if name in ("lr", "lr_scale") and len(value) == 1 else value
        for name, value in changed_settings(settings).items()
    }


def _short_pin(pin: Settings, schedule: str) -> dict[str, Any]:
    other = {} if pin["schedule"] == schedule else {"schedule": pin["schedule"]}
    return {**other, **_short(pin)}


def query_text(settings: Settings, view: View = DEFAULT_VIEW) -> str:
    """The query with which an address opens the explorer, as `explorer/address.js` writes it."""
    parts = {"schedule": settings["schedule"], **changed_settings(settings), **changed_view(view)}
    pins = parts.pop("pins", [])
    pairs = [*parts.items(), *(("pin", query_text(pin)) for pin in pins)]
    return "&".join(
        f"{name}={quote(_query_value(value), safe=_UNENCODED)}" for name, value in pairs
    )


def _query_value(value: object) -> str:
    if isinstance(value, list):
        return ",".join(map(_query_value, value))
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
