"""Timed tests in the clinic: off until the physiotherapist switches them on, only with someone present [D]
(CLINICAL.md 2). Timed up and go in whole seconds (LOINC 89423-8), 30 s chair stand in stands.

What they are compared with are the patient's own results. Two numbers stand beside the first as facts: 12 s, which most
women of 65 to 85 who lived at home needed at most (Bischoff 2003), and 3.4 s, on average the smallest change that
counted for 100 patients after lumbar surgery (Gautschi 2017; 0.9 to 6.0 s by the way of counting).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from recovery.domain.bounds import Bounds
from recovery.domain.check_in import FIRST_DAY_BEFORE_OPERATION


class TimedTest(StrEnum):
    UP_AND_GO = "timed_up_and_go"
    CHAIR_STAND = "chair_stand"


TEST_BOUNDS = {TimedTest.UP_AND_GO: Bounds(1, 120), TimedTest.CHAIR_STAND: Bounds(0, 60)}
"""Seconds; stands in 30 seconds, where 0 is a result."""
UP_AND_GO_AT_HOME_SECONDS = 12
UP_AND_GO_CHANGE_SECONDS = 3.4
TEST_NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class TimedResult:
    """`value` is in the test's own unit; `done_on` a day of the patient's. Raises OutOfBounds, ValueError."""

    test: TimedTest
    value: int
    done_on: date
    note: str = ""

    def __post_init__(self) -> None:
        TEST_BOUNDS[self.test].require("value", self.value)
        if len(self.note) > TEST_NOTE_LENGTH:
            raise ValueError("too long a note")


@dataclass(frozen=True, slots=True)
class ResultVersion:
    """What stood there from `at` on. `by` is the name of who wrote it down, and in the first who was present."""

    revision: int
    result: TimedResult
    is_taken_back: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RecordedTest:
    """One result with all that ever stood in it, newest first, at least one version."""

    id: UUID
    versions: tuple[ResultVersion, ...]

    @property
    def newest(self) -> ResultVersion:
        return self.versions[0]

    @property
    def result(self) -> TimedResult:
        return self.newest.result


def results_that_count(tests: Iterable[RecordedTest], test: TimedTest) -> tuple[TimedResult, ...]:
    """Of one test, oldest day first and in one day in the order they were recorded; without those taken back."""
    counting = (each for each in tests if each.result.test is test and not each.newest.is_taken_back)
    return tuple(each.result for each in sorted(counting, key=lambda each: (each.result.done_on, each.versions[-1].at)))


def allowed_test_days(operated_on: date, born_on: date, today: date) -> tuple[date, date]:
    """First and last day: like an entry's, for a baseline before surgery, but never before birth nor after today."""
    return max(operated_on - FIRST_DAY_BEFORE_OPERATION, born_on), today
