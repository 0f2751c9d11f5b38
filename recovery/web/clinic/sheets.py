"""A patient's record as one A4 page for an appointment, as twelve plain lines, and the pages of everybody who comes in
today. Each is a look, written down. A record that is open in an emergency can be printed: that is what it is for.
"""

from datetime import timedelta
from uuid import UUID

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.note_look import note_entries_read, note_records_printed
from recovery.domain.calendar import day_in_zone, start_of_day
from recovery.records.appointments import coming_in_between
from recovery.records.scope import people_in_care_of
from recovery.web.clinic.about import about
from recovery.web.clinic.at_visit import at_visit
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.paper.plain_lines import plain_lines
from recovery.web.present.paper.sheet import sheet

pages = Blueprint("sheets", __name__)


@pages.get("/patients/<uuid:patient_id>/appointment-sheet")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    shown = about(patient_id)
    visit = at_visit(shown) or abort(404)
    page = sheet(visit)
    note_entries_read(shown.actor, patient_id, shown.now)
    return render_template("clinic/appointment_sheet.html", about=shown, sheet=page)


@pages.get("/patients/<uuid:patient_id>/as-text")
@for_physiotherapists
def as_text(patient_id: UUID) -> ResponseReturnValue:
    shown = about(patient_id)
    visit = at_visit(shown) or abort(404)
    lines = plain_lines(visit)
    note_entries_read(shown.actor, patient_id, shown.now)
    return render_template("clinic/as_text.html", about=shown, lines=lines)


@pages.get("/caseload/sheets-today")
@for_physiotherapists
def today() -> ResponseReturnValue:
    """Everybody in one's care with an appointment on the clinic's day, earliest first, also those whose hour is past.

    About 40 statements a patient: a day has a dozen of them.
    """
    actor, now = signed_in().actor, clock.now()
    day = day_in_zone(now, actor.zone)
    first, before = start_of_day(day, actor.zone), start_of_day(day + timedelta(days=1), actor.zone)
    coming = coming_in_between([person.id for person in people_in_care_of(actor, now)], first, before)
    visits = [visit for visit in (at_visit(about(patient_id)) for patient_id in coming) if visit]
    sheets = [sheet(visit) for visit in visits]
    note_records_printed(actor, [visit.episode.patient_id for visit in visits], now)
    return render_template("clinic/sheets_today.html", sheets=sheets, day=day)
