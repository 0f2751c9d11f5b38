"""Timed tests in words: facts, their days and what differs from before; no verdict."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from recovery.domain.timed_tests import RecordedTest, ResultVersion, TimedResult, TimedTest
from recovery.web.present.timed_tests_page import timed_lines

TODAY = date(2026, 5, 3)
NOON = datetime(2026, 5, 3, 12, tzinfo=UTC)


def recorded(*values, test=TimedTest.UP_AND_GO):
    """Oldest first, the last of them today, three weeks apart."""
    days = [TODAY - timedelta(days=21 * back) for back in range(len(values))][::-1]
    versions = [
        ResultVersion(1, TimedResult(test, value, day), False, "Ben Okoro", NOON)  # noqa: FBT003 - a field
        for value, day in zip(values, days, strict=True)
    ]
    return [RecordedTest(UUID(int=number), (each,)) for number, each in enumerate(versions)]


def told(*values, **which):
    (line,) = timed_lines(recorded(*values, **which), TODAY)
    return line.newest, line.differences


def test_the_newest_is_compared_with_the_one_before_and_with_the_first():
    assert told(14) == ("14 s, today", ())
    assert told(14, 11) == ("11 s, today", ("3 s less than the first (14 s, 12 Apr)",))
    assert told(19, 11, 14) == (
        "14 s, today",
        ("3 s more than the one before (11 s, 12 Apr)", "5 s less than the first (19 s, 22 Mar)"),
    )
    assert told(14, 14)[1] == ("The same as the first (14 s, 12 Apr)",)


def test_stands_are_counted():
    assert told(0, 1, test=TimedTest.CHAIR_STAND) == (
        "1 stand, today",
        ("1 stand more than the first (0 stands, 12 Apr)",),
    )
    assert told(9, 7, test=TimedTest.CHAIR_STAND)[1] == ("2 stands fewer than the first (9 stands, 12 Apr)",)


def test_the_numbers_to_compare_with_stand_with_their_source():
    (line,) = timed_lines(recorded(11), TODAY)
    assert "12 s or less" in line.reference
    assert "Bischoff 2003" in line.reference
    assert "3.4 s" in line.reference
    assert "Gautschi 2017" in line.reference
    assert timed_lines([], TODAY) == ()
