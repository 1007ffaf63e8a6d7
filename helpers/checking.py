"""State a claim, measure it, print ✓ with what was measured, or fail loudly."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike


class CheckFailed(AssertionError):
    """A claim of the book does not hold."""


def check(
    claim: str,
    actual: ArrayLike | bool,
    expected: ArrayLike | bool = True,
    *,
    tolerance: float = 1e-12,
) -> None:
    """Print ✓ and `claim` if it holds, raise `CheckFailed` if it does not.

    `check("claim", condition)` wants a bool. `check("claim", actual, expected)` compares
    numbers or arrays of one shape and prints the largest absolute difference, rounded to
    the digits of the tolerance, so that the printed line is the same on every machine.

    Args:
        claim: what is claimed, in words or as a formula.
        actual: a bool, a number or an array.
        expected: what `actual` must be.
        tolerance: largest absolute difference allowed, at least 0.

    Raises:
        CheckFailed: the claim does not hold; the message says where and by how much.
        TypeError: `actual` is not a bool although nothing to compare it with was given.
        ValueError: there is nothing to compare, or `tolerance` is negative.
    """
    if isinstance(expected, (bool, np.bool_)):
        _check_condition(claim, actual, bool(expected))
        return
    if not tolerance >= 0:
        raise ValueError(f"tolerance is {tolerance!r}; it must be at least 0.")
    actual = np.asarray(actual, dtype=float)
    expected = np.asarray(expected, dtype=float)
    if actual.shape != expected.shape:
        raise CheckFailed(f"✗ {claim}: shape {actual.shape} is compared with {expected.shape}.")
    if actual.size == 0:
        raise ValueError(f"actual is empty; it must have at least one value to check {claim!r}.")
    difference = np.abs(actual - expected)
    if not np.all(difference <= tolerance):  # NaN fails too
        worst = np.unravel_index(np.argmax(difference), difference.shape)
        place = f" at index {', '.join(map(str, worst))}" if worst else ""
        raise CheckFailed(
            f"✗ {claim}: {actual[worst]!r} instead of {expected[worst]!r}{place}, "
            f"a difference of {difference[worst]:.3g}; allowed: {tolerance:g}."
        )
    digits = max(0, -math.floor(math.log10(tolerance))) if tolerance else 0
    print(f"✓ {claim}  (difference {difference.max():.{digits}f} ≤ {tolerance:g})")


def _check_condition(claim: str, actual: object, expected: bool) -> None:
    if not isinstance(actual, (bool, np.bool_)):
        raise TypeError(
            f"actual is a {type(actual).__name__}; without a value to compare it with "
            f"it must be a bool, to check {claim!r}."
        )
    if bool(actual) != expected:
        raise CheckFailed(f"✗ {claim}: {bool(actual)} instead of {expected}.")
    print(f"✓ {claim}")


def check_raises(
    claim: str,
    error: type[BaseException],
    call: Callable[[], object],
    *,
    show_message: bool = True,
) -> None:
    """Print ✓, `claim` and the error message if `call()` raises `error`.

    Args:
        claim: what is claimed.
        error: the expected exception class.
        call: a function of no arguments.
        show_message: whether to print the message; not for errors of Python itself, whose
            wording changes from version to version.

    Raises:
        CheckFailed: `call` returns. Another exception passes through.
    """
    try:
        call()
    except error as raised:
        message = f": {raised}" if show_message else ""
        print(f"✓ {claim}  ({type(raised).__name__}{message})")
        return
    raise CheckFailed(f"✗ {claim}: no {error.__name__} was raised.")
