"""The forms about documents: upload one, and edit our words beside a passage."""

from collections.abc import Iterable

from flask import request
from wtforms import BooleanField, FileField, HiddenField

from recovery.actions.edit_passage import PassageWordsOfOurs
from recovery.domain.document_import import BadDocument, DocumentDraft, as_key, read_document
from recovery.domain.guidance import Placement
from recovery.domain.operation import Approach, Procedure
from recovery.domain.stage import Stage
from recovery.web.forms.line import LineField, WordsField
from recovery.web.forms.plain_text import NoteField
from recovery.web.forms.staff_form import StaffForm
from recovery.web.present.document_page import MOMENT_NAMES

PLAIN_LENGTH = 5000
NO_FILE = "Choose the file that holds the document’s words, as plain text or Markdown"
WHICH: tuple[tuple[str, Procedure | None], ...] = (
    ("all", None),
    *((procedure.value, procedure) for procedure in Procedure),
)


class UploadForm(StaffForm):
    document = FileField("File")
    key = LineField("Key", 120)

    def read(self) -> DocumentDraft | None:
        """The draft, or None with a sentence that names the line where it can."""
        self.validate()
        sent = request.files.get("document")
        if sent is None or not sent.filename:
            self.complain(self.document, NO_FILE)
            return None
        try:
            return as_key(read_document(sent.read(), sent.filename), self.key.data)
        except BadDocument as error:
            self.complain(self.document, str(error))
            return None


class PassageForm(StaffForm):
    seen = HiddenField()
    heading = LineField("Heading", 200, "Write a heading")
    plain = NoteField("In plain words", PLAIN_LENGTH)
    minimally_only = BooleanField("Only after minimally invasive surgery")
    moments = WordsField("Shown also", {each.value: (each, name) for each, name in MOMENT_NAMES.items()})
    follows_slowest = BooleanField("With several procedures it follows the slowest one")

    @property
    def placed(self) -> frozenset[str]:
        """What is ticked in the grid, as "first_days-fusion"."""
        return frozenset(request.form.getlist("placed"))

    @property
    def on_today(self) -> frozenset[str]:
        """The stages in which it is the passage on Today."""
        return frozenset(request.form.getlist("on_today"))

    def read(self) -> PassageWordsOfOurs | None:
        self.validate()
        if not self.is_fine:
            return None
        return PassageWordsOfOurs(
            heading=self.heading.data,
            plain=self.plain.data,
            placements=self._placements(),
            follows_slowest=bool(self.follows_slowest.data),
            moments=frozenset(self.moments.data or ()),
        )

    def _placements(self) -> tuple[Placement, ...]:
        approach = Approach.MINIMALLY_INVASIVE if self.minimally_only.data else None
        return tuple(
            Placement(stage, procedure, approach, is_on_today=stage.value in self.on_today)
            for stage in Stage
            for name, procedure in WHICH
            if f"{stage.value}-{name}" in self.placed
        )


def ticks_of(placements: Iterable[Placement]) -> tuple[frozenset[str], frozenset[str]]:
    """What the grid shows as ticked, and the stages of Today."""
    known = tuple(placements)
    placed = frozenset(f"{each.stage.value}-{each.procedure.value if each.procedure else 'all'}" for each in known)
    return placed, frozenset(each.stage.value for each in known if each.is_on_today)
