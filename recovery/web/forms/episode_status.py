"""The form of an episode's status."""

from datetime import date

from recovery.domain.episode import EpisodeStatus
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.present.worklist_words import STATUS_CHOICES


class StatusForm(StaffForm):
    status = WordField(
        "Status", {status.value: (status, words) for status, words in STATUS_CHOICES.items()}, "Choose the status"
    )
    since = DayField("Since")
    note = NoteField("Note", 500)

    def check(self, operated_on: date, today: date) -> bool:
        """`since` is a day of the patient's, up to today."""
        self.validate()
        if self.status.data is None and not self.status.errors:
            self.complain(self.status, self.status.sentence)
        first = min(operated_on, today) if self.status.data is not EpisodeStatus.ACTIVE else date.min
        self.require_day(self.since, max(first, date(1900, 1, 1)), today, "Choose the day since when it is so")
        return self.is_fine
