"""Progress: the patient's own record, drawn and listed."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from recovery.records.record import record_of
from recovery.records.timed_tests import timed_tests_of
from recovery.web.guards import for_patients
from recovery.web.patient.recording import nothing_to_record, own_record
from recovery.web.patient.usual_range import usual_of
from recovery.web.present.clinic_tests import clinic_tests
from recovery.web.present.progress_page import listed_since, progress_page

pages = Blueprint("progress", __name__)


@pages.get("/progress")
@for_patients
def show() -> ResponseReturnValue:
    about = own_record()
    if about is None:
        return nothing_to_record(200)
    is_all = request.args.get("entries") == "all"
    since = listed_since(about.today, is_all=is_all)
    record = record_of(about.episode.id, since)
    page = progress_page(about.episode, record, about.today, about.actor.zone)
    tests = clinic_tests(timed_tests_of(about.episode.id), about.today, about.actor.zone)
    usual = usual_of(about, record.figures)
    return render_template("patient/progress.html", page=page, is_all=is_all, usual=usual, tests=tests)
