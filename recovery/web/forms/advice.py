"""The form of advice for one patient."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from wtforms import HiddenField

from recovery.actions.pin_advice import NewAdvice
from recovery.domain.advice import ADVICE_LENGTH
from recovery.domain.guidance import Passage
from recovery.web.forms.entry import uuid_in
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.tiles import WordField

EVERYTHING = "everything"
CHOOSE = "Choose what it takes the place of"
WRITE = "Write the advice"
NOT_COMPLETE = "The form was not complete. Check it, then send it again"


class AdviceForm(StaffForm):
    """`place` offers the passages that this patient reads, by id, and everything."""

    client_id = HiddenField()
    place = WordField("In the place of", {}, CHOOSE)
    words = NoteField("Advice", ADVICE_LENGTH)

    def offer(self, passages: Iterable[Passage]) -> None:
        """Before `read`. What was sent is read again against the list."""
        self.place.choices = {
            EVERYTHING: (EVERYTHING, "All the reading"),
            **{str(each.id): (each.id, each.heading) for each in passages},
        }
        self.place.process_errors = []
        try:
            self.place.process_formdata(self.place.raw_data or [])
        except ValueError as error:
            self.place.process_errors.append(str(error))

    def read(self) -> NewAdvice | None:
        self.validate()
        if self.place.data is None and not self.place.errors:
            self.complain(self.place, CHOOSE)
        if not self.words.data and not self.words.errors:
            self.complain(self.words, WRITE)
        client_id = self._sent_id()
        if client_id is None:
            self.ask_again(NOT_COMPLETE)
        if client_id is None or not self.is_fine:
            return None
        return NewAdvice(client_id, self.words.data, None if self.place.data == EVERYTHING else self.place.data)

    def ask_again(self, sentence: str) -> None:
        """What is sent next is other advice."""
        self.client_id.data = str(uuid4())
        self.complain(self.words, sentence)

    def _sent_id(self) -> UUID | None:
        return uuid_in(self.client_id.data)
