"""An episode: one operation and the recovery that follows, with a status."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from recovery.domain.operation import Operation
from recovery.domain.pathway import Pathway, pathway_of
from recovery.domain.stage import Stage


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
    """`back_pain_before` and `leg_pain_before` are NRS scores before the operation (neck and arm if cervical)."""

    id: UUID
    patient_id: UUID
    operation: Operation
    status: EpisodeStatus
    back_pain_before: int | None = None
    leg_pain_before: int | None = None

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
