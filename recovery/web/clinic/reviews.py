"""Close what was raised: the outcome of warning signs, and a general review. Only what was on the page is closed."""

from uuid import UUID

from flask import Blueprint, abort, flash, request
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.close_warning import close_warning
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.review_patient import NotTriedTwice, review_patient
from recovery.domain.reviews import ReviewOutcome
from recovery.web.clinic import patients
from recovery.web.clinic.about import About, about, to_summary
from recovery.web.clinic.list_place import back_to_list
from recovery.web.clinic.seen_page import SeenPage, read_page
from recovery.web.forms.review import OutcomeForm, ReviewForm
from recovery.web.guards import for_physiotherapists

pages = Blueprint("reviews", __name__)

CLOSED_BEFORE = "Somebody wrote down what came of it before you. Nothing was added."
WRITTEN = {
    ReviewOutcome.LOOKED: "It is written down. The patient sees that you looked.",
    ReviewOutcome.CALLED: "The call is written down. The patient sees that you looked.",
    ReviewOutcome.CALLED_NO_ANSWER: "The try is written down. The patient stays listed.",
    ReviewOutcome.CALL_PLANNED: "The call is planned. What was on the page stands again on that day.",
    ReviewOutcome.SNOOZED: "Snoozed. What was on the page stands again on that day, or sooner if pain goes further up.",
    ReviewOutcome.EXPECTED: "The expected level is written down. Higher pain is listed anew.",
    ReviewOutcome.EXPECTED_ENDED: "It is no longer expected. Pain is listed as for everybody.",
    ReviewOutcome.NOT_RECORDING: "Set to “not recording”. The patient stands folded and counted for 30 days.",
}
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
    return back_to_list() or to_summary(patient_id)


@pages.post("/patients/<uuid:patient_id>/reviews")
@for_physiotherapists
def review(patient_id: UUID) -> ResponseReturnValue:
    shown, form, seen = about(patient_id), ReviewForm(), read_page(request.form.get("page", ""))
    if seen is not None and not _is_about(seen, shown):
        seen = None
    decision = form.read(seen.page.today if seen else shown.today)
    if decision is not None and seen is None:
        form.complain(form.note, STALE)
    if decision is None or seen is None:
        return patients.page(patient_id, status=422, review=form)
    try:
        review_patient(shown.actor, seen.page, decision, clock.now())
    except NoSuchPatient:
        abort(404)
    except NotTriedTwice:
        form.complain_not_tried()
        return patients.page(patient_id, status=422, review=form)
    flash(WRITTEN[decision.outcome], "saved")
    return back_to_list() or to_summary(patient_id)


def _is_about(seen: SeenPage, shown: About) -> bool:
    """The patient of the address, and the recovery that stands: one from before a new operation is not."""
    return shown.episode is not None and (seen.patient_id, seen.page.episode_id) == (shown.patient_id, shown.episode.id)
