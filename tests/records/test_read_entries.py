"""What the rules read of the record: newest revisions that count, lean, each with its version."""

from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.correct_entry import Correction, correct_entry
from recovery.domain.check_in import CheckIn
from recovery.domain.therapy import Morning, Unit
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.facts import standing_of_one
from recovery.records.plans import PrescriptionRow

DAY = timedelta(days=1)


def ago(days):
    return TODAY - days * DAY


@pytest.fixture
def facts(context, people):
    """facts() are Asha's."""
    return lambda: standing_of_one(people.asha, NOW).facts


def test_a_check_in_is_read_with_its_version_and_number(facts, people):
    entry = make.check_in(
        people.asha, back_pain_average=5, leg_pain_worst=7, bearable=False, walking_minutes=12, steps=900
    )
    ((read,),) = [day.check_ins for day in facts().days]
    number = db.session.scalars(select(CheckInRow.sequence).filter_by(entry_id=entry)).one()
    assert (read.version.entry_id, read.version.revision, read.version.received) == (entry, 1, number)
    assert (read.back_pain_average, read.leg_pain_worst, read.bearable) == (5, 7, False)
    assert (read.walking_minutes, read.steps, read.leg_pain_average) == (12, 900, None)


def test_a_correction_is_read_in_the_place_of_what_it_corrects_and_a_later_number(facts, people):
    entry = make.check_in(people.asha, back_pain_average=5)
    first = facts().days[0].check_ins[0].version.received
    correct_entry(make.actor(people.asha), Correction(entry, 1, CheckIn(recorded_on=ago(1), back_pain_average=4)), NOW)
    (day,) = facts().days
    (read,) = day.check_ins
    assert (day.day, read.back_pain_average, read.version.revision, read.version.received > first) == (
        ago(1),
        4,
        2,
        True,
    )


def test_what_was_taken_back_and_what_is_older_than_six_weeks_is_not_read(facts, people):
    make.take_back(people.asha, make.check_in(people.asha, back_pain_average=5))
    make.take_back(people.asha, make.session(people.asha, note="Done"))
    make.take_back(people.asha, make.not_well(people.asha))
    make.check_in(people.asha, on=ago(43), back_pain_average=5)
    read = facts()
    assert (read.days, read.sessions, read.not_well) == ((), (), ())
    make.check_in(people.asha, on=ago(42), back_pain_average=5)
    assert [each.day for each in facts().days] == [ago(42)]


def test_a_session_is_read_with_its_pain_for_six_weeks_and_its_units_for_the_fortnight_of_adherence(facts, people):
    planned = db.session.scalars(select(PrescriptionRow.id)).first()
    for days in (30, 14, 0):
        make.session(people.asha, on=ago(days), pain_during=6, units=(make.done(Unit(planned, 1)),))
    assert [(each.recorded_on, each.pain_during, len(each.units)) for each in facts().sessions] == [
        (ago(30), 6, 0),
        (ago(14), 6, 1),
        (TODAY, 6, 1),
    ]


def test_the_morning_after_names_its_session(facts, people):
    session = make.session(people.asha, on=ago(1), pain_during=6)
    make.check_in(people.asha, morning_after=session, morning=Morning.NOT_SETTLED, back_pain_average=3)
    read = facts()
    (check_in,) = read.days[-1].check_ins
    assert (check_in.morning_after, check_in.morning) == (read.sessions[0].version.entry_id, Morning.NOT_SETTLED)


def test_not_well_is_read_with_its_version(facts, people):
    entry = make.not_well(people.asha)
    (read,) = facts().not_well
    assert (read.version.entry_id, read.recorded_on, read.version.received > 0) == (entry, TODAY, True)


def test_without_a_score_from_before_surgery_the_last_day_recorded_before_it_counts(facts, people):
    assert facts().leg_before is None
    for days, score in ((20, 9), (15, 6), (15, 7), (3, 2)):
        make.check_in(people.asha, on=ago(days), leg_pain_average=score)
    assert facts().leg_before == 6.5
