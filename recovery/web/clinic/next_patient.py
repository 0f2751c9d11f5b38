"""From one patient's summary to the next one on the caseload, without going back to the list."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from recovery.domain.last_look import SAME_LOOK
from recovery.records.caseload import caseload
from recovery.records.scope import people_in_care_of, summaries_last_opened
from recovery.records.thresholds import thresholds_of
from recovery.web.clinic.about import about, to_summary
from recovery.web.guards import for_physiotherapists
from recovery.web.present.looked import look, next_after

pages = Blueprint("next_patient", __name__)


@pages.get("/patients/<uuid:patient_id>/next")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    """To the next patient with a reason, or to the caseload after the last. It names nobody: the page that it leads to
    is written down as looked at.
    """
    shown = about(patient_id)
    people = people_in_care_of(shown.actor, shown.now)
    looked = look(caseload(people, shown.now), thresholds_of(shown.actor.clinic_id))
    opened = summaries_last_opened([person.id for person in people], shown.now)
    just_seen = {each for each, at in opened.items() if shown.now - at <= SAME_LOOK}
    found = next_after(patient_id, looked, just_seen)
    if found is None:
        flash("That was the last patient with a reason.", "saved")
        return redirect(url_for("caseload.show"), 303)
    return to_summary(found)
