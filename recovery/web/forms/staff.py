"""The forms about staff and accounts."""

from recovery.actions.invite_staff import NewStaff
from recovery.domain import enrolment as bounds
from recovery.domain.bounds import Bounds
from recovery.web.forms.line import EmailField, LineField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import WholeNumberField
from recovery.web.present.staff_page import ROLE_NAMES


class StaffInvitationForm(StaffForm):
    given_name = LineField("First name", bounds.NAME_LENGTH, "Write the first name")
    family_name = LineField("Last name", bounds.NAME_LENGTH, "Write the last name")
    email = EmailField("Work email", bounds.EMAIL_LENGTH, "Write the work email")
    role = WordField(
        "Role",
        {role.value: (role, words) for role, words in ROLE_NAMES.items()},
        "Choose physiotherapist or clinic lead",
    )

    def read(self) -> NewStaff | None:
        self.validate()
        if self.role.data is None and not self.role.errors:
            self.complain(self.role, self.role.sentence)
        if not self.is_fine:
            return None
        return NewStaff(self.given_name.data, self.family_name.data, self.email.data, self.role.data)


class PatientNumberForm(StaffForm):
    number = WholeNumberField("Patient number", Bounds(1, 999_999), "Write the patient’s number in digits")

    def read(self) -> int | None:
        self.validate()
        if self.number.data is None and not self.number.errors:
            self.complain(self.number, self.number.sentence)
        return self.number.data if self.is_fine else None
