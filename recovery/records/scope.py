"""Whose records an actor may see, as part of every statement (TRUST.md 1): a denial looks like "missing"."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from recovery.domain.access import Actor
from recovery.extensions import db
from recovery.records.people import CareLink, Patient, Person


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
