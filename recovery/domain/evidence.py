"""What the rules read, each value with the very version of the entry that holds it.

The figure of a day is that of day_figures.py, so that a rule reads the number that every screen shows.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from recovery.domain.day_figures import DayFigure, day_figures
from recovery.domain.pain import ASK_BEARABLE_FROM
from recovery.domain.therapy import Morning, UnitDone


@dataclass(frozen=True, slots=True, order=True)
class EntryVersion:
    """`received` is the number of its audit row: the order in which the clinic received it, whatever day it was felt
    (docs/decisions/0007). 0 where no review asks for it: that of a warning sign.
    """

    entry_id: UUID
    revision: int
    received: int = 0


class Measure(StrEnum):
    """By its name in DayFigure."""

    BACK = "back_average"
    LEG = "leg_average"
    WALKING = "walking_minutes"
    STEPS = "steps"


_IN_CHECK_IN = {
    Measure.BACK: "back_pain_average",
    Measure.LEG: "leg_pain_average",
    Measure.WALKING: "walking_minutes",
    Measure.STEPS: "steps",
}


@dataclass(frozen=True, slots=True)
class ReadCheckIn:
    """The newest version of a check-in that was not taken back: what the rules read of it."""

    version: EntryVersion
    recorded_on: date
    back_pain_average: int | None = None
    back_pain_worst: int | None = None
    leg_pain_average: int | None = None
    leg_pain_worst: int | None = None
    walking_minutes: int | None = None
    steps: int | None = None
    bearable: bool | None = None
    morning_after: UUID | None = None
    morning: Morning | None = None


@dataclass(frozen=True, slots=True)
class ReadSession:
    """The newest version of a therapy session that was not taken back: what the rules and adherence read of it."""

    version: EntryVersion
    recorded_on: date
    units: tuple[UnitDone, ...] = ()
    pain_during: int | None = None


@dataclass(frozen=True, slots=True)
class ReadNotWell:
    """The newest version of a "not well today" that was not taken back."""

    version: EntryVersion
    recorded_on: date


@dataclass(frozen=True, slots=True)
class HeldDay:
    """One day that a rule read: the value, and the versions that hold it."""

    day: date
    value: float
    versions: tuple[EntryVersion, ...]


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """A day with check-ins: its figure, and the check-ins behind it in the order the clinic received them."""

    day: date
    figure: DayFigure
    check_ins: tuple[ReadCheckIn, ...]

    def value(self, measure: Measure) -> float | None:
        value: float | None = getattr(self.figure, measure)
        return value

    def held(self, measure: Measure) -> HeldDay:
        """Of a day that has the value."""
        name = _IN_CHECK_IN[measure]
        holding = tuple(each.version for each in self.check_ins if getattr(each, name) is not None)
        return HeldDay(self.day, self.value(measure) or 0, holding)

    @property
    def bearable(self) -> bool | None:
        """One "no" makes it a day that was not bearable. Where the question was not asked because every score was under
        4 the day was bearable; without an answer and with a higher score nothing is known.
        """
        answers = {each.bearable for each in self.check_ins} - {None}
        if answers:
            return False not in answers
        known = [score for score in (self.figure.back_average, self.figure.leg_average) if score is not None]
        return True if known and max(known) < ASK_BEARABLE_FROM else None

    @property
    def held_not_bearable(self) -> HeldDay:
        """Of a day that was not bearable. Its value is 1: there is no score to it."""
        return HeldDay(self.day, 1, tuple(each.version for each in self.check_ins if each.bearable is False))


def recorded_days(check_ins: Iterable[ReadCheckIn]) -> tuple[RecordedDay, ...]:
    """Oldest day first; in whatever order the check-ins come."""
    by_day: dict[date, list[ReadCheckIn]] = defaultdict(list)
    for check_in in sorted(check_ins, key=lambda each: (each.version.received, each.version)):
        by_day[check_in.recorded_on].append(check_in)
    figures = day_figures(each for of_day in by_day.values() for each in of_day)
    return tuple(RecordedDay(day, figures[day], tuple(by_day[day])) for day in figures)
