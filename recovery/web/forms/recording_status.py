"""The form in which a patient says that they are recording, in hospital, or not recording for now."""

from wtforms import HiddenField

from recovery.actions.say_status import NOTE_LENGTH, Saying
from recovery.content.wording import words
from recovery.domain.episode import EpisodeStatus
from recovery.web.forms.entry import EntryForm
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.tiles import WordField
from recovery.web.present.recording_status import OWN_WORDS

WORDS = words("recording_status")
CHOICES = {status.value: (status, told) for status, told in OWN_WORDS.items()}


class RecordingStatusForm(EntryForm):
    """`seen` is the status that the page showed. It is about now: there is no day to choose."""

    recorded_on = None
    seen = HiddenField()
    status = WordField("", CHOICES, WORDS.choose_which)
    note = NoteField("", NOTE_LENGTH)

    def read(self) -> Saying | None:
        """What was said, or None with every problem written beside its field."""
        self.validate()
        client_id = self.sent_id()
        if client_id is None or self.seen.data not in CHOICES:
            self.complain_of_page(WORDS.changed_meanwhile)
        if self.status.data is None and not self.status.errors:
            self.status.errors = [WORDS.choose_which]
        if client_id is None or self.problems():
            return None
        return Saying(client_id, EpisodeStatus(self.seen.data), self.status.data, self.note.data or "")

    def complain_of_page(self, sentence: str) -> None:
        """What is sent next is another saying."""
        self.renew()
        self.client_id.errors = [sentence]

    def problems(self) -> list[tuple[str, str]]:
        """(field id, sentence) in the order of the page."""
        about_page = [("main", sentence) for sentence in self.client_id.errors]
        return [*about_page, *((field.id, each) for field in (self.status, self.note) for each in field.errors)]
