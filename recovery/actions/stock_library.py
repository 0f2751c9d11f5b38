"""Give a new clinic the starter library, to be edited."""

from uuid import UUID

from recovery.content import starter_library
from recovery.extensions import db
from recovery.records.library import Exercise, PlanTemplate, TemplateLine


def stock_library(clinic_id: UUID) -> None:
    """Inside a running write."""
    for exercise in starter_library.EXERCISES.values():
        db.session.add(Exercise(clinic_id=clinic_id, name=exercise.name, how_to=exercise.how_to, **_amounts(exercise)))
    for template in starter_library.TEMPLATES:
        lines = [_line(place, exercise) for place, exercise in enumerate(template.exercises)]
        db.session.add(
            PlanTemplate(
                clinic_id=clinic_id,
                name=template.name,
                procedure=template.procedure,
                stage=template.stage,
                lines=lines,
            )
        )


def _line(position: int, exercise: starter_library.Exercise) -> TemplateLine:
    return TemplateLine(
        position=position,
        name=exercise.name,
        how_to=exercise.how_to,
        weekdays="".join(str(day) for day in sorted(exercise.weekdays)),
        times_a_day=exercise.times_a_day,
        **_amounts(exercise),
    )


def _amounts(exercise: starter_library.Exercise) -> dict[str, int | None]:
    return {name: getattr(exercise, name) for name in starter_library.AMOUNTS}
