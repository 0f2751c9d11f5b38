"""The patient says that they are recording, in hospital, or not recording for now. Saving an entry never does."""

from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.say_status import Said, say_status
from recovery.extensions import limiter
from recovery.web import kept_form
from recovery.web.forms.recording_status import RecordingStatusForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.recording import Recording, nothing_to_record, recording
from recovery.web.present.recording_status import CHANGED_MEANWHILE, EACH_MEANS, SAVED, SO_ALREADY, now_words
from recovery.web.team_line import numbers_of

pages = Blueprint("recording_status", __name__)


@pages.get("/recording-status")
@for_patients
def show() -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    return _page(RecordingStatusForm(formdata=None, status=about.episode.status, client_id=str(uuid4())), about, 200)


@pages.post("/recording-status")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def save() -> ResponseReturnValue:
    about, form = recording(), RecordingStatusForm()
    if about is None:
        return nothing_to_record(409)
    saying = form.read()
    if saying is None:
        return _page(form, about, 422)
    said = say_status(about.actor, saying, about.now)
    if said is Said.SAVED:
        flash(SAVED[saying.status], "saved")
        return redirect(url_for("home.show"), 303)
    return _not_said(form, said)


def _not_said(form: RecordingStatusForm, said: Said) -> ResponseReturnValue:
    """Read again: it may have changed after this request began."""
    about = recording()
    if about is None or said is Said.NO_EPISODE:
        return nothing_to_record(409)
    if said is Said.SO_ALREADY:
        form.status.errors = [SO_ALREADY]
        return _page(form, about, 422)
    form.complain_of_page(CHANGED_MEANWHILE)
    return _page(form, about, 409)


def _page(form: RecordingStatusForm, about: Recording, status: int) -> ResponseReturnValue:
    numbers_of(about.actor, about.now)  # keeps the team's number at hand for the pages without a database
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    form.seen.data = about.episode.status.value
    body = render_template(
        "patient/recording_status.html",
        form=form,
        now=now_words(about.episode),
        each_means=EACH_MEANS,
        problems=form.problems(),
    )
    return body, status
