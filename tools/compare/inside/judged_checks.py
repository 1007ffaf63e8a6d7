"""`check` and `check_raises` that print a refuted claim and go on."""

import functools
import sys
from collections.abc import Callable
from typing import Any

import helpers
from helpers import checking


def named(error: BaseException) -> str:
    """An exception in one line."""
    return f"{type(error).__name__}: {error}".splitlines()[0].rstrip(": ")


def judge_checks() -> list[dict[str, Any]]:
    """Put judging functions in the place of the helpers.

    Returns:
        A list that fills with `{"line": of the call in its cell, "text": "✗ claim: …"}`.
    """
    refuted: list[dict[str, Any]] = []
    for name in ("check", "check_raises"):
        judging = _judging(getattr(checking, name), refuted)
        setattr(checking, name, judging)
        setattr(helpers, name, judging)
    return refuted


def _judging(check: Callable, refuted: list[dict[str, Any]]) -> Callable:
    @functools.wraps(check)
    def judge(claim: str, *arguments: Any, **options: Any) -> None:
        try:
            check(claim, *arguments, **options)
        except Exception as error:
            failed = isinstance(error, checking.CheckFailed)
            text = str(error) if failed else f"✗ {claim}: {named(error)}"
            refuted.append({"line": sys._getframe(1).f_lineno, "text": text})
            print(text)

    return judge
