"""Timed tests: off until switched on, once however often they are sent, and never overwritten."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.record_timed_test import (
    NoSuchTest,
    NotStored,
    TimedCorrection,
    correct_timed_test,
    record_timed_tests,
    switch_timed_tests,
)
from recovery.domain.access import Refused
from recovery.domain.episode import EpisodeStatus
from recovery.domain.timed_tests import TimedResult, TimedTest
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import Patient
from recovery.records.timed_tests import timed_tests_of

pytestmark = pytest.mark.usefixtures("context")

UP_AND_GO = TimedResult(TimedTest.UP_AND_GO, 14, TODAY, "With a stick")
CHAIR_STAND = TimedResult(TimedTest.CHAIR_STAND, 0, TODAY, "With a stick")


@pytest.fixture
def on(people):
    switch_timed_tests(make.actor(people.ben), people.asha, NOW, on=True)


@pytest.fixture
def record(people):
    def recorded(*results, client_id=None, by="ben"):
        actor = make.actor(getattr(people, by))
        return record_timed_tests(actor, people.asha, client_id or uuid4(), results, NOW)

    return recorded


@pytest.fixture
def correct(people):
    """correct(value=11) of the one result that there is."""

    def corrected(from_revision=1, *, is_taken_back=False, **values):
        standing = timed_tests_of(people.asha_episode)[0]
        result = replace(standing.result, **values)
        correction = TimedCorrection(standing.id, from_revision, result, is_taken_back)
        return correct_timed_test(make.actor(people.ben), people.asha, correction, NOW)

    return corrected


def stored(people):
    return [[each.result.value for each in test.versions] for test in timed_tests_of(people.asha_episode)]


def audited():
    rows = select(AuditRow.action).where(AuditRow.action.contains("timed test")).order_by(AuditRow.number)
    return list(db.session.scalars(rows))


def test_they_are_off_until_somebody_switches_them_on(people, record):
    assert record(UP_AND_GO) is NotStored.OFF
    assert switch_timed_tests(make.actor(people.ben), people.asha, NOW, on=True)
    assert not switch_timed_tests(make.actor(people.ben), people.asha, NOW, on=True)
    assert record(UP_AND_GO) is None
    assert switch_timed_tests(make.actor(people.ben), people.asha, NOW, on=False)
    assert record(UP_AND_GO) is NotStored.OFF
    assert audited() == ["switched on timed tests", "recorded a timed test", "switched off timed tests"]


def test_one_form_leaves_one_result_of_each_test_however_often_it_arrives(people, on, record):
    form = uuid4()
    for _time in range(3):
        assert record(UP_AND_GO, CHAIR_STAND, client_id=form) is None
    assert sorted(stored(people)) == [[0], [14]]
    assert record(replace(UP_AND_GO, value=15), client_id=form) is NotStored.SENT_BEFORE
    assert sorted(stored(people)) == [[0], [14]]


def test_a_correction_adds_a_version_and_keeps_the_original(people, on, record, correct):
    record(UP_AND_GO)
    assert correct(value=11) is None
    assert correct(value=11) is None
    assert stored(people) == [[11, 14]]
    assert correct(value=12) is NotStored.STALE
    assert correct(from_revision=2, is_taken_back=True) is None
    (test,) = timed_tests_of(people.asha_episode)
    assert test.newest.is_taken_back
    assert [each.by for each in test.versions] == ["Ben Okoro"] * 3
    assert audited()[2:] == ["corrected a timed test", "took back a timed test"]


def test_a_day_in_the_future_before_birth_or_long_before_the_operation_is_refused(people, on, record, correct):
    for days in (1, -12 - 91):
        assert record(replace(UP_AND_GO, done_on=TODAY + timedelta(days=days))) is NotStored.DAY_NOT_ALLOWED
    record(replace(UP_AND_GO, done_on=TODAY - timedelta(days=12 + 90)))
    assert correct(done_on=TODAY + timedelta(days=1)) is NotStored.DAY_NOT_ALLOWED
    db.session.get(Patient, people.asha).born_on = date(2026, 11, 1)
    db.session.commit()
    assert record(replace(UP_AND_GO, done_on=date(2026, 10, 31))) is NotStored.DAY_NOT_ALLOWED
    assert correct(value=13) is None, "the day that stands may stay"


def test_after_the_recovery_ended_nothing_new_is_recorded_but_a_mistake_is_put_right(people, on, record, correct):
    record(UP_AND_GO)
    make.end(people.asha_episode, EpisodeStatus.DISCHARGED)
    assert record(CHAIR_STAND) is NotStored.ENDED
    assert correct(value=41) is None


def test_others_may_not(people, on, record):
    for by in ("cleo", "eli"):
        with pytest.raises(NoSuchPatient):
            record(UP_AND_GO, by=by)
    for by in ("asha", "lena"):
        with pytest.raises(Refused):
            record(UP_AND_GO, by=by)
    assert stored(people) == []


def test_another_patients_result_and_another_test_is_no_such_one(people, on, record):
    record(UP_AND_GO)
    (test,) = timed_tests_of(people.asha_episode)
    other = TimedCorrection(test.id, 1, CHAIR_STAND)
    with pytest.raises(NoSuchTest):
        correct_timed_test(make.actor(people.ben), people.asha, other, NOW)
    same = TimedCorrection(test.id, 1, replace(UP_AND_GO, value=9))
    with pytest.raises(NoSuchTest):
        correct_timed_test(make.actor(people.cleo), people.dev, same, NOW)
