"""What recording any entry has in common: the day, the running episode, and that a resend is the same entry."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from recovery.actions.entry_shapes import SHAPES, Content, EntryShape
from recovery.actions.own_ties import require_own_ties
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.calendar import offset_minutes
from recovery.domain.check_in import allowed_days
from recovery.domain.entries import kind_of
from recovery.extensions import db
from recovery.records.entries import EntryRow, entry_with_client_id
from recovery.records.episodes import current_episode


@dataclass(frozen=True, slots=True)
class Recorded:
    """The receipt. `is_new` is False when the same entry had been received before: it is the same receipt again."""

    entry_id: UUID
    is_new: bool


class Reason(StrEnum):
    NO_EPISODE = "no_episode"
    DAY_NOT_ALLOWED = "day_not_allowed"
    SAVED_WITH_OTHER_ANSWERS = "saved_with_other_answers"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """Nothing was stored or changed."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Whose:
    """The patient an entry is about, and the zone their days are in."""

    patient_id: UUID
    zone: str


@dataclass(frozen=True, slots=True)
class Sent:
    """An entry as it arrived: under the id that its form made."""

    client_id: UUID
    content: Content

    @property
    def shape(self) -> EntryShape:
        return SHAPES[kind_of(self.content)]


def record_entry(actor: access.Actor, client_id: UUID, content: Content, now: datetime) -> Recorded | NotRecorded:
    """Store the first revision of the patient's own entry. Raises NotOwn, Refused."""
    access.require(actor, access.Action.RECORD_OWN_ENTRY)
    return store_once(actor, Whose(actor.id, actor.zone), Sent(client_id, content), now)


def store_once(actor: access.Actor, whose: Whose, sent: Sent, now: datetime) -> Recorded | NotRecorded:
    """The unique constraint on the form's id, not a look beforehand, decides when two arrive at once."""
    try:
        with writing():
            return _receipt(whose, sent) or _insert(actor, whose, sent, now)
    except IntegrityError:
        receipt = _receipt(whose, sent)
        if receipt is None:
            raise
        return receipt


def _receipt(whose: Whose, sent: Sent) -> Recorded | NotRecorded | None:
    """The same receipt again for the same content; a refusal for other content, or when the patient took the entry back
    meanwhile; None when the id is new.
    """
    content, shape = sent.content, sent.shape
    head = entry_with_client_id(whose.patient_id, sent.client_id)
    if head is None:
        return None
    if head.kind is shape.kind and shape.stored(head.id, 1) == content:
        is_there = head.taken_back_at is None
        return Recorded(head.id, is_new=False) if is_there else NotRecorded(Reason.TAKEN_BACK)
    return NotRecorded(Reason.SAVED_WITH_OTHER_ANSWERS)


def _insert(actor: access.Actor, whose: Whose, sent: Sent, now: datetime) -> Recorded | NotRecorded:
    episode, content, shape = current_episode(whose.patient_id), sent.content, sent.shape
    if episode is None:
        return NotRecorded(Reason.NO_EPISODE)
    first, last = allowed_days(episode.operation.operated_on, now)
    if not first <= content.recorded_on <= last:
        return NotRecorded(Reason.DAY_NOT_ALLOWED)
    require_own_ties(episode.id, content)
    head = EntryRow(
        patient_id=whose.patient_id,
        episode_id=episode.id,
        client_id=sent.client_id,
        kind=shape.kind,
        revision=1,
        recorded_on=content.recorded_on,
        received_at=now,
    )
    db.session.add(head)
    db.session.flush()
    note = Note(f"recorded {shape.kind.value}", whose.patient_id, str(head.id), shape.changed(None, content))
    db.session.add(
        shape.row(
            head.id,
            1,
            content,
            author_id=actor.id,
            zone=whose.zone,
            offset_minutes=offset_minutes(now, whose.zone),
            received_at=now,
            sequence=write_down(actor, note, now),
        )
    )
    db.session.flush()
    return Recorded(head.id, is_new=True)
