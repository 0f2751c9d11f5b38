"""What a physiotherapist decides about the stages of one patient (CLINICAL.md 4). Nothing of it clears an activity.

Days are counted since the operation, so a corrected date of the operation keeps them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from recovery.domain.stage import Stage


class Kind(StrEnum):
    """HOLD keeps the stage that stands, STEP_BACK an earlier one: each until a day or until it is lifted. MOVE begins a
    later one (or the first that is set after a cervical operation). DAYS sets when stages begin that are ahead. LIFT
    ends a hold or a step back. BY_CLINIC follows the clinic's days again.
    """

    HOLD = "hold"
    MOVE = "move"
    STEP_BACK = "step_back"
    DAYS = "days"
    LIFT = "lift"
    BY_CLINIC = "by_clinic"


KEEPING = (Kind.HOLD, Kind.STEP_BACK)


@dataclass(frozen=True, slots=True)
class StageDecision:
    """It counts from `from_day` on and replaces from there what was decided before. `stage` is set for HOLD, MOVE and
    STEP_BACK. On `until_day` the next stage begins; None is until it is lifted. `begins` is for DAYS. `by` is a name,
    `by_given_name` what the patient reads.
    """

    kind: Kind
    from_day: int
    stage: Stage | None = None
    until_day: int | None = None
    begins: Mapping[Stage, int] = field(default_factory=dict)
    why: str = ""
    by: str = ""
    by_given_name: str = ""
    at: datetime | None = None

    def keeps_on(self, day: int) -> bool:
        """Whether it keeps a stage on that day, so that no later one has a day that can be told."""
        return self.kind in KEEPING and day >= self.from_day and (self.until_day is None or day < self.until_day)


class Problem(StrEnum):
    """Why a decision cannot be taken."""

    IN_THE_PAST = "in_the_past"
    NO_SUCH_STAGE = "no_such_stage"
    MOVE_WITH_END = "move_with_end"
    END_WITHOUT_DAYS = "end_without_days"
    ENDS_TOO_SOON = "ends_too_soon"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    NOT_IN_ORDER = "not_in_order"
    SO_ALREADY = "so_already"


def as_text(decision: StageDecision) -> str:
    """What a change of the record holds of it: "hold 40 early_healing 52", "days 20 building_up:49", "lift 50"."""
    begins = [f"{stage.value}:{day}" for stage, day in decision.begins.items()]
    stage = [decision.stage.value] if decision.stage else []
    until = [str(decision.until_day)] if decision.until_day is not None else []
    return " ".join([decision.kind.value, str(decision.from_day), *stage, *until, *begins])


def from_text(text: str) -> StageDecision:
    """The other way round. Raises ValueError for anything else."""
    kind, from_day, *rest = text.split(" ")
    if kind == Kind.DAYS:
        pairs = (each.split(":") for each in rest)
        return StageDecision(Kind.DAYS, int(from_day), begins={Stage(stage): int(day) for stage, day in pairs})
    stage, until = [*rest, "", ""][:2]
    return StageDecision(Kind(kind), int(from_day), Stage(stage) if stage else None, int(until) if until else None)
