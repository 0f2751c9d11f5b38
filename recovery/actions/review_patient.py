"""A general review: somebody looked, decided and wrote so. It closes what was on the page, never a warning sign.

A call that nobody answered closes no request for a call.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.extensions import db
from recovery.records.call_requests import close_calls
from recovery.records.reviews import Call, Review
from recovery.records.scope import episode_in_care_of

NOTE_LENGTH = 2000
NOTE_FOR_PATIENT_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Page:
    """What was on the page: `seen_through` is the audit's number when it was read."""

    episode_id: UUID
    opened_at: datetime
    seen_through: int
    had_silence: bool


@dataclass(frozen=True, slots=True)
class Written:
    """`note` is for the team, `note_for_patient` for the patient's own page."""

    note: str = ""
    note_for_patient: str = ""
    is_call_answered: bool | None = None
    """Whether the patient was called, and answered; None for no call."""


def review_patient(actor: Actor, page: Page, written: Written, now: datetime) -> None:
    """Raises NoSuchPatient, Refused."""
    access.require(actor, Action.REVIEW_PATIENT)
    with writing():
        patient_id = episode_in_care_of(actor, page.episode_id, now)
        if patient_id is None:
            raise NoSuchPatient
        db.session.add(
            Review(
                episode_id=page.episode_id,
                by_id=actor.id,
                opened_at=page.opened_at,
                reviewed_at=now,
                note=written.note,
                note_for_patient=written.note_for_patient,
                seen_through=page.seen_through,
                is_silence_closed=page.had_silence,
            )
        )
        if written.is_call_answered is not None:
            db.session.add(
                Call(episode_id=page.episode_id, by_id=actor.id, at=now, is_answered=written.is_call_answered)
            )
        is_call_closed = written.is_call_answered is not False and close_calls(
            page.episode_id, actor.id, now, page.seen_through
        )
        closed = ("call asked for",) if is_call_closed else ()
        write_down(actor, Note("reviewed", patient_id, str(page.episode_id), closed), now)
