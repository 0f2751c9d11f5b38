"""The forms by which somebody closes what was raised."""

from datetime import date, timedelta

from flask import request
from wtforms import BooleanField

from recovery.actions.close_warning import NOTE_LENGTH as SIGN_NOTE
from recovery.actions.close_warning import Decision as SignDecision
from recovery.domain.expected_course import Site
from recovery.domain.outcomes import SignOutcome
from recovery.domain.pain import NRS
from recovery.domain.reviews import NOTE_FOR_PATIENT_LENGTH, NOTE_LENGTH, Decision, ReviewOutcome, last_day
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import WholeNumberField, number_in
from recovery.web.present.closing import Closing
from recovery.web.present.review_words import OUTCOME_CHOICES, REVIEW_CHOICES, SITE_CHOICES

CHOOSE_OUTCOME = "Choose what came of it"
CHOOSE_SIGN = "Tick the warning sign that this is about"
CHOOSE_REVIEW = "Press one of the buttons"
CHOOSE_SITE = "Choose which pain"
WRITE_LEVEL = "Write a whole number from 0 to 10, like 6"
NOT_TRIED = "Call twice first: nobody was called two times without an answer since the last entry"
NEEDS_DAY = {
    ReviewOutcome.CALL_PLANNED: "Choose the day of the call",
    ReviewOutcome.SNOOZED: "Choose the day on which it stands on the list again",
    ReviewOutcome.EXPECTED: "Choose the last day",
}
SAY_WHY = {
    SignOutcome.SPOKE: "Write what you told the patient to do",
    SignOutcome.NO_CHANGE: "Write why nothing changes",
}


class OutcomeForm(StaffForm):
    outcome = WordField("What came of it?", OUTCOME_CHOICES, CHOOSE_OUTCOME)
    sign_note = NoteField("Note", SIGN_NOTE)
    was_called = BooleanField("It was by telephone")

    @property
    def signs(self) -> list[int]:
        """Ids of the ticked signs; what is no number is none of ours."""
        numbers = (number_in(sent) for sent in request.form.getlist("signs"))
        return [number for number in numbers if number is not None][:100]

    def read(self) -> SignDecision | None:
        self.validate()
        if self.outcome.data is None and not self.outcome.errors:
            self.complain(self.outcome, CHOOSE_OUTCOME)
        elif self.outcome.data and self.outcome.data.needs_note and not self.sign_note.data:
            self.complain(self.sign_note, SAY_WHY[self.outcome.data])
        if not self.signs:
            self.complain(self.outcome, CHOOSE_SIGN)
        return SignDecision(self.outcome.data, self.sign_note.data, self.was_called.data) if self.is_fine else None


def review_form(closing: Closing) -> "ReviewForm":
    """Unsent, with the presets."""
    return ReviewForm(
        formdata=None,
        planned_for=closing.tomorrow,
        snooze_until=closing.snooze_until,
        site=next((site for site in Site if site.value == closing.site), None),
        up_to=closing.up_to,
        expected_until=closing.expected_until,
    )


class ReviewForm(StaffForm):
    """Which button was pressed is the outcome; each has its own fields, and those of the others are not read. Without
    one somebody pressed Enter: they looked.
    """

    outcome = WordField("What did you do?", REVIEW_CHOICES, CHOOSE_REVIEW)
    note = NoteField("Note for the team", NOTE_LENGTH)
    note_for_patient = NoteField("Note for the patient", NOTE_FOR_PATIENT_LENGTH)
    planned_for = DayField("Call planned for")
    snooze_until = DayField("Snooze until")
    site = WordField("Which pain", SITE_CHOICES, CHOOSE_SITE)
    up_to = WholeNumberField("Up to", NRS, WRITE_LEVEL)
    expected_until = DayField("Until")

    @property
    def chosen(self) -> ReviewOutcome:
        return self.outcome.data or ReviewOutcome.LOOKED

    def read(self, today: date) -> Decision | None:
        """`today` is the patient's, on which the page was opened."""
        self.validate()
        day = self._day()
        if day is not None:
            first = today + timedelta(days=1) if self.chosen is ReviewOutcome.SNOOZED else today
            self.require_day(day, first, last_day(self.chosen, today), NEEDS_DAY[self.chosen])
        is_about_level = self.chosen in {ReviewOutcome.EXPECTED, ReviewOutcome.EXPECTED_ENDED}
        if is_about_level and self.site.data is None and not self.site.errors:
            self.complain(self.site, CHOOSE_SITE)
        if self.chosen is ReviewOutcome.EXPECTED and self.up_to.data is None and not self.up_to.errors:
            self.complain(self.up_to, WRITE_LEVEL)
        if not self.is_fine:
            return None
        return Decision(
            outcome=self.chosen,
            note=self.note.data,
            note_for_patient=self.note_for_patient.data,
            until_on=day.data if day is not None else None,
            site=self.site.data if is_about_level else None,
            up_to=self.up_to.data if self.chosen is ReviewOutcome.EXPECTED else None,
        )

    def _day(self) -> DayField | None:
        fields = {
            ReviewOutcome.CALL_PLANNED: self.planned_for,
            ReviewOutcome.SNOOZED: self.snooze_until,
            ReviewOutcome.EXPECTED: self.expected_until,
        }
        return fields.get(self.chosen)

    def complain_not_tried(self) -> None:
        self.complain(self.outcome, NOT_TRIED)
