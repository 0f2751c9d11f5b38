"""Move an entry that was made for the wrong patient. It leaves one record and stands in the other, and both keep the
trace. A warning sign that was ticked in it stays open in both, until a person records what came of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from recovery.actions.entry_shapes import Content
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.change import Changed
from recovery.domain.check_in import CheckIn, allowed_days
from recovery.domain.entries import EntryKind, NotWell, Withdrawal
from recovery.domain.therapy import EXTRA_LENGTH, MOST_EXTRAS, NOTE_LENGTH, Extra, TherapySession
from recovery.extensions import db
from recovery.records.activities import activity_words
from recovery.records.changes import add_changes
from recovery.records.check_ins import CheckInRow, check_in_row
from recovery.records.entries import EntryRow, NotWellRow, not_well_row
from recovery.records.episodes import current_episode
from recovery.records.plans import prescription_names
from recovery.records.scope import patient_in_care_of
from recovery.records.sessions import SessionRow, session_row


class NotMoved(StrEnum):
    """Nothing was changed. `SAME`: both are the same patient. `DAY`: it lies outside the other's recovery."""

    SAME = "same"
    NO_EPISODE = "no_episode"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Move:
    entry_id: UUID
    from_id: UUID
    to_id: UUID
    why: str


_REVISIONS: dict[EntryKind, type[CheckInRow | SessionRow | NotWellRow]] = {
    EntryKind.CHECK_IN: CheckInRow,
    EntryKind.SESSION: SessionRow,
    EntryKind.NOT_WELL: NotWellRow,
}


def move_entry(actor: Actor, move: Move, now: datetime) -> UUID | NotMoved:
    """The entry's new id. Both patients are in the actor's care. Raises NoSuchPatient, Refused."""
    access.require(actor, Action.CORRECT_RECORD)
    with writing():
        head = db.session.get(EntryRow, move.entry_id)
        if head is None or head.patient_id != move.from_id or head.taken_back_at is not None:
            raise NoSuchPatient
        for patient_id in (move.from_id, move.to_id):
            if patient_in_care_of(actor, patient_id, now) is None:
                raise NoSuchPatient
        episode = current_episode(move.to_id)
        if episode is None:
            return NotMoved.NO_EPISODE
        if move.from_id == move.to_id:
            return NotMoved.SAME
        first, last = allowed_days(episode.operation.operated_on, now)
        if not first <= head.recorded_on <= last:
            return NotMoved.DAY
        return _moved(actor, move, head, episode.id, now)


def _moved(actor: Actor, move: Move, head: EntryRow, episode_id: UUID, now: datetime) -> UUID:
    newest = _newest_revision(head)
    copy = EntryRow(
        id=uuid4(),
        patient_id=move.to_id,
        episode_id=episode_id,
        client_id=uuid4(),
        kind=head.kind,
        revision=1,
        recorded_on=head.recorded_on,
        received_at=head.received_at,
    )
    head.taken_back_at, head.withdrawal = now, Withdrawal.MOVED
    db.session.add(copy)
    db.session.flush()
    write_down(actor, Note("moved an entry away", move.from_id, str(head.id)), now)
    sequence = write_down(actor, Note("moved an entry here", move.to_id, str(copy.id)), now)
    db.session.add(_copied(newest, copy.id, sequence))
    told = {Changed.ENTRY_MOVED_AWAY: (head.recorded_on.isoformat(), head.kind.value)}
    add_changes(move.from_id, head.episode_id, actor.id, now, told, move.why)
    told = {Changed.ENTRY_MOVED_HERE: ("", f"{head.recorded_on.isoformat()} {head.kind.value}")}
    add_changes(move.to_id, episode_id, actor.id, now, told, move.why)
    db.session.flush()
    return copy.id


def _newest_revision(head: EntryRow) -> CheckInRow | SessionRow | NotWellRow:
    return db.session.get_one(_REVISIONS[head.kind], (head.id, head.revision))  # type: ignore[return-value]


def _copied(row: CheckInRow | SessionRow | NotWellRow, entry_id: UUID, sequence: int) -> object:
    """The same words by the same author, received when it was; new to whoever reviews the other record."""
    stamp = {name: getattr(row, name) for name in ("author_id", "zone", "offset_minutes", "received_at")}
    content: Content = NotWell(row.recorded_on, row.note) if isinstance(row, NotWellRow) else row.as_value()
    if isinstance(content, CheckIn):
        return check_in_row(entry_id, 1, without_ties(content), sequence=sequence, **stamp)
    if isinstance(content, TherapySession):
        return session_row(entry_id, 1, without_plan(content), sequence=sequence, **stamp)
    return not_well_row(entry_id, 1, content, sequence=sequence, **stamp)


def without_ties(check_in: CheckIn) -> CheckIn:
    """Activities and sessions are of the patient who chose or did them; elsewhere they are told in the note."""
    if not check_in.activities and check_in.morning is None:
        return check_in
    words = activity_words(each.activity_id for each in check_in.activities)
    told = [f"{words[each.activity_id]}: {each.score}" for each in check_in.activities]
    if check_in.morning:
        told.append(f"The morning after exercises: {check_in.morning.value.replace('_', ' ')}")
    note = f"{check_in.note}\n{', '.join(told)}".strip()[:NOTE_LENGTH]
    return replace(check_in, activities=(), morning=None, morning_after=None, note=note)


def without_plan(session: TherapySession) -> TherapySession:
    """Exercises belong to the plan of the patient they were prescribed for; elsewhere they are extras, by name."""
    names = prescription_names(done.unit.prescription_id for done in session.units)
    told = list(dict.fromkeys(name[:EXTRA_LENGTH] for name in names if name))
    extras = (*session.extras, *(Extra(name) for name in told))
    return replace(
        session,
        units=(),
        extras=extras[:MOST_EXTRAS],
        note=_with_rest(session.note, (extra.name for extra in extras[MOST_EXTRAS:])),
    )


def _with_rest(note: str, names: Iterable[str]) -> str:
    rest = ", ".join(names)
    return f"{note}\nAlso done: {rest}".strip()[:NOTE_LENGTH] if rest else note
