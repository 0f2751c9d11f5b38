"""Physical therapy: prescriptions in a plan version, and what one therapy session holds.

A unit is one prescription at one due time of a named weekday [D] (CLINICAL.md 3). Weekdays are ISO: 1 is Monday.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from recovery.domain.bounds import Bounds
from recovery.domain.pain import NRS

EFFORT = Bounds(0, 10)
"""0 rest, 2 light, 4 moderate, 6 hard, 8 very hard, 10 most possible: our own words, not the licensed Borg text."""
SETS = Bounds(0, 20)
REPETITIONS = Bounds(0, 200)
MINUTES = Bounds(0, 240)
HOLD_SECONDS = Bounds(0, 300)
AMOUNTS = ("sets", "repetitions", "hold_seconds", "minutes")
"""In which how much can be prescribed."""
TIMES_A_DAY = Bounds(1, 6)
USUAL_EXERCISES = 5
"""Fewer are done more often; 3 to 5 by default (CLINICAL.md 3). More are allowed, with a warning."""
SHARES = (25, 50, 75)
"""Percent of a unit that "partly" can stand for."""
NOTE_LENGTH = 2000
EXTRA_LENGTH = 120
MOST_EXTRAS = 5


@dataclass(frozen=True, slots=True)
class Prescription:
    """One exercise in a plan version: an amount (sets with repetitions or a hold in seconds, or minutes) and when.

    `from_on` and `until_on`, both included, narrow it within its version; None is open.
    """

    id: UUID
    name: str
    how_to: str
    weekdays: frozenset[int]
    times_a_day: int = 1
    sets: int | None = None
    repetitions: int | None = None
    hold_seconds: int | None = None
    minutes: int | None = None
    from_on: date | None = None
    until_on: date | None = None

    def is_due_on(self, day: date) -> bool:
        has_begun = self.from_on is None or self.from_on <= day
        has_ended = self.until_on is not None and self.until_on < day
        return day.isoweekday() in self.weekdays and has_begun and not has_ended


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """One prescription at one due time of a day. `time` counts from 1."""

    prescription_id: UUID
    time: int


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """The prescriptions in force from `from_on` until the next version begins; `made_by` is a name."""

    version: int
    from_on: date
    prescriptions: tuple[Prescription, ...]
    made_by: str = ""
    why: str = ""

    @property
    def units_a_week(self) -> int:
        """Of a week in which every prescription is due."""
        return sum(len(each.weekdays) * each.times_a_day for each in self.prescriptions)

    def due_on(self, day: date) -> tuple[Prescription, ...]:
        return tuple(prescription for prescription in self.prescriptions if prescription.is_due_on(day))

    def units_on(self, day: date) -> tuple[Unit, ...]:
        return tuple(
            Unit(prescription.id, time)
            for prescription in self.due_on(day)
            for time in range(1, prescription.times_a_day + 1)
        )


def plan_in_force(versions: tuple[PlanVersion, ...], day: date) -> PlanVersion | None:
    """The newest version that had begun by `day`, so that a later change never touches a past day.

    The newest is the one made last: a plan that was made for next week gives way to one made later for today.
    """
    begun = [version for version in versions if version.from_on <= day]
    return max(begun, key=lambda version: version.version, default=None)


class Outcome(StrEnum):
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


class WhyNot(StrEnum):
    PAIN = "pain"
    TIRED = "tired"
    UNWELL = "unwell"
    NO_TIME = "no_time"
    FORGOT = "forgot"
    UNSURE_HOW = "unsure_how"
    OTHER = "other"


class WhyStopped(StrEnum):
    PAIN = "pain"
    TIRED = "tired"
    DIZZY = "dizzy"
    UNWELL = "unwell"
    NO_TIME = "no_time"
    UNSURE_HOW = "unsure_how"
    OTHER = "other"


STOP_AND_REST = (WhyStopped.PAIN, WhyStopped.DIZZY)
"""Stop and rest if pain goes past 5 or clearly up, or when dizzy (CLINICAL.md 3): the warning signs are shown then."""


class Morning(StrEnum):
    """How the pain of a session was on the next morning (CLINICAL.md 3: settled by next morning)."""

    SETTLED = "settled"
    NOT_SETTLED = "not_settled"


@dataclass(frozen=True, slots=True)
class UnitDone:
    """What became of one unit. `share` is percent and only for partly; `why` only for partly or not done;
    the amounts are what was really done, where the patient said so.
    """

    unit: Unit
    outcome: Outcome
    share: int | None = None
    why: WhyNot | None = None
    sets: int | None = None
    repetitions: int | None = None
    minutes: int | None = None

    def __post_init__(self) -> None:
        if (self.outcome is Outcome.PARTLY) != (self.share in SHARES):
            raise ValueError("partly needs a share, and only partly has one")
        if self.outcome is Outcome.DONE and self.why is not None:
            raise ValueError("a unit that was done needs no reason")
        SETS.require("sets", self.sets)
        REPETITIONS.require("repetitions", self.repetitions)
        MINUTES.require("minutes", self.minutes)

    @property
    def done_share(self) -> float:
        """0 to 1 of the unit."""
        if self.outcome is Outcome.PARTLY:
            return (self.share or 0) / 100
        return 1.0 if self.outcome is Outcome.DONE else 0.0


@dataclass(frozen=True, slots=True)
class Extra:
    """Something done outside the plan. It never counts towards adherence."""

    name: str
    minutes: int | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > EXTRA_LENGTH:
            raise ValueError("an extra needs a name of at most 120 characters")
        MINUTES.require("minutes", self.minutes)


class EmptySession(ValueError):  # noqa: N818 - named for what it is
    """No exercise, no extra, no score and no note."""


@dataclass(frozen=True, slots=True)
class TherapySession:
    """Exercises done on one day. Pain during is NRS 0-10, effort 0-10. Only a session that was stopped early has a
    reason for it. Raises EmptySession, OutOfBounds or ValueError.
    """

    recorded_on: date
    units: tuple[UnitDone, ...] = ()
    extras: tuple[Extra, ...] = ()
    pain_during: int | None = None
    effort: int | None = None
    is_stopped_early: bool = False
    why_stopped: WhyStopped | None = None
    someone_helped: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        NRS.require("pain_during", self.pain_during)
        EFFORT.require("effort", self.effort)
        if self.why_stopped and not self.is_stopped_early:
            raise ValueError("only a session that was stopped early has a reason for it")
        if len(self.note) > NOTE_LENGTH or len(self.extras) > MOST_EXTRAS:
            raise ValueError("too long a note or too many extras")
        if not (self.units or self.extras or self.note or self.is_stopped_early) and (
            self.pain_during is None and self.effort is None
        ):
            raise EmptySession
