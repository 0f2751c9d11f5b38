"""What leaves the app as a CSV file. The password is typed again first, and every file is written down (TRUST.md 4)."""

from datetime import datetime
from uuid import UUID

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery import clock
from recovery.actions.confirm_password import is_confirmed
from recovery.actions.export_records import NotConfirmed, note_caseload_exported, note_entries_exported
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.domain.calendar import day_in_zone
from recovery.domain.episode import Episode
from recovery.records.record import ALL_HISTORY, record_of
from recovery.records.scope import is_in_lasting_care_of, people_in_lasting_care_of
from recovery.records.timed_tests import timed_tests_of
from recovery.web.clinic.about import About, about_episode
from recovery.web.clinic.caseload import everybody_looked
from recovery.web.guards import for_physiotherapists
from recovery.web.identity import signed_in
from recovery.web.present.entry_words import Telling
from recovery.web.present.export.caseload_rows import CASELOAD_HEADS, caseload_rows
from recovery.web.present.export.cells import csv_file
from recovery.web.present.export.entry_rows import entry_heads, entry_rows
from recovery.web.present.export.timed_rows import TIMED_HEADS, timed_rows

pages = Blueprint("exports", __name__)


@pages.get("/patients/<uuid:patient_id>/export")
@for_physiotherapists
def entries(patient_id: UUID) -> ResponseReturnValue:
    shown, _episode = _in_lasting_care(patient_id)
    if not is_confirmed(signed_in().sign_in_id, shown.now):
        return _ask_for_password(url_for("exports.entries", patient_id=patient_id))
    return render_template("clinic/export_entries.html", about=shown)


@pages.post("/patients/<uuid:patient_id>/export")
@for_physiotherapists
def download_entries(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = _in_lasting_care(patient_id)
    record = record_of(episode.id, ALL_HISTORY)
    region = episode.operation.region
    telling = Telling(shown.today, shown.details.zone, region, record.plans, record.activities)
    rows = entry_rows(record.entries, episode, telling)
    rows += timed_rows(timed_tests_of(episode.id), episode, telling.zone)
    content = csv_file((*entry_heads(region), *TIMED_HEADS.values()), rows)
    try:
        note_entries_exported(shown.actor, signed_in().sign_in_id, patient_id, shown.now)
    except NotConfirmed:
        return _ask_for_password(url_for("exports.entries", patient_id=patient_id))
    except NoSuchPatient:
        abort(404)
    return _file(content, f"patient-{shown.number}", shown.now)


@pages.get("/caseload/export")
@for_physiotherapists
def caseload() -> ResponseReturnValue:
    if not is_confirmed(signed_in().sign_in_id, clock.now()):
        return _ask_for_password(url_for("exports.caseload"))
    return render_template("clinic/export_caseload.html")


@pages.post("/caseload/export")
@for_physiotherapists
def download_caseload() -> ResponseReturnValue:
    """Everybody in one's care, whatever the page was narrowed to; not who is open to one in an emergency only."""
    actor, now = signed_in().actor, clock.now()
    people = people_in_lasting_care_of(actor, now)
    numbers = [person.patient.number for person in people if person.patient]
    content = csv_file(CASELOAD_HEADS, caseload_rows(everybody_looked(actor, people, now)))
    try:
        note_caseload_exported(actor, signed_in().sign_in_id, numbers, now)
    except NotConfirmed:
        return _ask_for_password(url_for("exports.caseload"))
    return _file(content, "caseload", now)


def _in_lasting_care(patient_id: UUID) -> tuple[About, Episode]:
    """404 also for a record that is open in an emergency only: it is to be read, and takes an hour."""
    shown, episode = about_episode(patient_id)
    if not is_in_lasting_care_of(shown.actor, patient_id, shown.now):
        abort(404)
    return shown, episode


def _ask_for_password(then: str) -> ResponseReturnValue:
    return redirect(url_for("confirm_password.show", next=then), 303)


def _file(content: bytes, what: str, now: datetime) -> Response:
    """Its name has a number and the day, and no name."""
    day = day_in_zone(now, signed_in().actor.zone).isoformat()
    response = Response(content, content_type="text/csv; charset=utf-8; header=present")
    response.headers["Content-Disposition"] = f"attachment; filename=recovery-{what}-{day}.csv"
    return response
