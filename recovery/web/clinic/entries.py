"""An entry that was made for the wrong patient: ask whose it is, and move it."""

from uuid import UUID

from flask import Blueprint, abort, flash, render_template, request
from flask.typing import ResponseReturnValue

from recovery.actions.move_entry import Move, NotMoved, move_entry
from recovery.actions.note_look import note_entries_read
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.records.activities import words_of_activities
from recovery.records.entries import entry_of
from recovery.records.entry_versions import entry_versions
from recovery.records.people import Person
from recovery.records.plans import plans_of
from recovery.records.record import record_of
from recovery.records.scope import people_in_care_of
from recovery.web.clinic.about import About, about_episode, to_summary
from recovery.web.forms.move_entry import MoveForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.dates import day_and_year
from recovery.web.present.entry_words import KIND_NAMES, Telling, entries_in_words
from recovery.web.present.progress_page import listed_since

pages = Blueprint("entries", __name__)

NOT_MOVED = {
    NotMoved.NO_EPISODE: "This patient has no running recovery, so the entry cannot stand there",
    NotMoved.DAY: "The day of this entry lies outside the recovery of this patient. Check whose it is",
    NotMoved.SAME: "This is the patient it stands with now. Choose another one",
}


@pages.get("/patients/<uuid:patient_id>/entries")
@for_physiotherapists
def choose(patient_id: UUID) -> ResponseReturnValue:
    """The entries of the last 14 days, or all of them, each with a way to move it."""
    shown, episode = about_episode(patient_id)
    is_all = request.args.get("entries") == "all"
    record = record_of(episode.id, listed_since(shown.today, is_all=is_all))
    telling = Telling(shown.today, shown.details.zone, episode.operation.region, record.plans, record.activities)
    told = entries_in_words(record.entries, telling)
    note_entries_read(shown.actor, patient_id, shown.now)
    return render_template("clinic/entries.html", about=shown, entries=told, has_older=record.has_older)


@pages.get("/patients/<uuid:patient_id>/entries/<uuid:entry_id>")
@for_physiotherapists
def show(patient_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """Everything that ever stood in an entry, newest first."""
    shown, episode = about_episode(patient_id)
    versions = entry_versions(episode.id, entry_id)
    if not versions:
        abort(404)
    plans = plans_of([episode.id]).get(episode.id, ())
    telling = Telling(shown.today, shown.details.zone, episode.operation.region, plans, words_of_activities(episode.id))
    told = entries_in_words(versions, telling)
    note_entries_read(shown.actor, patient_id, shown.now)
    return render_template("clinic/entry.html", about=shown, versions=told)


@pages.get("/patients/<uuid:patient_id>/entries/<uuid:entry_id>/move")
@for_physiotherapists
def ask_move(patient_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    shown, _episode = about_episode(patient_id)
    form = MoveForm(formdata=None)
    form.offer(_others(shown))
    return _page(form, shown, entry_id, 200)


@pages.post("/patients/<uuid:patient_id>/entries/<uuid:entry_id>/move")
@for_physiotherapists
def move(patient_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    shown, _episode = about_episode(patient_id)
    form = MoveForm()
    form.offer(_others(shown))
    to_id = form.chosen()
    if to_id is None:
        return _page(form, shown, entry_id, 422)
    try:
        moved = move_entry(shown.actor, Move(entry_id, patient_id, to_id, form.why.data), shown.now)
    except NoSuchPatient:
        abort(404)
    if isinstance(moved, NotMoved):
        form.complain(form.to, NOT_MOVED[moved])
        return _page(form, shown, entry_id, 422)
    flash("The entry is moved. Both records say so.", "saved")
    return to_summary(to_id)


def _others(shown: About) -> list[Person]:
    return [person for person in people_in_care_of(shown.actor, shown.now) if person.id != shown.patient_id]


def _page(form: MoveForm, shown: About, entry_id: UUID, status: int) -> ResponseReturnValue:
    entry = entry_of(shown.patient_id, entry_id)
    if entry is None:
        abort(404)
    what = f"{KIND_NAMES[entry.kind]}, {day_and_year(entry.recorded_on)}"
    body = render_template(
        "clinic/move_entry.html", form=form, about=shown, entry_id=entry_id, what=what, problems=form.problems()
    )
    return body, status
