"""Entries: a check-in, a therapy session or a "not well today", each as the newest of its revisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from recovery.domain.check_in import CheckIn
from recovery.domain.therapy import TherapySession


class EntryKind(StrEnum):
    CHECK_IN = "check_in"
    SESSION = "session"
    NOT_WELL = "not_well"


class Withdrawal(StrEnum):
    """Why an entry no longer counts. `UNDONE`: within ten minutes, as if never sent; a ticked warning sign cannot be.
    `TAKEN_BACK`: it stays readable, marked. `MOVED`: it stands in the record of the patient it is about.
    """

    UNDONE = "undone"
    TAKEN_BACK = "taken_back"
    MOVED = "moved"


UNDO_WITHIN = timedelta(minutes=10)
"""How long after sending an entry can be undone as if it had never been sent [D]."""


@dataclass(frozen=True, slots=True)
class NotWell:
    """A day the patient was not well enough to exercise: excused from adherence."""

    recorded_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """`received_at` is when the clinic's server took this revision, `first_received_at` when it took the first;
    `recorded_on` inside `content` is the day the patient saw. `recorded_by` is the name of a member of staff who wrote
    it down for the patient; "" for the patient's own. One that was taken back counts nowhere.
    """

    id: UUID
    revision: int
    received_at: datetime
    content: CheckIn | TherapySession | NotWell
    recorded_by: str = ""
    first_received_at: datetime | None = None
    taken_back_at: datetime | None = None

    @property
    def recorded_on(self) -> date:
        return self.content.recorded_on

    @property
    def is_changed(self) -> bool:
        return self.revision > 1


def undo_until(versions: Sequence[Entry], now: datetime) -> datetime | None:
    """Until when an entry can be undone; None when it is too late, when a warning sign was ticked in any version of it,
    and when staff wrote any of it down: then it can only be taken back. `versions` are all there are, newest first.
    """
    is_shared = has_ticked(versions) or any(each.recorded_by for each in versions)
    first_received_at = versions[-1].first_received_at or versions[-1].received_at
    until = first_received_at + UNDO_WITHIN
    return None if is_shared or now > until else until


def has_ticked(versions: Iterable[Entry]) -> bool:
    """Whether a warning sign was ticked in any of them."""
    return any(isinstance(each.content, CheckIn) and each.content.warning_signs.ticked for each in versions)


def kind_of(content: CheckIn | TherapySession | NotWell) -> EntryKind:
    if isinstance(content, CheckIn):
        return EntryKind.CHECK_IN
    return EntryKind.SESSION if isinstance(content, TherapySession) else EntryKind.NOT_WELL


def check_ins_among(entries: tuple[Entry, ...]) -> tuple[CheckIn, ...]:
    return tuple(entry.content for entry in entries if isinstance(entry.content, CheckIn))


def sessions_among(entries: tuple[Entry, ...]) -> tuple[TherapySession, ...]:
    return tuple(entry.content for entry in entries if isinstance(entry.content, TherapySession))


def days_not_well(entries: tuple[Entry, ...]) -> frozenset[date]:
    return frozenset(entry.recorded_on for entry in entries if isinstance(entry.content, NotWell))
