"""Appointments as values, with the zone of the clinic that they are in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.extensions import db
from recovery.records.episodes import Appointment, next_appointment
from recovery.records.people import Clinic, Patient

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


def upcoming_appointment(patient_id: UUID, now: datetime) -> Upcoming | None:
    row = next_appointment(patient_id, now)
    if row is None:
        return None
    zone = db.session.scalars(
        select(Clinic.zone).join(Patient, Patient.clinic_id == Clinic.id).where(Patient.id == patient_id)
    ).one()
    with_name = row.with_person.given_name if row.with_person else ""
    return Upcoming(row.purpose, with_name, row.place, row.starts_at, zone)
