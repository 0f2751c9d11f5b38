"""The clinic lead's home: counts, and the patients without a physiotherapist, to be assigned one. No records."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.arrange_care import assign_physiotherapist
from recovery.actions.note_look import note_list_shown
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.domain import access
from recovery.domain.calendar import day_in_zone
from recovery.records.facts import standing_of
from recovery.records.scope import patients_of_clinic, without_physiotherapist
from recovery.records.staff import physiotherapists_of
from recovery.records.thresholds import thresholds_of
from recovery.web.forms.care import ColleagueForm
from recovery.web.guards import for_leads
from recovery.web.identity import signed_in
from recovery.web.present.overview_page import overview_page

pages = Blueprint("overview", __name__)


@pages.post("/patients/<uuid:patient_id>/physiotherapist")
@for_leads
def assign(patient_id: UUID) -> ResponseReturnValue:
    """Only for a patient whom nobody cares for: to anybody else the lead has no say."""
    actor, form, now = signed_in().actor, ColleagueForm(), clock.now()
    if patient_id not in {person.id for person in without_physiotherapist(actor.clinic_id, now)}:
        abort(404)
    form.offer(physiotherapists_of(actor.clinic_id))
    colleague = form.chosen()
    if colleague is None:
        return page(form.problems()), 422
    try:
        assign_physiotherapist(actor, patient_id, colleague, now)
    except NoSuchPatient:
        abort(404)
    flash("The patient is in the care of this physiotherapist from now on.", "saved")
    return redirect(url_for("home.show"), 303)


def page(problems: Sequence[tuple[str, str]] = ()) -> str:
    actor, now = signed_in().actor, clock.now()
    access.require(actor, access.Action.READ_CLINIC_OVERVIEW)
    everybody = standing_of(patients_of_clinic(actor.clinic_id), now)
    alone = {person.id for person in without_physiotherapist(actor.clinic_id, now)}
    shown = overview_page(everybody, alone, thresholds_of(actor.clinic_id))
    if shown.without_physiotherapist:
        numbers = [each.number for each in everybody if each.person_id in alone]
        note_list_shown(actor, "patients without a physiotherapist", numbers, now)
    form = ColleagueForm(formdata=None)
    form.offer(physiotherapists_of(actor.clinic_id))
    return render_template(
        "clinic/overview.html", page=shown, today=day_in_zone(now, actor.zone), form=form, problems=problems
    )
