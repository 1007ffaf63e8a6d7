"""Values as a reader gives them: turned into JSON, or refused with one sentence."""

import contextlib
import math
import sys
from typing import Any

import numpy as np

from helpers.explorer.parameters import (
    MOST_GROUPS,
    MOST_UPDATES,
    SCHEDULES,
    Parameter,
    Settings,
    is_of_kind,
    parameters_of,
)

_ALLOWED = {
    "integer": "an integer",
    "number": "a finite number",
    "boolean": "True or False",
    "numbers": "a list of finite numbers",
    "range": "a number, a pair of numbers",
}
_EXACT = 2**53
"""Below this, floats have all integers."""

_PER_GROUP = ("lr", "lr_scale")


def read_schedule(value: object, name: str = "schedule") -> str:
    """Return the name of a schedule.

    Raises:
        ValueError: there is no such schedule.
    """
    if not isinstance(value, str) or value not in SCHEDULES:
        raise ValueError(f"{name} is {value!r}; it must be one of {', '.join(SCHEDULES)}.")
    return value


def read_value(parameter: Parameter, value: object) -> Any:
    """Return a value of the parameter as JSON: whole numbers as int, tuples as lists.

    One number is taken as the learning rate, or the factor, of one param group.

    Raises:
        TypeError: the value is not of the parameter's kind.
        ValueError: it is, but there is no such choice, or a number is not finite.
    """
    plain = _plain(value)
    if parameter.name in _PER_GROUP and isinstance(plain, int | float):
        plain = [plain]
    if is_of_kind(parameter, plain):
        return plain
    is_choice = parameter.kind == "choice" and isinstance(value, str)
    is_out_of_reach = isinstance(plain, float) and not abs(plain) < _EXACT
    error = ValueError if is_choice or is_out_of_reach else TypeError
    allowed = _allowed(parameter, is_out_of_reach)
    raise error(f"{parameter.name} is {value!r}; it must be {allowed}.")


def _allowed(parameter: Parameter, is_out_of_reach: bool) -> str:
    if parameter.kind == "choice":
        return f"one of {', '.join(map(repr, parameter.options))}"
    allowed = _ALLOWED[parameter.kind]
    if parameter.name in _PER_GROUP:
        allowed = f"a finite number or {allowed}"
    if parameter.kind == "integer" and is_out_of_reach:
        allowed += " below 2**53"
    return f"{allowed} or None" if parameter.default is None else allowed


def read_any(name: str, value: object) -> Any:
    """Return a value that `read_value` takes for this parameter in one schedule at least.

    Raises:
        TypeError, ValueError: it does for none of them.
    """
    parameters = [parameters_of(schedule).get(name) for schedule in SCHEDULES]
    *others, last = filter(None, parameters)
    for parameter in others:
        with contextlib.suppress(TypeError, ValueError):
            return read_value(parameter, value)
    return read_value(last, value)


def check_run(settings: Settings) -> None:
    """Check what timm does not: the length of the run and the number of param groups.

    Raises:
        ValueError: a run like this is not drawn.
    """
    lengths = {name: settings[name] for name in ("num_epochs", "updates_per_epoch")}
    for name, length in lengths.items():
        if length < 1:
            raise ValueError(f"{name} is {length}; it must be at least 1.")
    updates = settings["num_epochs"] * settings["updates_per_epoch"]
    if updates > MOST_UPDATES:
        raise ValueError(
            f"num_epochs * updates_per_epoch is {updates}; it must be at most {MOST_UPDATES}."
        )
    count = len(settings["lr"])
    if not 1 <= count <= MOST_GROUPS:
        raise ValueError(f"lr has {count} values; it must have from 1 to {MOST_GROUPS}.")
    if len(settings["lr_scale"]) != count:
        raise ValueError(
            f"lr_scale has {len(settings['lr_scale'])} values; it must have as many as lr, {count}."
        )


def _plain(value: object) -> object:
    """What JSON makes of a value: 2.0 is 2, an array or a tuple is a list."""
    if isinstance(value, np.ndarray | np.generic):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        if abs(value) < _EXACT:
            return int(value) if value == int(value) else value
        return float(value) if abs(value) <= sys.float_info.max else math.inf
    return value
