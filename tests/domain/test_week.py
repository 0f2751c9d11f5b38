"""The last week beside the one before, as values: what is up, down or about the same, and which days are missing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import day_figures
from recovery.domain.week import PAIN_CHANGE, WALKING_CHANGE, Change, week

TODAY = date(2026, 11, 22)
THIS_WEEK, WEEK_BEFORE = range(1, 8), range(8, 15)


def figures(by_days_ago):
    """By how many days ago: the values of one check-in of that day."""
    recorded = {TODAY - timedelta(days=ago): values for ago, values in by_days_ago.items()}
    return day_figures(CheckIn(day, **{"note": "x", **values}) for day, values in recorded.items())


def both_weeks(this, before, measure="leg_pain_average"):
    """Every day of this week has one of the values in `this`, in turn; likewise the week before."""
    told = {ago: {measure: this[place % len(this)]} for place, ago in enumerate(THIS_WEEK)}
    told |= {ago: {measure: before[place % len(before)]} for place, ago in enumerate(WEEK_BEFORE)}
    return week(figures(told), TODAY)


@pytest.mark.parametrize(
    ("this", "before", "by"),
    [((3,), (5,), -2), ((5,), (3,), 2), ((4,), (5,), 0), ((5,), (4,), 0), ((5,), (5,), 0), ((0,), (10,), -10)],
)
def test_pain_is_up_or_down_from_two_points_and_one_point_is_about_the_same(this, before, by):
    assert both_weeks(this, before).leg == Change(this[0], by)
    assert both_weeks(this, before, "back_pain_average").back == Change(this[0], by)


def test_one_point_nine_is_about_the_same_though_it_rounds_to_two():
    told = {ago: {"leg_pain_average": 5} for ago in (1, 2, 3, 4, 5, 6, 7)} | {7: {"leg_pain_average": 6}}
    told |= {ago: {"leg_pain_average": 7} for ago in WEEK_BEFORE}
    assert week(figures(told), TODAY).leg == Change(5, 0), "36 in 7 days against 7 is 1.86"


def test_both_weeks_end_before_today_and_nothing_older_counts():
    now = {0: {"leg_pain_average": 10}, 15: {"leg_pain_average": 10}}
    assert week(figures(now), TODAY).leg is None
    ends = {1: {"leg_pain_average": 2}, 7: {"leg_pain_average": 4}, 8: {"leg_pain_average": 6}}
    told = week(figures({**now, **ends, 14: {"leg_pain_average": 8}}), TODAY)
    assert told.leg == Change(3, -4)
    assert (told.first, told.last) == (TODAY - timedelta(days=7), TODAY - timedelta(days=1))


def test_nothing_to_compare_with_is_no_change_and_not_about_the_same():
    told = week(figures({1: {"leg_pain_average": 4, "walking_minutes": 20}}), TODAY)
    assert (told.leg, told.walking, told.back) == (Change(4, None), Change(20, None), None)
    assert told.has_nothing_before


def test_one_measure_of_the_week_before_is_something_before():
    told = week(figures({1: {"leg_pain_average": 4, "walking_minutes": 20}, 8: {"walking_minutes": 20}}), TODAY)
    assert not told.has_nothing_before


@pytest.mark.parametrize(
    ("this", "before", "by"), [(25, 15, 10), (15, 25, -10), (27, 25, 0), (23, 25, 0), (28, 25, 3), (22, 25, -3)]
)
def test_walking_is_more_or_fewer_from_three_minutes_a_day(this, before, by):
    assert both_weeks((this,), (before,), "walking_minutes").walking == Change(this, by)


def test_missing_days_are_those_without_any_check_in_since_the_first_one_ever():
    told = week(figures({ago: {} for ago in (1, 2, 4, 6)}), TODAY)
    assert told.missing == (TODAY - timedelta(days=5), TODAY - timedelta(days=3))
    assert (told.recorded, told.days) == (4, 6), "nobody had begun 7 days ago"
    older = week(figures({1: {}, 30: {}}), TODAY)
    assert (len(older.missing), older.recorded, older.days) == (6, 1, 7)


def test_nothing_ever_recorded_misses_nothing():
    told = week({}, TODAY)
    assert (told.missing, told.days, told.recorded, told.has_nothing_before) == ((), 0, 0, False)


SCORE, MINUTES = st.none() | st.integers(0, 10), st.none() | st.integers(0, 600)
DAY = st.fixed_dictionaries(
    {"back_pain_average": SCORE, "leg_pain_average": SCORE, "walking_minutes": MINUTES, "steps": MINUTES}
)


@given(st.dictionaries(st.integers(-3, 40), DAY, max_size=30))
def test_a_week_is_what_one_would_reckon_by_hand(by_days_ago):
    told = week(figures(by_days_ago), TODAY)
    for change, measure in ((told.back, "back_pain_average"), (told.leg, "leg_pain_average")):
        this, before = mean(by_days_ago, measure, THIS_WEEK), mean(by_days_ago, measure, WEEK_BEFORE)
        assert (change is None) is (this is None)
        if change and before is not None:
            is_change = abs(this - before) > PAIN_CHANGE - 1e-9
            assert bool(change.by) is is_change
            assert not change.by or abs(change.by - (this - before)) <= 0.5 + 1e-9
        assert change is None or abs(change.now - this) <= 0.5 + 1e-9
    assert told.walking is None or told.walking.by is None or not 0 < abs(told.walking.by) < WALKING_CHANGE
    assert told.recorded == len([ago for ago in THIS_WEEK if ago in by_days_ago])
    assert told.days == told.recorded + len(told.missing) <= 7


def mean(by_days_ago, measure, days):
    known = [by_days_ago[ago][measure] for ago in days if ago in by_days_ago and by_days_ago[ago][measure] is not None]
    return sum(known) / len(known) if known else None
