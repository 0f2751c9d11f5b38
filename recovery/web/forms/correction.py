"""What every form that corrects an entry says: which entry, and which version of it the form began with."""

from uuid import UUID

from wtforms import HiddenField

from recovery.web.forms.entry import EntryForm, uuid_in
from recovery.web.forms.whole_number import number_in


class CorrectionForm(EntryForm):
    entry_id = HiddenField()
    from_revision = HiddenField()

    def corrected_entry(self) -> UUID | None:
        return uuid_in(self.entry_id.data)

    def corrected_revision(self) -> int:
        """0, which is no revision, where it cannot be read."""
        return number_in(self.from_revision.data or "") or 0
