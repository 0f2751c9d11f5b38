"""Which made-up people an evaluation of the rules follows: a cohort as it comes, and more people to whom something
happens.

Two of a hundred patients have a re-herniation, so a cohort alone would say little of how many are found. The people
with an event are further members of the same world: of its next indices all that have one are followed, and nobody
else. Rates come from the cohort alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recovery.domain.cohort import EventKind, SimulatedPatient, simulate
from recovery.domain.cohort_parameters import PARAMETERS
from recovery.domain.evaluation import Conduct, PatientResult, evaluate
from recovery.domain.operation import Procedure

CHUNK = 50
FIRST_WITH_EVENT = 1_000_000
"""No cohort is as large, so that nobody is followed twice."""


@dataclass(frozen=True, slots=True)
class World:
    """One seed's patients of a procedure, with so much noise from day to day (NRS points) and for so many days."""

    procedure: Procedure
    seed: int
    daily_sd: float
    days: int


@dataclass(frozen=True, slots=True)
class Sample:
    """Indices from `first` on, `size` of them; with `kind` only those to whom it happens. `variant` is a name of
    rule_variants.py.
    """

    variant: str
    world: World
    first: int
    size: int
    kind: EventKind | None = None


def cohort_samples(variant: str, world: World, patients: int) -> Iterator[Sample]:
    for first in range(0, patients, CHUNK):
        yield Sample(variant, world, first, min(CHUNK, patients - first))


def event_samples(variant: str, world: World, kind: EventKind, events: int) -> Iterator[Sample]:
    """So many indices that `events` are to be expected among them."""
    parameters = PARAMETERS[world.procedure]
    chance = parameters.infection if kind is EventKind.INFECTION else parameters.re_herniation_by_day_90
    for first in range(0, events, CHUNK):
        start, size = round(first / chance), round(min(CHUNK, events - first) / chance)
        yield Sample(variant, world, FIRST_WITH_EVENT + start, size, kind)


def results_of(sample: Sample, conduct: Conduct) -> tuple[PatientResult, ...]:
    return tuple(evaluate(each, conduct, sample.world.seed) for each in _people(sample))


def _people(sample: Sample) -> Iterable[SimulatedPatient]:
    for index in range(sample.first, sample.first + sample.size):
        if sample.kind is None or _has(sample.kind, sample.world, index):
            yield _simulate(sample.world, index, sample.world.days)


def _has(kind: EventKind, world: World, index: int) -> bool:
    """What happens to somebody is drawn before their days, so one day is enough to know."""
    return any(event.kind is kind for event in _simulate(world, index, days=1).events)


def _simulate(world: World, index: int, days: int) -> SimulatedPatient:
    return simulate(world.procedure, seed=world.seed, index=index, days=days, daily_sd=world.daily_sd)
