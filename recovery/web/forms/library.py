"""The forms of the library's pages. Their rows are those of the plan editor."""

from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.web.forms.line import LineField
from recovery.web.forms.plan_rows import NAME_LENGTH
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.present.operation_words import PROCEDURE_NAMES, STAGE_NAMES

NO_LINE = "Add one exercise or more"


class ExerciseForm(StaffForm):
    """Around one row."""


class TemplateForm(StaffForm):
    name = LineField("Name", NAME_LENGTH, "Write a name, such as Fusion, first days")
    procedure = WordField(
        "Operation", {each.value: (each, words) for each, words in PROCEDURE_NAMES.items()}, "Choose from the list"
    )
    stage = WordField(
        "Stage", {each.value: (each, words) for each, words in STAGE_NAMES.items()}, "Choose from the list"
    )

    @property
    def meant_for(self) -> tuple[Procedure | None, Stage | None]:
        return self.procedure.data, self.stage.data
