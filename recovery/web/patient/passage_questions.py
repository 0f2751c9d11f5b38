"""A question about a passage: it stands on the list for the next visit."""

from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.ask_question import Asked, NotAsked, ask_question
from recovery.actions.read_passage import passage_on_learn
from recovery.content.wording import words
from recovery.domain.guidance import Moment, Passage
from recovery.extensions import limiter
from recovery.web import kept_form
from recovery.web.forms.passage_question import PassageQuestionForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.reading import moment_passage_words
from recovery.web.patient.recording import Recording, nothing_to_record, recording

pages = Blueprint("passage_questions", __name__)
WORDS = words("learn")
REFUSED = {NotAsked.ENOUGH: WORDS.three_stand, NotAsked.SENT_BEFORE: WORDS.other_question_before}


@pages.get("/learn/passages/<uuid:passage_id>/question")
@for_patients
def new(passage_id: UUID) -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    passage = passage_on_learn(about.actor, about.episode, passage_id) or abort(404)
    form = PassageQuestionForm(formdata=None, passage_id=str(passage.id), client_id=str(uuid4()))
    return _page(form, passage, about, 200)


@pages.post("/learn/questions")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def ask() -> ResponseReturnValue:
    """The passage's id stands in a hidden field, so that the form can be carried over a lost sign-in."""
    about, form = recording(), PassageQuestionForm()
    if about is None:
        return nothing_to_record(409)
    passage_id = form.passage() or abort(404)
    passage = passage_on_learn(about.actor, about.episode, passage_id) or abort(404)
    sent = form.read()
    if sent is None:
        return _page(form, passage, about, 422)
    asked = ask_question(about.actor, *sent, passage.id, now=about.now)
    if isinstance(asked, Asked):
        flash(WORDS.question_kept, "saved")
        return redirect(url_for("learn.show"), 303)
    if asked is NotAsked.NO_EPISODE:
        return nothing_to_record(409)
    form.refuse(REFUSED[asked])
    return _page(form, passage, about, 409)


def _page(form: PassageQuestionForm, passage: Passage, about: Recording, status: int) -> ResponseReturnValue:
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    beside = moment_passage_words(about.actor, about.episode, about.today, Moment.BESIDE_QUESTIONS)
    is_itself = beside is not None and beside.passage is not None and beside.passage.id == passage.id
    body = render_template(
        "patient/passage_question.html",
        form=form,
        passage=passage,
        beside=None if is_itself else beside,
        problems=form.problems(),
    )
    return body, status
