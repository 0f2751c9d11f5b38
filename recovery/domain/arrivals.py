"""What the clinic received since a review, of everything that is told by the hour and not by the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from recovery.domain.call_requests import AskedCall
from recovery.domain.entries import EntryKind
from recovery.domain.facts import RecordedSign
from recovery.domain.since_review import Beginning
from recovery.domain.visit_questions import Question

Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry by its newest version. `by` is the name of staff who wrote that version, "" for the patient's own."""

    entry_id: UUID
    kind: EntryKind
    recorded_on: date
    revision: int
    received_at: datetime
    first_received_at: datetime
    taken_back_at: datetime | None = None
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """Newest first. An entry that was taken back stands there only, whatever else was changed in it; the note of one
    that was corrected stands with the correction.
    """

    signs: tuple[RecordedSign, ...] = ()
    calls: tuple[AskedCall, ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Arrival, ...] = ()
    changed: tuple[Arrival, ...] = ()
    taken_back: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """Everything there is, old and new, in any order."""

    entries: Iterable[Arrival] = ()
    signs: Iterable[RecordedSign] = ()
    calls: Iterable[AskedCall] = ()
    questions: Iterable[Question] = ()


def arrived(received: Received, begun: Beginning) -> Arrived:
    """Only what was not on the page of the last review."""
    entries = tuple(received.entries)
    standing = [each for each in entries if each.taken_back_at is None and begun.is_new(each.received_at)]
    corrected = [each for each in standing if each.revision > 1]
    noted = [each for each in standing if each.revision == 1 and each.note]
    withdrawn = [each for each in entries if begun.is_new(each.taken_back_at)]
    return Arrived(
        signs=_newest(((each.ticked_at, each.id), each) for each in received.signs if begun.is_new(each.ticked_at)),
        calls=_newest(((each.asked_at, each.id), each) for each in received.calls if begun.is_new(each.asked_at)),
        questions=_newest(
            ((each.asked_at, each.id), each) for each in received.questions if begun.is_new(each.asked_at)
        ),
        notes=_newest(((each.received_at, each.entry_id), each) for each in noted),
        changed=_newest(((each.received_at, each.entry_id), each) for each in corrected),
        taken_back=_newest(((each.taken_back_at or each.received_at, each.entry_id), each) for each in withdrawn),
    )


def _newest(pairs: Iterable[tuple[tuple[datetime, object], Each]]) -> tuple[Each, ...]:
    """By instant and id, so that those of one instant stand in one order too."""
    return tuple(each for _key, each in sorted(pairs, key=lambda pair: pair[0], reverse=True))
