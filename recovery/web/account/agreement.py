"""What the patient agreed to; and agreeing again, when the words mean something new."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.agree import agree
from recovery.content import consent
from recovery.content.wording import words
from recovery.records.consents import newest_consent
from recovery.web.forms.account import AgreementForm
from recovery.web.guards import for_patients
from recovery.web.identity import signed_in
from recovery.web.present.agreement_page import agreed_words, is_asked_again

pages = Blueprint("agreement", __name__)


@pages.get("/account/agreement")
@for_patients
def show() -> ResponseReturnValue:
    return _page(AgreementForm(formdata=None), 200)


@pages.post("/account/agreement")
@for_patients
def save() -> ResponseReturnValue:
    form = AgreementForm()
    if not form.check(consent.VERSION):
        return _page(form, 422)
    agree(signed_in().actor, consent.VERSION, clock.now())
    flash(words("account").agreed_again, "saved")
    return redirect(url_for("agreement.show"), 303)


def _page(form: AgreementForm, status: int) -> ResponseReturnValue:
    actor = signed_in().actor
    given = newest_consent(actor.id)
    form.version.data = str(consent.VERSION)
    body = render_template(
        "account/agreement.html",
        form=form,
        consent=consent,
        agreed=agreed_words(given, actor.zone),
        is_asked=is_asked_again(given),
        problems=form.problems(),
    )
    return body, status
