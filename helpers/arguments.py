"""Argument checks that answer with one sentence: the name, the value, what is allowed."""

from numbers import Integral, Real


def require_positive_int(name: str, value: object) -> int:
    """Return `value` as an int, or raise TypeError/ValueError that names `name`."""
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"{name} is {value!r}; it must be an integer of at least 1.")
    if value < 1:
        raise ValueError(f"{name} is {value!r}; it must be an integer of at least 1.")
    return int(value)


def require_positive_number(name: str, value: object) -> float:
    """Return `value` as a float, or raise TypeError/ValueError that names `name`."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"{name} is {value!r}; it must be a number above 0.")
    if not 0 < value < float("inf"):
        raise ValueError(f"{name} is {value!r}; it must be a finite number above 0.")
    return float(value)
