"""When a clinic's team can be reached: hours by weekday, and holidays on which nobody is there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """`week` holds opening and closing time by ISO weekday (1 is Monday); a weekday that is absent is closed.
    `holidays` are closed days with their names. Times and days are the clinic's own.
    """

    week: Mapping[int, tuple[time, time]]
    holidays: Mapping[date, str]

    def __post_init__(self) -> None:
        for weekday, (opens, closes) in self.week.items():
            if weekday not in range(1, 8) or opens >= closes:
                raise ValueError("a day opens before it closes, on a weekday from 1 to 7")

    def hours_on(self, day: date) -> tuple[time, time] | None:
        """None when the clinic is closed that day."""
        return None if day in self.holidays else self.week.get(day.isoweekday())

    def is_open(self, local: datetime) -> bool:
        """`local` is the clinic's wall clock."""
        hours = self.hours_on(local.date())
        return hours is not None and hours[0] <= local.time() < hours[1]
