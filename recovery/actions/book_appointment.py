"""Book an appointment, and cancel one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.extensions import db
from recovery.records.appointments import Booking, appointment_row
from recovery.records.episodes import Appointment
from recovery.records.scope import patient_in_care_of
from recovery.records.staff import staff_of


class NoSuchAppointment(LookupError):  # noqa: N818 - named for what it is
    """Not one of this patient's, or cancelled before."""


def book_appointment(actor: Actor, patient_id: UUID, booking: Booking, now: datetime) -> None:
    """Raises NoSuchPatient, Refused; ValueError for somebody who is not of the clinic's staff."""
    access.require(actor, Action.BOOK_APPOINTMENT)
    with writing():
        if patient_in_care_of(actor, patient_id, now) is None:
            raise NoSuchPatient
        if booking.with_id and booking.with_id not in {person.id for person in staff_of(actor.clinic_id)}:
            raise ValueError("appointments are with staff of the same clinic")
        db.session.add(appointment_row(patient_id, booking))
        write_down(actor, Note("booked an appointment", patient_id), now)


def cancel_appointment(actor: Actor, patient_id: UUID, appointment_id: UUID, now: datetime) -> None:
    """Raises NoSuchPatient, NoSuchAppointment, Refused."""
    access.require(actor, Action.BOOK_APPOINTMENT)
    with writing():
        if patient_in_care_of(actor, patient_id, now) is None:
            raise NoSuchPatient
        appointment = db.session.scalar(
            select(Appointment).where(
                Appointment.id == appointment_id,
                Appointment.patient_id == patient_id,
                Appointment.cancelled_at.is_(None),
            )
        )
        if appointment is None:
            raise NoSuchAppointment
        appointment.cancelled_at = now
        write_down(actor, Note("cancelled an appointment", patient_id, str(appointment_id)), now)
