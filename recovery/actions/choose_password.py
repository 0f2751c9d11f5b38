"""What a password must be: 12 characters or more and not easy to guess; nothing about its composition (TRUST.md 6)."""

from collections.abc import Iterable
from enum import StrEnum

from zxcvbn import zxcvbn

SHORTEST, LONGEST = 12, 1024
ESTIMATED = 72
"""Characters that the estimate reads: what is longer is no easier to guess."""

LOWEST_SCORE = 2
"""Of 4. Below it are common passwords, repeats, rows of keys and the person's own names."""


class Problem(StrEnum):
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    EASY_TO_GUESS = "easy_to_guess"


def password_problem(password: str, personal: Iterable[str] = ()) -> Problem | None:
    """None when it may be used. `personal` are words that somebody who knows the person would try."""
    if len(password) < SHORTEST:
        return Problem.TOO_SHORT
    if len(password) > LONGEST:
        return Problem.TOO_LONG
    known = [word for word in ("recovery", *personal) if word]
    if zxcvbn(password[:ESTIMATED], user_inputs=known)["score"] < LOWEST_SCORE:
        return Problem.EASY_TO_GUESS
    return None
