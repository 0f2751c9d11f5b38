"""The forms about care: choose a colleague, hand over, end, be away."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from wtforms import BooleanField

from recovery.domain.enrolment import EARLIEST_OPERATION
from recovery.records.people import Person
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField

CHOOSE = "Choose a colleague from the list"


class ColleagueForm(StaffForm):
    """`colleague` offers who was handed in by `offer`, by id."""

    colleague = WordField("Colleague", {}, CHOOSE)

    def offer(self, people: Iterable[Person]) -> None:
        """Before `validate`. What was sent is read again against the list."""
        self.colleague.choices = {str(person.id): (person.id, person.full_name) for person in people}
        sent = self.colleague.raw_data or []
        self.colleague.process_errors = []
        if sent:
            try:
                self.colleague.process_formdata(sent)
            except ValueError as error:
                self.colleague.process_errors.append(str(error))

    def chosen(self) -> UUID | None:
        """None with a sentence when nobody was chosen."""
        self.validate()
        if self.colleague.data is None and not self.colleague.errors:
            self.complain(self.colleague, CHOOSE)
        return self.colleague.data if self.is_fine else None


class HandOverForm(ColleagueForm):
    note = NoteField("Note", 500)


class AddColleagueForm(ColleagueForm):
    until = DayField("Until")


class EndCareForm(StaffForm):
    lead_finds_successor = BooleanField("Nobody takes over. The clinic lead finds somebody")


class AbsenceForm(ColleagueForm):
    from_on = DayField("First day away")
    until_on = DayField("Last day away")

    def check(self, today: date) -> bool:
        """Nobody chosen is an answer: then the patients stand on the clinic lead's list."""
        self.validate()
        last = today + EARLIEST_OPERATION
        self.require_day(self.from_on, today, last, "Choose the first day away")
        self.require_day(self.until_on, today, last, "Choose the last day away")
        return self.is_fine
