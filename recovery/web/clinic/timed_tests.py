"""Timed tests of one patient, entered in the clinic by the physiotherapist who was there."""

from datetime import date
from uuid import UUID, uuid4

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from recovery.actions.note_look import note_entries_read
from recovery.actions.record_timed_test import (
    NoSuchTest,
    NotStored,
    TimedCorrection,
    correct_timed_test,
    record_timed_tests,
    switch_timed_tests,
)
from recovery.domain.change import Changed
from recovery.domain.episode import Episode
from recovery.domain.timed_tests import RecordedTest, allowed_test_days
from recovery.records.changes import newest_by
from recovery.records.episodes import shown_episode_row
from recovery.records.timed_tests import timed_test_of, timed_tests_of
from recovery.web.clinic.about import About, about_episode
from recovery.web.forms.timed_test import NOT_COMPLETE, TimedCorrectionForm, TimedTestsForm
from recovery.web.guards import for_physiotherapists
from recovery.web.present.timed_tests_page import (
    NOT_STORED,
    TEST_NAMES,
    is_on_words,
    result_lines,
    timed_lines,
    version_lines,
)

pages = Blueprint("timed_tests", __name__)


@pages.get("/patients/<uuid:patient_id>/timed-tests")
@for_physiotherapists
def show(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    return _page(TimedTestsForm(formdata=None, client_id=str(uuid4()), done_on=shown.today), shown, episode, 200)


@pages.post("/patients/<uuid:patient_id>/timed-tests")
@for_physiotherapists
def record(patient_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    form = TimedTestsForm()
    results = form.read(_days(shown, episode))
    if not results:
        return _page(form, shown, episode, 422)
    client_id = form.sent_id()
    if client_id is None:
        return _again(form, NOT_COMPLETE, shown, episode)
    refused = record_timed_tests(shown.actor, patient_id, client_id, results, shown.now)
    if refused:
        return _again(form, NOT_STORED[refused], shown, episode)
    return _done("The result is saved, with your name." if len(results) == 1 else "Both results are saved.", patient_id)


@pages.post("/patients/<uuid:patient_id>/timed-tests/on")
@for_physiotherapists
def switch_on(patient_id: UUID) -> ResponseReturnValue:
    return _switch(patient_id, on=True)


@pages.post("/patients/<uuid:patient_id>/timed-tests/off")
@for_physiotherapists
def switch_off(patient_id: UUID) -> ResponseReturnValue:
    return _switch(patient_id, on=False)


def _switch(patient_id: UUID, *, on: bool) -> ResponseReturnValue:
    shown, _episode = about_episode(patient_id)
    switch_timed_tests(shown.actor, patient_id, shown.now, on=on)
    return _done("Timed tests are on for this patient." if on else "Timed tests are off for this patient.", patient_id)


@pages.get("/patients/<uuid:patient_id>/timed-tests/<uuid:test_id>")
@for_physiotherapists
def ask(patient_id: UUID, test_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    test = timed_test_of(episode.id, test_id) or abort(404)
    standing = test.newest
    form = TimedCorrectionForm(
        formdata=None,
        done_on=standing.result.done_on,
        note=standing.result.note,
        is_taken_back=standing.is_taken_back,
        from_revision=str(standing.revision),
    )
    form.field_of(standing.result.test).data = standing.result.value
    return _one(form, shown, test, 200)


@pages.post("/patients/<uuid:patient_id>/timed-tests/<uuid:test_id>")
@for_physiotherapists
def correct(patient_id: UUID, test_id: UUID) -> ResponseReturnValue:
    shown, episode = about_episode(patient_id)
    test = timed_test_of(episode.id, test_id) or abort(404)
    form = TimedCorrectionForm()
    first, last = _days(shown, episode)
    result = form.read_one(test.result.test, (min(first, test.result.done_on), last))
    if result is None:
        return _one(form, shown, test, 422)
    correction = TimedCorrection(test_id, form.base_revision, result, form.is_taken_back.data)
    try:
        refused = correct_timed_test(shown.actor, patient_id, correction, shown.now)
    except NoSuchTest:
        abort(404)
    if refused:
        form.complain(form.field_of(result.test), NOT_STORED[refused])
        if refused is NotStored.STALE:
            test = timed_test_of(episode.id, test_id) or abort(404)
            form.from_revision.data = str(test.newest.revision)
        return _one(form, shown, test, 409)
    return _done("Saved. What stood there before can still be read.", patient_id)


def _days(shown: About, episode: Episode) -> tuple[date, date]:
    return allowed_test_days(episode.operation.operated_on, shown.details.born_on, shown.today)


def _again(form: TimedTestsForm, sentence: str, shown: About, episode: Episode) -> ResponseReturnValue:
    form.renew()
    form.complain(form.seconds, sentence)
    return _page(form, shown, episode, 409)


def _done(sentence: str, patient_id: UUID) -> ResponseReturnValue:
    flash(sentence, "saved")
    return redirect(url_for("timed_tests.show", patient_id=patient_id), 303)


def _page(form: TimedTestsForm, shown: About, episode: Episode, status: int) -> ResponseReturnValue:
    note_entries_read(shown.actor, shown.patient_id, shown.now)
    row, tests = shown_episode_row(shown.patient_id), timed_tests_of(episode.id)
    is_on = row is not None and row.timed_tests_on
    body = render_template(
        "clinic/timed_tests.html",
        form=form,
        about=shown,
        is_on=is_on,
        can_record=episode.is_running,
        switch=is_on_words(newest_by(episode.id, Changed.TIMED_TESTS), is_on=is_on, is_running=episode.is_running),
        lines=timed_lines(tests, shown.today),
        results=result_lines(tests, shown.today, shown.details.zone),
        problems=form.problems(),
    )
    return body, status


def _one(form: TimedCorrectionForm, shown: About, test: RecordedTest, status: int) -> ResponseReturnValue:
    note_entries_read(shown.actor, shown.patient_id, shown.now)
    body = render_template(
        "clinic/timed_test.html",
        form=form,
        about=shown,
        test_id=test.id,
        name=TEST_NAMES[test.result.test],
        field=form.field_of(test.result.test),
        versions=version_lines(test, shown.today, shown.details.zone),
        problems=form.problems(),
    )
    return body, status
