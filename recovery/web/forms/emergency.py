"""The form that opens a record in an emergency: who it is, and why."""

from datetime import date

from recovery.actions.open_in_emergency import REASON_LENGTH, Asked
from recovery.domain.enrolment import NAME_LENGTH, birth_days
from recovery.web.forms.line import LineField
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm


class EmergencyForm(StaffForm):
    given_name = LineField("First name", NAME_LENGTH, "Write the first name")
    family_name = LineField("Last name", NAME_LENGTH, "Write the last name")
    born_on = DayField("Date of birth")
    reason = NoteField("Why now?", REASON_LENGTH)

    def read(self, today: date) -> Asked | None:
        """None with every problem written beside its field."""
        self.validate()
        first, last = birth_days(today)
        self.require_day(self.born_on, first, last, "Choose the date of birth")
        if not self.reason.data and not self.reason.errors:
            self.complain(
                self.reason, "Write why you need this record now. The patient and the clinic lead can read it"
            )
        if not self.is_fine:
            return None
        return Asked(self.given_name.data, self.family_name.data, self.born_on.data, self.reason.data)
