"""Learn: what the clinic's document says that suits this patient's stage and operation."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from recovery.records.guidance import approved_passages
from recovery.web.guards import for_patients
from recovery.web.patient.recording import nothing_to_record, own_record
from recovery.web.present.guidance_words import GENERAL_READING, NOT_COVERED
from recovery.web.present.learn_page import learn_words

pages = Blueprint("learn", __name__)


@pages.get("/learn")
@for_patients
def show() -> ResponseReturnValue:
    about = own_record()
    if about is None:
        return nothing_to_record(200)
    passages = approved_passages(about.actor.clinic_id)
    return render_template(
        "patient/learn.html",
        page=learn_words(passages, about.episode, about.today),
        general=GENERAL_READING,
        not_covered=NOT_COVERED,
    )
