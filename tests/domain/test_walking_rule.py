"""W8 of CLINICAL.md 6 at its boundaries: walking that is clearly down."""

import pytest
from rule_facts import check_in, check_ins, day, facts, keys, only, steady, version

from recovery.domain.evidence import Measure


def walked(*minutes, first=0):
    return facts(check_ins(first, walking=minutes))


@pytest.mark.parametrize(
    ("minutes", "is_raised"),
    [
        ((20, 20, 20, 20, 12, 12, 12), True),
        ((20, 20, 20, 20, 12, 12, 13), False),
        ((20, 20, 20, 20, 12, 13, 12), False),
        ((20, 20, 20, 20, 12, 12), False),
        ((20, 20, 20, 12, 12, 12), False),
        ((20, None, 20, 20, 20, None, 0, 0, None, 0), True),
        ((0, 0, 0, 0, 0, 0, 0), False),
        ((9, 30, 30, 20, 20, 20, 20, 20, 12, 12, 12), True),
    ],
)
def test_w8_is_down_by_40_percent_against_the_median_on_3_days(minutes, is_raised):
    assert keys(walked(*minutes), len(minutes)) == (["W8 walking_minutes"] if is_raised else [])


def test_w8_reads_complete_days_only():
    known = walked(20, 20, 20, 20, 5, 5, 5)
    assert keys(known, 6) == []
    assert keys(known, 7) == ["W8 walking_minutes"]


def test_a_day_without_the_value_is_no_day_without_walking():
    known = facts([*check_ins(0, walking=steady(20, 8)), *check_ins(8, back=steady(3, 9))])
    assert keys(known, 17) == []


@pytest.mark.parametrize(("steps", "is_raised"), [(3000, True), (3001, False)])
def test_w8_reads_steps_too(steps, is_raised):
    known = facts(check_ins(0, steps=[*steady(5000, 7), *steady(steps, 3)]))
    assert keys(known, 10) == (["W8 steps"] if is_raised else [])


def test_w8_tells_how_far_down_from_what_and_opens_the_entries():
    recorded = [*check_ins(0, walking=steady(40, 7)), check_in(7, 1, walking=10), check_in(7, 2, walking=15)]
    known = facts([*recorded, check_in(8, 3, walking=10), check_in(9, 4, walking=10, back=2), check_in(9, 5, back=2)])
    reason = only(known, 10, "W8")
    assert (reason.measure, reason.median, reason.now, reason.share_down) == (Measure.WALKING, 40, 10, 0.75)
    assert [(each.day, each.value) for each in reason.held] == [(day(7), 15), (day(8), 10), (day(9), 10)]
    assert {version(1), version(2), version(3), version(4)} < set(reason.evidence)
    assert version(5) not in reason.evidence


def test_walking_before_the_operation_is_no_measure():
    assert keys(walked(*steady(60, 7), *steady(5, 3), first=-7), 3) == []
