"""Recording a therapy session or a day not well: one row for each, whatever is sent again, and an audit row with it."""

from datetime import timedelta
from uuid import uuid4

import cast
import make
import pytest
from sqlalchemy import func, select

from recovery.actions.record_check_in import record_check_in
from recovery.actions.record_entry import NotRecorded, Reason, Recorded
from recovery.actions.record_session import record_not_well, record_session
from recovery.domain.access import Refused
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import NotWell
from recovery.domain.therapy import Extra, Outcome, TherapySession, Unit, UnitDone, WhyNot
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.entries import EntryRow, NotWellRow
from recovery.records.plans import plans_of
from recovery.records.sessions import SessionRow, SessionUnitRow, days_not_well, session_entries, units_done

pytestmark = pytest.mark.usefixtures("context")


@pytest.fixture
def asha(people):
    return make.actor(people.asha)


@pytest.fixture
def full(people):
    """Everything a session can hold."""
    heel_slides, walk = plans_of([people.asha_episode])[people.asha_episode][0].prescriptions
    return TherapySession(
        recorded_on=cast.TODAY,
        units=(
            UnitDone(Unit(heel_slides.id, 1), Outcome.DONE, sets=2, repetitions=10),
            UnitDone(Unit(heel_slides.id, 2), Outcome.NOT_DONE, why=WhyNot.PAIN),
            UnitDone(Unit(walk.id, 1), Outcome.PARTLY, 50, WhyNot.TIRED, minutes=5),
        ),
        extras=(Extra("Swim", 20), Extra("Gardening")),
        pain_during=4,
        effort=0,
        someone_helped=True,
        note="Stiff at first.",
    )


def count(table=EntryRow):
    return db.session.scalar(select(func.count()).select_from(table))


def stored(episode_id):
    return [entry.content for entry in session_entries(episode_id, cast.TODAY - timedelta(days=90))]


def test_a_session_comes_back_as_it_was_recorded(people, asha, full):
    receipt = record_session(asha, uuid4(), full, cast.NOW)
    assert receipt == Recorded(receipt.entry_id, is_new=True)
    assert stored(people.asha_episode) == [full]
    assert [session.units[0].unit for session in units_done([people.asha_episode], cast.TODAY)[people.asha_episode]]


def test_the_same_session_again_is_the_same_receipt_and_one_row(asha, full):
    same = uuid4()
    first = record_session(asha, same, full, cast.NOW)
    again = record_session(asha, same, full, cast.NOW + timedelta(hours=1))
    assert again == Recorded(first.entry_id, is_new=False)
    assert (count(), count(SessionRow), count(SessionUnitRow)) == (1, 1, 3)


def test_another_session_under_a_used_id_changes_nothing(people, asha, full):
    same = uuid4()
    record_session(asha, same, full, cast.NOW)
    other = TherapySession(cast.TODAY, note="Something else")
    assert record_session(asha, same, other, cast.NOW) == NotRecorded(Reason.SAVED_WITH_OTHER_ANSWERS)
    assert stored(people.asha_episode) == [full]


def test_an_id_that_another_kind_of_entry_used_is_refused(asha):
    same = uuid4()
    record_check_in(asha, same, CheckIn(cast.TODAY, back_pain_average=3), cast.NOW)
    refused = NotRecorded(Reason.SAVED_WITH_OTHER_ANSWERS)
    assert record_session(asha, same, TherapySession(cast.TODAY, note="Walked"), cast.NOW) == refused
    assert record_not_well(asha, same, NotWell(cast.TODAY), cast.NOW) == refused
    assert count() == 1


@pytest.mark.parametrize(("days", "is_taken"), [(-103, False), (-102, True), (0, True), (1, True), (2, False)])
def test_days_from_90_before_the_operation_to_the_latest_on_earth_are_taken(asha, days, is_taken):
    """The operation was 12 days ago; at noon in London it is already tomorrow in Kiritimati."""
    session = TherapySession(cast.TODAY + timedelta(days=days), note="Walked")
    receipt = record_session(asha, uuid4(), session, cast.NOW)
    assert isinstance(receipt, Recorded) == is_taken
    assert is_taken or receipt == NotRecorded(Reason.DAY_NOT_ALLOWED)
    assert count() == int(is_taken)


def test_without_a_running_episode_nothing_is_recorded(people):
    patient = make.patient(people.clinic, "Nia", "Cole")
    make.episode(patient, status="discharged")
    receipt = record_session(make.actor(patient), uuid4(), TherapySession(cast.TODAY, note="Walked"), cast.NOW)
    assert receipt == NotRecorded(Reason.NO_EPISODE)
    assert count() == 0


@pytest.mark.parametrize("name", ["ben", "lena"])
def test_staff_may_not_record_a_session(people, name):
    with pytest.raises(Refused):
        record_session(make.actor(getattr(people, name)), uuid4(), TherapySession(cast.TODAY, note="x"), cast.NOW)
    assert count() == 0


def test_the_audit_names_what_was_recorded_and_holds_no_value(asha, full):
    record_session(asha, uuid4(), full, cast.NOW)
    row = db.session.scalars(select(AuditRow).order_by(AuditRow.number.desc())).first()
    assert row.action == "recorded session"
    assert set(row.fields) == {"units", "extras", "pain_during", "effort", "someone_helped", "note"}
    assert "Stiff" not in str(row.fields)


def test_a_resend_leaves_no_second_audit_row(asha, full):
    same = uuid4()
    record_session(asha, same, full, cast.NOW)
    before = count(AuditRow)
    record_session(asha, same, full, cast.NOW)
    assert count(AuditRow) == before


def test_a_day_not_well_is_excused_once_however_often_it_is_said(people, asha):
    same = uuid4()
    for client_id in (same, same, uuid4()):
        assert isinstance(record_not_well(asha, client_id, NotWell(cast.TODAY, "A cold"), cast.NOW), Recorded)
    assert count(NotWellRow) == 2
    assert days_not_well([people.asha_episode], cast.TODAY) == {people.asha_episode: frozenset({cast.TODAY})}


def test_another_note_under_a_used_id_is_refused(asha):
    same = uuid4()
    record_not_well(asha, same, NotWell(cast.TODAY), cast.NOW)
    refused = record_not_well(asha, same, NotWell(cast.TODAY, "A cold"), cast.NOW)
    assert refused == NotRecorded(Reason.SAVED_WITH_OTHER_ANSWERS)
    assert count() == 1
