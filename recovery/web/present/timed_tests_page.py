"""Timed tests in words for staff: facts with their days, what differs from before, and two numbers with their source.

Never a verdict: what a difference means is the physiotherapist's to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.actions.record_timed_test import NotStored
from recovery.domain.timed_tests import (
    UP_AND_GO_AT_HOME_SECONDS,
    UP_AND_GO_CHANGE_SECONDS,
    RecordedTest,
    ResultVersion,
    TimedResult,
    TimedTest,
    results_that_count,
)
from recovery.web.present.dates import day_from, short_day_from
from recovery.web.present.entry_words import Telling
from recovery.web.present.timeline import Event
from recovery.web.present.worklist_words import moment_for_staff

TEST_NAMES = {TimedTest.UP_AND_GO: "Timed up and go", TimedTest.CHAIR_STAND: "30-second chair stand"}
REFERENCES = {
    TimedTest.UP_AND_GO: (
        f"To compare: {UP_AND_GO_AT_HOME_SECONDS} s or less was usual for women of 65 to 85 who lived at home "
        f"(Bischoff 2003). {UP_AND_GO_CHANGE_SECONDS} s was, on average, the smallest change that counted after lumbar "
        "surgery (Gautschi 2017)."
    ),
    TimedTest.CHAIR_STAND: "",
}
HAS_ENDED = "This recovery has ended, so no new result can be recorded for it."
NOT_STORED = {
    NotStored.OFF: "Timed tests are off for this patient. Switch them on first",
    NotStored.ENDED: HAS_ENDED.removesuffix("."),
    NotStored.DAY_NOT_ALLOWED: "Choose a day that is not in the future",
    NotStored.SENT_BEFORE: "This was saved before, with other results. Press Save to keep these too",
    NotStored.STALE: "This result was changed meanwhile. Look at what stands now, then save yours again if it is right",
}


@dataclass(frozen=True, slots=True)
class TestLine:
    """One test on the summary: the newest result, and what differs from the one before and from the first."""

    name: str
    newest: str
    differences: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One result in the list of all; `about` says who recorded it and what else there is to know."""

    id: UUID
    title: str
    about: tuple[str, ...]
    is_taken_back: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    title: str
    about: tuple[str, ...]


def is_on_words(by: str, *, is_on: bool, is_running: bool) -> str:
    """`by` is who switched them last, or ""."""
    if not is_running:
        return HAS_ENDED
    switched = f" Switched {'on' if is_on else 'off'} by {by}." if by else ""
    told = "On for this patient." if is_on else "Off for this patient: nothing can be recorded."
    return f"{told}{switched}"


def value_words(test: TimedTest, value: int) -> str:
    """14 s; 9 stands."""
    return f"{value} s" if test is TimedTest.UP_AND_GO else f"{value} stand{'' if value == 1 else 's'}"


def timed_lines(tests: Sequence[RecordedTest], today: date) -> tuple[TestLine, ...]:
    """Of each test that has a result."""
    by_test = {test: results_that_count(tests, test) for test in TimedTest}
    return tuple(_line(test, results, today) for test, results in by_test.items() if results)


def _line(test: TimedTest, results: Sequence[TimedResult], today: date) -> TestLine:
    newest, first = results[-1], results[0]
    differences: tuple[str, ...] = ()
    if len(results) > 1:
        differences = (_difference(newest, first, "the first", today),)
    if len(results) > 2:  # noqa: PLR2004 - with two, the one before is the first
        differences = (_difference(newest, results[-2], "the one before", today), *differences)
    return TestLine(TEST_NAMES[test], _dated(newest, today), differences, REFERENCES[test])


def _dated(result: TimedResult, today: date) -> str:
    return f"{value_words(result.test, result.value)}, {_day(result.done_on, today)}"


def _day(day: date, today: date) -> str:
    told = short_day_from(today, day)
    return told[0].lower() + told[1:]


def _difference(newest: TimedResult, before: TimedResult, which: str, today: date) -> str:
    """3 s less than the first (14 s, 12 Apr)."""
    by = newest.value - before.value
    told = (
        f"{value_words(newest.test, abs(by))} {'more' if by > 0 else 'fewer' if _is_counted(newest) else 'less'} than"
    )
    return f"{told if by else 'The same as'} {which} ({_dated(before, today)})"


def _is_counted(result: TimedResult) -> bool:
    return result.test is TimedTest.CHAIR_STAND


def result_lines(tests: Sequence[RecordedTest], today: date, zone: str) -> tuple[ResultLine, ...]:
    """Newest day first."""
    return tuple(
        ResultLine(each.id, _title(each), _about(each, today, zone), each.newest.is_taken_back)
        for each in reversed(tests)
    )


def _title(test: RecordedTest) -> str:
    result = test.result
    return f"{TEST_NAMES[result.test]}: {value_words(result.test, result.value)}"


def _about(test: RecordedTest, today: date, zone: str) -> tuple[str, ...]:
    first, newest = test.versions[-1], test.newest
    verb = "Taken back" if newest.is_taken_back else "Changed"
    changed = f"{verb} by {newest.by}, {moment_for_staff(newest.at, today, zone)}" if newest is not first else ""
    told = (f"{day_from(today, test.result.done_on)}, with {first.by}", test.result.note, changed)
    return tuple(each for each in told if each)


def version_lines(test: RecordedTest, today: date, zone: str) -> tuple[VersionLine, ...]:
    """Everything that ever stood in it, newest first."""
    return tuple(_version(each, today, zone) for each in test.versions)


def _version(version: ResultVersion, today: date, zone: str) -> VersionLine:
    taken_back = ", taken back" if version.is_taken_back else ""
    written = f"Written by {version.by}, {moment_for_staff(version.at, today, zone)}"
    about = (version.result.note, written)
    return VersionLine(_dated(version.result, today) + taken_back, tuple(each for each in about if each))


def timed_event(test: RecordedTest, telling: Telling) -> Event:
    """In the timeline on the day it was done, with every value that stood there before."""
    taken_back = ", taken back" if test.newest.is_taken_back else ""
    before = (
        f"Before that: {_before_that(each.result, test.result, telling.today)}, by {each.by}, "
        f"{moment_for_staff(each.at, telling.today, telling.zone)}"
        for each in test.versions[1:]
    )
    lines = (test.result.note, f"By {test.newest.by}", *before)
    day = day_from(telling.today, test.result.done_on)
    return Event(day, f"{_title(test)}{taken_back}", lines=tuple(each for each in lines if each))


def _before_that(result: TimedResult, now: TimedResult, today: date) -> str:
    """With its day where that was another one."""
    return value_words(result.test, result.value) if result.done_on == now.done_on else _dated(result, today)
