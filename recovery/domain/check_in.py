"""What one check-in is, and which days it may be for. An entry must hold something; missing stays missing."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from recovery.domain.activities import ActivityScore
from recovery.domain.calendar import latest_day_on_earth
from recovery.domain.mobility import SITTING_MINUTES, STEPS, WALKING_MINUTES, Stairs, WalkingAid
from recovery.domain.pain import NRS
from recovery.domain.therapy import Morning
from recovery.domain.warning_answer import NOT_ANSWERED, WarningAnswer

FIRST_DAY_BEFORE_OPERATION = timedelta(days=90)
"""Scores before surgery are baseline for at most this long [D]."""

NOTE_LENGTH = 2000

BOUNDS = {
    "back_pain_average": NRS,
    "back_pain_worst": NRS,
    "leg_pain_average": NRS,
    "leg_pain_worst": NRS,
    "walking_minutes": WALKING_MINUTES,
    "longest_walk_minutes": WALKING_MINUTES,
    "steps": STEPS,
    "sitting_minutes": SITTING_MINUTES,
}
"""Closed range of every number in a check-in, by field name: the one place forms and rows read them from."""


class EmptyCheckIn(ValueError):  # noqa: N818 - named for what it is
    """Nothing was recorded: no score, no mobility, no answer about warning signs, no note."""


class NoteTooLong(ValueError):  # noqa: N818
    """The note is over NOTE_LENGTH characters."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Pain is NRS 0-10 over the last 24 hours; minutes and steps are of `recorded_on`, the day the patient saw.

    `leg_*` holds arm pain and `back_*` neck pain after a cervical operation: names stay, labels follow the region.
    `morning` tells how the pain was on the morning after the session `morning_after`. `activities` holds one score an
    activity. Raises OutOfBounds, EmptyCheckIn, NoteTooLong or ValueError: an impossible check-in cannot be built.
    """

    recorded_on: date
    back_pain_average: int | None = None
    back_pain_worst: int | None = None
    leg_pain_average: int | None = None
    leg_pain_worst: int | None = None
    bearable: bool | None = None
    walking_minutes: int | None = None
    longest_walk_minutes: int | None = None
    steps: int | None = None
    walking_aid: WalkingAid | None = None
    stairs: Stairs | None = None
    sitting_minutes: int | None = None
    morning_after: UUID | None = None
    morning: Morning | None = None
    activities: tuple[ActivityScore, ...] = ()
    warning_signs: WarningAnswer = NOT_ANSWERED
    someone_helped: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        for name, bounds in BOUNDS.items():
            bounds.require(name, getattr(self, name))
        if (self.morning_after is None) != (self.morning is None):
            raise ValueError("a morning belongs to a session")
        if len({each.activity_id for each in self.activities}) < len(self.activities):
            raise ValueError("one score an activity")
        if len(self.note) > NOTE_LENGTH:
            raise NoteTooLong
        if self.is_empty:
            raise EmptyCheckIn

    @property
    def is_empty(self) -> bool:
        """That someone helped is about the entry, not something recorded."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        held = [value for name, value in values.items() if name not in _NOT_CONTENT and value not in (None, "", ())]
        return not held and not self.warning_signs.is_answered


_NOT_CONTENT = {"recorded_on", "someone_helped", "warning_signs"}


class Oddity(StrEnum):
    """Two answers that rarely go together. Asked about once, then accepted as the patient's own."""

    BACK_AVERAGE_OVER_WORST = "back_average_over_worst"
    LEG_AVERAGE_OVER_WORST = "leg_average_over_worst"
    LONGEST_WALK_OVER_TOTAL = "longest_walk_over_total"


def oddities(check_in: CheckIn) -> tuple[Oddity, ...]:
    pairs = (
        (Oddity.BACK_AVERAGE_OVER_WORST, check_in.back_pain_average, check_in.back_pain_worst),
        (Oddity.LEG_AVERAGE_OVER_WORST, check_in.leg_pain_average, check_in.leg_pain_worst),
        (Oddity.LONGEST_WALK_OVER_TOTAL, check_in.longest_walk_minutes, check_in.walking_minutes),
    )
    return tuple(
        name for name, smaller, larger in pairs if smaller is not None and larger is not None and smaller > larger
    )


JUMP = 4
"""Points from the last score at which the app asks "is 8 right?", once, after saving [D]."""


@dataclass(frozen=True, slots=True)
class Jump:
    """An average that is far from the last one. `site` is "back" or "leg"."""

    site: str
    before: int
    now: int


def jumps(before: Sequence[CheckIn], now: CheckIn) -> tuple[Jump, ...]:
    """`before` are the earlier check-ins, oldest first. Up or down alike: a slip of the thumb goes either way."""
    return tuple(jump for site in ("back", "leg") if (jump := _jump(site, before, now)) is not None)


def _jump(site: str, before: Sequence[CheckIn], now: CheckIn) -> Jump | None:
    name = f"{site}_pain_average"
    known = [score for each in before if (score := getattr(each, name)) is not None]
    score = getattr(now, name)
    if not known or score is None or abs(score - known[-1]) < JUMP:
        return None
    return Jump(site, known[-1], score)


def allowed_days(operated_on: date, now: datetime) -> tuple[date, date]:
    """First and last day an entry may be for: 90 days before the operation to the latest day now on Earth."""
    return operated_on - FIRST_DAY_BEFORE_OPERATION, latest_day_on_earth(now)
