"""One's own sign-ins in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.domain.calendar import day_in_zone
from recovery.records.sign_ins import LiveSignIn
from recovery.web.present.dates import clock_words, day_from
from recovery.web.present.device_words import device_words

WRONG_PASSWORD = "That is not your password now. Check it and try again"  # noqa: S105 - a sentence
SAME_PASSWORD = "That is the password you have now. Choose another one"  # noqa: S105 - a sentence
TOO_MANY = "There were too many wrong tries. Wait an hour and try again"


@dataclass(frozen=True, slots=True)
class SignInLine:
    id: UUID
    device: str
    began: str
    last_used: str
    is_this: bool


def sign_in_lines(sign_ins: Iterable[LiveSignIn], this: UUID, now: datetime, zone: str) -> tuple[SignInLine, ...]:
    """This one first, then the last used."""
    today = day_in_zone(now, zone)
    lines = (
        SignInLine(
            id=each.id,
            device=device_words(each.device),
            began=_at(each.began_at, today, zone),
            last_used=_at(each.last_used_at, today, zone),
            is_this=each.id == this,
        )
        for each in sign_ins
    )
    return tuple(sorted(lines, key=lambda line: not line.is_this))


def ended_words(count: int) -> str:
    """What ended elsewhere."""
    if not count:
        return "You were signed in nowhere else."
    return f"You are signed out on {count} other device{'' if count == 1 else 's'}."


def _at(instant: datetime, today: date, zone: str) -> str:
    """Today, 9:12."""
    return f"{day_from(today, day_in_zone(instant, zone))}, {clock_words(instant, zone)}"
