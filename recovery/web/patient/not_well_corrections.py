"""Correct the note of a day not well. The day stays: on another day it is another entry."""

from uuid import UUID, uuid4

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from recovery.domain.entries import Entry, EntryKind, NotWell
from recovery.extensions import limiter
from recovery.web import kept_form
from recovery.web.forms.not_well import NotWellCorrectionForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient import not_well
from recovery.web.patient.correcting import answer_to, day_of_taken_back, send, standing
from recovery.web.patient.recording import Recording, nothing_to_record, recording
from recovery.web.present.not_well import title

pages = Blueprint("not_well_corrections", __name__)


@pages.get("/not-well/<uuid:entry_id>/change")
@for_patients
def ask(entry_id: UUID) -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    entry, day = standing(about, entry_id, NotWell)
    form = NotWellCorrectionForm(formdata=None, client_id=str(uuid4()), entry_id=str(entry_id))
    form.from_revision.data, form.note.data = str(entry.revision), day.note
    return _page(form, entry, about, 200)


@pages.post("/not-well/changes")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def save() -> ResponseReturnValue:
    about, form = recording(), NotWellCorrectionForm()
    if about is None:
        return nothing_to_record(409)
    lost = day_of_taken_back(about, form.corrected_entry(), EntryKind.NOT_WELL)
    if lost:
        return not_well.as_new(lost, about)
    entry, _day = standing(about, form.corrected_entry(), NotWell)
    form.validate()
    if form.note.errors:
        return _page(form, entry, about, 422)
    day = NotWell(entry.recorded_on, form.note.data or "")
    return answer_to(send(form, entry, day, about), form, entry, lambda status: _page(form, entry, about, status))


def _page(form: NotWellCorrectionForm, entry: Entry, about: Recording, status: int) -> ResponseReturnValue:
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    body = render_template(
        "patient/not_well_change.html",
        form=form,
        title=title(entry.recorded_on, about.today),
        entry_id=entry.id,
        problems=form.problems(),
    )
    return body, status
