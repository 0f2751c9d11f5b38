"""Invitations: a code that is shown once and lets one person in (TRUST.md 5).

Ten characters of Crockford's base32 are 50 bits. Letters that look like digits are read as those digits, so that a
code can be typed from paper.
"""

from datetime import timedelta
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
MOST_WRONG_ANSWERS = 5
"""Wrong dates of birth (staff: work emails) with a right code before the code is void."""

TIME_TO_FINISH = timedelta(minutes=30)
"""Once code and birth date were right, there is at least this long to read, agree and choose a password."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class ShownOn(StrEnum):
    """Where the code is shown decides how long it lives."""

    SCREEN = "screen"
    PAPER = "paper"

    @property
    def lifetime(self) -> timedelta:
        return timedelta(hours=72) if self is ShownOn.PAPER else timedelta(minutes=15)


def code_from_bytes(random: bytes) -> str:
    """A code from at least seven random bytes."""
    number = int.from_bytes(random, "big")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(CODE_LENGTH))


def read_code(typed: str) -> str | None:
    """The code as it was made; None for what cannot be one. Capitals, spaces and dashes do not matter."""
    code = "".join(typed.upper().translate(_READ_AS).split())
    return code if len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) else None


def in_groups(code: str) -> str:
    """ABCDE-FGHJK: easier to read out and to type."""
    return f"{code[:5]}-{code[5:]}"
