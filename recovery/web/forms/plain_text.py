"""Text as people type it: one kind of line end, no control characters, nothing cut off in silence."""

import unicodedata
from datetime import date
from typing import Any

from wtforms import Field, TextAreaField
from wtforms.validators import StopValidation
from wtforms.widgets import DateInput

from recovery.content.wording import words

WORDS = words("check_in")
_KEPT_CONTROLS = {"\n", "\t"}


def clean(text: str) -> str:
    """Without control characters, which no database or log should meet; without white space at the ends."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (each for each in unified if each in _KEPT_CONTROLS or unicodedata.category(each) not in {"Cc", "Cs"})
    return "".join(kept).strip()


class NoteField(TextAreaField):  # type: ignore[misc]
    """A note of at most `longest` characters. A longer one is kept as typed and asked to be made shorter."""

    def __init__(self, label: str, longest: int, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.longest = longest

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = clean(valuelist[0]) if valuelist else ""

    def pre_validate(self, _form: Any) -> None:
        length = len(self.data or "")
        if length > self.longest:
            raise StopValidation(WORDS.shorter_note.format(count=f"{length:,}", longest=f"{self.longest:,}"))


class DayField(Field):  # type: ignore[misc]
    """A calendar day as a date control sends it, YYYY-MM-DD, in digits of any script. Empty is None."""

    widget = DateInput()
    sentence = WORDS.choose_from_calendar

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.typed = ""

    def _value(self) -> str:
        return self.typed or (self.data.isoformat() if self.data else "")

    def process_formdata(self, valuelist: list[str]) -> None:
        self.typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not self.typed:
            return
        try:
            self.data = day_from_text(self.typed)
        except ValueError as error:
            raise ValueError(self.sentence) from error


def day_from_text(text: str) -> date:
    """Raises ValueError for anything but YYYY-MM-DD."""
    digits = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in text)
    if len(digits) != len("2026-11-22"):
        raise ValueError("not YYYY-MM-DD")
    return date.fromisoformat(digits)
