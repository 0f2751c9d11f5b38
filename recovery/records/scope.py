"""Whose records an actor may see, as part of every statement (TRUST.md 1): a denial looks like "missing"."""

import unicodedata
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from recovery.domain.access import Actor
from recovery.domain.enrolment import PersonalDetails
from recovery.extensions import db
from recovery.records.people import CareLink, Patient, Person

LEAST_DIGITS = 7
"""A shorter telephone number is an extension, and many share one."""


def linked_patients(actor: Actor, now: datetime) -> Select[tuple[UUID]]:
    """Ids of the patients this physiotherapist has a running care link to, in their own clinic."""
    return (
        select(CareLink.patient_id)
        .join(Patient, Patient.id == CareLink.patient_id)
        .where(
            CareLink.physiotherapist_id == actor.id,
            Patient.clinic_id == actor.clinic_id,
            CareLink.started_at <= now,
            (CareLink.ended_at.is_(None)) | (CareLink.ended_at > now),
        )
    )


def people_in_care_of(actor: Actor, now: datetime) -> list[Person]:
    """The physiotherapist's patients with their accounts, by family name."""
    return list(
        db.session.scalars(
            select(Person)
            .where(Person.id.in_(linked_patients(actor, now)))
            .order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def patient_in_care_of(actor: Actor, patient_id: UUID, now: datetime) -> Person | None:
    """None when there is no such patient, or no care link: to the caller the two are the same."""
    return db.session.scalar(select(Person).where(Person.id == patient_id, Person.id.in_(linked_patients(actor, now))))


def patients_of_clinic(clinic_id: UUID) -> list[Person]:
    """Every patient of a clinic by family name, for the lead's counts."""
    return list(
        db.session.scalars(
            select(Person)
            .join(Patient, Patient.id == Person.id)
            .where(Patient.clinic_id == clinic_id)
            .order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def patients_without_physiotherapist(clinic_id: UUID, now: datetime) -> list[Person]:
    """Patients nobody has a running care link to: the clinic lead's list."""
    running = select(CareLink.patient_id).where(
        CareLink.started_at <= now, (CareLink.ended_at.is_(None)) | (CareLink.ended_at > now)
    )
    return list(
        db.session.scalars(
            select(Person)
            .join(Patient, Patient.id == Person.id)
            .where(Patient.clinic_id == clinic_id, Patient.id.not_in(running))
            .order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def likely_duplicates(clinic_id: UUID, details: PersonalDetails, but: UUID | None = None) -> tuple[int, ...]:
    """Numbers of the clinic's patients who may be the same person: the same birth date with a name in common, the same
    name, or the same telephone.
    """
    rows = db.session.execute(
        select(Patient.id, Patient.number, Patient.born_on, Patient.phone, Person.given_name, Person.family_name)
        .join(Person, Person.id == Patient.id)
        .where(Patient.clinic_id == clinic_id)
        .order_by(Patient.number)
    )
    return tuple(row.number for row in rows if row.id != but and is_alike(details, row))


def is_alike(details: PersonalDetails, other: Any) -> bool:
    """`other` has given_name, family_name, born_on and phone."""
    given, family = (
        _spelt(details.given_name) == _spelt(other.given_name),
        _spelt(details.family_name) == _spelt(other.family_name),
    )
    digits = _digits(details.phone)
    is_same_phone = len(digits) >= LEAST_DIGITS and digits == _digits(other.phone)
    is_same_birthday = details.born_on == other.born_on
    return (is_same_birthday and (given or family or is_same_phone)) or (given and family)


def _spelt(name: str) -> str:
    """Without accents, capitals, spaces and dashes: "Ann-Marie" is "ann marie"."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in plain if each.isalnum())


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdigit())[-9:]


def summaries_last_opened(patients: list[UUID], now: datetime) -> dict[UUID, datetime]:
    """When any physiotherapist with a running link last opened each patient's summary; never opened is absent."""
    rows = db.session.execute(
        select(CareLink.patient_id, CareLink.summary_opened_at).where(
            CareLink.patient_id.in_(patients),
            CareLink.summary_opened_at.is_not(None),
            (CareLink.ended_at.is_(None)) | (CareLink.ended_at > now),
        )
    )
    newest: dict[UUID, datetime] = {}
    for patient_id, opened_at in rows:
        if opened_at is not None:
            newest[patient_id] = max(opened_at, newest.get(patient_id, opened_at))
    return newest


def account_of_number(clinic_id: UUID, number: int) -> UUID | None:
    """The patient of a clinic with this number; None when there is none."""
    return db.session.scalar(select(Patient.id).where(Patient.clinic_id == clinic_id, Patient.number == number))


def disabled_patients(clinic_id: UUID) -> list[int]:
    """Their numbers."""
    return list(
        db.session.scalars(
            select(Patient.number)
            .join(Person, Person.id == Patient.id)
            .where(Patient.clinic_id == clinic_id, Person.disabled_at.is_not(None))
            .order_by(Patient.number)
        )
    )
