"""W2, W3 and W4 of CLINICAL.md 6 at their boundaries, from both sides, and levels that a person expects."""

from dataclasses import replace

import pytest
from rule_facts import SIGNED_OFF, check_in, check_ins, day, facts, keys, only, raised, steady, version

from recovery.domain.expected_course import Site
from recovery.domain.facts import ExpectedLevel
from recovery.domain.reasons import Group


def leg(*scores, first=0):
    return facts(check_ins(first, leg=scores))


def back(*scores, first=0):
    return facts(check_ins(first, back=scores))


def last(recorded):
    return (recorded.days[-1].day - day(0)).days


@pytest.mark.parametrize(
    ("scores", "first", "is_raised"),
    [
        ((8, 8, 8), 8, True),
        ((8, 8), 8, False),
        ((8, 8, 7), 8, False),
        ((7, 8, 8), 8, False),
        ((8, 8, 8), 7, False),
        ((8, 8, 8, 8), 7, True),
        ((8, None, 8, None, 8), 8, True),
        ((8, 8, 7, 8), 8, False),
        ((10, 10, 10, 7), 20, False),
    ],
)
@pytest.mark.parametrize("site", ["back", "leg"])
def test_w2_is_an_average_of_8_on_the_three_newest_days_from_day_8(scores, first, is_raised, site):
    known = facts(check_ins(first, **{site: scores}))
    assert (f"W2 {site}" in keys(known, last(known))) is is_raised


def test_w2_reads_back_and_leg_apart():
    known = facts([check_in(9, 1, back=8, leg=3), check_in(10, 2, back=8, leg=8), check_in(11, 3, back=3, leg=8)])
    assert keys(known, 11) == []
    recorded = [check_in(9, 1, back=8), check_in(10, 2, back=8), check_in(11, 3, leg=2), check_in(12, 4, back=8)]
    assert keys(facts(recorded), 12) == ["W2 back"]


def test_w2_names_its_days_and_opens_the_entries_that_hold_the_score():
    twice = [check_in(11, 3, leg=8), check_in(11, 4, leg=9)]
    known = facts([check_in(9, 0, leg=8), check_in(10, 1, leg=8), check_in(10, 2, walking=5), *twice])
    reason = only(known, 12, "W2")
    assert [(each.day, each.value) for each in reason.held] == [(day(9), 8), (day(10), 8), (day(11), 8.5)]
    assert set(reason.evidence) == {version(0), version(1), version(3), version(4)}
    assert (reason.site, reason.now, reason.group) == (Site.LEG, 8.5, Group.TODAY)


@pytest.mark.parametrize(
    ("answers", "first", "is_raised"),
    [
        ((False, False, False), 0, True),
        ((False, False, False), 30, True),
        ((False, False), 3, False),
        ((False, False, True), 3, False),
        ((True, False, False), 3, False),
        ((False, False, True, False), 3, False),
        ((False, False, False), -3, False),
        ((False, False, False), -1, False),
        ((False, False, False, False), -1, True),
    ],
)
def test_w2_is_not_bearable_on_the_three_newest_days_with_an_answer_from_day_0(answers, first, is_raised):
    known = facts(check_ins(first, back=steady(6, len(answers)), bearable=answers))
    assert ("W2 bearable" in keys(known, last(known))) is is_raised


def test_one_no_makes_a_day_not_bearable_and_a_missing_answer_says_nothing():
    no, yes = {"back": 6, "bearable": False}, {"back": 6, "bearable": True}
    later = [check_in(6, 3, back=6), check_in(7, 4, **no), check_in(8, 5, **no)]
    both = facts([check_in(5, 1, **no), check_in(5, 2, **yes), *later])
    reason = only(both, 8, "W2")
    assert [each.day for each in reason.held] == [day(5), day(7), day(8)]
    assert set(reason.evidence) == {version(1), version(4), version(5)}


@pytest.mark.parametrize(("score", "is_raised"), [(3, False), (4, True)])
def test_a_day_with_every_score_under_4_was_bearable_without_being_asked(score, is_raised):
    recorded = [check_in(number, number, back=6, bearable=False) for number in (4, 5, 6)]
    later = facts([*recorded, check_in(7, 7, back=score, leg=1)])
    assert ("W2 bearable" in keys(later, 7)) is is_raised


@pytest.mark.parametrize(
    ("scores", "is_raised"),
    [
        ((2, 2, 2, 2, 4, 4, 4), True),
        ((2, 2, 2, 2, 4, 4), False),
        ((2, 2, 2, 2, 4, 3, 4), False),
        ((2, 2, 2, 2, 3, 3, 3), False),
        ((1, 1, 1, 1, 3, 3, 3), False),
        ((1, 1, 1, 1, 3, 3, 4), True),
        ((2, 2, 2, 4, 4, 4), False),
        ((2, 2, 2, 2, 4, 4, 4, 3), False),
        ((2, None, 2, None, 2, 2, 4, None, 4, None, 4), True),
        ((9, 9, 9, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4), True),
        ((9, 9, 9, 9, 2, 2, 2, 2, 2, 2, 4, 4, 4), True),
        ((9, 9, 9, 9, 9, 9, 9, 2, 2, 2, 4, 4, 4), False),
    ],
)
def test_w3_is_up_by_2_over_the_median_of_7_days_on_3_days_and_4_now(scores, is_raised):
    assert ("W3 back" in keys(back(*scores), len(scores) - 1)) is is_raised


def test_w3_tells_how_far_from_what_and_since_when():
    reason = only(back(1, 2, 3, 2, 2, 2, 2, 1, 4, 5, 6), 10, "W3")
    assert (reason.median, reason.by, reason.now) == (2, 4, 6)
    assert [each.day for each in reason.held] == [day(8), day(9), day(10)]
    assert [each.day for each in reason.before] == [day(number) for number in range(1, 8)]
    assert len(reason.evidence) == 10
    assert reason.group is Group.TODAY


@pytest.mark.parametrize("days_up", [3, 4, 8, 20, 28])
def test_a_rise_that_holds_for_weeks_does_not_become_its_own_measure(days_up):
    reason = only(back(*steady(2, 7), *steady(5, days_up)), 6 + days_up, "W3")
    assert (len(reason.held), reason.median) == (days_up, 2)


def test_a_row_with_a_better_day_in_it_counts_from_after_that_day():
    reason = only(back(*steady(1, 7), 4, 4, 2, 4, 4, 4), 12, "W3")
    assert [each.day for each in reason.held] == [day(10), day(11), day(12)]


def test_days_before_the_operation_are_no_measure():
    assert keys(back(1, 1, 1, 1, 4, 4, 4, first=-4), 2) == []
    assert keys(back(1, 1, 1, 1, 4, 4, 4, first=0), 6) == ["W3 back"]


def test_averages_that_are_thirds_are_compared_as_they_are_shown():
    thirds = [check_in(number, number * 10 + each, back=3 if each else 4) for number in range(4) for each in range(3)]
    later = [check_in(n, n * 10 + each, back=5 if each else 6) for n in range(4, 7) for each in range(3)]
    assert only(facts([*thirds, *later]), 6, "W3").by == 2
    less = [check_in(6, 100, back=5)]
    assert keys(facts([*thirds, *later, *less]), 6) == []


@pytest.mark.parametrize(
    ("scores", "first", "is_raised"),
    [
        ((1, 1, 1, 1, 4), 11, True),
        ((1, 1, 1, 1, 4), 10, False),
        ((1, 1, 1, 1, 4, 3), 11, False),
        ((2, 2, 2, 2, 4), 11, False),
        ((0, 0, 0, 0, 3), 11, False),
        ((0, 0, 0, 0, 4), 11, True),
        ((1, 1, 1, 4), 12, False),
    ],
)
def test_w4_is_a_leg_up_by_3_on_1_day_after_day_14_and_4_now(scores, first, is_raised):
    known = leg(*scores, first=first)
    assert ("W4 leg" in keys(known, last(known))) is is_raised


def test_w4_tells_all_the_days_that_are_up_by_3():
    assert [each.day for each in only(leg(1, 1, 1, 1, 4, 6, first=20), 25, "W4").held] == [day(24), day(25)]
    assert [each.day for each in only(leg(1, 1, 1, 1, 3, 6, first=20), 25, "W4").held] == [day(25)]


@pytest.mark.parametrize(("days_up", "is_raised"), [(3, False), (4, True)])
def test_w3_of_the_leg_waits_for_a_fourth_day(days_up, is_raised):
    assert ("W3 leg" in keys(leg(*steady(2, 7), *steady(4, days_up)), 6 + days_up)) is is_raised


def test_w4_is_of_the_leg_only():
    assert keys(back(1, 1, 1, 1, 6, 6, first=20), 25) == []


def test_what_is_older_than_42_days_decides_nothing():
    known = back(*steady(1, 7), *steady(None, 30), 5, 5, 5)
    assert keys(known, 39) == ["W3 back"]
    assert keys(known, 45) == ["W3 back"]
    assert keys(known, 46) == []


def test_days_that_have_not_come_yet_decide_nothing():
    assert keys(back(1, 1, 1, 1, 4, 4, 4), 5) == []


@pytest.mark.parametrize(
    ("up_to", "until", "expected_raised"),
    [
        (6, 13, []),
        (5, 13, ["W4 leg", "W3 leg"]),
        (6, 12, ["W4 leg", "W3 leg"]),
        (10, 60, []),
    ],
)
def test_a_level_that_is_expected_is_no_reason_until_its_day_is_over(up_to, until, expected_raised):
    known = leg(1, 1, 1, 1, 6, 6, 6, 6, first=20)
    expects = (ExpectedLevel(Site.LEG, up_to, day(14 + until)),)
    assert sorted(keys(replace(known, expected=expects), 27)) == sorted(expected_raised)


def test_an_expected_level_is_of_one_site_and_says_nothing_of_what_is_not_bearable():
    known = facts(check_ins(20, back=steady(8, 3), leg=steady(8, 3), bearable=(False,) * 3))
    expects = (ExpectedLevel(Site.BACK, 8, day(90)),)
    assert sorted(keys(replace(known, expected=expects), 22)) == ["W2 bearable", "W2 leg"]


def test_the_numbers_are_data():
    higher = replace(SIGNED_OFF, pain_up=3, pain_up_days=4)
    known = back(*steady(1, 7), 4, 4, 4, 4)
    assert raised(known, 10, higher)
    assert not raised(back(*steady(1, 7), 4, 4, 4), 9, higher)
    assert not raised(known, 10, replace(higher, pain_up=4))
