"""Correct a therapy session, against the plan of its day. Its day stays: on another day it is another session."""

from uuid import UUID, uuid4

from flask import Blueprint
from flask.typing import ResponseReturnValue

from recovery.domain.entries import EntryKind
from recovery.domain.therapy import TherapySession
from recovery.domain.therapy_day import TherapyDay
from recovery.extensions import limiter
from recovery.records.therapy_day import therapy_day
from recovery.web.forms.session_correction import SessionCorrectionForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient import therapy_sessions
from recovery.web.patient.correcting import answer_to, day_of_taken_back, send, standing
from recovery.web.patient.recording import Recording, nothing_to_record, recording
from recovery.web.patient.session_form import correction_frame, session_body

pages = Blueprint("session_corrections", __name__)


@pages.get("/therapy-sessions/<uuid:entry_id>/change")
@for_patients
def ask(entry_id: UUID) -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    entry, session = standing(about, entry_id, TherapySession)
    form = SessionCorrectionForm(formdata=None, client_id=str(uuid4()), entry_id=str(entry_id))
    form.from_revision.data, form.recorded_on.data = str(entry.revision), entry.recorded_on
    of_day = _set_out(form, session, about)
    form.fill(session)
    return _page(form, of_day, about, 200)


@pages.post("/therapy-sessions/changes")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def save() -> ResponseReturnValue:
    about, form = recording(), SessionCorrectionForm()
    if about is None:
        return nothing_to_record(409)
    lost = day_of_taken_back(about, form.corrected_entry(), EntryKind.SESSION)
    if lost:
        return therapy_sessions.as_new(lost, about)
    entry, stands = standing(about, form.corrected_entry(), TherapySession)
    form.validate()
    form.recorded_on.data, form.recorded_on.errors = entry.recorded_on, []
    of_day = _set_out(form, stands, about)
    session = form.read()
    if session is None:
        return _page(form, of_day, about, 422)
    return answer_to(send(form, entry, session, about), form, entry, lambda status: _page(form, of_day, about, status))


def _set_out(form: SessionCorrectionForm, session: TherapySession, about: Recording) -> TherapyDay:
    of_day = therapy_day(about.episode.id, session.recorded_on)
    form.set_out(of_day.plan, of_day.due)
    form.keep(session)
    return of_day


def _page(form: SessionCorrectionForm, of_day: TherapyDay, about: Recording, status: int) -> ResponseReturnValue:
    return session_body(form, of_day, about, correction_frame(form.corrected_entry()), status)
