"""Close what was raised: the outcome of warning signs, and a general review. Only what was on the page is closed."""

from uuid import UUID

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.close_warning import close_warning
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.review_patient import review_patient
from recovery.web.clinic import patients
from recovery.web.clinic.about import about, to_summary
from recovery.web.clinic.seen_page import read_page
from recovery.web.forms.review import OutcomeForm, ReviewForm
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in

pages = Blueprint("reviews", __name__)

CLOSED_BEFORE = "Somebody wrote down what came of it before you. Nothing was added."
STALE = "This page had lost a part of itself. What you wrote is still here: look at it again and press the button"


@pages.post("/patients/<uuid:patient_id>/outcomes")
@for_physiotherapists
def close(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), OutcomeForm()
    decision = form.read()
    if decision is None:
        return patients.page(patient_id, status=422, outcome=form)
    closed = close_warning(shown.actor, patient_id, form.signs, decision, shown.now)
    is_open = not decision.outcome.closes
    flash(
        ("It is written down. The warning sign stays listed." if is_open else "It is written down, and closed.")
        if closed
        else CLOSED_BEFORE,
        "saved",
    )
    return to_summary(patient_id)


@pages.post("/patients/<uuid:patient_id>/reviews")
@for_physiotherapists
def review(patient_id: UUID) -> ResponseReturnValue:
    form, seen = ReviewForm(), read_page(request.form.get("page", ""))
    written = form.read()
    if written is None or seen is None or seen.patient_id != patient_id:
        about(patient_id)
        if written is not None:
            form.complain(form.note, STALE)
        return patients.page(patient_id, status=422, review=form)
    try:
        review_patient(signed_in().actor, seen.page, written, clock.now())
    except NoSuchPatient:
        abort(404)
    flash("It is written down. The patient sees that you looked.", "saved")
    return to_summary(patient_id)
