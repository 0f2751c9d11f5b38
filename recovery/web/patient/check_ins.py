"""The check-in. A ticked warning sign is answered at once with what to do, whatever else is wrong."""

from uuid import uuid4

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.record_check_in import record_check_in, record_signs_alone
from recovery.actions.record_entry import Reason, Recorded
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import EntryKind
from recovery.domain.warning_answer import WarningAnswer
from recovery.extensions import limiter
from recovery.records.check_in_asks import check_in_asks
from recovery.web import kept_form
from recovery.web.forms.check_in import NOT_COMPLETE, CheckInForm
from recovery.web.forms.entry import DayChoice
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.check_in_form import Frame, check_in_body
from recovery.web.patient.recording import Recording, nothing_to_record, recording, used_before
from recovery.web.patient.sign_answer import SavedSign, sign_answer
from recovery.web.present.check_in_page import new_words
from recovery.web.team_line import numbers_of

pages = Blueprint("check_ins", __name__)


@pages.get("/check-ins/new")
@for_patients
def new() -> ResponseReturnValue:
    """Without a day it is for today; `on` is another day, from a link to one that has no entry."""
    about, choice = recording(), DayChoice(request.args)
    if about is None:
        return nothing_to_record(200)
    day = choice.read(about.today, about.operated_on, about.now)
    form = CheckInForm(formdata=None, recorded_on=day, client_id=str(uuid4()))
    form.set_out(check_in_asks(about.episode.id, about.today))
    return _page(form, about)


@pages.post("/check-ins")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def record() -> ResponseReturnValue:
    about, form, ticked = recording(), CheckInForm(), kept_form.ticked_in(request)
    if about is None:
        return _no_episode(ticked)
    form.set_out(check_in_asks(about.episode.id, about.today))
    check_in = form.read(about.today, about.operated_on, about.now)
    if ticked:
        return _answer_sign(form, ticked, check_in, about)
    if check_in is None:
        return _page(form, about, 422)
    if form.ask_about(check_in, about.episode.operation.region):
        return _page(form, about, 422)
    return _save(form, check_in, about)


@pages.post("/check-ins/unfinished")
@for_patients
def unfinished() -> ResponseReturnValue:
    """From the action page: the form again, with what was typed beside the sign."""
    about, form = recording(), CheckInForm()
    if about is None:
        return _no_episode(None)
    form.set_out(check_in_asks(about.episode.id, about.today))
    form.read(about.today, about.operated_on, about.now)
    return _page(form, about)


def as_new(about: Recording) -> ResponseReturnValue:
    """A correction of what was taken back meanwhile: what was typed, as a new check-in."""
    form = CheckInForm()
    form.set_out(check_in_asks(about.episode.id, about.today))
    form.read(about.today, about.operated_on, about.now)
    form.renew()
    form.client_id.errors = [used_before(Reason.TAKEN_BACK, EntryKind.CHECK_IN)]
    return _page(form, about, 409)


def _save(form: CheckInForm, check_in: CheckIn, about: Recording) -> ResponseReturnValue:
    client_id = form.sent_id()
    if client_id is None:
        form.renew()
        form.client_id.errors = [NOT_COMPLETE]
        return _page(form, about, 422)
    receipt = record_check_in(about.actor, client_id, check_in, about.now)
    if isinstance(receipt, Recorded):
        return redirect(url_for("own_entries.saved", entry_id=receipt.entry_id), 303)
    used = used_before(receipt.reason, EntryKind.CHECK_IN)
    if used:
        form.renew()
        form.client_id.errors = [used]
        return _page(form, about, 409)
    return _no_episode(None)


def _answer_sign(
    form: CheckInForm, ticked: WarningAnswer, check_in: CheckIn | None, about: Recording
) -> ResponseReturnValue:
    """Save what can be saved, then say what to do and, truthfully, what was saved."""
    client_id, save = form.sent_id() or uuid4(), record_check_in
    numbers = numbers_of(about.actor, about.now)  # before saving: what is saved is not answered with an error
    if check_in is None:
        check_in, save = form.signs_alone(about.today, ticked), record_signs_alone
    receipt = save(about.actor, client_id, check_in, about.now)
    if not isinstance(receipt, Recorded):
        return kept_form.not_saved(ticked, kept_form.of_request(request), 422)
    entry_id = receipt.entry_id if save is record_check_in else None
    sign = SavedSign(ticked, check_in.recorded_on, entry_id, url_for("check_ins.unfinished"))
    return sign_answer(sign, about, numbers)


def _no_episode(ticked: WarningAnswer | None) -> ResponseReturnValue:
    if ticked:
        return kept_form.not_saved(ticked, None, 409)
    return nothing_to_record(409)


def _page(form: CheckInForm, about: Recording, status: int = 200) -> ResponseReturnValue:
    frame = Frame(url_for("check_ins.record"), new_words(about.episode, about.today), about.today)
    return check_in_body(form, frame, about, status)
