"""What one day of physical therapy holds: the plan in force, what was recorded, and whether it is excused."""

from dataclasses import dataclass
from datetime import date

from recovery.domain.adherence import Adherence, adherence_on
from recovery.domain.entries import Entry
from recovery.domain.therapy import PlanVersion, Prescription, TherapySession, plan_in_force


@dataclass(frozen=True, slots=True)
class TherapyDay:
    """`entries` are the day's sessions in the order they were received, where the page tells when that was."""

    day: date
    plans: tuple[PlanVersion, ...]
    sessions: tuple[TherapySession, ...]
    is_excused: bool
    entries: tuple[Entry, ...] = ()

    @property
    def plan(self) -> PlanVersion | None:
        return plan_in_force(self.plans, self.day)

    @property
    def due(self) -> tuple[Prescription, ...]:
        return self.plan.due_on(self.day) if self.plan else ()

    @property
    def adherence(self) -> Adherence:
        return adherence_on(self.day, self.plans, self.sessions, frozenset({self.day} if self.is_excused else ()))
