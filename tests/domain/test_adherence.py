"""Adherence in units: done, not done, and not recorded, which is not "not done"."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.adherence import (
    FORTNIGHT,
    NOTHING_PLANNED,
    WEEK,
    Adherence,
    adherence_on,
    adherence_over,
    best_of_day,
    outcome_of,
)
from recovery.domain.therapy import (
    SHARES,
    Extra,
    Outcome,
    PlanVersion,
    Prescription,
    TherapySession,
    Unit,
    UnitDone,
)

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
WALK, STRETCH = UUID(int=1), UUID(int=2)
EVERY_DAY = frozenset(range(1, 8))
NEVER_EXCUSED: frozenset[date] = frozenset()


def plan(*, times_a_day=2, weekdays=EVERY_DAY, from_on=date(2026, 1, 1), version=1, ids=(WALK, STRETCH)):
    prescriptions = tuple(Prescription(each, "Walk", "", weekdays, times_a_day) for each in ids)
    return PlanVersion(version, from_on, prescriptions)


def done(unit, outcome=Outcome.DONE, share=None):
    return UnitDone(unit, outcome, share)


UNITS = st.builds(Unit, st.sampled_from([WALK, STRETCH]), st.integers(1, 2))
UNITS_DONE = st.one_of(
    st.builds(done, UNITS),
    st.builds(done, UNITS, st.just(Outcome.PARTLY), st.sampled_from(SHARES)),
    st.builds(done, UNITS, st.just(Outcome.NOT_DONE)),
)
DAYS = st.dates(TODAY - timedelta(days=20), TODAY)
SESSIONS = st.lists(
    st.builds(TherapySession, DAYS, st.lists(UNITS_DONE, min_size=1, max_size=5).map(tuple)), max_size=12
)


@given(SESSIONS, DAYS)
def test_every_planned_unit_is_done_not_done_or_not_recorded_and_never_counts_twice(sessions, day):
    adherence = adherence_on(day, (plan(),), sessions, NEVER_EXCUSED)
    assert adherence.done + adherence.not_done + adherence.not_recorded == adherence.planned == 4
    recorded = {each.unit for session in sessions if session.recorded_on == day for each in session.units}
    assert adherence.not_recorded == 4 - len(recorded)


@given(SESSIONS, DAYS)
def test_recorded_again_the_same_changes_nothing(sessions, day):
    once = adherence_on(day, (plan(),), sessions, NEVER_EXCUSED)
    assert adherence_on(day, (plan(),), [*sessions, *sessions], NEVER_EXCUSED) == once


@given(SESSIONS, DAYS, st.randoms())
def test_the_order_of_sessions_does_not_matter(sessions, day, random):
    mixed = random.sample(sessions, len(sessions))
    as_given, as_mixed = best_of_day(sessions, day), best_of_day(mixed, day)
    assert {unit: each.done_share for unit, each in as_given.items()} == {
        unit: each.done_share for unit, each in as_mixed.items()
    }


@given(st.lists(UNITS_DONE, min_size=1, max_size=4))
def test_the_largest_share_of_a_unit_stands(units):
    best = best_of_day([TherapySession(TODAY, (each,)) for each in units], TODAY)
    for unit, stands in best.items():
        assert stands.done_share == max(each.done_share for each in units if each.unit == unit)


@pytest.mark.parametrize("share", SHARES)
def test_partly_counts_by_its_share_on_both_sides(share):
    session = TherapySession(YESTERDAY, (done(Unit(WALK, 1), Outcome.PARTLY, share),))
    adherence = adherence_on(YESTERDAY, (plan(),), [session], NEVER_EXCUSED)
    assert adherence == Adherence(share / 100, 1 - share / 100, 3)
    assert adherence.ratio == share / 100


@given(SESSIONS, st.frozensets(DAYS))
def test_excused_days_leave_both_sides(sessions, excused):
    with_excused = adherence_over(FORTNIGHT, TODAY, (plan(),), sessions, excused)
    others = [session for session in sessions if session.recorded_on not in excused]
    window = {TODAY - timedelta(days=back) for back in range(1, FORTNIGHT + 1)}
    assert with_excused.planned == 4 * len(window - excused)
    without = adherence_over(FORTNIGHT, TODAY, (plan(),), others, NEVER_EXCUSED)
    assert (with_excused.done, with_excused.not_done) == (without.done, without.not_done)


def test_rest_days_have_no_units():
    monday_only = plan(weekdays=frozenset({1}), ids=(WALK,))
    assert adherence_over(WEEK, TODAY, (monday_only,), [], NEVER_EXCUSED) == Adherence(0, 0, 2)
    assert adherence_on(YESTERDAY, (monday_only,), [], NEVER_EXCUSED) == NOTHING_PLANNED


@given(SESSIONS, st.integers(1, 7))
def test_a_change_of_plan_never_touches_a_past_day(sessions, back):
    changed_on = TODAY - timedelta(days=back)
    before = (plan(),)
    after = (*before, plan(version=2, from_on=changed_on, times_a_day=1, ids=(UUID(int=3),)))
    for day in (changed_on - timedelta(days=past) for past in range(1, 8)):
        assert adherence_on(day, after, sessions, NEVER_EXCUSED) == adherence_on(day, before, sessions, NEVER_EXCUSED)
    assert adherence_on(changed_on, after, sessions, NEVER_EXCUSED) == Adherence(0, 0, 1)


@given(SESSIONS)
def test_extras_never_count(sessions):
    extra = (Extra("Swim", 30),)
    with_extras = [TherapySession(each.recorded_on, each.units, extra) for each in sessions]
    only_extras = TherapySession(YESTERDAY, extras=extra)
    assert adherence_over(WEEK, TODAY, (plan(),), [*with_extras, only_extras], NEVER_EXCUSED) == adherence_over(
        WEEK, TODAY, (plan(),), sessions, NEVER_EXCUSED
    )


@given(SESSIONS, st.sampled_from([WEEK, FORTNIGHT]))
def test_the_window_ends_yesterday_and_holds_only_its_days(sessions, window):
    inside = [each for each in sessions if 1 <= (TODAY - each.recorded_on).days <= window]
    whole = adherence_over(window, TODAY, (plan(),), sessions, NEVER_EXCUSED)
    assert whole == adherence_over(window, TODAY, (plan(),), inside, NEVER_EXCUSED)
    assert whole.planned == 4 * window


def test_days_before_the_plan_began_plan_nothing():
    begun_yesterday = plan(from_on=YESTERDAY)
    assert adherence_over(WEEK, TODAY, (begun_yesterday,), [], NEVER_EXCUSED) == Adherence(0, 0, 4)
    assert adherence_over(WEEK, TODAY, (), [], NEVER_EXCUSED) == NOTHING_PLANNED


def test_a_unit_that_is_not_planned_that_day_does_not_count():
    session = TherapySession(YESTERDAY, (done(Unit(UUID(int=9), 1)), done(Unit(WALK, 6))))
    assert adherence_on(YESTERDAY, (plan(),), [session], NEVER_EXCUSED) == Adherence(0, 0, 4)


def test_without_anything_recorded_there_is_no_ratio():
    assert Adherence(0, 0, 14).ratio is None
    assert NOTHING_PLANNED.ratio is None


@pytest.mark.parametrize(
    ("adherence", "outcome"),
    [
        (Adherence(0, 0, 4), None),
        (NOTHING_PLANNED, None),
        (Adherence(4, 0, 0), Outcome.DONE),
        (Adherence(3, 0, 1), Outcome.PARTLY),
        (Adherence(0.25, 0.75, 0), Outcome.PARTLY),
        (Adherence(0, 1, 3), Outcome.NOT_DONE),
    ],
)
def test_a_day_of_units_has_one_word(adherence, outcome):
    assert outcome_of(adherence) is outcome
