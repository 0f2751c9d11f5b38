"""A synthetic cohort that behaves like patients (CLINICAL.md 7): for demo data, benchmarks and judging rules.

y(t) = end + (y1 - end) exp(-t / tau), plus AR(1) noise and events, rounded and clipped to 0-10. Patient `index` of a
seed is the same whatever the size of the cohort.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from random import Random

from recovery.domain import cohort_parameters as p
from recovery.domain.cohort_parameters import CohortParameters, Course
from recovery.domain.operation import Procedure


class EventKind(StrEnum):
    RE_HERNIATION = "re_herniation"
    INFECTION = "infection"
    FLARE = "flare"


@dataclass(frozen=True, slots=True)
class Event:
    """`rise` is NRS points at its height; `days` how long a flare lasts (0: until the end)."""

    kind: EventKind
    onset_day: int
    rise: float
    days: int = 0


@dataclass(frozen=True, slots=True)
class SimulatedDay:
    """NRS averages and worsts of one day, steps, walking minutes, and whether this patient records that day."""

    day: int
    back: int
    leg: int
    back_worst: int
    leg_worst: int
    steps: int
    walking_minutes: int
    records: bool


@dataclass(frozen=True, slots=True)
class SimulatedPatient:
    """`leg_class` and `back_class`: 0 excellent, 1 good, 2 poor. `adherence`: chance that a due unit is done, 0-1."""

    index: int
    procedure: Procedure
    leg_before: int
    back_before: int
    leg_class: int
    back_class: int
    adherence: float
    events: tuple[Event, ...]
    days: tuple[SimulatedDay, ...]


def cohort(
    procedure: Procedure, *, seed: int, size: int, days: int, daily_sd: float = p.DAILY_SD
) -> Iterator[SimulatedPatient]:
    """`size` patients with days 1 to `days`."""
    return (simulate(procedure, seed=seed, index=index, days=days, daily_sd=daily_sd) for index in range(size))


def simulate(
    procedure: Procedure, *, seed: int, index: int, days: int, daily_sd: float = p.DAILY_SD
) -> SimulatedPatient:
    chance = Random(f"{seed}/{procedure.value}/{index}")  # noqa: S311 - reproducible, not secret
    parameters = p.PARAMETERS[procedure]
    leg_class, back_class = _classes(chance, parameters)
    leg = _Site(chance, parameters.leg, leg_class, daily_sd)
    back = _Site(chance, parameters.back, back_class, daily_sd)
    events = tuple(_events(chance, parameters, days))
    return SimulatedPatient(
        index=index,
        procedure=procedure,
        leg_before=_score(chance.gauss(parameters.leg.before_mean, parameters.leg.before_sd)),
        back_before=_score(chance.gauss(parameters.back.before_mean, parameters.back.before_sd)),
        leg_class=leg_class,
        back_class=back_class,
        adherence=min(1.0, max(0.0, chance.gauss(*p.ADHERENCE))),
        events=events,
        days=tuple(_days(chance, leg, back, events, days)),
    )


def _classes(chance: Random, parameters: CohortParameters) -> tuple[int, int]:
    """Leg and back classes from two normals correlated by 0.7."""
    first = chance.gauss(0, 1)
    second = p.CLASS_CORRELATION * first + math.sqrt(1 - p.CLASS_CORRELATION**2) * chance.gauss(0, 1)
    return _class_of(first, parameters.leg.shares), _class_of(second, parameters.back.shares)


def _class_of(normal: float, shares: tuple[float, float, float]) -> int:
    place = 0.5 * (1 + math.erf(normal / math.sqrt(2))) * sum(shares)
    return 0 if place < shares[0] else 1 if place < shares[0] + shares[1] else 2


class _Site:
    """One site's pain of one patient: its own level and speed, and noise that remembers yesterday."""

    def __init__(self, chance: Random, course: Course, outcome: int, daily_sd: float) -> None:
        person = chance.gauss(0, p.PERSON_SD)
        self.end = max(0.0, course.ends[outcome] + person * (0.5 if outcome == 0 else 1))
        self.day_1 = max(0.0, course.day_1 + person)
        self.tau = course.tau * math.exp(chance.gauss(0, p.TAU_LOG_SD))
        self.noise_sd = daily_sd * math.sqrt(1 - p.AR1**2)
        self.noise = chance.gauss(0, daily_sd)

    def level(self, chance: Random, day: int) -> float:
        self.noise = p.AR1 * self.noise + chance.gauss(0, self.noise_sd)
        return self.end + (self.day_1 - self.end) * math.exp(-(day - 1) / self.tau) + self.noise


def _events(chance: Random, parameters: CohortParameters, days: int) -> Iterator[Event]:
    if chance.random() < parameters.re_herniation_by_day_90:
        rise = max(1.0, chance.gauss(*p.RE_HERNIATION_RISE))
        yield Event(EventKind.RE_HERNIATION, chance.randint(*p.RE_HERNIATION_ONSET), rise)
    if chance.random() < parameters.infection:
        low, high = p.INFECTION_ONSET_RANGE
        onset = min(high, max(low, round(chance.gauss(*p.INFECTION_ONSET))))
        yield Event(EventKind.INFECTION, onset, chance.uniform(*p.INFECTION_RISE))
    day = 0.0
    while True:
        day += chance.expovariate(p.FLARES_A_MONTH / p.DAYS_A_MONTH)
        if day > days:
            return
        yield Event(EventKind.FLARE, math.ceil(day), chance.uniform(*p.FLARE_RISE), chance.randint(*p.FLARE_DAYS))


def _rises(events: tuple[Event, ...], day: int) -> tuple[float, float]:
    """What the events add to back and leg on a day."""
    back = leg = 0.0
    for event in events:
        since = day - event.onset_day
        if since < 0 or (event.days and since >= event.days):
            continue
        if event.kind is EventKind.RE_HERNIATION:
            leg += event.rise * min(1.0, (since + 1) / p.RE_HERNIATION_DAYS)
        elif event.kind is EventKind.INFECTION:
            back += min(event.rise, p.INFECTION_RISE_A_DAY * (since + 1))
        else:
            back, leg = back + event.rise, leg + event.rise
    return back, leg


def _days(chance: Random, leg: _Site, back: _Site, events: tuple[Event, ...], days: int) -> Iterator[SimulatedDay]:
    steps_before = max(800.0, chance.gauss(*p.STEPS_BEFORE))
    records_chance = chance.betavariate(*p.CHECK_IN_CHANCE)
    drops_out_on = chance.expovariate(chance.uniform(*p.DROP_OUT_A_WEEK) / 7)
    for day in range(1, days + 1):
        more_back, more_leg = _rises(events, day)
        back_level, leg_level = back.level(chance, day) + more_back, leg.level(chance, day) + more_leg
        slowed = 1 - 0.05 * (more_back + more_leg)
        steps = round(max(0.0, steps_before * _steps_share(day) * slowed * chance.uniform(0.75, 1.25)))
        willing = records_chance * (1 - p.CHECK_IN_FALL_BY_DAY_90 * min(day, 90) / 90)
        yield SimulatedDay(
            day=day,
            back=_score(back_level),
            leg=_score(leg_level),
            back_worst=_score(back_level + abs(chance.gauss(1, 0.8))),
            leg_worst=_score(leg_level + abs(chance.gauss(1, 0.8))),
            steps=min(steps, 60_000),
            walking_minutes=min(600, round(steps / p.STEPS_A_WALKING_MINUTE)),
            records=chance.random() < willing and day < drops_out_on,
        )


def _steps_share(day: int) -> float:
    points = p.STEPS_SHARE
    for (day_a, share_a), (day_b, share_b) in pairwise(points):
        if day < day_b:
            return share_a + (share_b - share_a) * (day - day_a) / (day_b - day_a)
    return points[-1][1]


def _score(level: float) -> int:
    return min(10, max(0, round(level)))
