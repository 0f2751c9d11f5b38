"""Open the record of a patient who is not in one's care, for an hour, in an emergency."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from limits import RateLimitItemPerHour

from recovery import clock
from recovery.actions.open_in_emergency import LASTS, open_in_emergency
from recovery.domain.calendar import day_in_zone
from recovery.extensions import limiter
from recovery.web.forms.emergency import EmergencyForm
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.care_page import EMERGENCY_OPENED, NOBODY_FOUND, TOO_MANY_TRIES

pages = Blueprint("emergency", __name__)

UNKNOWN_PEOPLE = RateLimitItemPerHour(10)


@pages.get("/open-in-emergency")
@for_physiotherapists
def ask() -> ResponseReturnValue:
    return _page(EmergencyForm(formdata=None), 200)


@pages.post("/open-in-emergency")
@for_physiotherapists
def open_record() -> ResponseReturnValue:
    """Tries that find nobody are counted: this page is no place to find out who is a patient."""
    form, actor, now = EmergencyForm(), signed_in().actor, clock.now()
    asked = form.read(day_in_zone(now, actor.zone))
    if asked is None:
        return _page(form, 422)
    allowance = ("emergency", str(actor.id))
    if not limiter.limiter.test(UNKNOWN_PEOPLE, *allowance):
        form.complain(form.given_name, TOO_MANY_TRIES)
        return _page(form, 429)
    patient_id = open_in_emergency(actor, asked, now)
    if patient_id is None:
        limiter.limiter.hit(UNKNOWN_PEOPLE, *allowance)
        form.complain(form.given_name, NOBODY_FOUND)
        return _page(form, 422)
    flash(EMERGENCY_OPENED, "saved")
    return redirect(url_for("patients.show", patient_id=patient_id), 303)


def _page(form: EmergencyForm, status: int) -> ResponseReturnValue:
    minutes = LASTS.total_seconds() // 60
    return render_template("clinic/emergency.html", form=form, minutes=int(minutes), problems=form.problems()), status
