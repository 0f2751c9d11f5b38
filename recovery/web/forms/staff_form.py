"""What the forms of staff have in common: problems in the order of the page."""

from datetime import date
from typing import Any

from wtforms import Field

from recovery.web.forms.plain_text import DayField
from recovery.web.forms.posted import PostedForm
from recovery.web.present.dates import day_and_year


class StaffForm(PostedForm):
    """Every problem stands beside its field and in the summary; what was typed is kept."""

    def problems(self) -> list[tuple[str, str]]:
        """(field id, sentence) in the order in which the fields are declared."""
        return [(field.id, str(sentence)) for field in self for sentence in field.errors]

    def complain(self, field: Field, sentence: str) -> None:
        field.errors = [*field.errors, sentence]

    def require_day(self, field: DayField, first: date, last: date, needed: str = "") -> None:
        """`needed` is the sentence for an empty field; "" lets it be empty."""
        if field.errors:
            return
        if field.data is None:
            if needed:
                self.complain(field, needed)
        elif not first <= field.data <= last:
            self.complain(field, f"Choose a day from {day_and_year(first)} to {day_and_year(last)}")

    @property
    def is_fine(self) -> bool:
        return not any(field.errors for field in self)


def filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is None, so that a form's own default stands."""
    return {name: value for name, value in values.items() if value is not None}
