"""Hold a stage of one patient, move on, step back, or set when stages begin: by their physiotherapist, with the reason.

Nothing of it clears an activity, and no day before the decision's own gets another stage.
"""

from datetime import datetime, timedelta
from uuid import UUID

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.change import Changed
from recovery.domain.deciding import problem_with, stages_ahead
from recovery.domain.episode import Episode
from recovery.domain.stage_decision import Kind, Problem, StageDecision, as_text
from recovery.records.changes import add_changes
from recovery.records.episodes import episodes_shown_of
from recovery.records.scope import patient_in_care_of
from recovery.records.stages import add_decision


class CannotDecide(ValueError):  # noqa: N818 - named for what it is
    """`problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class DecidedBefore(ValueError):  # noqa: N818 - named for what it is
    """Somebody decided something about this stage after the page was opened."""


def decide_stage(actor: Actor, patient_id: UUID, decision: StageDecision, seen: int | None, now: datetime) -> None:
    """`seen` is how many decisions were on the page. Raises NoSuchPatient, DecidedBefore, CannotDecide, Refused."""
    access.require(actor, Action.DECIDE_STAGE)
    with writing():
        person = patient_in_care_of(actor, patient_id, now)
        episode = episodes_shown_of([patient_id]).get(patient_id)
        if person is None or person.patient is None or episode is None:
            raise NoSuchPatient
        if len(episode.stage_decisions) != seen:
            raise DecidedBefore
        problem = problem_with(episode, decision, day_in_zone(now, person.patient.zone))
        if problem is not None:
            raise CannotDecide(problem)
        add_decision(episode.id, seen + 1, decision, actor.id, now)
        changes = {Changed.STAGE: (_before(episode, decision), as_text(decision))}
        add_changes(patient_id, episode.id, actor.id, now, changes, decision.why)
        fields = (decision.kind.value, *((decision.stage.value,) if decision.stage else ()))
        write_down(actor, Note("decided the stage", patient_id, str(episode.id), fields), now)


def _before(episode: Episode, decision: StageDecision) -> str:
    """The stage that would have stood on the decision's first day; for days, the days that were planned."""
    if decision.kind is Kind.DAYS:
        planned = stages_ahead(episode, episode.operation.operated_on + timedelta(days=decision.from_day))
        begins = {stage: planned[stage] for stage in decision.begins}
        return as_text(StageDecision(Kind.DAYS, decision.from_day, begins=begins))
    stage = episode.pathway.stage_on(decision.from_day)
    return stage.value if stage else ""
