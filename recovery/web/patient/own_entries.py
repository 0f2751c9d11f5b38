"""One entry of the patient's own: the page after saving it, what stood there before, undoing and taking it back."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.correct_entry import NoSuchEntry, take_back_entry
from recovery.content.wording import words
from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import DayFigure, day_figures
from recovery.domain.entries import Entry, Withdrawal, check_ins_among, has_ticked, undo_until
from recovery.records.activities import words_of_activities
from recovery.records.check_ins import check_in_entries
from recovery.records.entry_versions import entry_versions
from recovery.records.plans import plans_of
from recovery.records.read_entries import read_check_ins
from recovery.records.record import ALL_HISTORY
from recovery.records.therapy_day import therapy_day
from recovery.web import kept_form
from recovery.web.forms.take_back import TakeBackForm
from recovery.web.guards import for_patients
from recovery.web.patient.reading import reading_after
from recovery.web.patient.recording import Recording, own_record
from recovery.web.present.entry_words import Telling, entries_in_words
from recovery.web.present.saved_page import Saved, saved_page

pages = Blueprint("own_entries", __name__)

WORDS = words("saved")
LAST_SCORES = timedelta(days=28)
"""How far back the score of last time is looked for."""

_WITHDRAWN = {Withdrawal.UNDONE: WORDS.undone, Withdrawal.TAKEN_BACK: WORDS.taken_back}


@pages.get("/entries/<uuid:entry_id>/saved")
@for_patients
def saved(entry_id: UUID) -> ResponseReturnValue:
    about, versions = _own(entry_id)
    entry = versions[0]
    if entry.taken_back_at is not None or not about.episode.is_running:
        return redirect(url_for("own_entries.show", entry_id=entry_id), 303)
    of_page = Saved(
        entry=entry,
        before=check_ins_among(_before(entry, about)) if isinstance(entry.content, CheckIn) else (),
        figures=_figures(about),
        therapy=therapy_day(about.episode.id, about.today),
        undo_until=undo_until(versions, about.now),
    )
    page = saved_page(about.episode, of_page, _telling(about))
    reading = reading_after(about.actor, about.episode, about.today, entry)
    return render_template("patient/saved.html", page=page, form=_take_back_form(entry_id, about), reading=reading)


@pages.get("/entries/<uuid:entry_id>")
@for_patients
def show(entry_id: UUID) -> ResponseReturnValue:
    """Everything that ever stood in it, newest first."""
    about, versions = _own(entry_id)
    told = entries_in_words(versions, _telling(about))
    return render_template("patient/entry.html", versions=told, can_change=about.episode.is_running)


@pages.get("/entries/<uuid:entry_id>/take-back")
@for_patients
def ask_take_back(entry_id: UUID) -> ResponseReturnValue:
    about, versions = _own(entry_id)
    if versions[0].taken_back_at is not None:
        return redirect(url_for("own_entries.show", entry_id=entry_id), 303)
    return render_template(
        "patient/take_back.html",
        entry=entries_in_words(versions[:1], _telling(about))[0],
        has_sign=has_ticked(versions),
        can_undo=undo_until(versions, about.now) is not None,
        form=_take_back_form(entry_id, about),
    )


@pages.post("/entries/take-back")
@for_patients
def take_back() -> ResponseReturnValue:
    form, about = TakeBackForm(), own_record()
    entry_id = form.entry()
    if about is None or entry_id is None:
        abort(404)
    try:
        withdrawal = take_back_entry(about.actor, entry_id, about.now)
    except NoSuchEntry:
        abort(404)
    flash(_WITHDRAWN[withdrawal], "saved")
    return redirect(url_for("home.show"), 303)


def _own(entry_id: UUID) -> tuple[Recording, tuple[Entry, ...]]:
    """The patient's record, and the versions of one entry in it. Anything else is not there."""
    about = own_record()
    versions = entry_versions(about.episode.id, entry_id) if about else ()
    if about is None or not versions:
        abort(404)
    return about, versions


def _telling(about: Recording) -> Telling:
    episode = about.episode
    plans = plans_of([episode.id]).get(episode.id, ())
    return Telling(about.today, about.actor.zone, episode.operation.region, plans, words_of_activities(episode.id))


def _before(entry: Entry, about: Recording) -> tuple[Entry, ...]:
    """The check-ins that came before this one, by the day they are about and then by when they were received."""
    listed = check_in_entries(about.episode.id, entry.recorded_on - LAST_SCORES)
    places = [each.id for each in listed]
    return listed[: places.index(entry.id)] if entry.id in places else ()


def _figures(about: Recording) -> Mapping[date, DayFigure]:
    """Of the whole episode, so that the sentence and what is due next are those of Progress and Today."""
    of_episode = read_check_ins([about.episode.id], ALL_HISTORY)
    return day_figures(of_episode.get(about.episode.id, ()))


def _take_back_form(entry_id: UUID, about: Recording) -> TakeBackForm:
    form = TakeBackForm(formdata=None, entry_id=str(entry_id))
    form.form_owner.data = kept_form.owner_token(about.actor, about.episode.operation)
    return form
