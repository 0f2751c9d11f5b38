"""The clinic lead's page about accounts: staff by name, patients by number."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from recovery import clock
from recovery.actions.disable_account import LastLead, NoSuchAccount, disable_account, enable_account
from recovery.actions.enrol_patient import EmailTaken
from recovery.actions.invite import NoSuchPerson, cancel_staff_invitation, invite_staff_again
from recovery.actions.invite_staff import invite_staff
from recovery.domain.invitation import ShownOn
from recovery.extensions import db
from recovery.records.invitations import open_invitations
from recovery.records.people import Person
from recovery.records.scope import account_of_number, disabled_patients
from recovery.records.staff import staff_of
from recovery.web.forms.staff import PatientNumberForm, StaffInvitationForm
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.invitation_words import card
from recovery.web.present.staff_page import EMAIL_TAKEN, LAST_LEAD, NO_SUCH_NUMBER, staff_lines

pages = Blueprint("staff", __name__)


@pages.get("/staff")
@for_leads
def show() -> ResponseReturnValue:
    return _page(StaffInvitationForm(formdata=None), PatientNumberForm(formdata=None), 200)


@pages.post("/staff")
@for_leads
def invite() -> ResponseReturnValue:
    form, now = StaffInvitationForm(), clock.now()
    staff = form.read()
    if staff is None:
        return _page(form, PatientNumberForm(formdata=None), 422)
    try:
        _person_id, code = invite_staff(signed_in().actor, staff, ShownOn.PAPER, now)
    except EmailTaken:
        form.complain(form.email, EMAIL_TAKEN)
        return _page(form, PatientNumberForm(formdata=None), 422)
    return _card(staff.given_name, code)


@pages.post("/staff/<uuid:person_id>/invitation")
@for_leads
def invite_again(person_id: UUID) -> ResponseReturnValue:
    actor, now = signed_in().actor, clock.now()
    try:
        code = invite_staff_again(actor, person_id, ShownOn.PAPER, now)
    except NoSuchPerson:
        abort(404)
    person = db.session.scalars(select(Person).where(Person.id == person_id)).one()
    return _card(person.given_name, code, has_joined=person.password_hash is not None)


@pages.post("/staff/<uuid:person_id>/invitation/cancel")
@for_leads
def cancel(person_id: UUID) -> ResponseReturnValue:
    try:
        cancel_staff_invitation(signed_in().actor, person_id, clock.now())
    except NoSuchPerson:
        abort(404)
    return _done("The code is cancelled. It lets nobody in.")


@pages.post("/staff/<uuid:person_id>/disable")
@for_leads
def disable(person_id: UUID) -> ResponseReturnValue:
    try:
        disable_account(signed_in().actor, person_id, clock.now())
    except NoSuchAccount:
        abort(404)
    except LastLead:
        return _page(StaffInvitationForm(formdata=None), PatientNumberForm(formdata=None), 409, LAST_LEAD)
    return _done("The account is disabled. They are signed out everywhere.")


@pages.post("/staff/<uuid:person_id>/enable")
@for_leads
def enable(person_id: UUID) -> ResponseReturnValue:
    try:
        enable_account(signed_in().actor, person_id, clock.now())
    except NoSuchAccount:
        abort(404)
    return _done("The account is enabled. They can sign in again.")


@pages.post("/patient-accounts")
@for_leads
def change_patient_account() -> ResponseReturnValue:
    """By number: a lead does not see names of patients that somebody cares for."""
    form, actor = PatientNumberForm(), signed_in().actor
    number = form.read()
    person_id = account_of_number(actor.clinic_id, number) if number else None
    if person_id is None:
        if number:
            form.complain(form.number, NO_SUCH_NUMBER)
        return _page(StaffInvitationForm(formdata=None), form, 422)
    if request.form.get("what") == "enable":
        enable_account(actor, person_id, clock.now())
        return _done(f"The account of patient {number} is enabled.")
    disable_account(actor, person_id, clock.now())
    return _done(f"The account of patient {number} is disabled. They are signed out everywhere.")


def _done(sentence: str) -> ResponseReturnValue:
    flash(sentence, "saved")
    return redirect(url_for("staff.show"), 303)


def _card(given_name: str, code: str, *, has_joined: bool = False) -> ResponseReturnValue:
    expires_at, zone = clock.now() + ShownOn.PAPER.lifetime, signed_in().actor.zone
    address = url_for("join.show_staff", _external=True)
    shown = card(given_name, address, code, expires_at, zone, "your work email")
    back = {"address": url_for("staff.show"), "words": "Staff"}
    clinic = signed_in().clinic_name
    return render_template("clinic/card.html", card=shown, back=back, clinic=clinic, has_joined=has_joined)


def _page(form: StaffInvitationForm, number: PatientNumberForm, status: int, refusal: str = "") -> ResponseReturnValue:
    actor = signed_in().actor
    people = staff_of(actor.clinic_id)
    codes = open_invitations([person.id for person in people], clock.now())
    body = render_template(
        "clinic/staff.html",
        form=form,
        number=number,
        staff=staff_lines(people, codes, actor.zone),
        disabled=disabled_patients(actor.clinic_id),
        refusal=refusal,
        problems=[*form.problems(), *number.problems()],
    )
    return body, status
