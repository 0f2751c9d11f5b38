"""The life of an episode: its status with a date, and a new operation, which begins a new episode."""

from datetime import date, datetime
from uuid import UUID

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.change import Changed
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.episode import RUNNING, EpisodeStatus
from recovery.extensions import db
from recovery.records.call_requests import carry_call
from recovery.records.changes import add_changes
from recovery.records.episodes import EpisodeRow, new_episode_row, shown_episode_row
from recovery.records.scope import patient_in_care_of
from recovery.records.visit_questions import carry_questions


def change_status(actor: Actor, patient_id: UUID, status: EpisodeStatus, since: date, note: str, now: datetime) -> bool:
    """False when nothing changed. `since` is a day of the patient's. Raises NoSuchPatient, Refused."""
    access.require(actor, Action.CORRECT_RECORD)
    with writing():
        row = _row(actor, patient_id, now)
        if row is None:
            raise NoSuchPatient
        if (row.status, row.status_since) == (status, since):
            return False
        _set_status(actor, row, status, since, note, now)
        return True


def begin_new_episode(actor: Actor, patient_id: UUID, details: EpisodeDetails, today: date, now: datetime) -> UUID:
    """A new operation: what ran before is discharged and keeps its entries; a call that stands and open questions go
    along (docs/decisions/0011). Raises NoSuchPatient, Refused.
    """
    access.require(actor, Action.CORRECT_RECORD)
    with writing():
        if patient_in_care_of(actor, patient_id, now) is None:
            raise NoSuchPatient
        before = shown_episode_row(patient_id)
        if before is not None and before.status in RUNNING:
            _set_status(actor, before, EpisodeStatus.DISCHARGED, today, "A new operation", now)
        row = new_episode_row(patient_id, details, now)
        db.session.add(row)
        db.session.flush()
        if before is not None:
            carry_call(before.id, row.id)
            carry_questions(before.id, row.id)
        operated_on = details.operation.operated_on.isoformat()
        add_changes(patient_id, row.id, actor.id, now, {Changed.NEW_OPERATION: ("", operated_on)})
        write_down(actor, Note("began a new episode", patient_id, str(row.id)), now)
        return row.id


def _set_status(actor: Actor, row: EpisodeRow, status: EpisodeStatus, since: date, note: str, now: datetime) -> None:
    before, after = f"{row.status.value} {row.status_since}", f"{status.value} {since}"
    row.status, row.status_since = status, since
    db.session.flush()
    add_changes(row.patient_id, row.id, actor.id, now, {Changed.STATUS: (before, after)}, note)
    write_down(actor, Note("changed the status", row.patient_id, str(row.id), (status.value,)), now)


def _row(actor: Actor, patient_id: UUID, now: datetime) -> EpisodeRow | None:
    return shown_episode_row(patient_id) if patient_in_care_of(actor, patient_id, now) else None
