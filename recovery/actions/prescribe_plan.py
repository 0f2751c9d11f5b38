"""Prescribe a plan: every change is a new version, so that past adherence stays true."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.therapy import Prescription
from recovery.extensions import db
from recovery.records.episodes import current_episode
from recovery.records.plans import PlanVersionRow, prescription_row
from recovery.records.scope import patient_in_care_of


class NoSuchPatient(LookupError):  # noqa: N818 - named for what it is
    """Nobody of that id with a running recovery is in this physiotherapist's care."""


def prescribe_plan(
    actor: access.Actor,
    patient_id: UUID,
    prescriptions: Sequence[Prescription],
    from_on: date,
    now: datetime,
    *,
    why: str = "",
) -> int:
    """The number of the new version, in force from `from_on`, a day of the patient's. Raises NoSuchPatient, Refused."""
    access.require(actor, access.Action.PRESCRIBE_PLAN)
    with writing():
        episode = current_episode(patient_id) if patient_in_care_of(actor, patient_id, now) else None
        if episode is None:
            raise NoSuchPatient
        newest = db.session.scalar(
            select(func.max(PlanVersionRow.version)).where(PlanVersionRow.episode_id == episode.id)
        )
        version = PlanVersionRow(
            episode_id=episode.id,
            version=(newest or 0) + 1,
            from_on=from_on,
            why=why,
            made_by_id=actor.id,
            made_at=now,
        )
        version.prescriptions = [prescription_row(place, each) for place, each in enumerate(prescriptions)]
        number = version.version
        db.session.add(version)
        write_down(actor, Note("prescribed a plan", patient_id, str(episode.id), (f"version {number}",)), now)
        return number
