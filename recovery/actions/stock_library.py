"""Give a new clinic the starter library, to be edited."""

from uuid import UUID

from recovery.content import starter_library
from recovery.extensions import db
from recovery.records.library import Exercise, PlanTemplate, TemplateLine
from recovery.records.prescribed import described, prescribed


def stock_library(clinic_id: UUID) -> None:
    """Inside a running write."""
    for exercise in starter_library.EXERCISES.values():
        db.session.add(Exercise(clinic_id=clinic_id, **described(exercise)))
    for template in starter_library.TEMPLATES:
        lines = [
            TemplateLine(position=place, **prescribed(exercise)) for place, exercise in enumerate(template.exercises)
        ]
        db.session.add(
            PlanTemplate(
                clinic_id=clinic_id,
                name=template.name,
                procedure=template.procedure,
                stage=template.stage,
                lines=lines,
            )
        )
