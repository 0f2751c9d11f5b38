"""One's own sign-ins in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.records.sign_ins import LiveSignIn
from recovery.web.present.dates import clock_words, day_from
from recovery.web.present.device_words import device_words

WORDS = words("account")


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
        return WORDS.nowhere_else
    return WORDS.one_device_signed_out if count == 1 else WORDS.devices_signed_out.format(count=count)


def _at(instant: datetime, today: date, zone: str) -> str:
    """Today, 9:12."""
    return WORDS.day_and_time.format(day=day_from(today, day_in_zone(instant, zone)), time=clock_words(instant, zone))
