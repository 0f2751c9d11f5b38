"""Enrol a patient, show the card to join with, and who has not joined yet."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.enrol_patient import EmailTaken, Enrolled, Enrolment, enrol_patient
from recovery.actions.invite import NoSuchPerson, cancel_patient_invitation, invite_patient
from recovery.actions.note_look import note_list_shown
from recovery.domain.calendar import day_in_zone
from recovery.domain.invitation import ShownOn
from recovery.records.invitations import open_invitations
from recovery.records.scope import patient_in_care_of, people_in_care_of
from recovery.web.forms.enrolment import EnrolForm
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.enrolment_page import ALIKE, EMAIL_TAKEN, alike_words, waiting_to_join
from recovery.web.present.invitation_words import card

pages = Blueprint("enrolment", __name__)


@pages.get("/patients/new")
@for_physiotherapists
def new() -> ResponseReturnValue:
    return _page(EnrolForm(formdata=None, language="English"), 200)


@pages.post("/patients")
@for_physiotherapists
def enrol() -> ResponseReturnValue:
    form, actor, now = EnrolForm(), signed_in().actor, clock.now()
    today = day_in_zone(now, actor.zone)
    form.check(today)
    booking = form.booking(today, actor.zone)
    if not form.is_fine:
        return _page(form, 422)
    enrolment = Enrolment(
        form.person(actor.zone), form.episode(), booking, is_another_person=bool(form.is_another_person.data)
    )
    try:
        enrolled = enrol_patient(actor, enrolment, _shown_on(), now)
    except EmailTaken:
        form.complain(form.email, EMAIL_TAKEN)
        return _page(form, 422)
    if isinstance(enrolled, Enrolled):
        return _card(enrolled.patient_id, enrolled.code, _shown_on())
    form.complain(form.is_another_person, ALIKE)
    return _page(form, 409, alike_words(enrolled.numbers))


@pages.post("/patients/<uuid:patient_id>/invitation")
@for_physiotherapists
def invite(patient_id: UUID) -> ResponseReturnValue:
    """A new code; the one before it is void. Shown once, in this answer."""
    shown_on = _shown_on()
    try:
        code = invite_patient(signed_in().actor, patient_id, shown_on, clock.now())
    except NoSuchPerson:
        abort(404)
    return _card(patient_id, code, shown_on)


@pages.post("/patients/<uuid:patient_id>/invitation/cancel")
@for_physiotherapists
def cancel(patient_id: UUID) -> ResponseReturnValue:
    try:
        cancel_patient_invitation(signed_in().actor, patient_id, clock.now())
    except NoSuchPerson:
        abort(404)
    flash("The code is cancelled. It lets nobody in.", "saved")
    return redirect(url_for("enrolment.new"), 303)


def _card(patient_id: UUID, code: str, shown_on: ShownOn) -> ResponseReturnValue:
    actor, now = signed_in().actor, clock.now()
    person = patient_in_care_of(actor, patient_id, now)
    if person is None:
        abort(404)
    address = url_for("join.show", _external=True)
    shown = card(person.given_name, address, code, now + shown_on.lifetime, actor.zone, "your date of birth")
    back = {"address": url_for("patients.show", patient_id=patient_id), "words": person.full_name}
    has_joined = person.password_hash is not None
    return render_template("clinic/card.html", card=shown, back=back, clinic=person.clinic.name, has_joined=has_joined)


def _page(form: EnrolForm, status: int, alike: str = "") -> ResponseReturnValue:
    actor, now = signed_in().actor, clock.now()
    people = people_in_care_of(actor, now)
    codes = open_invitations([person.id for person in people], now)
    waiting = waiting_to_join(people, codes, actor.zone)
    numbers = [person.patient.number for person in people if person.patient and person.patient.joined_at is None]
    if numbers:
        note_list_shown(actor, "who has not joined", numbers, now)
    body = render_template("clinic/enrol.html", form=form, waiting=waiting, alike=alike, problems=form.problems())
    return body, status


def _shown_on() -> ShownOn:
    """On paper unless it is said otherwise."""
    return ShownOn.SCREEN if request.form.get("shown_on") == ShownOn.SCREEN.value else ShownOn.PAPER
