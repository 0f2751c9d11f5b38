"""Correct an entry, or take one back. The patient's own entries only; what stood there before stays as it was."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from recovery.actions.entry_shapes import SHAPES, Content
from recovery.actions.own_ties import require_own_ties
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.calendar import offset_minutes
from recovery.domain.check_in import allowed_days
from recovery.domain.entries import EntryKind, Withdrawal, kind_of, undo_until
from recovery.domain.episode import Episode
from recovery.extensions import db
from recovery.records.entries import EntryRow, own_entry
from recovery.records.entry_versions import entry_versions
from recovery.records.episodes import current_episode


class NoSuchEntry(LookupError):  # noqa: N818 - an answer, not an accident
    """Not this patient's, of another kind, or not there any more: to the caller the same."""


@dataclass(frozen=True, slots=True)
class Correction:
    """`from_revision` is the revision that the form showed."""

    entry_id: UUID
    from_revision: int
    content: Content


@dataclass(frozen=True, slots=True)
class Corrected:
    """`is_new` is False when the entry said so already: sent again, or nothing was changed."""

    entry_id: UUID
    is_new: bool


class NotCorrected(StrEnum):
    """Nothing was stored. `STALE`: it was changed meanwhile, in another tab or on another phone."""

    STALE = "stale"
    ENDED = "ended"
    DAY_NOT_ALLOWED = "day_not_allowed"


def correct_entry(actor: Actor, correction: Correction, now: datetime) -> Corrected | NotCorrected:
    """Add a revision. Raises NoSuchEntry, NotOwn, Refused."""
    access.require(actor, Action.RECORD_OWN_ENTRY)
    content = correction.content
    with writing():
        head = own_entry(actor.id, correction.entry_id)
        if head is None or head.taken_back_at is not None or head.kind is not kind_of(content):
            raise NoSuchEntry
        stored = SHAPES[head.kind].stored(head.id, head.revision)
        if stored == content:
            return Corrected(head.id, is_new=False)
        refused = _refused(actor, head, correction, now)
        if refused:
            return refused
        require_own_ties(head.episode_id, content)
        _add_revision(actor, head, stored, content, now)
        return Corrected(head.id, is_new=True)


def _refused(actor: Actor, head: EntryRow, correction: Correction, now: datetime) -> NotCorrected | None:
    if correction.from_revision != head.revision:
        return NotCorrected.STALE
    episode = current_episode(actor.id)
    if episode is None or episode.id != head.episode_id:
        return NotCorrected.ENDED
    return None if _may_be_for(correction.content.recorded_on, head, episode, now) else NotCorrected.DAY_NOT_ALLOWED


def _may_be_for(day: date, head: EntryRow, episode: Episode, now: datetime) -> bool:
    """A session and a day not well keep their day: the plan belongs to it (docs/decisions/0010)."""
    first, last = allowed_days(episode.operation.operated_on, now)
    return day == head.recorded_on or (head.kind is EntryKind.CHECK_IN and first <= day <= last)


def _add_revision(actor: Actor, head: EntryRow, before: Content | None, content: Content, now: datetime) -> None:
    shape = SHAPES[head.kind]
    head.revision += 1
    head.recorded_on = content.recorded_on
    note = Note(f"corrected {head.kind.value}", actor.id, str(head.id), shape.changed(before, content))
    row = shape.row(
        head.id,
        head.revision,
        content,
        author_id=actor.id,
        zone=actor.zone,
        offset_minutes=offset_minutes(now, actor.zone),
        received_at=now,
        sequence=write_down(actor, note, now),
    )
    db.session.add(row)
    db.session.flush()


def take_back_entry(actor: Actor, entry_id: UUID, now: datetime) -> Withdrawal:
    """Undone where it still can be (domain.entries.undo_until), else taken back, which leaves it readable. Sent again
    it is the same answer again. Raises NoSuchEntry, Refused.
    """
    access.require(actor, Action.RECORD_OWN_ENTRY)
    with writing():
        head = own_entry(actor.id, entry_id)
        if head is None or head.withdrawal is Withdrawal.MOVED:
            raise NoSuchEntry
        if head.withdrawal is None:
            can_undo = undo_until(entry_versions(head.episode_id, entry_id), now) is not None
            head.taken_back_at = now
            head.withdrawal = Withdrawal.UNDONE if can_undo else Withdrawal.TAKEN_BACK
            verb = "undid" if can_undo else "took back"
            write_down(actor, Note(f"{verb} {head.kind.value}", actor.id, str(head.id)), now)
        return head.withdrawal
