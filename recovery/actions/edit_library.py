"""Edit a clinic's library of exercises and templates. Plans hold copies, so nothing here changes a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.domain.therapy import Prescription
from recovery.extensions import db
from recovery.records.library import Exercise, PlanTemplate, TemplateLine
from recovery.records.prescribed import described, prescribed


class NotInLibrary(LookupError):  # noqa: N818 - named for what it is
    """Nothing of that id in this clinic's library, or it was retired."""


@dataclass(frozen=True, slots=True)
class NewTemplate:
    """No procedure, or no stage, means any."""

    name: str
    procedure: Procedure | None
    stage: Stage | None
    lines: Sequence[Prescription]


def save_exercise(actor: Actor, exercise_id: UUID | None, exercise: Prescription, now: datetime) -> None:
    """A new one without an id. Of `exercise` the name, how to do it and the amounts are kept. Raises NotInLibrary."""
    access.require(actor, Action.EDIT_LIBRARY)
    with writing():
        row = _exercise(actor, exercise_id) if exercise_id else Exercise(id=uuid4(), clinic_id=actor.clinic_id)
        for name, value in described(exercise).items():
            setattr(row, name, value)
        db.session.add(row)
        write_down(actor, Note("edited an exercise" if exercise_id else "added an exercise", subject=str(row.id)), now)


def retire_exercise(actor: Actor, exercise_id: UUID, now: datetime) -> None:
    access.require(actor, Action.EDIT_LIBRARY)
    with writing():
        _exercise(actor, exercise_id).retired_at = now
        write_down(actor, Note("retired an exercise", subject=str(exercise_id)), now)


def save_template(actor: Actor, template_id: UUID | None, template: NewTemplate, now: datetime) -> None:
    """A new one without an id. Raises NotInLibrary, Refused."""
    access.require(actor, Action.EDIT_LIBRARY)
    with writing():
        row = _template(actor, template_id) if template_id else PlanTemplate(id=uuid4(), clinic_id=actor.clinic_id)
        row.name, row.procedure, row.stage = template.name, template.procedure, template.stage
        row.lines = [TemplateLine(position=place, **prescribed(each)) for place, each in enumerate(template.lines)]
        db.session.add(row)
        write_down(actor, Note("edited a template" if template_id else "added a template", subject=str(row.id)), now)


def retire_template(actor: Actor, template_id: UUID, now: datetime) -> None:
    access.require(actor, Action.EDIT_LIBRARY)
    with writing():
        _template(actor, template_id).retired_at = now
        write_down(actor, Note("retired a template", subject=str(template_id)), now)


def _exercise(actor: Actor, exercise_id: UUID) -> Exercise:
    row = db.session.get(Exercise, exercise_id)
    if row is None or row.clinic_id != actor.clinic_id or row.retired_at is not None:
        raise NotInLibrary
    return row


def _template(actor: Actor, template_id: UUID) -> PlanTemplate:
    row = db.session.get(PlanTemplate, template_id)
    if row is None or row.clinic_id != actor.clinic_id or row.retired_at is not None:
        raise NotInLibrary
    return row
