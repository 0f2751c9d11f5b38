"""The form that moves an entry to the patient it was meant for."""

from uuid import UUID

from recovery.records.people import Person
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.present.dates import short_day_and_year

CHOOSE = "Choose the patient it was meant for"


class MoveForm(StaffForm):
    to = WordField("Whose entry is it?", {}, CHOOSE)
    why = NoteField("Why", 500)

    def offer(self, people: list[Person]) -> None:
        """Name and birth date, so that nobody is taken for somebody of the same name."""
        self.to.choices = {
            str(person.id): (person.id, f"{person.full_name}, born {short_day_and_year(person.patient.born_on)}")
            for person in people
            if person.patient
        }
        sent = self.to.raw_data or []
        if sent and sent[0] in self.to.choices:
            self.to.process_errors = []
            self.to.data = self.to.choices[sent[0]][0]

    def chosen(self) -> UUID | None:
        self.validate()
        if self.to.data is None and not self.to.errors:
            self.complain(self.to, CHOOSE)
        return self.to.data if self.is_fine else None
