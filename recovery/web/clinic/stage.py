"""One patient's stage: hold it, move on, step back, set when later ones begin, or follow the clinic's days again."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, flash, render_template, request
from flask.typing import ResponseReturnValue

from recovery.actions.decide_stage import CannotDecide, DecidedBefore, decide_stage
from recovery.actions.note_look import note_entries_read
from recovery.domain.deciding import stages_ahead, stages_to_choose
from recovery.domain.episode import Episode
from recovery.domain.stage_decision import StageDecision
from recovery.web.clinic.about import About, about_episode, to_summary
from recovery.web.forms.stage import DaysForm, EndForm, StageForm
from recovery.web.forms.whole_number import number_in
from recovery.web.guards import for_physiotherapists
from recovery.web.present.stage_for_staff import ends, stage_page

pages = Blueprint("stage", __name__)


@dataclass(frozen=True, slots=True)
class _Forms:
    stage: StageForm
    days: DaysForm
    end: EndForm


@pages.get("/patients/<uuid:patient_id>/stage")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    return _page(_forms(shown, episode), shown, episode, 200)


@pages.post("/patients/<uuid:patient_id>/stage")
@for_physiotherapists
def save(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    forms = _forms(shown, episode, stage=StageForm())
    return _decide(forms.stage, forms.stage.read(episode, shown.today), forms, shown)


@pages.post("/patients/<uuid:patient_id>/stage/days")
@for_physiotherapists
def save_days(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    forms = _forms(shown, episode, days=DaysForm())
    decision = forms.days.read(episode, stages_ahead(episode, shown.today), shown.today)
    return _decide(forms.days, decision, forms, shown)


@pages.post("/patients/<uuid:patient_id>/stage/end")
@for_physiotherapists
def save_end(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    forms = _forms(shown, episode, end=EndForm())
    return _decide(forms.end, forms.end.read(episode, shown.today), forms, shown)


def _decide(
    form: StageForm | DaysForm | EndForm, decision: StageDecision | None, forms: _Forms, shown: About
) -> ResponseReturnValue:
    """The summary; or the page again, with what was typed."""
    status = 422
    if decision is not None:
        try:
            decide_stage(shown.actor, shown.patient_id, decision, number_in(request.form.get("seen", "")), shown.now)
        except CannotDecide as refusal:
            form.explain(refusal.problem)
        except DecidedBefore:
            form.say_decided_meanwhile()
            status = 409
        else:
            flash("The stage is saved. The patient reads it with your first name.", "saved")
            return to_summary(shown.patient_id)
    again, episode = about_episode(shown.patient_id)
    return _page(forms, again, episode, status)


def _forms(
    shown: About,
    episode: Episode,
    *,
    stage: StageForm | None = None,
    days: DaysForm | None = None,
    end: EndForm | None = None,
) -> _Forms:
    """Those that were not sent show what stands."""
    ahead = stages_ahead(episode, shown.today)
    forms = _Forms(
        stage or StageForm(formdata=None, from_on=max(shown.today, episode.operation.operated_on)),
        days or DaysForm(formdata=None, **{each.value: day for each, day in ahead.items()}),
        end or EndForm(formdata=None),
    )
    forms.days.offer(ahead)
    return forms


def _page(forms: _Forms, shown: About, episode: Episode, status_code: int) -> ResponseReturnValue:
    """It tells what was decided and why, so it is a look at the record."""
    note_entries_read(shown.actor, shown.patient_id, shown.now)
    forms.stage.offer(episode, stages_to_choose(episode), shown.today)
    forms.end.offer(ends(episode, shown.today))
    body = render_template(
        "clinic/stage.html",
        form=forms.stage,
        days=forms.days,
        end=forms.end,
        about=shown,
        page=stage_page(episode, shown.today, shown.actor.zone),
        problems=[*forms.stage.problems(), *forms.days.problems(), *forms.end.problems()],
    )
    return body, status_code
