"""What came of asking for a call, as the patient sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.call_requests import NOTE_LENGTH, AskedCall
from recovery.domain.episode import EpisodeStatus
from recovery.records.calls import Called
from recovery.web.present.moments import moment_words

WORDS = words("team")
STATUS = {EpisodeStatus.IN_HOSPITAL: WORDS.is_in_hospital, EpisodeStatus.PAUSED: WORDS.is_paused}


@dataclass(frozen=True, slots=True)
class Standing:
    """The request that stands; `tried` are the calls that were not answered since."""

    id: UUID
    when: str
    note: str
    tried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallPage:
    """`before` newest first."""

    standing: Standing | None
    before: tuple[str, ...]
    about_status: str
    hint: str


def call_page(
    asked: Sequence[AskedCall], calls: Sequence[Called], status: EpisodeStatus, today: date, zone: str
) -> CallPage:
    """`asked` newest first."""
    standing = next((each for each in asked if each.is_open), None)
    return CallPage(
        standing=_standing(standing, calls, today, zone) if standing else None,
        before=tuple(_came(each, today, zone) for each in asked if not each.is_open),
        about_status=STATUS.get(status, ""),
        hint=WORDS.up_to_letters.format(longest=NOTE_LENGTH),
    )


def _standing(call: AskedCall, calls: Sequence[Called], today: date, zone: str) -> Standing:
    tried = [each for each in calls if each.at >= call.asked_at and not each.is_answered]
    return Standing(
        id=call.id,
        when=WORDS.asked_when.format(when=moment_words(call.asked_at, today, zone)),
        note=call.note,
        tried=tuple(WORDS.tried_when.format(name=each.by, when=moment_words(each.at, today, zone)) for each in tried),
    )


def _came(call: AskedCall, today: date, zone: str) -> str:
    asked = moment_words(call.asked_at, today, zone)
    if call.taken_back_at is not None:
        return WORDS.came_taken_back.format(asked=asked, when=moment_words(call.taken_back_at, today, zone))
    closed = call.closed_at or call.asked_at
    told = WORDS.came_called if call.was_called else WORDS.came_looked
    return told.format(asked=asked, name=call.closed_by, when=moment_words(closed, today, zone))
