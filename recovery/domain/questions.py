"""What to ask when [D] (CLINICAL.md 12). What a stage does not need is folded away, never refused.

Before a stage is set (cervical operations) the questions are those of the first days.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recovery.domain.activities import ASKED_EVERY
from recovery.domain.stage import Stage


class Question(StrEnum):
    WALKING = "walking"
    SITTING = "sitting"
    STEPS = "steps"
    AID = "aid"
    STAIRS = "stairs"


@dataclass(frozen=True, slots=True)
class Asked:
    """`open` stand on the form, the rest of Question is folded. Pain and warning signs are always asked."""

    open: tuple[Question, ...]

    @property
    def folded(self) -> tuple[Question, ...]:
        return tuple(question for question in Question if question not in self.open)


_ASKED = {
    Stage.BEFORE: Asked((Question.WALKING, Question.AID)),
    Stage.FIRST_DAYS: Asked((Question.WALKING,)),
    Stage.EARLY_HEALING: Asked((Question.WALKING, Question.SITTING)),
    Stage.BUILDING_UP: Asked((Question.WALKING,)),
    Stage.GETTING_STRONGER: Asked((Question.WALKING,)),
    Stage.BACK_TO_LIFE: Asked(()),
    Stage.LONG_TERM: Asked(()),
}
_WEEKLY_STAGES = (Stage.BUILDING_UP, Stage.GETTING_STRONGER)
_WEEKLY = (Question.SITTING, Question.STEPS, Question.STAIRS)


def asked(stage: Stage | None, *, is_weekly_due: bool, held: Collection[Question] = ()) -> Asked:
    """`is_weekly_due`: sitting, steps and stairs were not recorded in the last 7 days; read only where weekly. What a
    form holds already (`held`) stands open whatever the stage.
    """
    open_now = set(_ASKED[stage or Stage.FIRST_DAYS].open) | set(held)
    if stage in _WEEKLY_STAGES and is_weekly_due:
        open_now |= set(_WEEKLY)
    return Asked(tuple(question for question in Question if question in open_now))


def are_activities_due(stage: Stage | None, last_scored_on: date | None, today: date) -> bool:
    """Before surgery and then every 30 days, but not in the first days; then they stand folded."""
    is_time = last_scored_on is None or today - last_scored_on >= ASKED_EVERY
    return is_time and stage not in {None, Stage.FIRST_DAYS}
