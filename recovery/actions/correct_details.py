"""Put a patient's personal details right. What stood there before stays readable."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from recovery.actions.enrol_patient import EmailTaken
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.change import Changed
from recovery.domain.enrolment import PersonalDetails
from recovery.records.changes import add_changes
from recovery.records.people import Patient, Person, fold
from recovery.records.scope import patient_in_care_of


class NoNameToSignInWith(ValueError):  # noqa: N818 - named for what it is
    """Without this email a patient who has joined could not sign in."""


def details_of(person: Person, patient: Patient) -> PersonalDetails:
    return PersonalDetails(
        given_name=person.given_name,
        family_name=person.family_name,
        born_on=patient.born_on,
        zone=patient.zone,
        phone=patient.phone,
        email=person.email,
        language=patient.language,
        needs_interpreter=patient.needs_interpreter,
    )


def correct_details(actor: Actor, patient_id: UUID, details: PersonalDetails, now: datetime) -> tuple[Changed, ...]:
    """What changed. Raises NoSuchPatient, EmailTaken, NoNameToSignInWith, Refused."""
    access.require(actor, Action.CORRECT_RECORD)
    try:
        with writing():
            person = patient_in_care_of(actor, patient_id, now)
            if person is None or person.patient is None:
                raise NoSuchPatient
            if details.email is None and person.email and not person.user_name and person.patient.joined_at:
                raise NoNameToSignInWith
            changes = _changes(details_of(person, person.patient), details)
            _apply(person, person.patient, details)
            changed = tuple(what for what, (before, after) in changes.items() if before != after)
            if changed:
                add_changes(patient_id, None, actor.id, now, changes)
                note = Note("corrected personal details", patient_id, fields=tuple(what.value for what in changed))
                write_down(actor, note, now)
            return changed
    except IntegrityError as error:
        raise EmailTaken from error


def _changes(before: PersonalDetails, after: PersonalDetails) -> dict[Changed, tuple[str, str]]:
    names = (
        Changed.GIVEN_NAME,
        Changed.FAMILY_NAME,
        Changed.BORN_ON,
        Changed.PHONE,
        Changed.EMAIL,
        Changed.LANGUAGE,
        Changed.NEEDS_INTERPRETER,
        Changed.ZONE,
    )
    return {name: (_told(getattr(before, name.value)), _told(getattr(after, name.value))) for name in names}


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _apply(person: Person, patient: Patient, details: PersonalDetails) -> None:
    person.given_name, person.family_name = details.given_name, details.family_name
    person.email = fold(details.email) if details.email else None
    patient.born_on, patient.zone, patient.phone = details.born_on, details.zone, details.phone
    patient.language, patient.needs_interpreter = details.language, details.needs_interpreter
