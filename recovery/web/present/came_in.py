"""What came in since the last review, a line each, for the physiotherapist. What asks for an answer stands first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.domain.arrivals import Arrival, Arrived
from recovery.domain.entries import EntryKind
from recovery.domain.facts import RecordedSign
from recovery.domain.warning_signs import asked_words
from recovery.web.present.dates import short_day, short_day_and_year
from recovery.web.present.worklist_words import moment_for_staff

KINDS = {EntryKind.CHECK_IN: "check-in", EntryKind.SESSION: "exercises", EntryKind.NOT_WELL: "“not well” day"}
MOST_LISTED = 3
NOTE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class News:
    """Something that came in. `entry_id` is set where what stood there before can be read."""

    words: str
    icon: str
    entry_id: UUID | None = None


def day_in_sentence(day: date, today: date) -> str:
    """Today, yesterday, 18 Nov, or 18 Nov 2025."""
    short = short_day(day) if day.year == today.year else short_day_and_year(day)
    return {0: "today", 1: "yesterday"}.get((today - day).days, short)


def news_of(came: Arrived, today: date, zone: str) -> tuple[News, ...]:
    """What asks for an answer first."""
    signs = [_sign(each, today, zone) for each in came.signs]
    calls = [
        News(f"Asked for a call, {moment_for_staff(each.asked_at, today, zone)}{_quoted(each.note)}", "phone")
        for each in came.calls
    ]
    asked = [
        News(f"Question, {moment_for_staff(each.asked_at, today, zone)}{_quoted(each.words)}", "flag")
        for each in came.questions
    ]
    return (
        *signs,
        *_first(calls, "calls asked for"),
        *_first(asked, "questions"),
        *_first([_note(each, today) for each in came.notes], "notes"),
        *_first([_change(each, today, zone) for each in came.changed], "changed entries"),
        *_first([_taken_back(each, today, zone) for each in came.taken_back], "entries taken back"),
    )


def _sign(each: RecordedSign, today: date, zone: str) -> News:
    """Shorter than where it is closed, which says what the patient was told, too."""
    back = ", taken back by the patient" if each.taken_back_at else ""
    return News(
        f"Warning sign ticked {moment_for_staff(each.ticked_at, today, zone)}{back}: {asked_words(each.sign)}",
        "warning",
    )


def _first(news: Sequence[News], kind: str) -> tuple[News, ...]:
    more = len(news) - MOST_LISTED
    return (*news[:MOST_LISTED], *((News(f"And {more} more: {kind}", news[0].icon),) if more > 0 else ()))


def _note(each: Arrival, today: date) -> News:
    by = f", written by {each.by}" if each.by else ""
    return News(f"Note, {_of(each, today)}{by}{_quoted(each.note)}", "note")


def _change(each: Arrival, today: date, zone: str) -> News:
    who = each.by or "The patient"
    when = moment_for_staff(each.received_at, today, zone)
    return News(f"{who} changed {_of(each, today)}, {when}{_quoted(each.note)}", "pencil", each.entry_id)


def _taken_back(each: Arrival, today: date, zone: str) -> News:
    when = moment_for_staff(each.taken_back_at or each.received_at, today, zone)
    return News(f"Taken back: {_of(each, today)}, {when}", "back", each.entry_id)


def _of(each: Arrival, today: date) -> str:
    """The check-in of 3 May."""
    return f"the {KINDS[each.kind]} of {day_in_sentence(each.recorded_on, today)}"


def _quoted(words: str) -> str:
    """The beginning of what somebody wrote, in one line."""
    line = " ".join(words.split())
    short = line if len(line) <= NOTE_LENGTH else f"{line[: NOTE_LENGTH - 1].rstrip()}…"
    return f": “{short}”" if short else ""
