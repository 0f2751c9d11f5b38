"""What a password must be: 12 characters or more and not easy to guess; nothing about its composition (TRUST.md 6)."""

from collections.abc import Iterable
from enum import StrEnum

from zxcvbn import zxcvbn

SHORTEST, LONGEST = 12, 1024
ESTIMATED = 72
"""Characters that the estimate reads: what is longer is no easier to guess."""

LOWEST_SCORE = 2
"""Of 4. Below it are common passwords, repeats, rows of keys and the person's own names."""


LEAST_BESIDE = 5
"""Letters and digits beside what everybody knows of the person: names put one behind the other protect nothing."""


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
    if (
        _beside(password, known) < LEAST_BESIDE
        or zxcvbn(password[:ESTIMATED], user_inputs=known)["score"] < LOWEST_SCORE
    ):
        return Problem.EASY_TO_GUESS
    return None


def _beside(password: str, known: Iterable[str]) -> int:
    """How many letters and digits are left without the words that are known."""
    left = password.casefold()
    for word in sorted((word.casefold() for each in known for word in each.split()), key=len, reverse=True):
        left = left.replace(word, " ")
    return sum(sign.isalnum() for sign in left)
