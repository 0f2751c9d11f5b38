"""What became of a recovery since somebody last looked, as values: pain, walking, exercises and what came in.

Both sides of a comparison are read alike: the median of the newest 7 days that have the value, after the last review
and up to it, none older than 42 days before the end of its side, as the rules of the worklist read their medians
(CLINICAL.md 6 [D]). Less than 2 points of pain is "about the same": 1 point is no change that matters (CLINICAL.md 1).
A side without any such day is None, never zero.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice
from statistics import median

from recovery.domain.adherence import FORTNIGHT, NOTHING_PLANNED, Adherence, adherence_by_day
from recovery.domain.calendar import days_ending
from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.evidence import Measure
from recovery.domain.therapy import PlanVersion, TherapySession
from recovery.domain.week import PAIN_CHANGE, WALKING_CHANGE

DAYS_COMPARED = 7
LOOKS_BACK = timedelta(days=42)
STEPS_CHANGE = 680
"""Steps a day from which it is "more" or "fewer": the least change that matters (McIlroy 2025, 680-750)."""

LEAST_CHANGE = {
    Measure.BACK: PAIN_CHANGE,
    Measure.LEG: PAIN_CHANGE,
    Measure.WALKING: WALKING_CHANGE,
    Measure.STEPS: STEPS_CHANGE,
}


class Begun(StrEnum):
    """What the page compares with. Without a review it is what was before surgery."""

    REVIEW = "review"
    VISIT = "visit"
    OPERATION = "operation"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Beginning:
    """`day` is the patient's day of the review, of the operation or of joining, or the clinic's day of a visit (an
    appointment that is past); `at` the instant at which the reviewed page was opened (what the clinic received from
    then on was not on it), None where nobody has reviewed: then all of it is new. `by` is a name.
    """

    begun: Begun
    day: date
    at: datetime | None = None
    by: str = ""

    @property
    def last_before(self) -> date:
        """The day of the review or the visit was part of it; that of the operation or of joining was not."""
        return self.day if self.begun in {Begun.REVIEW, Begun.VISIT} else self.day - timedelta(days=1)

    @property
    def first_day(self) -> date:
        return self.last_before + timedelta(days=1)

    def is_new(self, at: datetime | None) -> bool:
        return at is not None and (self.at is None or at >= self.at)


def beginning(
    episode: Episode, joined_on: date | None, today: date, reviewed: tuple[date, datetime, str] | None
) -> Beginning:
    """`reviewed`: the patient's day, the instant and the name of the last review. Else the operation, or before it the
    day of joining.
    """
    if reviewed is not None:
        day, at, by = reviewed
        return Beginning(Begun.REVIEW, day, at, by)
    operated_on = episode.operation.operated_on
    if operated_on <= today:
        return Beginning(Begun.OPERATION, operated_on)
    return Beginning(Begun.JOINED, min(joined_on or today, today))


@dataclass(frozen=True, slots=True)
class Side:
    """The median of `days` days, the newest of them `last_on`; None where no day has the value. `is_asked`: it is the
    score that was asked for when the episode was made, no median of days.
    """

    value: float | None = None
    days: int = 0
    last_on: date | None = None
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    measure: Measure
    before: Side
    now: Side

    @property
    def by(self) -> float | None:
        """How far now stands above before; None where either is missing."""
        if self.now.value is None or self.before.value is None:
            return None
        return round(self.now.value - self.before.value, 6)

    @property
    def size(self) -> float:
        """The change in the least change that matters, so that points and minutes can stand in one order."""
        return abs(self.by or 0) / LEAST_CHANGE[self.measure]

    @property
    def direction(self) -> int:
        """1 up, -1 down, 0 about the same or nothing to compare."""
        if self.by is None or abs(self.by) < LEAST_CHANGE[self.measure]:
            return 0
        return 1 if self.by > 0 else -1


@dataclass(frozen=True, slots=True)
class Kept:
    """What the patient recorded and was asked to do; any days, in any order."""

    figures: Mapping[date, DayFigure]
    plans: tuple[PlanVersion, ...] = ()
    sessions: tuple[TherapySession, ...] = ()
    excused: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class SinceReview:
    """`exercises` of the complete days since, `exercises_before` of the 14 days up to it; `recorded` of those complete
    days have a check-in, and `due` check-ins were due on them (None where none are). `quiet_since` is the day of the
    last check-in of those since, where it is longer ago than 7 days and twice the rhythm, as in W6 (CLINICAL.md 6).
    """

    beginning: Beginning
    compared: tuple[Compared, ...]
    exercises: Adherence
    exercises_before: Adherence
    recorded: int
    due: int | None
    quiet_since: date | None = None


def since_review(episode: Episode, kept: Kept, begun: Beginning, joined_on: date | None, today: date) -> SinceReview:
    """`today` is the patient's own day; it counts for pain and walking, and for whole days yesterday is the last."""
    yesterday = today - timedelta(days=1)
    complete = _days(begun.first_day, yesterday)
    due_from = max(begun.first_day, joined_on or begun.first_day)
    return SinceReview(
        beginning=begun,
        compared=tuple(compare(measure, kept.figures, begun, episode, today) for measure in Measure),
        exercises=_exercises(kept, complete),
        exercises_before=_exercises(kept, days_ending(begun.last_before, FORTNIGHT)),
        recorded=sum(day in kept.figures for day in complete),
        due=check_ins_due(episode, due_from, yesterday),
        quiet_since=_quiet_since(episode, kept.figures, begun, today),
    )


def _quiet_since(episode: Episode, figures: Mapping[date, DayFigure], begun: Beginning, today: date) -> date | None:
    last_on = max((day for day in figures if begun.first_day <= day <= today), default=None)
    usual = 2 * (episode.check_in_interval(today) or 0)
    return last_on if last_on and (today - last_on).days > max(DAYS_COMPARED, usual) else None


def compare(
    measure: Measure, figures: Mapping[date, DayFigure], begun: Beginning, episode: Episode, today: date
) -> Compared:
    before = side(measure, figures, date.min, begun.last_before)
    asked = {Measure.BACK: episode.back_pain_before, Measure.LEG: episode.leg_pain_before}.get(measure)
    if before.value is None and begun.begun is Begun.OPERATION and asked is not None:
        before = Side(asked, is_asked=True)
    return Compared(measure, before, side(measure, figures, begun.first_day, today))


def side(measure: Measure, figures: Mapping[date, DayFigure], first: date, last: date) -> Side:
    """Of the days from `first` to `last`, both included."""
    first = max(first, last - LOOKS_BACK) if last - date.min > LOOKS_BACK else first
    newest_first = ((day, getattr(figures[day], measure)) for day in sorted(figures, reverse=True))
    held = ((day, value) for day, value in newest_first if first <= day <= last and value is not None)
    told = list(islice(held, DAYS_COMPARED))
    return Side(median(value for _day, value in told), len(told), told[0][0]) if told else Side()


def check_ins_due(episode: Episode, first: date, last: date) -> int | None:
    """How many check-ins fell due from `first` to `last`, by the rhythm that holds now: the first of those days, and
    then by each day's own stage. None where none was due at all (before the operation, in the long term, or because
    the episode is not active). Twice a week is every 3.5 days.
    """
    if episode.status is not EpisodeStatus.ACTIVE:
        return None
    days, next_due, count, is_asked = _days(first, last), 0.0, 0, False
    for place, day in enumerate(days):
        interval = episode.check_in_interval(day)
        if interval is None:
            continue
        is_asked = True
        if place >= next_due:
            count, next_due = count + 1, max(next_due, place - 1) + interval
    return count if is_asked else None


def _days(first: date, last: date) -> tuple[date, ...]:
    return days_ending(last, max(0, (last - first).days + 1))


def _exercises(kept: Kept, days: Iterable[date]) -> Adherence:
    return sum(adherence_by_day(days, kept.plans, kept.sessions, kept.excused).values(), NOTHING_PLANNED)
