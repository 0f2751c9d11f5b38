"""Plans in versions, units, and what one therapy session may hold."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.bounds import OutOfBounds
from recovery.domain.therapy import (
    EXTRA_LENGTH,
    MINUTES,
    MOST_EXTRAS,
    NOTE_LENGTH,
    SHARES,
    EmptySession,
    Extra,
    Outcome,
    PlanVersion,
    Prescription,
    TherapySession,
    Unit,
    UnitDone,
    WhyNot,
    plan_in_force,
)

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
UNIT = Unit(uuid4(), 1)


def prescription(weekdays=(1, 2, 3, 4, 5), times_a_day=2):
    return Prescription(uuid4(), "Walk", "Walk on flat ground.", frozenset(weekdays), times_a_day, minutes=10)


def plan(version=1, from_on=MONDAY, prescriptions=()):
    return PlanVersion(version, from_on, tuple(prescriptions))


@given(st.frozensets(st.integers(1, 7)), st.integers(1, 6), DAYS)
def test_a_day_has_a_unit_for_each_due_time_on_named_weekdays_only(weekdays, times_a_day, day):
    given_plan = plan(prescriptions=[prescription(weekdays, times_a_day)])
    units = given_plan.units_on(day)
    assert len(units) == (times_a_day if day.isoweekday() in weekdays else 0)
    assert [unit.time for unit in units] == list(range(1, len(units) + 1))


def test_twice_a_day_on_five_weekdays_is_ten_units_a_week():
    given_plan = plan(prescriptions=[prescription()])
    assert sum(len(given_plan.units_on(MONDAY + timedelta(days=day))) for day in range(7)) == 10


@given(st.lists(DAYS, min_size=1, max_size=6), DAYS)
def test_the_newest_version_that_had_begun_is_in_force(starts, day):
    versions = tuple(plan(number, start) for number, start in enumerate(starts, start=1))
    in_force = plan_in_force(versions, day)
    begun = [version for version in versions if version.from_on <= day]
    assert (in_force is None) == (not begun)
    assert all(version.version <= in_force.version for version in begun)


@given(st.lists(DAYS, max_size=6), DAYS, DAYS)
def test_a_later_change_never_touches_a_past_day(starts, day, later):
    versions = tuple(plan(number, start) for number, start in enumerate(starts, start=1))
    changed = (*versions, plan(len(versions) + 1, max(later, day + timedelta(days=1))))
    assert plan_in_force(changed, day) == plan_in_force(versions, day)


def test_two_versions_of_one_day_leave_the_newer_in_force():
    older, newer = plan(1), plan(2)
    assert plan_in_force((newer, older), MONDAY) is newer


@given(
    st.sampled_from(Outcome), st.one_of(st.none(), st.integers(-10, 110)), st.one_of(st.none(), st.sampled_from(WhyNot))
)
def test_only_partly_has_a_share_and_what_was_done_has_no_reason(outcome, share, why):
    is_possible = (share in SHARES) == (outcome is Outcome.PARTLY) and not (outcome is Outcome.DONE and why)
    if is_possible:
        assert 0 <= UnitDone(UNIT, outcome, share if outcome is Outcome.PARTLY else None, why).done_share <= 1
    else:
        with pytest.raises(ValueError, match=r"partly needs a share|needs no reason"):
            UnitDone(UNIT, outcome, share, why)


@pytest.mark.parametrize(
    ("done", "share"),
    [
        (UnitDone(UNIT, Outcome.DONE), 1.0),
        (UnitDone(UNIT, Outcome.PARTLY, 25), 0.25),
        (UnitDone(UNIT, Outcome.PARTLY, 75, WhyNot.PAIN), 0.75),
        (UnitDone(UNIT, Outcome.NOT_DONE), 0.0),
    ],
)
def test_a_unit_counts_by_its_share(done, share):
    assert done.done_share == share


@pytest.mark.parametrize(("name", "most"), [("sets", 20), ("repetitions", 200), ("minutes", 240)])
def test_amounts_stand_inside_their_closed_ranges(name, most):
    UnitDone(UNIT, Outcome.DONE, **{name: most})
    UnitDone(UNIT, Outcome.DONE, **{name: 0})
    for outside in (-1, most + 1):
        with pytest.raises(OutOfBounds):
            UnitDone(UNIT, Outcome.DONE, **{name: outside})


@pytest.mark.parametrize("name", ["", "   ", "a" * (EXTRA_LENGTH + 1)])
def test_an_extra_has_a_name_that_fits(name):
    with pytest.raises(ValueError, match="name"):
        Extra(name)


def test_an_extra_stands_inside_the_bounds_of_minutes():
    assert Extra("Swim", MINUTES.high).minutes == MINUTES.high
    with pytest.raises(OutOfBounds):
        Extra("Swim", MINUTES.high + 1)


def test_a_session_must_hold_something_and_help_alone_is_nothing():
    with pytest.raises(EmptySession):
        TherapySession(MONDAY)
    with pytest.raises(EmptySession):
        TherapySession(MONDAY, someone_helped=True)


@pytest.mark.parametrize(
    "only",
    [
        {"units": (UnitDone(UNIT, Outcome.NOT_DONE),)},
        {"extras": (Extra("Swim"),)},
        {"pain_during": 0},
        {"effort": 0},
        {"note": "Rested"},
    ],
)
def test_one_thing_alone_is_a_session(only):
    assert TherapySession(MONDAY, **only).recorded_on == MONDAY


@pytest.mark.parametrize("name", ["pain_during", "effort"])
@pytest.mark.parametrize("outside", [-1, 11])
def test_a_score_outside_0_to_10_cannot_be_built(name, outside):
    with pytest.raises(OutOfBounds):
        TherapySession(MONDAY, **{name: outside})


def test_a_note_or_extras_beyond_the_limit_cannot_be_built():
    with pytest.raises(ValueError, match="too long"):
        TherapySession(MONDAY, note="a" * (NOTE_LENGTH + 1))
    with pytest.raises(ValueError, match="too many"):
        TherapySession(MONDAY, extras=tuple(Extra(str(number)) for number in range(MOST_EXTRAS + 1)))
