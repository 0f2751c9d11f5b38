"""How often one patient's check-ins are due: as the stage says, or as their physiotherapist does."""

from uuid import UUID

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue

from recovery.actions.change_rhythm import change_rhythm
from recovery.domain.episode import Episode
from recovery.records.thresholds import thresholds_of
from recovery.web.clinic.about import About, about_episode, to_summary
from recovery.web.forms.rhythm import BY_STAGE, RhythmForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.rhythm_for_staff import silence_rule, stage_rhythm_words

pages = Blueprint("rhythm", __name__)


@pages.get("/patients/<uuid:patient_id>/rhythm")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    return _page(RhythmForm(formdata=None, rhythm=episode.rhythm or BY_STAGE), shown, episode, 200)


@pages.post("/patients/<uuid:patient_id>/rhythm")
@for_physiotherapists
def save(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    form = RhythmForm()
    if not form.check(episode.rhythm):
        return _page(form, shown, episode, 422)
    change_rhythm(shown.actor, patient_id, form.chosen, form.why.data, shown.now)
    flash("How often check-ins are due is saved. The patient sees it with your name.", "saved")
    return to_summary(patient_id)


def _page(form: RhythmForm, shown: About, episode: Episode, status_code: int) -> ResponseReturnValue:
    body = render_template(
        "clinic/rhythm.html",
        form=form,
        about=shown,
        by_stage=stage_rhythm_words(episode, shown.today),
        rule=silence_rule(thresholds_of(shown.actor.clinic_id)),
        problems=form.problems(),
    )
    return body, status_code
