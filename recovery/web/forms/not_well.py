"""The form of a day not well enough to exercise, and of its correction."""

from recovery.domain.check_in import NOTE_LENGTH
from recovery.domain.entries import NotWell
from recovery.web.forms.correction import CorrectionForm
from recovery.web.forms.entry import EntryForm
from recovery.web.forms.plain_text import NoteField


class NotWellForm(EntryForm):
    note = NoteField("", NOTE_LENGTH)

    def read(self) -> NotWell | None:
        """The day, or None with every problem written beside its field. Call read_day() first."""
        return None if self.problems() else NotWell(self.recorded_on.data, self.note.data or "")

    def problems(self) -> list[tuple[str, str]]:
        """(field id, sentence) in the order of the page."""
        about_form = [("main", sentence) for sentence in self.client_id.errors]
        fields = (self.recorded_on, self.note)
        return [*((field.id, sentence) for field in fields for sentence in field.errors), *about_form]


class NotWellCorrectionForm(CorrectionForm, NotWellForm):
    """Its day cannot be changed."""
