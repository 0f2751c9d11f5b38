"""Who the demo's made-up patients are: operation, day, and what makes each worth a look."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from recovery.domain.episode import EpisodeStatus
from recovery.domain.operation import Approach, Procedure, Region


class Twist(StrEnum):
    NONE = "none"
    EMERGENCY_SIGN = "emergency sign"
    TODAY_SIGN = "today sign"
    SILENT = "silent"
    DROPPED_OUT = "dropped out"
    NEVER_BEGAN = "never began"
    PERFECT = "perfect"
    GAPS = "gaps"
    NO_PLAN = "no plan"
    ALONE = "without a physiotherapist"
    NOT_TODAY = "not today"
    SIGN_TAKEN_BACK = "a sign taken back"
    PAIN_HIGH = "pain high"
    NOT_BEARABLE = "not bearable"
    BACK_UP = "back up"
    LEG_UP = "leg up"
    WALKING_DOWN = "walking down"
    STEPS_DOWN = "steps down"
    EXERCISE_PAIN = "pain in exercises"
    NOT_SETTLED = "not settled by next morning"
    NOT_WELL = "not well"
    LOW_ADHERENCE = "few exercises done"
    LEG_NOT_DOWN = "leg not down"
    EXPECTED = "an expected level"
    CALL_PLANNED = "a call planned"
    STEADY = "steady"


@dataclass(frozen=True, slots=True)
class Story:
    """`day` is the day number on the demo's day; `email` is set for the accounts that are told; `is_second` where the
    second physiotherapist has the patient.
    """

    procedures: tuple[Procedure, ...]
    day: int
    approach: Approach = Approach.OPEN
    region: Region = Region.LUMBAR
    status: EpisodeStatus = EpisodeStatus.ACTIVE
    twist: Twist = Twist.NONE
    email: str = ""
    zone: str = "Europe/London"
    is_second: bool = False

    @property
    def is_named(self) -> bool:
        return bool(self.email)


F, L, D = Procedure.FUSION, Procedure.LAMINECTOMY, Procedure.DISCECTOMY
MINIMALLY = Approach.MINIMALLY_INVASIVE

NAMED = (
    Story((F,), 12, MINIMALLY, twist=Twist.NOT_TODAY, email="fusion@demo.example"),
    Story((D,), 40, twist=Twist.GAPS, email="discectomy@demo.example"),
    Story((L,), 3, twist=Twist.NEVER_BEGAN, email="laminectomy@demo.example"),
)
TOLD = (
    Story((F,), 19, twist=Twist.EMERGENCY_SIGN),
    Story((D,), 9, MINIMALLY, twist=Twist.TODAY_SIGN),
    Story((L,), 24, twist=Twist.SILENT),
    Story((D,), 52, twist=Twist.PERFECT),
    Story((F, L), 67, twist=Twist.WALKING_DOWN),
    Story((L,), 31, twist=Twist.TODAY_SIGN, is_second=True),
    Story((D,), 88, twist=Twist.DROPPED_OUT),
    Story((D,), 20, region=Region.CERVICAL, twist=Twist.LEG_UP),
    Story((F,), 130, twist=Twist.PAIN_HIGH, zone="Asia/Kolkata"),
    Story((D,), 24, twist=Twist.LEG_UP),
    Story((F,), 33, twist=Twist.BACK_UP),
    Story((D,), 220, status=EpisodeStatus.DISCHARGED, is_second=True),
    Story((F,), -9),
    Story((L,), 380, zone="Europe/Lisbon"),
    Story((D,), 71, MINIMALLY, twist=Twist.NO_PLAN, is_second=True),
    Story((L, D), 35, twist=Twist.ALONE),
    Story((F,), 205, twist=Twist.STEADY, zone="Pacific/Auckland"),
    Story((L,), 11, twist=Twist.SILENT, is_second=True),
    Story((L,), 17, MINIMALLY, twist=Twist.NOT_BEARABLE),
    Story((D,), 30, twist=Twist.EXERCISE_PAIN),
    Story((L,), 30, twist=Twist.LOW_ADHERENCE),
    Story((D,), 36, twist=Twist.NOT_SETTLED),
    Story((L,), 20, twist=Twist.NOT_WELL),
    Story((D,), 33, twist=Twist.SIGN_TAKEN_BACK),
    Story((D,), 48, twist=Twist.LEG_NOT_DOWN),
    Story((F,), 75, twist=Twist.STEPS_DOWN),
    Story((L,), 61, twist=Twist.EXPECTED),
    Story((D,), 29, twist=Twist.CALL_PLANNED),
    Story((L,), 45, status=EpisodeStatus.PAUSED),
    Story((F,), 6, status=EpisodeStatus.IN_HOSPITAL),
)
DROPPED_OUT_DAYS = 41
"""Since the last entry of who dropped out."""
DAYS = (2, 17, 44, 60, 95, 190, -4, 26, 8, 340, 50, 120, 33, 14, 75, 290, 400, 21)


def stories(count: int) -> Iterator[Story]:
    """`count` of them: the named accounts first, then those with a twist, then every procedure on every kind of day."""
    told = (*NAMED, *TOLD)
    yield from told[:count]
    for index in range(count - len(told)):
        procedure = (D, L, F)[index % 3]
        approach = MINIMALLY if index % 4 == 1 else Approach.OPEN
        yield Story((procedure,), DAYS[index % len(DAYS)] + index // len(DAYS), approach)
