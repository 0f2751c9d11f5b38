"""One patient's pinned advice: what stands in the place of the document's words, for them only."""

from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.pin_advice import NoSuchAdvice, NotOnLearn, PinnedOtherwise, end_advice, pin_advice
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.domain.episode import Episode
from recovery.domain.guidance import Passage, suiting
from recovery.records.guidance import approved_passages
from recovery.records.pinned_advice import advice_of
from recovery.web.clinic.about import About, about_episode
from recovery.web.forms.advice import AdviceForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.advice_page import advice_page

pages = Blueprint("advice", __name__)
GONE = "This patient does not read that passage any more. Choose again"
OTHER_BEFORE = "Other advice was sent from this page before. Check the words, then send them again"


@pages.get("/patients/<uuid:patient_id>/advice")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    passages, form = _passages(shown, episode), AdviceForm(formdata=None, client_id=str(uuid4()))
    form.offer(passages)
    return _page(form, shown, episode, passages, 200)


@pages.post("/patients/<uuid:patient_id>/advice")
@for_physiotherapists
def pin(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    passages, form = _passages(shown, episode), AdviceForm()
    form.offer(passages)
    advice = form.read()
    if advice is None:
        return _page(form, shown, episode, passages, 422)
    try:
        pin_advice(shown.actor, patient_id, advice, shown.now)
    except NoSuchPatient:
        abort(404)
    except NotOnLearn:
        form.complain(form.place, GONE)
        return _page(form, shown, episode, passages, 409)
    except PinnedOtherwise:
        form.ask_again(OTHER_BEFORE)
        return _page(form, shown, episode, passages, 409)
    flash("The advice is pinned. The patient sees it on Learn.", "saved")
    return redirect(url_for("advice.show", patient_id=patient_id), 303)


@pages.post("/patients/<uuid:patient_id>/advice/<uuid:advice_id>/end")
@for_physiotherapists
def end(patient_id: UUID, advice_id: UUID) -> ResponseReturnValue:
    shown, _episode = about_episode(patient_id)
    try:
        end_advice(shown.actor, patient_id, advice_id, shown.now)
    except (NoSuchPatient, NoSuchAdvice):
        abort(404)
    flash("The advice has ended. The patient reads the document again.", "saved")
    return redirect(url_for("advice.show", patient_id=patient_id), 303)


def _passages(shown: About, episode: Episode) -> tuple[Passage, ...]:
    """Those that stand anywhere on this patient's Learn."""
    return suiting(approved_passages(shown.actor.clinic_id), episode.operation, episode.pathway.stages)


def _page(
    form: AdviceForm, shown: About, episode: Episode, passages: tuple[Passage, ...], status: int
) -> ResponseReturnValue:
    body = render_template(
        "clinic/advice.html",
        form=form,
        about=shown,
        is_running=episode.is_running,
        page=advice_page(advice_of(episode.id), passages, shown.details.zone),
        problems=form.problems(),
    )
    return body, status
