"""The forms by which somebody closes what was raised."""

from flask import request

from recovery.actions.close_warning import NOTE_LENGTH as SIGN_NOTE
from recovery.actions.close_warning import Decision
from recovery.actions.review_patient import NOTE_FOR_PATIENT_LENGTH, NOTE_LENGTH, Written
from recovery.domain.outcomes import SignOutcome
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import number_in
from recovery.web.present.review_words import CALL_CHOICES, OUTCOME_CHOICES

CHOOSE_OUTCOME = "Choose what came of it"
CHOOSE_SIGN = "Tick the warning sign that this is about"
SAY_WHY = {
    SignOutcome.SPOKE: "Write what you told the patient to do",
    SignOutcome.NO_CHANGE: "Write why nothing changes",
}


class OutcomeForm(StaffForm):
    outcome = WordField("What came of it?", OUTCOME_CHOICES, CHOOSE_OUTCOME)
    sign_note = NoteField("Note", SIGN_NOTE)

    @property
    def signs(self) -> list[int]:
        """Ids of the ticked signs; what is no number is none of ours."""
        numbers = (number_in(sent) for sent in request.form.getlist("signs"))
        return [number for number in numbers if number is not None][:100]

    def read(self) -> Decision | None:
        self.validate()
        if self.outcome.data is None and not self.outcome.errors:
            self.complain(self.outcome, CHOOSE_OUTCOME)
        elif self.outcome.data and self.outcome.data.needs_note and not self.sign_note.data:
            self.complain(self.sign_note, SAY_WHY[self.outcome.data])
        if not self.signs:
            self.complain(self.outcome, CHOOSE_SIGN)
        return Decision(self.outcome.data, self.sign_note.data) if self.is_fine else None


class ReviewForm(StaffForm):
    call = WordField("Telephone", CALL_CHOICES, "Choose whether you called")
    note = NoteField("Note for the team", NOTE_LENGTH)
    note_for_patient = NoteField("Note for the patient", NOTE_FOR_PATIENT_LENGTH)

    def read(self) -> Written | None:
        self.validate()
        if not self.is_fine:
            return None
        return Written(self.note.data, self.note_for_patient.data, self.call.data)
