"""Prescribe a plan: every change is a new version, so that past adherence stays true."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, func, select

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.calendar import day_in_zone
from recovery.domain.therapy import Prescription
from recovery.extensions import db
from recovery.records.entries import EntryRow
from recovery.records.episodes import EpisodeRow, current_episode
from recovery.records.people import Patient
from recovery.records.plans import PlanVersionRow, prescription_row
from recovery.records.scope import patient_in_care_of
from recovery.records.sessions import SessionUnitRow


class NoSuchPatient(LookupError):  # noqa: N818 - named for what it is
    """Nobody of that id with a running recovery is in this physiotherapist's care."""


class StartsInPast(ValueError):  # noqa: N818 - named for what it is
    """A plan starts on the patient's today or later: what was due on a past day stays due."""


class RecordedToday(ValueError):  # noqa: N818 - named for what it is
    """Exercises of the plan before are recorded for today; a plan from today would take them out of the count."""


class StalePlan(ValueError):  # noqa: N818 - named for what it is
    """Somebody made a newer version since the editor was opened."""


@dataclass(frozen=True, slots=True)
class NewPlan:
    """In force from `from_on`, a day of the patient's. `based_on` is the version the editor started from, 0 for none;
    None asks for no check.
    """

    prescriptions: Sequence[Prescription]
    from_on: date
    why: str = ""
    based_on: int | None = None


def prescribe_plan(actor: access.Actor, patient_id: UUID, plan: NewPlan, now: datetime) -> int:
    """The number of the new version. Raises NoSuchPatient, StartsInPast, RecordedToday, StalePlan, Refused."""
    access.require(actor, access.Action.PRESCRIBE_PLAN)
    with writing():
        episode = current_episode(patient_id) if patient_in_care_of(actor, patient_id, now) else None
        if episode is None:
            raise NoSuchPatient
        db.session.execute(select(EpisodeRow.id).where(EpisodeRow.id == episode.id).with_for_update())
        newest = _newest_version(episode.id)
        if plan.based_on not in {None, newest}:
            raise StalePlan
        _check_start(patient_id, episode.id, plan.from_on, now)
        version = PlanVersionRow(
            episode_id=episode.id,
            version=newest + 1,
            from_on=plan.from_on,
            why=plan.why,
            made_by_id=actor.id,
            made_at=now,
        )
        version.prescriptions = [prescription_row(place, each) for place, each in enumerate(plan.prescriptions)]
        number = version.version
        db.session.add(version)
        write_down(actor, Note("prescribed a plan", patient_id, str(episode.id), (f"version {number}",)), now)
        return number


def _newest_version(episode_id: UUID) -> int:
    newest = select(func.max(PlanVersionRow.version)).where(PlanVersionRow.episode_id == episode_id)
    return db.session.scalar(newest) or 0


def _check_start(patient_id: UUID, episode_id: UUID, from_on: date, now: datetime) -> None:
    zone = db.session.scalars(select(Patient.zone).where(Patient.id == patient_id)).one()
    today = day_in_zone(now, zone)
    if from_on < today:
        raise StartsInPast
    recorded = exists().where(
        SessionUnitRow.entry_id == EntryRow.id,
        SessionUnitRow.revision == EntryRow.revision,
        EntryRow.episode_id == episode_id,
        EntryRow.recorded_on >= from_on,
        EntryRow.taken_back_at.is_(None),
    )
    if db.session.scalar(select(recorded)):
        raise RecordedToday
