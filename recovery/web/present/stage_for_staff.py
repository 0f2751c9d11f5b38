"""What was decided about a patient's stage, in words for staff. Days are counted since the operation."""

from collections.abc import Mapping

from recovery.domain.stage import Stage
from recovery.domain.stage_decision import Kind, StageDecision, from_text
from recovery.web.present.listed import listed
from recovery.web.present.operation_words import stage_name


def decided_words(before: str, decision: StageDecision) -> str:
    """Held in early healing from day 40 until day 52. `before` is the stage that stood then, or the days planned."""
    if decision.kind is Kind.DAYS:
        return _days_words(from_text(before).begins, decision.begins)
    if decision.kind is Kind.LIFT:
        return f"Stage no longer held, from day {decision.from_day}"
    if decision.kind is Kind.BY_CLINIC:
        return f"The stages follow the clinic’s days again, from day {decision.from_day}"
    name = stage_name(decision.stage).lower() if decision.stage else ""
    if decision.kind is Kind.HOLD:
        return f"Held in {name} from day {decision.from_day}, {_end(decision)}"
    now = f", before that {stage_name(Stage(before)).lower()}" if before else ""
    if decision.kind is Kind.MOVE:
        return f"Stage: {name} from day {decision.from_day}{now}"
    return f"Stepped back to {name} from day {decision.from_day}, {_end(decision)}{now}"


def _end(decision: StageDecision) -> str:
    return f"until day {decision.until_day}" if decision.until_day is not None else "until it is lifted"


def _days_words(before: Mapping[Stage, int], after: Mapping[Stage, int]) -> str:
    told = [f"{stage_name(stage)} begins on day {day} instead of {before[stage]}" for stage, day in after.items()]
    return listed(told)
