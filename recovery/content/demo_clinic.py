"""The demo's clinic as values: people, plans, entries and appointments, the same again from a seed and a day.

Patients follow the synthetic cohort of CLINICAL.md 7; each story adds what a physiotherapist would look at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from recovery.content import demo_names
from recovery.content.demo_asks import DemoAsks, asks_of, with_scores
from recovery.content.demo_entries import DemoEntry, Diary, entries_before, entries_of
from recovery.content.demo_known import with_known_before
from recovery.content.demo_plans import exercises_for
from recovery.content.demo_reviews import DemoReview, reviews_of
from recovery.content.demo_story import Story, Twist, stories
from recovery.content.starter_library import Exercise
from recovery.domain.access import Role
from recovery.domain.calendar import day_in_zone
from recovery.domain.cohort import simulate
from recovery.domain.opening_hours import OpeningHours
from recovery.domain.operation import Operation, Region, Side
from recovery.domain.pathway import pathway_of
from recovery.domain.stage import Stage
from recovery.domain.therapy import PlanVersion, Prescription

ZONE = "Europe/London"
HOURS = OpeningHours({weekday: (time(8), time(18)) for weekday in range(1, 8)}, {})
LONGEST_HISTORY = 400
"""Days of entries at most."""
JOINED_BEFORE = timedelta(days=14)
"""When a patient joined, before the operation."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    email: str
    given_name: str
    family_name: str
    role: Role


@dataclass(frozen=True, slots=True)
class DemoAppointment:
    purpose: str
    place: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class DemoPatient:
    """`physiotherapist` is an email; "" where nobody has the patient in their care any more."""

    person: DemoPerson
    number: int
    born_on: date
    phone: str
    joined_at: datetime
    physiotherapist: str
    story: Story
    operation: Operation
    back_before: int
    leg_before: int
    plans: tuple[PlanVersion, ...]
    entries: tuple[DemoEntry, ...]
    appointment: DemoAppointment | None
    asks: DemoAsks
    reviews: tuple[DemoReview, ...] = ()


STAFF = (
    DemoPerson("physio@demo.example", "", "", Role.PHYSIOTHERAPIST),
    DemoPerson("physio2@demo.example", "", "", Role.PHYSIOTHERAPIST),
    DemoPerson("lead@demo.example", "", "", Role.LEAD),
)


def staff(seed: int) -> tuple[DemoPerson, ...]:
    """The accounts of the staff; their names are made by the seed."""
    names = list(_names(seed))[-len(STAFF) :]
    return tuple(DemoPerson(each.email, *name, each.role) for each, name in zip(STAFF, names, strict=True))


def patients(seed: int, count: int, now: datetime) -> Iterator[DemoPatient]:
    """`count` of them, one at a time, so that whoever writes them can show how far it is."""
    names = list(_names(seed))
    for index, story in enumerate(stories(count)):
        yield _patient(seed, index, story, names[index % (len(names) - len(STAFF))], now)


def _names(seed: int) -> Iterator[tuple[str, str]]:
    """Given and family names, each pair once."""
    chance = Random(f"{seed}/names")
    given, family = list(demo_names.GIVEN), list(demo_names.FAMILY)
    chance.shuffle(given)
    chance.shuffle(family)
    for turn in range(len(family)):
        for place, name in enumerate(given):
            yield name, family[(place + turn) % len(family)]


def _patient(seed: int, index: int, story: Story, name: tuple[str, str], now: datetime) -> DemoPatient:
    chance = Random(f"{seed}/{index}")
    today = day_in_zone(now, story.zone)
    operation = _operation(chance, story, today)
    days = min(LONGEST_HISTORY, max(0, story.day))
    simulated = with_known_before(simulate(operation.slowest, seed=seed, index=index, days=days), story.twist)
    plans = () if story.twist is Twist.NO_PLAN else tuple(_plans(chance, operation, today))
    diary = Diary(story, operation, simulated, plans, chance, now)
    born_on = _birth_date(chance)
    entries = (*entries_before(diary), *entries_of(diary)) if _begins(story) else ()
    asks = asks_of(seed, index, entries, now)
    return DemoPatient(
        person=DemoPerson(story.email or f"patient{index + 1}@demo.example", *name, Role.PATIENT),
        number=1001 + index,
        born_on=born_on,
        phone=f"07700 900{100 + index % 900:03d}",
        joined_at=_joined_at(operation, now),
        physiotherapist=_physiotherapist(index, story),
        story=story,
        operation=operation,
        back_before=simulated.back_before,
        leg_before=simulated.leg_before,
        plans=plans,
        entries=tuple(with_scores(entries, asks.activities)),
        appointment=_appointment(chance, index, now),
        asks=asks,
        reviews=reviews_of(story.twist, today, now),
    )


def _begins(story: Story) -> bool:
    return story.twist is not Twist.NEVER_BEGAN


def _birth_date(chance: Random) -> date:
    return date(chance.randint(1944, 1994), chance.randint(1, 12), chance.randint(1, 28))


def _joined_at(operation: Operation, now: datetime) -> datetime:
    joined = datetime.combine(operation.operated_on - JOINED_BEFORE, time(11), ZoneInfo(ZONE))
    return min(joined, now - timedelta(days=3))


def _physiotherapist(index: int, story: Story) -> str:
    """Whose story is known is with the first one, and so are two thirds of the others."""
    if story.twist is Twist.ALONE:
        return ""
    is_second = story.is_second or (story.twist is Twist.NONE and index % 3 == 2)
    return STAFF[is_second].email


def _operation(chance: Random, story: Story, today: date) -> Operation:
    levels = ("C5-C6", "C6-C7") if story.region is Region.CERVICAL else ("L3-L4", "L4-L5", "L5-S1")
    return Operation(
        procedures=frozenset(story.procedures),
        approach=story.approach,
        region=story.region,
        operated_on=today - timedelta(days=story.day),
        levels=chance.choice(levels),
        side=chance.choice((Side.LEFT, Side.RIGHT, Side.BOTH)),
        surgeon=chance.choice(demo_names.SURGEONS),
    )


def _plans(chance: Random, operation: Operation, today: date) -> Iterator[PlanVersion]:
    """A version at the beginning of each stage that has begun."""
    region, version = operation.region, 0
    if region is Region.CERVICAL:
        yield PlanVersion(
            1, operation.operated_on, _prescriptions(chance, exercises_for(Stage.FIRST_DAYS, operation.slowest, region))
        )
        return
    for span in pathway_of(operation).spans:
        from_on = operation.operated_on + timedelta(days=span.first_day or 0)
        exercises = exercises_for(span.stage, operation.slowest, region)
        if exercises and from_on <= today:
            version += 1
            yield PlanVersion(version, from_on, _prescriptions(chance, exercises))


def _prescriptions(chance: Random, exercises: tuple[Exercise, ...]) -> tuple[Prescription, ...]:
    return tuple(
        Prescription(
            id=UUID(int=chance.getrandbits(128), version=4),
            name=each.name,
            how_to=each.how_to,
            weekdays=each.weekdays,
            times_a_day=each.times_a_day,
            sets=each.sets,
            repetitions=each.repetitions,
            hold_seconds=each.hold_seconds,
            minutes=each.minutes,
        )
        for each in exercises
    )


def _appointment(chance: Random, index: int, now: datetime) -> DemoAppointment | None:
    """Ahead, for the first patient and a third of the others; on the clinic's clock."""
    if index % 3:
        return None
    on = day_in_zone(now, ZONE) + timedelta(days=chance.randint(1, 12))
    on += timedelta(days=max(0, 7 - on.weekday()) if on.weekday() >= 5 else 0)
    starts_at = datetime.combine(on, time(chance.randint(9, 15), chance.choice((0, 15, 30))), ZoneInfo(ZONE))
    return DemoAppointment("Review", f"Riverside, room {chance.randint(1, 6)}", starts_at)
