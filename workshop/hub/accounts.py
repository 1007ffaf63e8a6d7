"""One account per learner, with a code of its own that is shown once and stored hashed."""

import dbm
import secrets
from collections.abc import Iterable
from pathlib import Path

from firstuseauthenticator import FirstUseAuthenticator

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Those that nobody mistakes for another one on paper."""

GROUPS, LETTERS_OF_GROUP = 3, 4


def without_code(passwords: Path, learners: Iterable[str]) -> list[str]:
    """The learners that cannot log in yet."""
    with dbm.open(str(passwords), "c", 0o600) as stored:
        return [name for name in learners if name.encode() not in stored]


def give_code(passwords: Path, learner: str) -> str:
    """Give a learner a new code; an older one no longer holds.

    Args:
        passwords: name of the database of hashed codes.
        learner: name of the account.

    Returns:
        The code, which is stored nowhere.
    """
    code = new_code()
    FirstUseAuthenticator(dbm_path=str(passwords)).reset_password(learner, code)
    return code


def new_code() -> str:
    """A code that nobody guesses."""
    groups = [
        "".join(secrets.choice(LETTERS) for _ in range(LETTERS_OF_GROUP)) for _ in range(GROUPS)
    ]
    return "-".join(groups)
