"""Appointments as values, with the zone of the clinic that they are in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from recovery.extensions import db
from recovery.records.episodes import Appointment, next_appointment
from recovery.records.people import Clinic, Patient, Person

PURPOSE_LENGTH = 120
PLACE_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Booking:
    """What is booked. `starts_at` is an instant; `with_id` a member of staff of the same clinic, or None."""

    purpose: str
    starts_at: datetime
    place: str = ""
    with_id: UUID | None = None


def appointment_row(patient_id: UUID, booking: Booking) -> Appointment:
    return Appointment(
        patient_id=patient_id,
        with_id=booking.with_id,
        purpose=booking.purpose,
        place=booking.place,
        starts_at=booking.starts_at,
    )


@dataclass(frozen=True, slots=True)
class Upcoming:
    """`with_name` and `place` may be ""; `clinic_zone` decides the hour that is shown."""

    purpose: str
    with_name: str
    place: str
    starts_at: datetime
    clinic_zone: str


@dataclass(frozen=True, slots=True)
class Booked:
    """Any appointment, past or ahead; a cancelled one stays readable."""

    id: UUID
    at: Upcoming
    is_cancelled: bool


def appointments_of(patient_id: UUID) -> tuple[Booked, ...]:
    """In the order of their days."""
    rows = db.session.execute(
        select(Appointment, Clinic.zone)
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(Clinic, Clinic.id == Patient.clinic_id)
        .where(Appointment.patient_id == patient_id)
        .order_by(Appointment.starts_at)
    )
    return tuple(
        Booked(
            row.id,
            Upcoming(row.purpose, _given_name(row.with_person), row.place, row.starts_at, zone),
            row.cancelled_at is not None,
        )
        for row, zone in rows
    )


def _given_name(person: Person | None) -> str:
    return person.given_name if person else ""


def next_appointments(patients: list[UUID], now: datetime) -> dict[UUID, datetime]:
    """When each patient comes in next; who has no appointment is absent. One statement however many patients."""
    rows = db.session.execute(
        select(Appointment.patient_id, func.min(Appointment.starts_at))
        .where(Appointment.patient_id.in_(patients), Appointment.starts_at >= now, Appointment.cancelled_at.is_(None))
        .group_by(Appointment.patient_id)
    )
    return dict(rows.all())


def coming_in_between(patients: list[UUID], first: datetime, before: datetime) -> list[UUID]:
    """Who of these comes in from `first` on and before `before`, earliest first, each once. One statement."""
    rows = db.session.execute(
        select(Appointment.patient_id, func.min(Appointment.starts_at).label("at"))
        .where(
            Appointment.patient_id.in_(patients),
            Appointment.starts_at >= first,
            Appointment.starts_at < before,
            Appointment.cancelled_at.is_(None),
        )
        .group_by(Appointment.patient_id)
        .order_by("at", Appointment.patient_id)
    )
    return [patient_id for patient_id, _at in rows]


def upcoming_appointment(patient_id: UUID, now: datetime) -> Upcoming | None:
    row = next_appointment(patient_id, now)
    if row is None:
        return None
    zone = db.session.scalars(
        select(Clinic.zone).join(Patient, Patient.clinic_id == Clinic.id).where(Patient.id == patient_id)
    ).one()
    with_name = _given_name(row.with_person)
    return Upcoming(row.purpose, with_name, row.place, row.starts_at, zone)
