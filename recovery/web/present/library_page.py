"""The library in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from recovery.domain.therapy import Prescription
from recovery.records.exercise_library import TemplateOfPlan
from recovery.web.present.exercise_words import amount_words
from recovery.web.present.operation_words import procedure_name, stage_name


@dataclass(frozen=True, slots=True)
class LibraryLine:
    id: UUID
    name: str
    about: str
    words: str


def exercise_lines(exercises: Iterable[Prescription]) -> tuple[LibraryLine, ...]:
    return tuple(LibraryLine(each.id, each.name, amount_words(each), each.how_to) for each in exercises)


def template_lines(templates: Iterable[TemplateOfPlan]) -> tuple[LibraryLine, ...]:
    return tuple(
        LibraryLine(each.id, each.name, _meant_for(each), ", ".join(line.name for line in each.lines))
        for each in templates
    )


def _meant_for(template: TemplateOfPlan) -> str:
    """Fusion, first days. Any operation, any stage."""
    procedure = procedure_name(template.procedure) if template.procedure else "Any operation"
    return f"{procedure}, {stage_name(template.stage).lower() if template.stage else 'any stage'}"
