"""Forms in which a patient writes a line of their own: a question, what a call is about, something that matters."""

from typing import Any
from uuid import UUID, uuid4

from flask import request
from wtforms import HiddenField
from wtforms.validators import StopValidation

from recovery.content.wording import words
from recovery.domain import activities, visit_questions
from recovery.domain.call_requests import NOTE_LENGTH
from recovery.domain.full_signs import MENTION_NEXT_TIME, Mention
from recovery.web.forms.entry import uuid_in
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.posted import PostedForm

WORDS = words("team")


class OwnWordsField(NoteField):
    """At most `longest` letters, on one line. What is too long is kept as typed."""

    def pre_validate(self, _form: Any) -> None:
        length = len(self.data or "")
        if length > self.longest:
            raise StopValidation(WORDS.make_shorter.format(count=f"{length:,}", longest=self.longest))

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        self.data = " ".join(self.data.split())


class OwnWordsForm(PostedForm):
    """`client_id` makes a resend the same; `form_owner` lets only its owner finish a form that was kept."""

    client_id = HiddenField()
    form_owner = HiddenField()

    def sent_id(self) -> UUID | None:
        return uuid_in(self.client_id.data)

    def ask_again(self, sentence: str) -> None:
        """With a new id: what is sent next is another one."""
        self.client_id.data = str(uuid4())
        self.client_id.errors = [sentence]

    def problems(self) -> list[tuple[str, str]]:
        """(field id, sentence)."""
        told = [(field.id, sentence) for field in self if field.id != "client_id" for sentence in field.errors]
        return [*told, *(("main", sentence) for sentence in self.client_id.errors)]


class QuestionForm(OwnWordsForm):
    words = OwnWordsField("", visit_questions.WORDS_LENGTH)

    @property
    def ticked(self) -> tuple[Mention, ...]:
        """Signs to mention; what is on no list is none."""
        sent = request.form.getlist("signs")
        return tuple(sign for sign in MENTION_NEXT_TIME if sign.key in sent)

    def read(self) -> tuple[str | Mention, ...]:
        """What is asked; nothing when something has to be put right."""
        self.validate()
        if self.words.errors:
            return ()
        asked = (*self.ticked, *([self.words.data] if self.words.data else []))
        if not asked:
            self.words.errors = [WORDS.write_question]
        return asked


class CallForm(OwnWordsForm):
    note = OwnWordsField("", NOTE_LENGTH)

    def read(self) -> str | None:
        self.validate()
        return None if self.note.errors else self.note.data or ""


class ActivityForm(OwnWordsForm):
    words = OwnWordsField("", activities.WORDS_LENGTH)

    def read(self) -> str | None:
        self.validate()
        if not self.words.errors and not self.words.data:
            self.words.errors = [WORDS.write_activity]
        return None if self.words.errors else self.words.data
