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


@dataclass(frozen=True, slots=True)
class Story:
    """`day` is the day number on the demo's day; `email` is set for the accounts that are told."""

    procedures: tuple[Procedure, ...]
    day: int
    approach: Approach = Approach.OPEN
    region: Region = Region.LUMBAR
    status: EpisodeStatus = EpisodeStatus.ACTIVE
    twist: Twist = Twist.NONE
    email: str = ""
    zone: str = "Europe/London"

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
    Story((F, L), 67, twist=Twist.GAPS),
    Story((L,), 31, twist=Twist.TODAY_SIGN),
    Story((D,), 88, twist=Twist.DROPPED_OUT),
    Story((D,), 16, region=Region.CERVICAL),
    Story((F,), 130, zone="Asia/Kolkata"),
    Story((L,), 45, status=EpisodeStatus.PAUSED),
    Story((F,), 6, status=EpisodeStatus.IN_HOSPITAL),
    Story((D,), 220, status=EpisodeStatus.DISCHARGED),
    Story((F,), -9),
    Story((L,), 380, zone="Europe/Lisbon"),
    Story((D,), 71, MINIMALLY, twist=Twist.NO_PLAN),
    Story((L, D), 35, twist=Twist.ALONE),
    Story((F,), 205, zone="Pacific/Auckland"),
    Story((L,), 11, twist=Twist.SILENT),
)
DAYS = (2, 17, 44, 60, 95, 190, -4, 26, 8, 340, 50, 120, 33, 14, 75, 290, 400, 21)


def stories(count: int) -> Iterator[Story]:
    """`count` of them: the named accounts first, then those with a twist, then every procedure on every kind of day."""
    told = (*NAMED, *TOLD)
    yield from told[:count]
    for index in range(count - len(told)):
        procedure = (D, L, F)[index % 3]
        approach = MINIMALLY if index % 4 == 1 else Approach.OPEN
        yield Story((procedure,), DAYS[index % len(DAYS)] + index // len(DAYS), approach)
