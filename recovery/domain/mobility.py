"""What is recorded of moving about, and its bounds (CLINICAL.md 2; references in docs/clinical-basis.md)."""

from enum import StrEnum

from recovery.domain.bounds import Bounds

WALKING_MINUTES = Bounds(0, 600)
STEPS = Bounds(0, 60_000)
SITTING_MINUTES = Bounds(0, 480)


class WalkingAid(StrEnum):
    NONE = "none"
    ONE_STICK = "one_stick"
    TWO_STICKS = "two_sticks"
    FRAME = "frame"
    WHEELCHAIR = "wheelchair"


class Stairs(StrEnum):
    NOT_TRIED = "not_tried"
    WITH_HELP = "with_help"
    WITH_RAIL = "with_rail"
    FREELY = "freely"
