"""The calendar week, Monday to Sunday, and beside it the 7 complete days of adherence."""

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.adherence import WEEK, adherence_on, adherence_over
from recovery.domain.therapy import Outcome, PlanVersion, Prescription, TherapySession, Unit, UnitDone
from recovery.domain.therapy_day import TherapyDay
from recovery.domain.therapy_week import LOOKS_BACK, TherapyWeek

WALK = UUID(int=1)
PLAN = (PlanVersion(1, date(2025, 1, 1), (Prescription(WALK, "Walk", "", frozenset(range(1, 8)), 2),)),)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
OUTCOMES = st.sampled_from([Outcome.DONE, Outcome.NOT_DONE])
RECORDED = st.lists(st.tuples(st.integers(-1, 30), st.integers(1, 2), OUTCOMES), max_size=40)


def session(day, time, outcome):
    return TherapySession(day, (UnitDone(Unit(WALK, time), outcome),))


def week(today, sessions, excused=frozenset()):
    recent = tuple(each for each in sessions if each.recorded_on >= today - LOOKS_BACK)
    of_today = TherapyDay(today, PLAN, tuple(each for each in recent if each.recorded_on == today), today in excused)
    return TherapyWeek(of_today, recent, frozenset(day for day in excused if day >= today - LOOKS_BACK))


@given(DAYS)
def test_a_week_is_monday_to_sunday_with_today_in_it(today):
    days = week(today, ()).days
    assert len(days) == len(set(days)) == 7
    assert [day.isoweekday() for day in days] == [1, 2, 3, 4, 5, 6, 7]
    assert today in days


@given(DAYS, RECORDED, st.frozensets(st.integers(0, 10)))
def test_what_is_read_of_a_week_is_enough_for_the_same_figures_as_from_the_whole_record(today, recorded, not_well):
    sessions = [session(today - timedelta(days=ago), time, outcome) for ago, time, outcome in recorded]
    excused = frozenset(today - timedelta(days=ago) for ago in not_well)
    of_week = week(today, sessions, excused)
    assert of_week.last_7_days == adherence_over(WEEK, today, PLAN, sessions, excused)
    assert of_week.by_day == {day: adherence_on(day, PLAN, sessions, excused) for day in of_week.days}
