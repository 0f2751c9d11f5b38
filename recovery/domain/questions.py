"""What to ask when [D] (CLINICAL.md 12). What a stage does not need is folded away, never refused.

Before a stage is set (cervical operations) the questions are those of the first days.
"""

from dataclasses import dataclass
from enum import StrEnum

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
    Stage.BACK_TO_LIFE: Asked((Question.WALKING,)),
    Stage.LONG_TERM: Asked((Question.WALKING,)),
}
_WEEKLY_STAGES = (Stage.BUILDING_UP, Stage.GETTING_STRONGER)
_WEEKLY = (Question.SITTING, Question.STEPS, Question.STAIRS)


def asked(stage: Stage | None, *, is_weekly_due: bool) -> Asked:
    """`is_weekly_due`: sitting, steps and stairs were not recorded in the last 7 days; read only where weekly."""
    base = _ASKED[stage or Stage.FIRST_DAYS]
    if stage in _WEEKLY_STAGES and is_weekly_due:
        return Asked(base.open + _WEEKLY)
    return base
