"""Timed tests: only results that can be, on days that can be; what was taken back counts nowhere."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.bounds import OutOfBounds
from recovery.domain.timed_tests import (
    TEST_BOUNDS,
    RecordedTest,
    ResultVersion,
    TimedResult,
    TimedTest,
    allowed_test_days,
    results_that_count,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def recorded(number, value, day=TODAY, *, test=TimedTest.UP_AND_GO, is_taken_back=False, minute=0):
    version = ResultVersion(1, TimedResult(test, value, day), is_taken_back, "Ben Okoro", NOON.replace(minute=minute))
    return RecordedTest(UUID(int=number), (version,))


@given(st.sampled_from(TimedTest), st.integers(-10, 200))
def test_a_result_is_in_its_bounds_or_cannot_be(test, value):
    if value in TEST_BOUNDS[test]:
        assert TimedResult(test, value, TODAY).value == value
    else:
        with pytest.raises(OutOfBounds):
            TimedResult(test, value, TODAY)


def test_nobody_needs_no_second_at_all_and_no_stand_is_a_result():
    assert 0 not in TEST_BOUNDS[TimedTest.UP_AND_GO]
    assert TimedResult(TimedTest.CHAIR_STAND, 0, TODAY).value == 0


def test_results_stand_by_day_and_in_one_day_as_they_were_recorded():
    told = [recorded(1, 11, minute=5), recorded(2, 12, minute=1), recorded(3, 19, TODAY - DAY)]
    told += [recorded(4, 8, test=TimedTest.CHAIR_STAND), recorded(5, 30, is_taken_back=True)]
    assert [each.value for each in results_that_count(told, TimedTest.UP_AND_GO)] == [19, 12, 11]


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(-30, 400))
def test_a_test_is_not_before_birth_and_not_after_today(born_on, days_since):
    operated_on = TODAY - days_since * DAY
    first, last = allowed_test_days(operated_on, born_on, TODAY)
    assert last == TODAY
    assert first >= born_on
    assert first in {born_on, operated_on - 90 * DAY}
