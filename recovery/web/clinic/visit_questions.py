"""A patient's question is ticked off as talked about."""

from uuid import UUID

from flask import Blueprint, abort, flash
from flask.typing import ResponseReturnValue

from recovery.actions.settle_question import Left, NoSuchQuestion, answer_question
from recovery.web.clinic.about import about, to_summary
from recovery.web.guards import for_physiotherapists

pages = Blueprint("visit_questions", __name__)

TALKED_ABOUT = "It is written down. The patient sees that you talked about it."
TAKEN_BACK = "The patient took this question back meanwhile, so nothing was written down."


@pages.post("/patients/<uuid:patient_id>/questions/<uuid:question_id>/talked-about")
@for_physiotherapists
def talked_about(patient_id: UUID, question_id: UUID) -> ResponseReturnValue:
    shown = about(patient_id)
    try:
        left = answer_question(shown.actor, patient_id, question_id, shown.now)
    except NoSuchQuestion:
        abort(404)
    flash(TALKED_ABOUT if left is Left.ANSWERED else TAKEN_BACK, "saved")
    return to_summary(patient_id)
