"""What many people at this clinic score on a day (CLINICAL.md 11): the middle 80 % of its own patients by procedure and
site, offered to the lead once 50 people carry a day [D].

Each person counts once a day, with the score of that day or of the nearest one up to three days away (the earlier of
two; fewer days where the operation is nearer): one score is what a patient is told about, so it is no average. The ends
are found as in expected_course.py. The days offered are the longest run in which each has 50 people or more.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recovery.domain.expected_course import FIRST_DAY, LAST_DAY, SCORES, ExpectedCourse, Site, Step, reach, steps_of
from recovery.domain.operation import Procedure

ID = "clinic-1"
"""The way of making it, with a version."""

FEWEST_PEOPLE = 50
NEARER_BY_PEOPLE = 3
"""An end moves only when another number is nearer by more than so many people [D]: with 50 of them each is two in a
hundred, and an end would move to and fro by chance.
"""

DIGITS = 12

Scores = Mapping[int, float]
"""Of one person and site: by day since surgery the NRS average of that day."""

Key = tuple[Procedure, Site]


@dataclass(frozen=True, slots=True)
class ClinicCourse:
    """Made from what the clinic had received before `made_on` began. `people` is the least and the most people behind a
    day that has a range; `source` names the numbers with a digest of the counts they are made from.
    """

    source: str
    made_on: date
    course: ExpectedCourse
    people: Mapping[Key, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Offer:
    """`course` is None where no day of any procedure and site has 50 people; `most` are by procedure the people behind
    the day that has the most.
    """

    course: ClinicCourse | None
    most: Mapping[Procedure, int]


def offer(scores: Mapping[Key, Iterable[Scores]], made_on: date) -> Offer:
    counts = {key: _counts(people) for key, people in scores.items()}
    most = {procedure: max(_most(counts.get((procedure, site), ())) for site in Site) for procedure in Procedure}
    carried = {key: days for key in sorted(counts) if (days := _carried(counts[key]))}
    return Offer(_course(carried, made_on) if carried else None, most)


def _course(carried: Mapping[Key, Sequence[tuple[int, list[int]]]], made_on: date) -> ClinicCourse:
    return ClinicCourse(
        source=f"{ID}-{_digest(carried)}",
        made_on=made_on,
        course=ExpectedCourse({key: _with_end(days) for key, days in carried.items()}),
        people={key: _least_and_most(days) for key, days in carried.items()},
    )


def _most(counts: Iterable[tuple[int, Sequence[int]]]) -> int:
    return max((sum(of_day) for _day, of_day in counts), default=0)


def _counts(people: Iterable[Scores]) -> list[tuple[int, list[int]]]:
    """(day, how many scored each number); halves and thirds go to the nearest number, halves up."""
    by_day = [(day, [0] * len(SCORES)) for day in range(FIRST_DAY, LAST_DAY + 1)]
    for scores in people:
        for day, of_day in by_day:
            score = _nearest(scores, day)
            if score is not None:
                of_day[int(score + 0.5)] += 1
    return by_day


def _nearest(scores: Scores, day: int) -> float | None:
    if day in scores:
        return scores[day]
    near = (at for away in range(1, reach(day) + 1) for at in (day - away, day + away))
    return next((scores[at] for at in near if at in scores), None)


def _carried(counts: Sequence[tuple[int, list[int]]]) -> list[tuple[int, list[int]]]:
    """The longest run of days with enough people; of equal ones the first."""
    longest, run = list[tuple[int, list[int]]](), list[tuple[int, list[int]]]()
    for day, of_day in counts:
        run = [*run, (day, of_day)] if sum(of_day) >= FEWEST_PEOPLE else []
        longest = max(longest, run, key=len)
    return longest


def _with_end(days: Sequence[tuple[int, list[int]]]) -> tuple[Step, ...]:
    last = days[-1][0]
    return (*steps_of(days, NEARER_BY_PEOPLE), *((Step(last + 1, None),) if last < LAST_DAY else ()))


def _least_and_most(days: Sequence[tuple[int, list[int]]]) -> tuple[int, int]:
    people = [sum(of_day) for _day, of_day in days]
    return min(people), max(people)


def _digest(carried: Mapping[Key, Sequence[tuple[int, list[int]]]]) -> str:
    told = [[procedure.value, site.value, days] for (procedure, site), days in carried.items()]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:DIGITS]
