"""The therapy session, against the plan in force on its day. Two days' exercises are never put into one day."""

from datetime import date
from uuid import uuid4

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.record_entry import Reason, Recorded
from recovery.actions.record_session import record_session
from recovery.domain.entries import EntryKind
from recovery.domain.therapy import TherapySession
from recovery.domain.therapy_day import TherapyDay
from recovery.extensions import limiter
from recovery.records.therapy_day import therapy_day
from recovery.web.forms.check_in import NOT_COMPLETE
from recovery.web.forms.entry import DayChoice
from recovery.web.forms.therapy_session import TherapySessionForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.recording import Recording, nothing_to_record, recording, used_before
from recovery.web.patient.session_form import new_frame, session_body

pages = Blueprint("therapy_sessions", __name__)


@pages.get("/therapy-sessions/new")
@for_patients
def new() -> ResponseReturnValue:
    about, choice = recording(), DayChoice(request.args)
    if about is None:
        return nothing_to_record(200)
    day = choice.read(about.today, about.operated_on, about.now)
    form = TherapySessionForm(formdata=None, recorded_on=day, client_id=str(uuid4()))
    return session_body(form, _set_out(form, day, about), about, new_frame(choice), 422 if choice.on.errors else 200)


@pages.post("/therapy-sessions")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def record() -> ResponseReturnValue:
    about, form = recording(), TherapySessionForm()
    if about is None:
        return nothing_to_record(409)
    is_day_fine = form.read_day(about.today, about.operated_on, about.now)
    of_day = _set_out(form, form.recorded_on.data if is_day_fine else about.today, about)
    session = form.read()
    if session is None:
        return session_body(form, of_day, about, new_frame(DayChoice(None)), 422)
    return _save(form, session, of_day, about)


def as_new(day: date, about: Recording) -> ResponseReturnValue:
    """A correction of what was taken back meanwhile: what was typed, as a new session of its day."""
    form = TherapySessionForm()
    form.validate()
    form.recorded_on.data, form.recorded_on.errors = day, []
    of_day = _set_out(form, day, about)
    form.read()
    return _ask_again(form, used_before(Reason.TAKEN_BACK, EntryKind.SESSION), of_day, about, 409)


def _set_out(form: TherapySessionForm, day: date, about: Recording) -> TherapyDay:
    of_day = therapy_day(about.episode.id, day)
    form.set_out(of_day.plan, of_day.due)
    return of_day


def _save(
    form: TherapySessionForm, session: TherapySession, of_day: TherapyDay, about: Recording
) -> ResponseReturnValue:
    client_id = form.sent_id()
    if client_id is None:
        return _ask_again(form, NOT_COMPLETE, of_day, about, 422)
    receipt = record_session(about.actor, client_id, session, about.now)
    if isinstance(receipt, Recorded):
        return redirect(url_for("own_entries.saved", entry_id=receipt.entry_id), 303)
    used = used_before(receipt.reason, EntryKind.SESSION)
    if used:
        return _ask_again(form, used, of_day, about, 409)
    return nothing_to_record(409)


def _ask_again(
    form: TherapySessionForm, sentence: str, of_day: TherapyDay, about: Recording, status: int
) -> ResponseReturnValue:
    form.renew()
    form.client_id.errors = [sentence]
    return session_body(form, of_day, about, new_frame(DayChoice(None)), status)
