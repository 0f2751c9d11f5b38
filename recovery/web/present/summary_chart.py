"""What the chart of a patient's summary is made from: the page and its print ask the same functions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recovery.domain.adherence import adherence_by_day
from recovery.domain.calendar import day_in_zone, days_ending
from recovery.domain.episode import Episode
from recovery.domain.expected_course import Site
from recovery.domain.reasons import Held
from recovery.domain.worklist import Reason
from recovery.records.history import History
from recovery.records.record import Record
from recovery.web.present.charts.day_marks import DayMarks
from recovery.web.present.charts.pain import Course
from recovery.web.present.charts.panels import Values
from recovery.web.present.charts.usual import RangeOn
from recovery.web.present.usual_range import Allowed, where_from


@dataclass(frozen=True, slots=True)
class DrawnRange:
    """How many days that end today are drawn; None is all of the recovery."""

    key: str
    words: str
    days: int | None


RANGES = (DrawnRange("2-weeks", "2 weeks", 14), DrawnRange("6-weeks", "6 weeks", 42), DrawnRange("all", "All", None))
USUALLY_DRAWN = RANGES[1]


def range_with(key: str) -> DrawnRange:
    """Six weeks for everything else that stands in an address."""
    return next((each for each in RANGES if each.key == key), USUALLY_DRAWN)


def marks_on(record: Record, history: History, reasons: Iterable[Reason], zone: str) -> DayMarks:
    """The days of a reason are those that hold it, not those that they are compared with."""
    held = frozenset(day.day for reason in reasons if isinstance(reason, Held) for day in reason.held)
    return DayMarks(
        signs=record.signs_on,
        reasons=held,
        reviews=frozenset(day_in_zone(each.at, zone) for each in history.reviews if each.decision.outcome.closes),
        plans=frozenset(each.from_on for each in record.plans),
    )


def chart_values(
    course: Course, record: Record, marks: DayMarks, ranges: Mapping[Site, RangeOn], days: int | None
) -> Values:
    """`days` as they are drawn: a year of units is worked out only where it is seen."""
    whole = course.last_day - course.first_day + 1
    in_sight = days_ending(course.today, min(whole, days or whole))
    therapy = adherence_by_day(in_sight, record.plans, record.sessions, record.excused)
    return Values(course, therapy, record.excused, record.scored, marks, ranges)


def ranges_shown(episode: Episode, allowed: Allowed) -> dict[Site, RangeOn]:
    """Nothing without the clinic's approval, and nothing while a warning sign is open (CLINICAL.md 11)."""
    if allowed.approval is None or allowed.has_open_sign:
        return {}
    return {site: allowed.range_on(episode, site) for site in Site}


def range_is_from(allowed: Allowed, zone: str) -> str:
    return where_from(allowed.told, allowed.approval, zone) if allowed.approval else ""
