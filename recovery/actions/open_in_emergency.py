"""Open the record of a patient of the clinic who is in nobody's hands just now: for an hour, with a reason, written
down where the patient, their own physiotherapist and the clinic lead see it (PRODUCT.md, promise 7).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.change import Changed
from recovery.extensions import db
from recovery.records.changes import add_changes
from recovery.records.people import CareLink, Patient, Person
from recovery.records.scope import linked_patients

LASTS = timedelta(minutes=60)
REASON_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked for: both names, whatever their capitals, and the date of birth."""

    given_name: str
    family_name: str
    born_on: date
    reason: str


def open_in_emergency(actor: Actor, asked: Asked, now: datetime) -> UUID | None:
    """The patient's id, with a care link of an hour; None when not exactly one patient of the clinic is meant.

    A try that finds nobody is in the audit too. Somebody already in the actor's care needs no such link.
    """
    access.require(actor, Action.OPEN_IN_EMERGENCY)
    with writing():
        found = _found(actor, asked)
        if len(found) != 1:
            write_down(actor, Note("looked for a record in an emergency"), now)
            return None
        patient_id = found[0]
        if db.session.scalar(linked_patients(actor, now).where(CareLink.patient_id == patient_id)) is None:
            _open(actor, patient_id, asked.reason, now)
        return patient_id


def _found(actor: Actor, asked: Asked) -> list[UUID]:
    """Folded in Python: databases differ in what they know of capitals outside ASCII."""
    rows = db.session.execute(
        select(Patient.id, Person.given_name, Person.family_name)
        .join(Person, Person.id == Patient.id)
        .where(Patient.clinic_id == actor.clinic_id, Patient.born_on == asked.born_on)
    )
    wanted = (asked.given_name.casefold(), asked.family_name.casefold())
    return [person_id for person_id, given, family in rows if (given.casefold(), family.casefold()) == wanted]


def _open(actor: Actor, patient_id: UUID, reason: str, now: datetime) -> None:
    link = CareLink(
        patient_id=patient_id, physiotherapist_id=actor.id, started_at=now, ended_at=now + LASTS, is_emergency=True
    )
    db.session.add(link)
    name = db.session.get_one(Person, actor.id).full_name
    add_changes(patient_id, None, actor.id, now, {Changed.OPENED_IN_EMERGENCY: ("", name)}, note=reason)
    write_down(actor, Note("opened in an emergency", patient_id, str(actor.id)), now)
