"""W9 of CLINICAL.md 6 at its boundaries: exercises that hurt more than the day did, or had not settled by morning."""

from dataclasses import replace

import pytest
from rule_facts import check_in, day, facts, keys, only, session, version

from recovery.domain.operation import Procedure
from recovery.domain.therapy import Morning


def exercised(pains, averages=None, **more):
    """Pain during exercises by day, and that day's average (4 unless said)."""
    averages = averages or {}
    recorded = [check_in(each, each, back=averages.get(each, 4), leg=1) for each in pains]
    return facts(recorded, sessions=tuple(session(each, pain) for each, pain in pains.items()), **more)


@pytest.mark.parametrize(
    ("pains", "today", "is_raised"),
    [
        ({20: 6, 21: 6, 22: 6}, 22, True),
        ({20: 6, 21: 6, 22: 5}, 22, False),
        ({20: 6, 21: 6}, 22, False),
        ({20: 6, 22: 6, 26: 6}, 26, True),
        ({20: 6, 22: 6, 27: 6}, 27, False),
        ({15: 6, 16: 6, 17: 6}, 17, True),
        ({14: 6, 15: 6, 16: 6}, 16, False),
        ({20: 6, 21: 6, 22: 6}, 35, True),
        ({20: 6, 21: 6, 22: 6}, 36, False),
        ({20: 6, 21: 6, 22: 6, 34: 6}, 35, True),
        ({20: 6, 21: 6, 22: 6, 23: 2, 24: 2}, 24, True),
    ],
)
def test_w9_is_over_5_three_times_in_7_days_from_day_15(pains, today, is_raised):
    assert ("W9 pain" in keys(exercised(pains), today)) is is_raised


@pytest.mark.parametrize(("first", "is_raised"), [(42, False), (43, True)])
def test_after_a_fusion_w9_counts_from_day_43(first, is_raised):
    known = exercised({first: 7, first + 1: 7, first + 2: 7}, procedure=Procedure.FUSION)
    assert ("W9 pain" in keys(known, first + 2)) is is_raised


@pytest.mark.parametrize(("average", "is_raised"), [(4, True), (5, False)])
def test_w9_is_2_or_more_above_that_days_average(average, is_raised):
    known = exercised({20: 6, 21: 6, 22: 6}, {20: average, 21: 4, 22: 4})
    assert ("W9 pain" in keys(known, 22)) is is_raised


def test_the_average_is_the_higher_of_back_and_leg():
    numbers = (20, 21, 22)
    sessions = tuple(session(each, 7) for each in numbers)
    known = facts([check_in(each, each, back=2, leg=6) for each in numbers], sessions=sessions)
    assert keys(known, 22) == []


def test_without_a_score_that_day_nothing_is_compared():
    sessions = tuple(session(each, 9) for each in (20, 21, 22))
    recorded = [check_in(20, 1, walking=5), check_in(21, 2, back=1), check_in(22, 3, back=1)]
    assert keys(facts(recorded, sessions=sessions), 22) == []


def test_two_sessions_on_one_day_are_not_twice():
    known = exercised({20: 7, 21: 7})
    assert keys(replace(known, sessions=(*known.sessions, session(21, 8, 2))), 21) == []


def test_w9_that_was_over_is_not_held_together_with_the_next_one():
    apart = exercised({20: 6, 21: 6, 22: 6, 29: 6, 30: 6, 31: 6})
    assert [each.day for each in only(apart, 31, "W9").held] == [day(29), day(30), day(31)]
    joined = exercised({20: 6, 21: 6, 22: 6, 26: 6, 27: 6, 28: 6})
    assert [each.day for each in only(joined, 28, "W9").held] == [day(each) for each in (20, 21, 22, 26, 27, 28)]


def test_w9_tells_both_scores_of_each_day_and_opens_the_sessions():
    reason = only(exercised({20: 7, 22: 6, 24: 8}, {24: 3}), 25, "W9")
    assert [(each.day, each.value) for each in reason.held] == [(day(20), 7), (day(22), 6), (day(24), 8)]
    assert reason.averages == (4, 4, 3)
    assert reason.evidence == tuple(sorted([version(520), version(522), version(524)]))


def mornings(*told, sessions=()):
    """`told`: (day of the session, what the next check-in said of its morning)."""
    recorded = [
        check_in(number + 1, place, morning_after=session(number).version.entry_id, morning=Morning(morning))
        for place, (number, morning) in enumerate(told, 1)
    ]
    return facts(recorded, sessions=tuple(session(each) for each in sessions))


@pytest.mark.parametrize(
    ("told", "is_raised"),
    [
        ([(3, "not_settled"), (5, "not_settled")], True),
        ([(3, "not_settled"), (5, "settled")], False),
        ([(3, "not_settled")], False),
        ([(3, "not_settled"), (9, "not_settled")], True),
        ([(3, "not_settled"), (10, "not_settled")], False),
        ([(3, "not_settled"), (5, "not_settled"), (5, "settled")], False),
        ([(3, "not_settled"), (5, "settled"), (5, "not_settled")], True),
        ([(3, "not_settled"), (3, "not_settled")], False),
    ],
)
def test_w9_is_not_settled_by_next_morning_twice_in_7_days(told, is_raised):
    known = mornings(*told, sessions={number for number, _morning in told})
    assert ("W9 morning" in keys(known, 12)) is is_raised


def test_what_was_said_of_a_session_that_was_taken_back_stays():
    reason = only(mornings((20, "not_settled"), (22, "not_settled"), sessions=[20]), 23, "W9")
    assert [each.day for each in reason.held] == [day(20), day(22)]
    assert set(reason.evidence) == {version(1), version(2), version(520)}
