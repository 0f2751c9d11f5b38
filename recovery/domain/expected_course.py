"""What many people score on a day after the same operation (CLINICAL.md 11) [D]: the middle 80 % of all patients of the
synthetic cohort, by procedure and site, from day 3 to day 364, in whole NRS numbers.

"Many people" are not "normal": one in five lies outside on one score by nature, more than a third on at least one of
two. Everybody counts, those who did badly, had an infection or stopped recording too.

Each end is the whole number that comes nearest to leaving one in ten outside. (A percentile by rank would always take
the next number outwards, and with eleven numbers nine in ten would lie inside instead of eight.) The scores of a day
are taken together with those of up to three days before and after it, and an end moves only when another number is
nearer by more than one in a hundred, so that chance does not move it to and fro.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from recovery.domain.cohort import SimulatedPatient
from recovery.domain.operation import Operation, Procedure, Region
from recovery.domain.pain import NRS

FIRST_DAY, LAST_DAY = 3, 364
OUTSIDE_EACH_END = 0.1
DAYS_TOGETHER = 3
"""How many days before and after a day are taken with it; fewer where the operation is nearer."""

NEARER_BY = 0.01
SIMULATED_DAYS = LAST_DAY + DAYS_TOGETHER
SCORES = range(NRS.low, NRS.high + 1)


class Site(StrEnum):
    BACK = "back"
    LEG = "leg"


@dataclass(frozen=True, slots=True)
class UsualRange:
    """NRS scores from `low` to `high`, both inside."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not NRS.low <= self.low <= self.high <= NRS.high:
            raise ValueError(f"{self.low} to {self.high} is no range of scores")

    def __contains__(self, score: float) -> bool:
        return self.low <= score <= self.high


@dataclass(frozen=True, slots=True)
class Step:
    """The range that holds from a day on, until the next step; None where there is none from that day on."""

    from_day: int
    range: UsualRange | None


@dataclass(frozen=True, slots=True)
class ExpectedCourse:
    """`steps` by procedure and site, in order of days. The estimate has all of them, the first at FIRST_DAY."""

    steps: Mapping[tuple[Procedure, Site], tuple[Step, ...]]

    def covers(self, procedure: Procedure) -> bool:
        return any((procedure, site) in self.steps for site in Site)

    def days(self, procedure: Procedure, site: Site) -> range:
        """Those with a range: there are none between without one."""
        held = [day for day in range(FIRST_DAY, LAST_DAY + 1) if self.range_on(procedure, site, day)]
        return range(held[0], held[-1] + 1) if held else range(0)

    def range_on(self, procedure: Procedure, site: Site, day: int) -> UsualRange | None:
        if not FIRST_DAY <= day <= LAST_DAY:
            return None
        steps = self.steps.get((procedure, site), ())
        return next((each.range for each in reversed(steps) if each.from_day <= day), None)


def usual_range(
    approved: ExpectedCourse | None, operation: Operation, site: Site, day: int, *, has_open_sign: bool
) -> UsualRange | None:
    """What a patient may be shown: the range of the slowest procedure. None where nothing is approved, on days before
    the third or after the last, after a cervical operation (the cohort is lumbar), and while any warning sign waits for
    an outcome.
    """
    if approved is None or has_open_sign or operation.region is not Region.LUMBAR:
        return None
    return approved.range_on(operation.slowest, site, day)


def steps_from(patients: Iterable[SimulatedPatient]) -> dict[Site, tuple[Step, ...]]:
    """The ranges of one procedure's patients, who have days 1 to SIMULATED_DAYS."""
    counts = {site: [[0] * len(SCORES) for _day in range(SIMULATED_DAYS + 1)] for site in Site}
    for patient in patients:
        for day in patient.days:
            counts[Site.BACK][day.day][day.back] += 1
            counts[Site.LEG][day.day][day.leg] += 1
    return {site: _steps(by_day) for site, by_day in counts.items()}


def _steps(by_day: Sequence[Sequence[int]]) -> tuple[Step, ...]:
    """`by_day` holds how many scored each number on each day, from day 0 on."""
    return steps_of((day, _together(by_day, day)) for day in range(FIRST_DAY, LAST_DAY + 1))


def _together(by_day: Sequence[Sequence[int]], day: int) -> list[int]:
    return [sum(column) for column in zip(*by_day[day - reach(day) : day + reach(day) + 1], strict=True)]


def reach(day: int) -> int:
    """How many days before and after a day are taken with it."""
    return min(DAYS_TOGETHER, day - 1)


def steps_of(counts: Iterable[tuple[int, Sequence[int]]], people: int = 0) -> tuple[Step, ...]:
    """From days in order, each with how many scored each number from 0 to 10. An end moves only when another number is
    nearer by more than `people`, where that is more than one in a hundred.
    """
    steps: list[Step] = []
    for day, of_day in counts:
        nearer_by = max(NEARER_BY, people / sum(of_day))
        now = _range_of(of_day, steps[-1].range if steps else None, nearer_by)
        if not steps or now != steps[-1].range:
            steps.append(Step(day, now))
    return tuple(steps)


def _range_of(counts: Sequence[int], before: UsualRange | None, nearer_by: float) -> UsualRange:
    """`counts` holds how many scored each number; `before` is the range of the day before."""
    total = sum(counts)
    below = [abs(sum(counts[:score]) / total - OUTSIDE_EACH_END) for score in SCORES]
    above = [abs(sum(counts[score + 1 :]) / total - OUTSIDE_EACH_END) for score in SCORES]
    low = _end(below, SCORES[::-1], before.low if before else None, nearer_by)
    return UsualRange(low, _end(above, SCORES, before.high if before else None, nearer_by))


def _end(how_far: Sequence[float], inner_first: Sequence[int], before: int | None, nearer_by: float) -> int:
    """`how_far` is for each number how far the share outside it is from one in ten; of equals the inner one is best."""
    nearest = min(inner_first, key=lambda score: how_far[score])
    if before is not None and how_far[before] - how_far[nearest] <= nearer_by:
        return before
    return nearest
