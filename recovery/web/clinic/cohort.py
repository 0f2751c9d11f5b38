"""The clinic's own cohort, for its staff: numbers of groups, no person and no list, so no look at a record."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.domain import access
from recovery.domain.calendar import day_in_zone
from recovery.domain.clinic_cohort import Measure
from recovery.records.cohort import members, week_values, window_medians
from recovery.records.cohort_exercises import plans_began, week_shares
from recovery.web.forms.cohort_filter import read_wanted
from recovery.web.guards import for_staff
from recovery.web.identity import signed_in
from recovery.web.present.cohort_page import Recorded, cohort_page
from recovery.web.present.cohort_words import APPROACH_CHOICES, MEASURE_CHOICES, PROCEDURE_CHOICES

pages = Blueprint("cohort", __name__)


@pages.get("/cohort")
@for_staff
def show() -> ResponseReturnValue:
    actor, wanted = signed_in().actor, read_wanted(request.args)
    access.require(actor, access.Action.READ_COHORT)
    today = day_in_zone(clock.now(), actor.zone)
    is_exercises = wanted.measure is Measure.EXERCISES
    recorded = Recorded(
        members=members(actor.clinic_id, today),
        values=week_shares(actor.clinic_id) if is_exercises else week_values(actor.clinic_id, wanted.measure),
        medians=window_medians(actor.clinic_id),
        plan_began=plans_began(actor.clinic_id) if is_exercises else {},
    )
    return render_template(
        "clinic/cohort.html",
        page=cohort_page(wanted, recorded, today),
        wanted=wanted,
        measures=MEASURE_CHOICES,
        procedures=PROCEDURE_CHOICES,
        approaches=APPROACH_CHOICES,
    )
