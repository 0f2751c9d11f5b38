"""Questions for the next visit: write one, tick what to mention, take one back."""

from uuid import UUID, uuid4, uuid5

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.ask_question import NotAsked, ask_question
from recovery.actions.settle_question import Left, NoSuchQuestion, take_back_question
from recovery.content.wording import words
from recovery.domain.full_signs import Mention
from recovery.domain.guidance import Moment
from recovery.extensions import limiter
from recovery.records.appointments import upcoming_appointment
from recovery.records.visit_questions import questions_of
from recovery.web import kept_form
from recovery.web.forms.check_in import NOT_COMPLETE
from recovery.web.forms.own_words import QuestionForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.reading import moment_passage_words
from recovery.web.patient.recording import Recording, nothing_to_record, recording
from recovery.web.present.questions_page import questions_page

pages = Blueprint("questions", __name__)

WORDS = words("team")


@pages.get("/questions")
@for_patients
def show() -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    return _page(QuestionForm(formdata=None, client_id=str(uuid4())), about, 200)


@pages.post("/questions")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def ask() -> ResponseReturnValue:
    about, form = recording(), QuestionForm()
    if about is None:
        return nothing_to_record(409)
    asked, client_id = form.read(), form.sent_id()
    if asked and client_id is None:
        form.ask_again(NOT_COMPLETE)
    if not asked or client_id is None:
        return _page(form, about, 422)
    refused = {answer for answer in (_ask(about, client_id, each) for each in asked) if isinstance(answer, NotAsked)}
    return _answer(form, about, refused)


def _ask(about: Recording, client_id: UUID, asked: str | Mention) -> object:
    """Each sign that was ticked is a question of its own, so that a resend is the same one."""
    own_id = uuid5(client_id, asked.key) if isinstance(asked, Mention) else client_id
    return ask_question(about.actor, own_id, asked, now=about.now)


def _answer(form: QuestionForm, about: Recording, refused: set[NotAsked]) -> ResponseReturnValue:
    if NotAsked.NO_EPISODE in refused:
        return nothing_to_record(409)
    if NotAsked.ENOUGH in refused:
        form.words.errors = [WORDS.three_questions]
        return _page(form, about, 409)
    if refused:
        form.ask_again(WORDS.sent_before)
        return _page(form, about, 409)
    flash(WORDS.question_saved, "saved")
    return redirect(url_for("questions.show"), 303)


@pages.post("/questions/<uuid:question_id>/take-back")
@for_patients
def take_back(question_id: UUID) -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(409)
    try:
        left = take_back_question(about.actor, question_id, about.now)
    except NoSuchQuestion:
        abort(404)
    flash(WORDS.question_gone if left is Left.TAKEN_BACK else WORDS.question_answered_meanwhile, "saved")
    return redirect(url_for("questions.show"), 303)


def _page(form: QuestionForm, about: Recording, status: int) -> ResponseReturnValue:
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    upcoming = upcoming_appointment(about.actor.id, about.now)
    body = render_template(
        "patient/questions.html",
        beside=moment_passage_words(about.actor, about.episode, about.today, Moment.BESIDE_QUESTIONS),
        form=form,
        page=questions_page(questions_of(about.episode.id), upcoming, about.today, about.actor.zone),
        ticked={sign.key for sign in form.ticked},
        problems=form.problems(),
    )
    return body, status
