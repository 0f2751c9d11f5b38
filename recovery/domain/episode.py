"""An episode: one operation and the recovery that follows, with a status."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from recovery.domain.clinic_stages import SHIPPED_IN_FORCE, InForce
from recovery.domain.operation import Operation
from recovery.domain.own_pathway import course_of
from recovery.domain.pathway import Pathway, pathway_of
from recovery.domain.stage import RHYTHM_CHOSEN, Rhythm, Stage
from recovery.domain.stage_decision import StageDecision


class EpisodeStatus(StrEnum):
    ACTIVE = "active"
    IN_HOSPITAL = "in_hospital"
    PAUSED = "paused"
    DISCHARGED = "discharged"
    MOVED = "moved"
    DIED = "died"


RUNNING = (EpisodeStatus.ACTIVE, EpisodeStatus.IN_HOSPITAL, EpisodeStatus.PAUSED)
"""A patient can record in these."""


@dataclass(frozen=True, slots=True)
class Episode:
    """`back_pain_before` and `leg_pain_before` are NRS scores before the operation (neck and arm if cervical).
    `rhythm` is how often a check-in is due where the physiotherapist says otherwise than the stage. `course` is this
    patient's own pathway, made by on_course; None is the shipped one.
    """

    id: UUID
    patient_id: UUID
    operation: Operation
    status: EpisodeStatus
    back_pain_before: int | None = None
    leg_pain_before: int | None = None
    rhythm: Rhythm | None = None
    course: Pathway | None = None
    stages_in_force: tuple[InForce, ...] = SHIPPED_IN_FORCE
    stage_decisions: tuple[StageDecision, ...] = ()

    @property
    def is_running(self) -> bool:
        return self.status in RUNNING

    @property
    def pathway(self) -> Pathway:
        return self.course or pathway_of(self.operation)

    def on_course(self, versions: Sequence[InForce], decisions: Sequence[StageDecision]) -> "Episode":
        """With the clinic's versions of the stages and the decisions about this patient, each as they were made."""
        course = course_of(self.operation, versions, decisions)
        return replace(self, course=course, stages_in_force=tuple(versions), stage_decisions=tuple(decisions))

    def day_number(self, on: date) -> int:
        return self.operation.day_number(on)

    def stage_on(self, on: date) -> Stage | None:
        return self.pathway.stage_on(self.day_number(on))

    def decision_on(self, on: date) -> StageDecision | None:
        """What the physiotherapist decided last of all that counts on that day; None where the clinic's days stand."""
        day = self.day_number(on)
        return next((each for each in reversed(self.stage_decisions) if day >= each.from_day), None)

    def kept_on(self, on: date) -> StageDecision | None:
        """The decision that keeps a stage on that day; None where none does."""
        decision = self.decision_on(on)
        return decision if decision and decision.keeps_on(self.day_number(on)) else None

    def stage_rhythm(self, on: date) -> Rhythm:
        """What the stage says. Until one is set (cervical) it is that of the first days."""
        return self.pathway.rhythms[self.stage_on(on) or Stage.FIRST_DAYS]

    def check_in_interval(self, on: date) -> float | None:
        """Days from one due check-in to the next; None where none is due. Before the operation none is due, unless the
        physiotherapist says so.
        """
        if self.rhythm is not None:
            return RHYTHM_CHOSEN[self.rhythm]
        return None if self.day_number(on) < 0 else RHYTHM_CHOSEN[self.stage_rhythm(on)]
