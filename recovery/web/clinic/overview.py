"""The clinic lead's home: counts, and the patients without a physiotherapist, to be assigned one. No records."""

from flask import render_template
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.note_look import note_list_shown
from recovery.domain import access
from recovery.domain.calendar import day_in_zone
from recovery.domain.worklist import Thresholds
from recovery.records.facts import standing_of
from recovery.records.scope import patients_of_clinic, without_physiotherapist
from recovery.web.identity import signed_in
from recovery.web.present.overview_page import overview_page


def page() -> ResponseReturnValue:
    actor, now = signed_in().actor, clock.now()
    access.require(actor, access.Action.READ_CLINIC_OVERVIEW)
    everybody = standing_of(patients_of_clinic(actor.clinic_id), now)
    alone = {person.id for person in without_physiotherapist(actor.clinic_id, now)}
    shown = overview_page(everybody, alone, Thresholds())
    if shown.without_physiotherapist:
        numbers = [each.number for each in everybody if each.person_id in alone]
        note_list_shown(actor, "patients without a physiotherapist", numbers, now)
    return render_template("clinic/overview.html", page=shown, today=day_in_zone(now, actor.zone))
