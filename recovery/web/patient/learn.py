"""Learn: what the clinic's document says that suits this patient's stage and operation; and a search in it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from recovery.records.guidance import approved_passages
from recovery.web.forms.plain_text import clean
from recovery.web.guards import for_patients
from recovery.web.patient.recording import nothing_to_record, own_record
from recovery.web.present.guidance_words import GENERAL_READING, NOT_COVERED
from recovery.web.present.learn_page import learn_words
from recovery.web.present.learn_search import search_words

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


@pages.post("/learn/search")
@for_patients
def search() -> ResponseReturnValue:
    """In the body of the request: what somebody looks for says something about their health."""
    about = own_record()
    if about is None:
        return nothing_to_record(200)
    query = " ".join(clean(request.form.get("query", "")).split())
    found = search_words(approved_passages(about.actor.clinic_id), about.episode, query)
    return render_template("patient/learn_search.html", page=found)
