"""Physical therapy of the calendar week, Monday to Sunday, and of the 7 complete days that end yesterday."""

from dataclasses import dataclass
from datetime import date, timedelta

from recovery.domain.adherence import WEEK, Adherence, adherence_by_day, adherence_over
from recovery.domain.calendar import days_ending
from recovery.domain.therapy import TherapySession
from recovery.domain.therapy_day import TherapyDay

LOOKS_BACK = timedelta(days=WEEK)
"""Monday is at most 6 days ago, and the window of adherence begins 7 days ago."""


@dataclass(frozen=True, slots=True)
class TherapyWeek:
    """`sessions` and `excused` from LOOKS_BACK before today on."""

    today: TherapyDay
    sessions: tuple[TherapySession, ...]
    excused: frozenset[date]

    @property
    def days(self) -> tuple[date, ...]:
        sunday = self.today.day + timedelta(days=7 - self.today.day.isoweekday())
        return days_ending(sunday, WEEK)

    @property
    def by_day(self) -> dict[date, Adherence]:
        return adherence_by_day(self.days, self.today.plans, self.sessions, self.excused)

    @property
    def last_7_days(self) -> Adherence:
        return adherence_over(WEEK, self.today.day, self.today.plans, self.sessions, self.excused)
