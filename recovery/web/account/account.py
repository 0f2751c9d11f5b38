"""Everybody's own account: how they sign in, where they are signed in, and another password."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.own_account import (
    NoSuchSignIn,
    WrongPassword,
    change_password,
    end_other_sign_ins,
    end_own_sign_in,
)
from recovery.actions.sign_in import IDLE
from recovery.content.wording import words
from recovery.domain.access import Role
from recovery.extensions import db
from recovery.records.people import Person
from recovery.records.sign_ins import live_sign_ins_of
from recovery.web.account import throttle
from recovery.web.forms.account import ChangePasswordForm
from recovery.web.guards import for_signed_in
from recovery.web.identity import signed_in
from recovery.web.present.account_page import ended_words, sign_in_lines
from recovery.web.team_line import numbers_of

WORDS = words("account")
pages = Blueprint("account", __name__)


@pages.get("/account")
@for_signed_in
def show() -> ResponseReturnValue:
    return _page(ChangePasswordForm(formdata=None), 200)


@pages.post("/account/password")
@for_signed_in
def save_password() -> ResponseReturnValue:
    """Wrong present passwords count like wrong sign-ins, so that a phone left lying about is no place to guess."""
    form, who = ChangePasswordForm(), signed_in()
    own = _person()
    name = own.email or own.user_name or ""
    if not form.check((own.given_name, own.family_name, who.clinic_name, name, *name.split("@"))):
        return _page(form, 422)
    allowances = throttle.allowances(request, name)
    if not all(allowance.is_left for allowance in allowances):
        form.complain(form.present, WORDS.too_many_passwords)
        return _page(form, 429)
    try:
        ended = change_password(who.actor, who.sign_in_id, form.present.data, form.password.data, clock.now())
    except WrongPassword:
        for allowance in allowances:
            allowance.use()
        form.complain(form.present, WORDS.wrong_password)
        return _page(form, 422)
    except NoSuchSignIn:
        return redirect(url_for("sign_in.show"), 303)
    return _done(WORDS.password_changed.format(ended=ended_words(ended)))


@pages.post("/account/sign-ins/<uuid:sign_in_id>/end")
@for_signed_in
def end(sign_in_id: UUID) -> ResponseReturnValue:
    try:
        end_own_sign_in(signed_in().actor, sign_in_id, clock.now())
    except NoSuchSignIn:
        abort(404)
    return _done(WORDS.device_signed_out)


@pages.post("/account/sign-ins/end-others")
@for_signed_in
def end_others() -> ResponseReturnValue:
    who = signed_in()
    try:
        ended = end_other_sign_ins(who.actor, who.sign_in_id, clock.now())
    except NoSuchSignIn:
        return redirect(url_for("sign_in.show"), 303)
    return _done(ended_words(ended))


def _person() -> Person:
    return db.session.get_one(Person, signed_in().actor.id)


def _done(sentence: str) -> ResponseReturnValue:
    flash(sentence, "saved")
    return redirect(url_for("account.show"), 303)


def _page(form: ChangePasswordForm, status: int) -> ResponseReturnValue:
    who, now, own = signed_in(), clock.now(), _person()
    is_patient = who.actor.role is Role.PATIENT
    sign_ins = live_sign_ins_of(who.actor.id, now, IDLE[who.actor.role])
    body = render_template(
        "account/account.html",
        frame="patient/base.html" if is_patient else "clinic/base.html",
        is_patient=is_patient,
        form=form,
        name=own.full_name,
        sign_in_names=[each for each in (own.email, own.user_name) if each],
        sign_ins=sign_in_lines(sign_ins, who.sign_in_id, now, who.actor.zone),
        team=numbers_of(who.actor, now) if is_patient else None,
        problems=form.problems(),
    )
    return body, status
