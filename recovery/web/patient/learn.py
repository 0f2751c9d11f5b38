"""Learn: what the clinic's document says that suits this patient; a search in it; and what they say they read."""

from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.read_passage import NotTheirs, read_passage
from recovery.domain.stage import Stage
from recovery.extensions import limiter
from recovery.records.guidance import approved_passages
from recovery.web.forms.plain_text import clean
from recovery.web.guards import for_patients
from recovery.web.identity import signed_in
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.reading import own_reading
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
        page=learn_words(passages, about.episode, own_reading(about.actor, about.episode, about.today)),
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
    own = own_reading(about.actor, about.episode, about.today)
    found = search_words(approved_passages(about.actor.clinic_id), about.episode, query, own)
    return render_template("patient/learn_search.html", page=found)


@pages.post("/learn/read")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def read() -> ResponseReturnValue:
    """Back to where the button stood: Today, or the passage under its stage."""
    try:
        passage_id = UUID(request.form.get("passage_id", ""))
        read_passage(signed_in().actor, passage_id, clock.now())
    except (ValueError, NotTheirs):
        abort(404)
    place = request.form.get("place", "")
    if place == "today":
        return redirect(url_for("home.show", _anchor="reading"), 303)
    anchor = f"{place}-{passage_id}" if place in tuple(Stage) else None
    return redirect(url_for("learn.show", _anchor=anchor), 303)
