"""An episode: one operation and the recovery that follows, with a status."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from recovery.domain.operation import Operation
from recovery.domain.pathway import Pathway, pathway_of
from recovery.domain.stage import RHYTHM_CHOSEN, RHYTHM_DAYS, Rhythm, Stage


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
    `rhythm` is how often a check-in is due where the physiotherapist says otherwise than the stage.
    """

    id: UUID
    patient_id: UUID
    operation: Operation
    status: EpisodeStatus
    back_pain_before: int | None = None
    leg_pain_before: int | None = None
    rhythm: Rhythm | None = None

    @property
    def is_running(self) -> bool:
        return self.status in RUNNING

    @property
    def pathway(self) -> Pathway:
        return pathway_of(self.operation)

    def day_number(self, on: date) -> int:
        return self.operation.day_number(on)

    def stage_on(self, on: date) -> Stage | None:
        return self.pathway.stage_on(self.day_number(on))

    def check_in_interval(self, on: date) -> float | None:
        """Days from one due check-in to the next; None where none is due. Until a stage is set (cervical) it is that of
        the first days. Before the operation none is due, unless the physiotherapist says so.
        """
        if self.rhythm is not None:
            return RHYTHM_CHOSEN[self.rhythm]
        return None if self.day_number(on) < 0 else RHYTHM_DAYS[self.stage_on(on) or Stage.FIRST_DAYS]
