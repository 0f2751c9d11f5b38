"""A check-in written down by staff for a patient on the telephone. The entry names who wrote it."""

from uuid import UUID, uuid4

from flask import Blueprint, flash, render_template, request
from flask.typing import ResponseReturnValue

from recovery.actions.record_check_in import id_of_signs_alone, record_check_in_for
from recovery.actions.record_entry import Recorded
from recovery.domain.check_in import CheckIn
from recovery.domain.episode import Episode
from recovery.domain.warning_answer import WarningAnswer
from recovery.records.check_in_asks import check_in_asks
from recovery.web.clinic.about import About, about_episode, to_summary
from recovery.web.forms.check_in import NOT_COMPLETE, CheckInForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.check_in_page import check_in_page
from recovery.web.present.warning_page import Saved, action_page
from recovery.web.team_line import numbers_of

pages = Blueprint("telephone", __name__)

SAVED = "The check-in is saved. It says that you wrote it down."
NOT_RUNNING = "This recovery has ended, so nothing can be recorded for it."
SAVED_BEFORE = "This was saved before, with other answers. Press Save to keep these too, as a new check-in"


@pages.get("/patients/<uuid:patient_id>/check-ins/new")
@for_physiotherapists
def new(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    form = CheckInForm(formdata=None, recorded_on=shown.today, client_id=str(uuid4()))
    form.set_out(check_in_asks(episode.id, shown.today))
    return _page(form, shown, episode, 200)


@pages.post("/patients/<uuid:patient_id>/check-ins")
@for_physiotherapists
def record(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    form = CheckInForm()
    form.set_out(check_in_asks(episode.id, shown.today))
    check_in = form.read(shown.today, episode.operation.operated_on, shown.now)
    answer = form.warning_answer()
    if answer is not None and answer.ticked:
        return _answer_sign(form, answer, check_in, shown, episode)
    if check_in is None:
        return _page(form, shown, episode, 422)
    if form.ask_about(check_in, episode.operation.region):
        return _page(form, shown, episode, 422)
    return _save(form, check_in, shown, episode)


def _save(form: CheckInForm, check_in: CheckIn, shown: About, episode: Episode) -> ResponseReturnValue:
    client_id = form.sent_id()
    if client_id is None:
        return _ask_again(form, NOT_COMPLETE, shown, episode)
    receipt = record_check_in_for(shown.actor, shown.patient_id, client_id, check_in, shown.now)
    if isinstance(receipt, Recorded):
        flash(SAVED, "saved")
        return to_summary(shown.patient_id)
    return _ask_again(form, SAVED_BEFORE if episode.is_running else NOT_RUNNING, shown, episode)


def _ask_again(form: CheckInForm, sentence: str, shown: About, episode: Episode) -> ResponseReturnValue:
    form.renew()
    form.client_id.errors = [sentence]
    return _page(form, shown, episode, 409)


def _answer_sign(
    form: CheckInForm, answer: WarningAnswer, check_in: CheckIn | None, shown: About, episode: Episode
) -> ResponseReturnValue:
    """What to tell the patient at once; saved as far as it can be, and saying so truthfully."""
    client_id, saved = form.sent_id() or uuid4(), Saved.SAVED
    if check_in is None:
        check_in, saved = form.signs_alone(shown.today, answer), Saved.SIGN_ONLY
        client_id = id_of_signs_alone(client_id, check_in)
    receipt = record_check_in_for(shown.actor, shown.patient_id, client_id, check_in, shown.now)
    page = action_page(
        answer,
        operation=episode.operation,
        recorded_on=check_in.recorded_on,
        saved=saved if isinstance(receipt, Recorded) else Saved.NOT_SAVED,
        numbers=numbers_of(shown.actor, shown.now),
    )
    return render_template("clinic/tell_patient.html", page=page, about=shown)


def _page(form: CheckInForm, shown: About, episode: Episode, status: int) -> ResponseReturnValue:
    body = render_template(
        "clinic/telephone.html",
        form=form,
        about=shown,
        page=check_in_page(episode, shown.today, form.asks, form.held(), form.asked_session()),
        ticked=frozenset(form.ticked) if request.form else frozenset(),
        details=form.details,
        numbers=numbers_of(shown.actor, shown.now),
        problems=form.problems(),
    )
    return body, status
