"""Enrol a patient with their operation and a code to join with. The physiotherapist who enrols has them in care."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from recovery.actions.invite import make_invitation
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor, Role
from recovery.domain.enrolment import EpisodeDetails, PersonalDetails
from recovery.domain.invitation import ShownOn
from recovery.extensions import db
from recovery.records.appointments import Booking, appointment_row
from recovery.records.duplicates import likely_duplicates
from recovery.records.episodes import new_episode_row
from recovery.records.people import CareLink, Clinic, Patient, Person, fold


@dataclass(frozen=True, slots=True)
class Enrolment:
    """`is_another_person`: the warning about somebody alike was read, and it is another person."""

    person: PersonalDetails
    episode: EpisodeDetails
    appointment: Booking | None = None
    is_another_person: bool = False


@dataclass(frozen=True, slots=True)
class Enrolled:
    patient_id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class LikelyDuplicate:
    """Nothing was stored: patients of this clinic that may be the same person, by number."""

    numbers: tuple[int, ...]


class EmailTaken(ValueError):  # noqa: N818 - named for what it is
    """Somebody signs in with this email already."""


def enrol_patient(actor: Actor, enrolment: Enrolment, shown_on: ShownOn, now: datetime) -> Enrolled | LikelyDuplicate:
    """Raises EmailTaken, Refused."""
    access.require(actor, Action.ENROL_PATIENT)
    try:
        with writing():
            alike = likely_duplicates(actor.clinic_id, enrolment.person)
            if alike and not enrolment.is_another_person:
                return LikelyDuplicate(alike)
            return _enrol(actor, enrolment, shown_on, now)
    except IntegrityError as error:
        raise EmailTaken from error


def _enrol(actor: Actor, enrolment: Enrolment, shown_on: ShownOn, now: datetime) -> Enrolled:
    person = _person(actor, enrolment.person, now)
    db.session.add(CareLink(patient_id=person.id, physiotherapist_id=actor.id, started_at=now))
    db.session.add(new_episode_row(person.id, enrolment.episode, now))
    if enrolment.appointment:
        db.session.add(appointment_row(person.id, enrolment.appointment))
    write_down(actor, Note("enrolled a patient", person.id), now)
    return Enrolled(person.id, make_invitation(actor, person, shown_on, now))


def _person(actor: Actor, details: PersonalDetails, now: datetime) -> Person:
    person = Person(
        clinic_id=actor.clinic_id,
        role=Role.PATIENT,
        given_name=details.given_name,
        family_name=details.family_name,
        email=fold(details.email) if details.email else None,
        created_at=now,
    )
    db.session.add(person)
    db.session.flush()
    db.session.execute(select(Clinic.id).where(Clinic.id == actor.clinic_id).with_for_update())  # one number at a time
    highest = db.session.scalar(select(func.max(Patient.number)).where(Patient.clinic_id == actor.clinic_id))
    db.session.add(
        Patient(
            id=person.id,
            clinic_id=actor.clinic_id,
            number=(highest or 0) + 1,
            born_on=details.born_on,
            phone=details.phone,
            language=details.language,
            needs_interpreter=details.needs_interpreter,
            zone=details.zone,
        )
    )
    db.session.flush()
    return person
