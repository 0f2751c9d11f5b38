"""The password once more, before what leaves the app (TRUST.md 4). Wrong ones count like wrong sign-ins."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.confirm_password import HOLDS, confirm_password
from recovery.actions.own_account import NoSuchSignIn, WrongPassword
from recovery.content.wording import words
from recovery.extensions import db
from recovery.records.people import Person
from recovery.web.account import throttle
from recovery.web.account.sign_in import own_path
from recovery.web.forms.account import ConfirmPasswordForm
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in

WORDS = words("account")
pages = Blueprint("confirm_password", __name__)


@pages.get("/confirm-password")
@for_physiotherapists
def show() -> ResponseReturnValue:
    return _page(ConfirmPasswordForm(formdata=None, next_page=own_path(request.args.get("next", ""))), 200)


@pages.post("/confirm-password")
@for_physiotherapists
def confirm() -> ResponseReturnValue:
    form, who = ConfirmPasswordForm(), signed_in()
    if not form.check():
        return _page(form, 422)
    own = db.session.get_one(Person, who.actor.id)
    allowances = throttle.allowances(request, own.email or own.user_name or "")
    if not all(allowance.is_left for allowance in allowances):
        form.complain(form.present, WORDS.too_many_passwords)
        return _page(form, 429)
    try:
        confirm_password(who.actor, who.sign_in_id, form.present.data, clock.now())
    except WrongPassword:
        for allowance in allowances:
            allowance.use()
        form.complain(form.present, WORDS.wrong_password)
        return _page(form, 422)
    except NoSuchSignIn:
        return redirect(url_for("sign_in.show"), 303)
    return redirect(own_path(form.next_page.data or "") or url_for("home.show"), 303)


def _page(form: ConfirmPasswordForm, status: int) -> ResponseReturnValue:
    minutes = int(HOLDS.total_seconds()) // 60
    body = render_template("account/confirm_password.html", form=form, minutes=minutes, problems=form.problems())
    return body, status
