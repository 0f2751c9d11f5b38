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


RHYTHM_DAYS: dict[Stage, float | None] = {
    Stage.BEFORE: None,
    Stage.FIRST_DAYS: 1,
    Stage.EARLY_HEALING: 1,
    Stage.BUILDING_UP: 2,
    Stage.GETTING_STRONGER: 3.5,
    Stage.BACK_TO_LIFE: 7,
    Stage.LONG_TERM: None,
}
"""Days from one due check-in to the next; None where none is due [D]."""


class Rhythm(StrEnum):
    """How often a check-in is due for one patient, where the physiotherapist says otherwise than the stage."""

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
"""The same for a rhythm that a physiotherapist chose."""


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
