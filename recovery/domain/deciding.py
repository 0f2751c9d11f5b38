"""Which decisions about a patient's stage can be taken, and which kind one is."""

from datetime import date
from itertools import pairwise

from recovery.domain.clinic_stages import AFTER_OPERATION, BEGINS, ClinicStages, InForce
from recovery.domain.episode import Episode
from recovery.domain.operation import Region
from recovery.domain.stage import Stage
from recovery.domain.stage_decision import KEEPING, Kind, Problem, StageDecision


def stages_to_choose(episode: Episode) -> tuple[Stage, ...]:
    """Those of the patient's pathway from the operation on; after a cervical operation all of them."""
    return tuple(stage for stage in AFTER_OPERATION if stage in (episode.pathway.stages or AFTER_OPERATION))


def stages_ahead(episode: Episode, on: date) -> dict[Stage, int]:
    """When each stage begins that is still to come, in days since the operation; empty while one is kept, and while a
    step back lies ahead: then a stage has more than one day.
    """
    if episode.kept_on(on):
        return {}
    first_day, order = _first_day(episode, on), tuple(Stage)
    spans = [span for span in episode.pathway.spans if span.last_day is None or span.last_day >= first_day]
    if any(order.index(earlier.stage) >= order.index(later.stage) for earlier, later in pairwise(spans)):
        return {}
    return {span.stage: span.first_day for span in spans if span.first_day is not None and span.first_day > first_day}


def kind_of(episode: Episode, stage: Stage, from_day: int) -> Kind:
    """What it is to choose `stage` from that day on: beside the stage of that day, the same, a later or an earlier one.
    After a cervical operation every one is set alike: no days go on by themselves.
    """
    now, order = episode.pathway.stage_on(from_day), tuple(Stage)
    if now is None or episode.operation.region is Region.CERVICAL:
        return Kind.MOVE
    if stage is now:
        return Kind.HOLD
    return Kind.MOVE if order.index(stage) > order.index(now) else Kind.STEP_BACK


def problem_with(episode: Episode, decision: StageDecision, today: date) -> Problem | None:
    """Why it cannot be decided today; None when it can."""
    if decision.from_day < _first_day(episode, today):
        return Problem.IN_THE_PAST
    problem = _problem_of_kind(episode, decision, today)
    if problem is None and _changes_nothing(episode, decision):
        return Problem.SO_ALREADY
    return problem


def _first_day(episode: Episode, today: date) -> int:
    """The first day that a decision of today can change: never one before the operation."""
    return max(0, episode.day_number(today))


def _problem_of_kind(episode: Episode, decision: StageDecision, today: date) -> Problem | None:
    is_kept = episode.kept_on(today) is not None
    if decision.kind is Kind.LIFT:
        return None if is_kept else Problem.NOT_KEPT
    if decision.kind is Kind.DAYS:
        return Problem.KEPT if is_kept else _problem_of_days(episode, decision, today)
    if decision.kind is Kind.BY_CLINIC:
        return None
    if decision.stage not in stages_to_choose(episode):
        return Problem.NO_SUCH_STAGE
    return _problem_of_end(episode, decision)


def _problem_of_end(episode: Episode, decision: StageDecision) -> Problem | None:
    """A hold that ends before the stage would have ended anyway holds nothing."""
    if decision.until_day is None:
        return None
    if episode.operation.region is Region.CERVICAL:
        return Problem.END_WITHOUT_DAYS
    if decision.kind not in KEEPING:
        return Problem.MOVE_WITH_END
    planned = episode.pathway.next_after(decision.from_day)
    is_kept = any(each.keeps_on(decision.from_day) for each in episode.stage_decisions[-1:])
    earliest = decision.from_day
    if decision.kind is Kind.HOLD and planned and planned.first_day is not None and not is_kept:
        earliest = planned.first_day
    return None if decision.until_day > earliest and decision.until_day in BEGINS else Problem.ENDS_TOO_SOON


def _problem_of_days(episode: Episode, decision: StageDecision, today: date) -> Problem | None:
    """Only stages ahead, each on a day after today and in the order of recovery."""
    ahead = stages_ahead(episode, today)
    if set(decision.begins) - set(ahead):
        return Problem.NO_SUCH_STAGE
    planned = {**ahead, **decision.begins}
    days = [decision.from_day, *(planned[stage] for stage in AFTER_OPERATION if stage in planned)]
    is_in_order = all(earlier < later for earlier, later in pairwise(days))
    return None if is_in_order and days[-1] in BEGINS else Problem.NOT_IN_ORDER


def _changes_nothing(episode: Episode, decision: StageDecision) -> bool:
    """To follow the clinic's days again changes something while anything else was decided last."""
    last = episode.stage_decisions[-1] if episode.stage_decisions else None
    if decision.kind is Kind.BY_CLINIC:
        return last is None or last.kind is Kind.BY_CLINIC
    after = episode.on_course(episode.stages_in_force, (*episode.stage_decisions, decision))
    return after.pathway.spans == episode.pathway.spans


def stage_by(episode: Episode, stages: ClinicStages, today: date) -> Stage | None:
    """The stage that would stand today if the clinic signed these off today; what was decided counts on top."""
    versions = (*episode.stages_in_force, InForce(today, stages))
    return episode.on_course(versions, episode.stage_decisions).stage_on(today)
