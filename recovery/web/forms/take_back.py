"""The form that undoes an entry or takes it back."""

from uuid import UUID

from wtforms import HiddenField

from recovery.web.forms.entry import uuid_in
from recovery.web.forms.posted import PostedForm


class TakeBackForm(PostedForm):
    entry_id = HiddenField()
    form_owner = HiddenField()

    def entry(self) -> UUID | None:
        return uuid_in(self.entry_id.data)
