"""The last week beside the one before, as values: what became of pain and walking, and which days are missing.

Both weeks are 7 complete days; this one ends yesterday, like the windows of adherence. A change of less than 2 points
is "about the same": 1 point is no change that matters (CLINICAL.md 1). Missing days are named, never counted as zero.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.domain.calendar import days_ending
from recovery.domain.day_figures import DayFigure

WEEK = 7
PAIN_CHANGE = 2
"""NRS points from which pain is "up" or "down" (CLINICAL.md 1)."""
WALKING_CHANGE = 3
"""Minutes a day from which walking is "more" or "fewer" [D]."""


@dataclass(frozen=True, slots=True)
class Change:
    """`now` is this week's mean of daily figures, rounded; `by` how much it differs from the week before: 0 is about
    the same, None when that week holds nothing to compare with.
    """

    now: int
    by: int | None


@dataclass(frozen=True, slots=True)
class Week:
    """`first` to `last` is this week. A measure that nobody recorded this week is None. `missing` are its days without
    any check-in since the first one ever; `days` is how many days there could have been.
    """

    first: date
    last: date
    back: Change | None
    leg: Change | None
    walking: Change | None
    missing: tuple[date, ...]
    days: int

    @property
    def recorded(self) -> int:
        return self.days - len(self.missing)

    @property
    def has_nothing_before(self) -> bool:
        """Something was recorded this week, and nothing of it in the week before."""
        told = [each for each in (self.back, self.leg, self.walking) if each]
        return bool(told) and all(each.by is None for each in told)


def week(figures: Mapping[date, DayFigure], today: date) -> Week:
    """`figures` may hold any days; only the two weeks before `today` count. Averages are NRS 0-10, walking minutes."""
    this_week = days_ending(today - timedelta(days=1), WEEK)
    week_before = days_ending(this_week[0] - timedelta(days=1), WEEK)
    begun = [day for day in this_week if figures and day >= min(figures)]
    return Week(
        first=this_week[0],
        last=this_week[-1],
        back=_pain_change(*_means(figures, "back_average", this_week, week_before)),
        leg=_pain_change(*_means(figures, "leg_average", this_week, week_before)),
        walking=_walking_change(*_means(figures, "walking_minutes", this_week, week_before)),
        missing=tuple(day for day in begun if day not in figures),
        days=len(begun),
    )


def _pain_change(this: float | None, last: float | None) -> Change | None:
    """By the means themselves, so that 1.6 points never read as 2."""
    if this is None:
        return None
    if last is None:
        return Change(_whole(this), None)
    by = round(this - last, 6)
    return Change(_whole(this), _whole(by) if abs(by) >= PAIN_CHANGE else 0)


def _walking_change(this: float | None, last: float | None) -> Change | None:
    """By the minutes as they are shown: 25 and 15 are 10 more."""
    if this is None:
        return None
    by = None if last is None else _whole(this) - _whole(last)
    return Change(_whole(this), 0 if by is not None and abs(by) < WALKING_CHANGE else by)


def _means(
    figures: Mapping[date, DayFigure], measure: str, now: Collection[date], before: Collection[date]
) -> tuple[float | None, float | None]:
    return _mean(figures, measure, now), _mean(figures, measure, before)


def _mean(figures: Mapping[date, DayFigure], measure: str, days: Collection[date]) -> float | None:
    values = [getattr(figures[day], measure) for day in days if day in figures]
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _whole(value: float) -> int:
    """Halves away from zero, so that up and down are told alike."""
    return int(abs(value) + 0.5) * (1 if value >= 0 else -1)
