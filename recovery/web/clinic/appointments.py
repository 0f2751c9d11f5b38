"""One patient's appointments: book and cancel."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.book_appointment import NoSuchAppointment, book_appointment, cancel_appointment
from recovery.domain.calendar import day_in_zone
from recovery.records.appointments import appointments_of
from recovery.records.staff import staff_of
from recovery.web.clinic.about import About, about
from recovery.web.forms.appointment import AppointmentForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.appointment_words import appointment_lines

pages = Blueprint("appointments", __name__)


@pages.get("/patients/<uuid:patient_id>/appointments")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), AppointmentForm(formdata=None)
    form.offer(_staff(shown))
    return _page(form, shown, 200)


@pages.post("/patients/<uuid:patient_id>/appointments")
@for_physiotherapists
def book(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), AppointmentForm()
    form.offer(_staff(shown))
    booking = form.read(day_in_zone(shown.now, shown.actor.zone), shown.actor.zone)
    if booking is None:
        return _page(form, shown, 422)
    book_appointment(shown.actor, patient_id, booking, shown.now)
    flash("The appointment is booked. The patient sees it on their page.", "saved")
    return redirect(url_for("appointments.show", patient_id=patient_id), 303)


@pages.post("/patients/<uuid:patient_id>/appointments/<uuid:appointment_id>/cancel")
@for_physiotherapists
def cancel(patient_id: UUID, appointment_id: UUID) -> ResponseReturnValue:
    shown = about(patient_id)
    try:
        cancel_appointment(shown.actor, patient_id, appointment_id, shown.now)
    except NoSuchAppointment:
        abort(404)
    flash("The appointment is cancelled.", "saved")
    return redirect(url_for("appointments.show", patient_id=patient_id), 303)


def _staff(shown: About) -> list:
    return [person for person in staff_of(shown.actor.clinic_id) if person.disabled_at is None]


def _page(form: AppointmentForm, shown: About, status: int) -> ResponseReturnValue:
    lines = appointment_lines(appointments_of(shown.patient_id), shown.now, shown.details.zone)
    body = render_template("clinic/appointments.html", form=form, about=shown, lines=lines, problems=form.problems())
    return body, status
