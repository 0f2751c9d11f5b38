"""Is 8 right? A score 4 or more from the last one is asked about; 3 is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.check_in import JUMP, CheckIn, Jump, jumps

DAY = date(2026, 11, 22)


def check_in(ago=0, **values):
    return CheckIn(DAY - timedelta(days=ago), note="x", **values)


@pytest.mark.parametrize(("before", "now"), [(3, 7), (7, 3), (0, 10), (10, 0)])
@pytest.mark.parametrize("site", ["back", "leg"])
def test_four_points_up_or_down_are_a_jump(site, before, now):
    name = f"{site}_pain_average"
    assert jumps([check_in(1, **{name: before})], check_in(**{name: now})) == (Jump(site, before, now),)


@pytest.mark.parametrize(("before", "now"), [(3, 6), (6, 3), (5, 5)])
@pytest.mark.parametrize("site", ["back", "leg"])
def test_three_points_are_none(site, before, now):
    name = f"{site}_pain_average"
    assert jumps([check_in(1, **{name: before})], check_in(**{name: now})) == ()


def test_each_site_is_compared_with_itself():
    before = [check_in(1, back_pain_average=1, leg_pain_average=8)]
    assert jumps(before, check_in(back_pain_average=2, leg_pain_average=7)) == ()
    assert jumps(before, check_in(back_pain_average=8, leg_pain_average=1)) == (Jump("back", 1, 8), Jump("leg", 8, 1))


def test_the_last_score_counts_however_many_check_ins_without_one_came_after():
    before = [check_in(9, leg_pain_average=9), check_in(5, leg_pain_average=2), check_in(1, back_pain_average=9)]
    assert jumps(before, check_in(leg_pain_average=6)) == (Jump("leg", 2, 6),)
    assert jumps(before, check_in(leg_pain_average=5)) == ()


def test_the_first_score_and_one_left_out_are_no_jump():
    assert jumps([], check_in(leg_pain_average=10)) == ()
    assert jumps([check_in(1, leg_pain_average=0)], check_in(back_pain_average=10)) == ()


def test_only_averages_are_compared():
    assert jumps([check_in(1, leg_pain_worst=0)], check_in(leg_pain_worst=10, walking_minutes=600)) == ()


@given(st.integers(0, 10), st.integers(0, 10))
def test_it_is_the_distance_that_counts(before, now):
    found = jumps([check_in(1, leg_pain_average=before)], check_in(leg_pain_average=now))
    assert bool(found) is (abs(before - now) >= JUMP)
