"""A clinic's library as values: exercises and templates that are not retired."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.domain.therapy import Prescription
from recovery.extensions import db
from recovery.records.library import Exercise, PlanTemplate
from recovery.records.prescribed import described

EVERY_DAY = frozenset(range(1, 8))


@dataclass(frozen=True, slots=True)
class TemplateOfPlan:
    """No procedure, or no stage, means any. `lines` have the library's ids, which no plan keeps."""

    id: UUID
    name: str
    procedure: Procedure | None
    stage: Stage | None
    lines: tuple[Prescription, ...]


def exercises_of(clinic_id: UUID) -> tuple[Prescription, ...]:
    """By name; as a prescription for every day, once."""
    rows = db.session.scalars(
        select(Exercise).where(Exercise.clinic_id == clinic_id, Exercise.retired_at.is_(None)).order_by(Exercise.name)
    )
    return tuple(Prescription(id=row.id, weekdays=EVERY_DAY, **described(row)) for row in rows)


def templates_of(clinic_id: UUID) -> tuple[TemplateOfPlan, ...]:
    """By name, in two statements."""
    rows = db.session.scalars(
        select(PlanTemplate)
        .where(PlanTemplate.clinic_id == clinic_id, PlanTemplate.retired_at.is_(None))
        .order_by(PlanTemplate.name)
    )
    return tuple(
        TemplateOfPlan(
            row.id, row.name, row.procedure, row.stage, tuple(each.as_prescription(row.id) for each in row.lines)
        )
        for row in rows
    )
