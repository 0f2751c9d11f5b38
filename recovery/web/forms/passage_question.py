"""The form of a question about a passage."""

from uuid import UUID, uuid4

from wtforms import HiddenField

from recovery.content.wording import words
from recovery.domain.visit_questions import WORDS_LENGTH
from recovery.web.forms.entry import uuid_in
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.posted import PostedForm

WORDS = words("learn")


class PassageQuestionForm(PostedForm):
    """`client_id` makes a resend the same question; `form_owner` lets only its owner finish a form that was kept."""

    client_id = HiddenField()
    form_owner = HiddenField()
    passage_id = HiddenField()
    words = NoteField("", WORDS_LENGTH)

    def passage(self) -> UUID | None:
        return uuid_in(self.passage_id.data)

    def read(self) -> tuple[UUID, str] | None:
        """The form's id and the words, or None with a sentence beside what has to be put right."""
        self.validate()
        if not self.words.data and not self.words.errors:
            self.words.errors = [WORDS.write_question]
        client_id = uuid_in(self.client_id.data)
        if client_id is None:
            self.refuse(WORDS.question_not_complete)
        return (client_id, self.words.data) if client_id and not self.problems() else None

    def refuse(self, sentence: str) -> None:
        """What is sent next is another question."""
        self.client_id.data = str(uuid4())
        self.words.errors = [*self.words.errors, sentence]

    def problems(self) -> list[tuple[str, str]]:
        return [(self.words.id, str(sentence)) for sentence in self.words.errors]
