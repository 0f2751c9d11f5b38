"""W7, W10 and W12 of CLINICAL.md 6 at their boundaries: not done, not down, not well."""

import pytest
from rule_facts import check_ins, day, facts, keys, not_well, only, plan, session, steady, units, version

from recovery.domain.adherence import Adherence
from recovery.domain.reasons import Group


def kept(done, left_out, *, first=0, partly=0, plans=None, **more):
    """From day `first` on one unit a day: done, partly done (half), not done."""
    of_plan = plan()
    outcomes = ["done"] * done + [50] * partly + ["not_done"] * left_out
    sessions = tuple(session(n, units=units(of_plan, each)) for n, each in enumerate(outcomes, first))
    return facts(plans=plans or (of_plan,), sessions=sessions, **more)


@pytest.mark.parametrize(
    ("done", "partly", "left_out", "is_raised"),
    [
        (2, 0, 6, True),
        (3, 0, 6, False),
        (2, 0, 5, False),
        (0, 0, 8, True),
        (4, 0, 10, True),
        (3, 0, 7, False),
        (2, 1, 6, True),
        (2, 1, 5, False),
        (0, 0, 0, False),
    ],
)
def test_w7_is_under_30_percent_of_8_recorded_units_or_more(done, partly, left_out, is_raised):
    assert keys(kept(done, left_out, partly=partly), 14) == (["W7 plan 1"] if is_raised else [])


def test_w7_says_nothing_of_what_was_not_recorded():
    reason = only(kept(2, 6), 14, "W7")
    assert reason.adherence == Adherence(2, 6, 6)
    assert (reason.window, reason.plan_version) == ((day(0), day(13)), 1)
    assert reason.evidence == tuple(sorted(version(500 + number) for number in range(8)))
    assert reason.group is Group.NEXT_VISIT


@pytest.mark.parametrize(("today", "is_raised"), [(13, False), (14, True), (15, False)])
def test_w7_is_of_the_14_complete_days_that_end_yesterday(today, is_raised):
    assert keys(kept(0, 8), today) == (["W7 plan 1"] if is_raised else [])


def test_days_that_are_excused_leave_w7():
    assert keys(kept(0, 8), 14) == ["W7 plan 1"]
    assert keys(kept(0, 8, not_well=not_well(7)), 14) == []


@pytest.mark.parametrize(("changed_on", "told"), [(15, ["W7 plan 1"]), (14, ["W7 plan 1"]), (13, []), (1, []), (0, [])])
def test_w7_is_of_one_plan_version_over_all_14_days(changed_on, told):
    assert keys(kept(0, 9, plans=(plan(), plan(2, changed_on))), 14) == told


def test_without_a_plan_there_is_nothing_to_keep_to():
    assert keys(kept(0, 8, plans=(plan(1, 40),)), 14) == []


@pytest.mark.parametrize(
    ("before", "scores", "is_raised"),
    [
        (10, (7,) * 7, False),
        (10, (8,) * 7, True),
        (4, (3,) * 7, True),
        (4, (2,) * 7, False),
        (3, (9,) * 7, False),
        (None, (9,) * 7, False),
        (6, (9, 4, 4, 4, 4, 4, 9), False),
        (6, (4, 5, 5, 5, 5, 5, 4), True),
        (6, (None, 6, None, None, 6, None, None), True),
        (6, (None, 6, None, None, None, None, None), False),
        (6, (None,) * 7, False),
    ],
)
def test_w10_is_a_leg_not_down_by_30_percent_in_the_sixth_week(before, scores, is_raised):
    known = facts(check_ins(35, leg=scores), leg_before=before)
    assert ("W10" in keys(known, 42)) is is_raised


@pytest.mark.parametrize(("today", "is_raised"), [(41, False), (42, True), (69, True), (70, False)])
def test_w10_stands_from_day_42_to_day_69(today, is_raised):
    known = facts(check_ins(35, leg=steady(6, 7)), leg_before=6)
    assert ("W10" in keys(known, today)) is is_raised


def test_w10_says_the_same_on_each_of_its_days():
    known = facts(check_ins(28, leg=[*steady(1, 7), *steady(6, 7), *steady(1, 28)]), leg_before=6)
    first = only(known, 42, "W10")
    assert all(only(known, today, "W10") == first for today in range(43, 70))
    assert (first.leg_before, first.median, first.group) == (6, 6, Group.NEXT_VISIT)
    assert [each.day for each in first.held] == [day(number) for number in range(35, 42)]


def test_the_score_before_surgery_is_the_one_asked_for_or_else_what_the_patient_recorded():
    known = check_ins(35, leg=steady(5, 7))
    assert keys(facts(known, leg_pain_before=6.5), 42) == ["W10"]
    assert keys(facts(known, leg_before=9, leg_pain_before=6.5), 42) == []


@pytest.mark.parametrize(
    ("days", "today", "is_raised"),
    [
        ((5, 6, 7), 7, True),
        ((5, 6), 6, False),
        ((5, 6, 8), 8, False),
        ((5, 6, 7, 9), 9, True),
        ((5, 6, 7), 20, True),
        ((5, 6, 7), 21, False),
        ((5, 6, 7), 6, False),
        ((7, 5, 6, 6), 8, True),
    ],
)
def test_w12_is_not_well_3_days_running(days, today, is_raised):
    assert keys(facts(not_well=not_well(*days)), today) == (["W12"] if is_raised else [])


def test_w12_names_every_day_of_its_row_and_opens_the_entries():
    reason = only(facts(not_well=not_well(9, 3, 5, 4, 6)), 10, "W12")
    assert [each.day for each in reason.held] == [day(3), day(4), day(5), day(6)]
    assert reason.evidence == tuple(sorted(version(700 + number) for number in (3, 4, 5, 6)))
