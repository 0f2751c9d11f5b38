"""Put right what a record says about the person and the operation; the status of an episode; a new operation."""

from uuid import UUID

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue

from recovery.actions.change_episode import begin_new_episode, change_status
from recovery.actions.correct_details import NoNameToSignInWith, correct_details
from recovery.actions.correct_operation import correct_operation
from recovery.actions.enrol_patient import EmailTaken
from recovery.domain.enrolment import EpisodeDetails
from recovery.records.episodes import shown_episode_row
from recovery.web.clinic.about import About, about, about_episode, to_summary
from recovery.web.forms.enrolment import DetailsForm, OperationForm
from recovery.web.forms.episode_status import StatusForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.enrolment_page import EMAIL_TAKEN
from recovery.web.present.zones import zone_names

pages = Blueprint("corrections", __name__)

NO_NAME = "They sign in with this email. Write another one; without it they could not sign in"
CORRECTED = "The operation is corrected. Day, stage and reading follow it; no entry was moved."
OWN_STAGES = (
    " What was decided about their stages is kept, counted in days since the operation. Look whether it still fits."
)
NOTHING_CHANGED = "Nothing was changed."


@pages.get("/patients/<uuid:patient_id>/details")
@for_physiotherapists
def details(patient_id: UUID) -> ResponseReturnValue:
    shown = about(patient_id)
    return _details_page(DetailsForm(formdata=None, obj=shown.details), shown, 200)


@pages.post("/patients/<uuid:patient_id>/details")
@for_physiotherapists
def save_details(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), DetailsForm()
    corrected = form.read(shown.today)
    if corrected is None:
        return _details_page(form, shown, 422)
    try:
        changed = correct_details(shown.actor, patient_id, corrected, shown.now)
    except EmailTaken:
        form.complain(form.email, EMAIL_TAKEN)
        return _details_page(form, shown, 422)
    except NoNameToSignInWith:
        form.complain(form.email, NO_NAME)
        return _details_page(form, shown, 422)
    flash(
        "The details are corrected. What stood there before is in the timeline." if changed else NOTHING_CHANGED,
        "saved",
    )
    return to_summary(patient_id)


@pages.get("/patients/<uuid:patient_id>/operation")
@for_physiotherapists
def operation(patient_id: UUID) -> ResponseReturnValue:
    shown, _episode = about_episode(patient_id)
    return _operation_page(_filled_form(patient_id), shown, 200, is_new=False)


@pages.post("/patients/<uuid:patient_id>/operation")
@for_physiotherapists
def save_operation(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    form = OperationForm()
    corrected = form.read(shown.today, shown.details.born_on)
    if corrected is None:
        return _operation_page(form, shown, 422, is_new=False)
    changed = correct_operation(shown.actor, patient_id, corrected, form.why.data, shown.now)
    flash(f"{CORRECTED}{OWN_STAGES if episode.stage_decisions else ''}" if changed else NOTHING_CHANGED, "saved")
    return to_summary(patient_id)


@pages.get("/patients/<uuid:patient_id>/new-operation")
@for_physiotherapists
def new_operation(patient_id: UUID) -> ResponseReturnValue:
    return _operation_page(OperationForm(formdata=None), about(patient_id), 200, is_new=True)


@pages.post("/patients/<uuid:patient_id>/new-operation")
@for_physiotherapists
def save_new_operation(patient_id: UUID) -> ResponseReturnValue:
    shown, form = about(patient_id), OperationForm()
    planned = form.read(shown.today, shown.details.born_on)
    if planned is None:
        return _operation_page(form, shown, 422, is_new=True)
    begin_new_episode(shown.actor, patient_id, planned, shown.today, shown.now)
    flash("A new recovery begins with this operation. The one before is discharged and keeps its entries.", "saved")
    return to_summary(patient_id)


@pages.get("/patients/<uuid:patient_id>/status")
@for_physiotherapists
def status(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    form = StatusForm(formdata=None, status=episode.status, since=shown.today)
    return _status_page(form, shown, 200)


@pages.post("/patients/<uuid:patient_id>/status")
@for_physiotherapists
def save_status(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    form = StatusForm()
    if not form.check(episode.operation.operated_on, shown.today):
        return _status_page(form, shown, 422)
    changed = change_status(shown.actor, patient_id, form.status.data, form.since.data, form.note.data, shown.now)
    flash("The status is changed." if changed else NOTHING_CHANGED, "saved")
    return to_summary(patient_id)


def _filled_form(patient_id: UUID) -> OperationForm:
    row = shown_episode_row(patient_id)
    known: EpisodeDetails | None = row.as_details() if row else None
    if known is None:
        return OperationForm(formdata=None)
    told = known.operation
    return OperationForm(
        formdata=None,
        obj=known,
        operated_on=told.operated_on,
        procedures=told.in_order,
        approach=told.approach,
        region=told.region,
        levels=told.levels,
        side=told.side,
        surgeon=told.surgeon,
    )


def _details_page(form: DetailsForm, shown: About, status_code: int) -> ResponseReturnValue:
    body = render_template("clinic/details.html", form=form, about=shown, zones=zone_names(), problems=form.problems())
    return body, status_code


def _operation_page(form: OperationForm, shown: About, status_code: int, *, is_new: bool) -> ResponseReturnValue:
    body = render_template("clinic/operation.html", form=form, about=shown, is_new=is_new, problems=form.problems())
    return body, status_code


def _status_page(form: StatusForm, shown: About, status_code: int) -> ResponseReturnValue:
    return render_template("clinic/status.html", form=form, about=shown, problems=form.problems()), status_code
