"""Not well today: the warning signs come first, then the day's exercises can be excused."""

from datetime import date
from uuid import uuid4

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.record_entry import Reason, Recorded
from recovery.actions.record_session import record_not_well
from recovery.domain.entries import EntryKind, NotWell
from recovery.extensions import limiter
from recovery.web import kept_form
from recovery.web.forms.check_in import NOT_COMPLETE
from recovery.web.forms.entry import DayChoice
from recovery.web.forms.not_well import NotWellForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.recording import Recording, nothing_to_record, recording, used_before
from recovery.web.present.chosen_day import chosen_day
from recovery.web.present.not_well import title
from recovery.web.present.warning_page import public_page
from recovery.web.team_line import numbers_of

pages = Blueprint("not_well", __name__)


@pages.get("/not-well/new")
@for_patients
def new() -> ResponseReturnValue:
    about, choice = recording(), DayChoice(request.args)
    if about is None:
        return nothing_to_record(200)
    day = choice.read(about.today, about.operated_on, about.now)
    form = NotWellForm(formdata=None, recorded_on=day, client_id=str(uuid4()))
    return _page(form, day, about, choice, 422 if choice.on.errors else 200)


@pages.post("/not-well")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def record() -> ResponseReturnValue:
    about, form = recording(), NotWellForm()
    if about is None:
        return nothing_to_record(409)
    is_day_fine = form.read_day(about.today, about.operated_on, about.now)
    day = form.read()
    if day is None:
        return _page(form, form.recorded_on.data if is_day_fine else about.today, about, DayChoice(None), 422)
    return _save(form, day, about)


def as_new(day: date, about: Recording) -> ResponseReturnValue:
    """A correction of what was taken back meanwhile: the note, as a new entry of its day."""
    form = NotWellForm()
    form.validate()
    form.recorded_on.data, form.recorded_on.errors = day, []
    sentence = used_before(Reason.TAKEN_BACK, EntryKind.NOT_WELL)
    return _ask_again(form, sentence, NotWell(day, form.note.data or ""), about, 409)


def _save(form: NotWellForm, day: NotWell, about: Recording) -> ResponseReturnValue:
    client_id = form.sent_id()
    if client_id is None:
        return _ask_again(form, NOT_COMPLETE, day, about, 422)
    receipt = record_not_well(about.actor, client_id, day, about.now)
    if isinstance(receipt, Recorded):
        return redirect(url_for("own_entries.saved", entry_id=receipt.entry_id), 303)
    used = used_before(receipt.reason, EntryKind.NOT_WELL)
    if used:
        return _ask_again(form, used, day, about, 409)
    return nothing_to_record(409)


def _ask_again(form: NotWellForm, sentence: str, day: NotWell, about: Recording, status: int) -> ResponseReturnValue:
    form.renew()
    form.client_id.errors = [sentence]
    return _page(form, day.recorded_on, about, DayChoice(None), status)


def _page(form: NotWellForm, day: date, about: Recording, choice: DayChoice, status: int) -> ResponseReturnValue:
    operation = about.episode.operation
    form.form_owner.data = kept_form.owner_token(about.actor, operation)
    body = render_template(
        "patient/not_well.html",
        form=form,
        title=title(day, about.today),
        signs=public_page(operation.region, numbers_of(about.actor, about.now), operation),
        choice=choice,
        chosen=chosen_day(day, about.episode, about.today, about.now),
        problems=form.problems(),
    )
    return body, status
