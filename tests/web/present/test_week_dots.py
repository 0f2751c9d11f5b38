"""This week as dots: one mark a day by the rule of Progress, and the words under them."""

from datetime import timedelta

import make
import pytest
from moment import TODAY

from recovery.domain.therapy import Outcome, PlanVersion, TherapySession, Unit, UnitDone
from recovery.domain.therapy_day import TherapyDay
from recovery.domain.therapy_week import TherapyWeek
from recovery.web.present.week_dots import week_dots

WALK = make.prescription("Walk", times_a_day=2)
MONDAY = TODAY - timedelta(days=6)
WEDNESDAY = MONDAY + timedelta(days=2)


def session(day, *outcomes):
    units = [UnitDone(Unit(WALK.id, time), outcome) for time, outcome in enumerate(outcomes, 1)]
    return TherapySession(day, tuple(units))


def shown(*sessions, today=WEDNESDAY, excused=frozenset(), prescription=WALK, from_on=MONDAY - timedelta(days=30)):
    plans = (PlanVersion(1, from_on, (prescription,)),)
    of_today = TherapyDay(today, plans, tuple(each for each in sessions if each.recorded_on == today), is_excused=False)
    return week_dots(TherapyWeek(of_today, sessions, frozenset(excused)))


def test_each_day_of_the_week_has_its_mark_and_the_words_count_them():
    week = shown(
        session(MONDAY, Outcome.DONE, Outcome.DONE),
        session(WEDNESDAY, Outcome.DONE),
        excused={MONDAY + timedelta(days=1)},
    )
    assert week.chart.description == (
        "Monday all done, Tuesday not well, excused, Wednesday partly done, Thursday still to come, "
        "Friday still to come, Saturday still to come, Sunday still to come."
    )
    assert week.days == "Days: 1 all done, 1 partly done, 1 not well, excused."
    assert week.adherence == "Exercises in the last 7 days: 2 done, 0 not done, 10 not recorded, of 12."


def test_what_was_not_recorded_is_not_called_not_done():
    week = shown(session(MONDAY, Outcome.NOT_DONE, Outcome.NOT_DONE))
    assert week.days == "Days: 1 not done, 1 not recorded."


def test_today_stands_out_and_is_open_until_something_is_recorded():
    week = shown()
    (today,) = [each for each in week.chart.shapes if ("class", "t") in each.attributes]
    assert today.text == "Wed"
    assert "Wednesday still to come" in week.chart.description


def test_a_plan_that_begins_today_has_nothing_to_tell_of_the_days_before():
    week = shown(from_on=WEDNESDAY)
    assert week.days == "Days: 2 nothing planned."
    assert week.adherence == ""


@pytest.mark.parametrize(
    "nothing", [{"from_on": MONDAY + timedelta(days=7)}, {"prescription": make.prescription(weekdays=())}]
)
def test_without_anything_planned_there_are_no_dots(nothing):
    assert shown(**nothing) is None


def test_nothing_scores_the_person():
    week = shown(session(MONDAY, Outcome.DONE, Outcome.DONE), today=TODAY)
    told = f"{week.days} {week.adherence} {week.chart.title} {week.chart.description}".lower()
    assert not [word for word in ("%", "streak", "missed", "well done", "great", "goal") if word in told]
