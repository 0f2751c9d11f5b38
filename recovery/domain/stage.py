"""The stages of recovery and how often a check-in is due in each [D] (CLINICAL.md 4)."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    BEFORE = "before"
    FIRST_DAYS = "first_days"
    EARLY_HEALING = "early_healing"
    BUILDING_UP = "building_up"
    GETTING_STRONGER = "getting_stronger"
    BACK_TO_LIFE = "back_to_life"
    LONG_TERM = "long_term"


class Rhythm(StrEnum):
    """How often a check-in is due: in a stage, or for one patient where the physiotherapist says otherwise."""

    DAILY = "daily"
    EVERY_SECOND_DAY = "every_second_day"
    TWICE_A_WEEK = "twice_a_week"
    WEEKLY = "weekly"
    NONE = "none"


RHYTHM_CHOSEN: dict[Rhythm, float | None] = {
    Rhythm.DAILY: 1,
    Rhythm.EVERY_SECOND_DAY: 2,
    Rhythm.TWICE_A_WEEK: 3.5,
    Rhythm.WEEKLY: 7,
    Rhythm.NONE: None,
}
"""Days from one due check-in to the next; None where none is due [D]."""

SHIPPED_RHYTHMS: dict[Stage, Rhythm] = {
    Stage.BEFORE: Rhythm.NONE,
    Stage.FIRST_DAYS: Rhythm.DAILY,
    Stage.EARLY_HEALING: Rhythm.DAILY,
    Stage.BUILDING_UP: Rhythm.EVERY_SECOND_DAY,
    Stage.GETTING_STRONGER: Rhythm.TWICE_A_WEEK,
    Stage.BACK_TO_LIFE: Rhythm.WEEKLY,
    Stage.LONG_TERM: Rhythm.NONE,
}
"""The rhythm of each stage until a clinic's lead signs off another [D]."""

RHYTHM_DAYS: dict[Stage, float | None] = {stage: RHYTHM_CHOSEN[rhythm] for stage, rhythm in SHIPPED_RHYTHMS.items()}


@dataclass(frozen=True, slots=True)
class StageSpan:
    """A stage from `first_day` to `last_day`, both included, in days since the operation; None is open-ended."""

    stage: Stage
    first_day: int | None
    last_day: int | None

    def __contains__(self, day: object) -> bool:
        return (
            isinstance(day, int)
            and (self.first_day is None or day >= self.first_day)
            and (self.last_day is None or day <= self.last_day)
        )
