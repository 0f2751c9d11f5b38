"""Ask my physiotherapist to call me; what to do otherwise; and what came of it."""

from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.ask_for_call import CallStands, NoSuchRequest, NotAsked, ask_for_call, take_back_call
from recovery.content.wording import words
from recovery.extensions import limiter
from recovery.records.call_requests import calls_asked_for
from recovery.records.calls import calls_of
from recovery.web import kept_form
from recovery.web.forms.check_in import NOT_COMPLETE
from recovery.web.forms.own_words import CallForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.recording import Recording, nothing_to_record, own_record, recording
from recovery.web.present.call_page import call_page
from recovery.web.team_line import numbers_of

pages = Blueprint("call_me", __name__)

WORDS = words("team")
REFUSED = {NotAsked.STANDS: WORDS.call_stands, NotAsked.SENT_BEFORE: WORDS.call_sent_before}


@pages.get("/call-me")
@for_patients
def show() -> ResponseReturnValue:
    """Also after the recovery has ended, while a request stands: it is not lost in silence."""
    about = own_record()
    if about is None:
        return nothing_to_record(200)
    return _page(CallForm(formdata=None, client_id=str(uuid4())), about, 200)


@pages.post("/call-me")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def ask() -> ResponseReturnValue:
    about, form = recording(), CallForm()
    if about is None:
        return nothing_to_record(409)
    note, client_id = form.read(), form.sent_id()
    if note is not None and client_id is None:
        form.ask_again(NOT_COMPLETE)
    if note is None or client_id is None:
        return _page(form, about, 422)
    answer = ask_for_call(about.actor, client_id, note, about.now)
    if isinstance(answer, CallStands):
        flash(WORDS.call_asked, "saved")
        return redirect(url_for("call_me.show"), 303)
    if answer is NotAsked.NO_EPISODE:
        return nothing_to_record(409)
    form.ask_again(REFUSED[answer])
    return _page(form, about, 409)


@pages.post("/call-me/<uuid:request_id>/take-back")
@for_patients
def take_back(request_id: UUID) -> ResponseReturnValue:
    about = own_record()
    if about is None:
        return nothing_to_record(409)
    try:
        is_taken_back = take_back_call(about.actor, request_id, about.now)
    except NoSuchRequest:
        abort(404)
    flash(WORDS.call_taken_back if is_taken_back else WORDS.call_closed_meanwhile, "saved")
    return redirect(url_for("call_me.show"), 303)


def _page(form: CallForm, about: Recording, status: int) -> ResponseReturnValue:
    asked, episode = calls_asked_for(about.episode.id), about.episode
    if not episode.is_running and not asked:
        return nothing_to_record(status)
    form.form_owner.data = kept_form.owner_token(about.actor, episode.operation)
    body = render_template(
        "patient/call_me.html",
        form=form,
        page=call_page(asked, calls_of(episode.id), episode.status, about.today, about.actor.zone),
        can_ask=episode.is_running,
        numbers=numbers_of(about.actor, about.now),
        problems=form.problems(),
    )
    return body, status
