"""Several check-ins a day make one figure: average of averages, highest worst, most walking (PRODUCT.md).

Every screen, print and export takes its daily values from here, so that the same day reads the same everywhere.
A measure nobody recorded stays None: missing is not zero.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol


class Recorded(Protocol):
    """What a day's figure is made from. A CheckIn is one; so is the caseload's lean row."""

    @property
    def recorded_on(self) -> date: ...
    @property
    def back_pain_average(self) -> int | None: ...
    @property
    def back_pain_worst(self) -> int | None: ...
    @property
    def leg_pain_average(self) -> int | None: ...
    @property
    def leg_pain_worst(self) -> int | None: ...
    @property
    def walking_minutes(self) -> int | None: ...
    @property
    def steps(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class DayFigure:
    """One calendar day: NRS averages (may be halves and thirds), highest worst, most minutes walked, most steps."""

    day: date
    entries: int
    back_average: float | None
    back_worst: int | None
    leg_average: float | None
    leg_worst: int | None
    walking_minutes: int | None
    steps: int | None


def day_figures(check_ins: Iterable[Recorded]) -> dict[date, DayFigure]:
    """Figures by day, in order of days; days without a check-in are absent."""
    by_day: dict[date, list[Recorded]] = defaultdict(list)
    for check_in in check_ins:
        by_day[check_in.recorded_on].append(check_in)
    return {day: _figure(day, by_day[day]) for day in sorted(by_day)}


def _figure(day: date, of_day: list[Recorded]) -> DayFigure:
    if len(of_day) == 1:
        return _only(day, of_day[0])
    return DayFigure(
        day=day,
        entries=len(of_day),
        back_average=_mean([each.back_pain_average for each in of_day]),
        back_worst=_most([each.back_pain_worst for each in of_day]),
        leg_average=_mean([each.leg_pain_average for each in of_day]),
        leg_worst=_most([each.leg_pain_worst for each in of_day]),
        walking_minutes=_most([each.walking_minutes for each in of_day]),
        steps=_most([each.steps for each in of_day]),
    )


def _only(day: date, entry: Recorded) -> DayFigure:
    """Most days have one check-in, and a caseload has thousands of them."""
    return DayFigure(
        day=day,
        entries=1,
        back_average=entry.back_pain_average,
        back_worst=entry.back_pain_worst,
        leg_average=entry.leg_pain_average,
        leg_worst=entry.leg_pain_worst,
        walking_minutes=entry.walking_minutes,
        steps=entry.steps,
    )


def _mean(values: list[int | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _most(values: list[int | None]) -> int | None:
    return max((value for value in values if value is not None), default=None)
