"""The form of how often one patient's check-ins are due."""

from recovery.domain.stage import Rhythm
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField
from recovery.web.present.rhythm_for_staff import RHYTHM_CHOICES

WHY_LENGTH = 500
BY_STAGE = "stage"
"""What is sent for the stage's own rhythm: a tile has to mean something."""

SO_ALREADY = "It is so already. Choose another answer, or go back"


class RhythmForm(StaffForm):
    rhythm = WordField(
        "How often",
        {(meant or BY_STAGE): (meant or BY_STAGE, words) for meant, words in RHYTHM_CHOICES.items()},
        "Choose how often",
    )
    why = NoteField("Why", WHY_LENGTH)

    @property
    def chosen(self) -> Rhythm | None:
        return None if self.rhythm.data == BY_STAGE else self.rhythm.data

    def check(self, now_set: Rhythm | None) -> bool:
        """Another answer than the one that stands, and why."""
        self.validate()
        if self.rhythm.data is None and not self.rhythm.errors:
            self.complain(self.rhythm, self.rhythm.sentence)
        elif not self.rhythm.errors and self.chosen is now_set:
            self.complain(self.rhythm, SO_ALREADY)
        if not self.why.data and not self.why.errors:
            self.complain(self.why, "Write why, for whoever reads the timeline")
        return self.is_fine
