"""What matters to me: up to three activities, added and let go."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.choose_activity import Chosen, NoSuchActivity, NotChosen, choose_activity, let_go_activity
from recovery.content.wording import words
from recovery.extensions import limiter
from recovery.records.activity_scores import scored_activities
from recovery.web import kept_form
from recovery.web.forms.own_words import ActivityForm
from recovery.web.guards import for_patients
from recovery.web.limits import PER_PERSON, person_or_address
from recovery.web.patient.recording import Recording, nothing_to_record, recording
from recovery.web.present.activities_page import activities_page

pages = Blueprint("activities", __name__)

WORDS = words("team")


@pages.get("/activities")
@for_patients
def show() -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(200)
    return _page(ActivityForm(formdata=None), about, 200)


@pages.post("/activities")
@for_patients
@limiter.limit(PER_PERSON, key_func=person_or_address)
def choose() -> ResponseReturnValue:
    """The words themselves make a resend the same activity."""
    about, form = recording(), ActivityForm()
    if about is None:
        return nothing_to_record(409)
    own_words = form.read()
    if own_words is None:
        return _page(form, about, 422)
    answer = choose_activity(about.actor, own_words, about.now)
    if isinstance(answer, Chosen):
        flash(WORDS.activity_saved, "saved")
        return redirect(url_for("activities.show"), 303)
    if answer is NotChosen.NO_EPISODE:
        return nothing_to_record(409)
    form.words.errors = [WORDS.three_activities]
    return _page(form, about, 409)


@pages.post("/activities/<uuid:activity_id>/let-go")
@for_patients
def let_go(activity_id: UUID) -> ResponseReturnValue:
    about = recording()
    if about is None:
        return nothing_to_record(409)
    try:
        let_go_activity(about.actor, activity_id, about.now)
    except NoSuchActivity:
        abort(404)
    flash(WORDS.activity_let_go, "saved")
    return redirect(url_for("activities.show"), 303)


def _page(form: ActivityForm, about: Recording, status: int) -> ResponseReturnValue:
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    body = render_template(
        "patient/activities.html",
        form=form,
        page=activities_page(scored_activities(about.episode.id), about.today),
        problems=form.problems(),
    )
    return body, status
