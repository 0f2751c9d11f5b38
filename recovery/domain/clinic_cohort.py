"""A clinic's own patients by week since surgery, as counts and quartiles that name nobody.

Week 0 is the day of the operation and the six days after it; week 52 is the last. One person gives one value a week,
the median of their days in it, so that somebody who records often does not count more. A week without an entry gives
none: missing is never zero. A person with two operations of a kind counts once, with the first.

Fewer than 5 people are never shown [D], and cannot be worked out: sums go over approaches alone, so an approach is
hidden too where another one beside it has 1 to 4 people.

Quartiles are by linear interpolation between neighbouring ranks (Hyndman and Fan 1996, type 7), as the median is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import quantiles
from uuid import UUID

from recovery.domain.operation import Approach, Procedure

FEWEST = 5
LAST_WEEK = 52
WEEK = 7


class Measure(StrEnum):
    """Pain is the NRS average of a day, walking minutes of a day, exercises the share 0 to 1 of what was recorded."""

    LEG = "leg"
    BACK = "back"
    WALKING = "walking"
    EXERCISES = "exercises"


@dataclass(frozen=True, slots=True)
class Member:
    """One operation that counts. The scores before it are NRS, as they were asked when the episode was made."""

    patient_id: UUID
    episode_id: UUID
    procedure: Procedure
    approach: Approach
    operated_on: date
    back_before: float | None = None
    leg_before: float | None = None


WeekValue = tuple[UUID, int, float]
"""Episode, week since surgery, and the person's one value of that week."""


@dataclass(frozen=True, slots=True)
class Quartiles:
    """`n` people; the middle half of them lies from `lower` to `upper`."""

    n: int
    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one procedure, and of one approach where one was chosen. `size` is None where the group is hidden.
    `weeks` holds only those that are shown.
    """

    procedure: Procedure
    size: int | None
    weeks: Mapping[int, Quartiles]

    @property
    def last_week(self) -> int:
        return max(self.weeks, default=0)


def counted_once(members: Iterable[Member]) -> tuple[Member, ...]:
    """Of several operations of a person with the same slowest procedure the first."""
    first: dict[tuple[UUID, Procedure], Member] = {}
    for member in sorted(members, key=lambda each: (each.operated_on, each.episode_id)):
        first.setdefault((member.patient_id, member.procedure), member)
    return tuple(first.values())


def is_shown(people: Mapping[Approach, int], wanted: Approach | None) -> bool:
    """`people` counts those of one cell by approach. `wanted` None asks for all of them together.

    The sum over approaches is shown elsewhere, so one approach is shown only where no other one is hidden.
    """
    if wanted is None:
        return sum(people.values()) >= FEWEST
    others = [count for approach, count in people.items() if approach is not wanted]
    return people.get(wanted, 0) >= FEWEST and not any(0 < count < FEWEST for count in others)


def quartiles(values: Sequence[float]) -> Quartiles:
    """Of two values or more, in any order."""
    lower, middle, upper = quantiles(values, n=4, method="inclusive")
    return Quartiles(len(values), lower, middle, upper)


def group(
    procedure: Procedure, wanted: Approach | None, members: Iterable[Member], values: Iterable[WeekValue]
) -> Group:
    """`members` are the whole clinic's, each counted once; `values` are (episode, week, value), one for each week."""
    approaches = {each.episode_id: each.approach for each in members if each.procedure is procedure}
    people = _count(approaches.values())
    if not is_shown(people, wanted):
        return Group(procedure, None, {})
    cells: dict[int, dict[Approach, list[float]]] = defaultdict(lambda: defaultdict(list))
    for episode_id, week, value in values:
        approach = approaches.get(episode_id)
        if approach is not None:
            cells[week][approach].append(value)
    size = sum(people.values()) if wanted is None else people[wanted]
    shown = ((week, _cell(cell, wanted)) for week, cell in sorted(cells.items()))
    return Group(procedure, size, {week: told for week, told in shown if told is not None})


def had_plan(
    told: Group, wanted: Approach | None, members: Iterable[Member], plan_began: Mapping[UUID, date], today: date
) -> dict[int, int]:
    """By week that is shown how many of the group had a plan by its end, recorded or not; a week that has not begun
    counts for nobody. `plan_began` holds the first day of the first plan of an episode.
    """
    began: dict[int, list[Approach]] = {week: [] for week in told.weeks}
    for member in members:
        first = plan_began.get(member.episode_id)
        if member.procedure is told.procedure and first is not None:
            for week, approaches in began.items():
                first_day = member.operated_on + timedelta(days=week * WEEK)
                if first_day <= today and first < first_day + timedelta(days=WEEK):
                    approaches.append(member.approach)
    counts = {week: _count(approaches) for week, approaches in began.items()}
    return {
        week: sum(people.values()) if wanted is None else people[wanted]
        for week, people in counts.items()
        if is_shown(people, wanted)
    }


def _cell(by_approach: Mapping[Approach, Sequence[float]], wanted: Approach | None) -> Quartiles | None:
    if not is_shown({approach: len(values) for approach, values in by_approach.items()}, wanted):
        return None
    chosen = by_approach.values() if wanted is None else [by_approach[wanted]]
    return quartiles([value for values in chosen for value in values])


def _count(approaches: Iterable[Approach]) -> dict[Approach, int]:
    found = list(approaches)
    return {approach: found.count(approach) for approach in Approach}


def runs(weeks: Iterable[int]) -> list[list[int]]:
    """Weeks in a row, so that a line ends where a week is not shown."""
    found: list[list[int]] = []
    for week in sorted(weeks):
        if not found or week != found[-1][-1] + 1:
            found.append([])
        found[-1].append(week)
    return found
