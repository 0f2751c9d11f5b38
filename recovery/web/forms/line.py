"""One line of text, a time of day, and several answers out of a few."""

import re
from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from wtforms import Field, StringField
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput, TimeInput

from recovery.web.forms.plain_text import clean
from recovery.web.forms.tiles import Tile

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class LineField(StringField):  # type: ignore[misc]
    """At most `longest` characters on one line. `needed` is the sentence for an empty one; "" lets it be empty."""

    def __init__(self, label: str, longest: int, needed: str = "", **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.longest = longest
        self.needed = needed

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = " ".join(clean(valuelist[0]).split()) if valuelist else ""

    def pre_validate(self, _form: Any) -> None:
        if not self.data and self.needed:
            raise StopValidation(self.needed)
        if len(self.data or "") > self.longest:
            raise StopValidation(f"Make this shorter: it has {len(self.data):,} letters, and {self.longest} fit")


class EmailField(LineField):
    """Empty, unless `needed` is given, or shaped like an address."""

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data and not _EMAIL.fullmatch(self.data):
            raise StopValidation("Write the whole email address, like name@example.org")


class TimeField(Field):  # type: ignore[misc]
    """A time of day as HH:MM, also 9.30 or 14. Empty is None."""

    widget = TimeInput()
    sentence = "Write the time like 9:30"

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.typed = ""

    def _value(self) -> str:
        return self.typed or (self.data.strftime("%H:%M") if self.data else "")

    def process_formdata(self, valuelist: list[str]) -> None:
        self.typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not self.typed:
            return
        match = _TIME.fullmatch(self.typed)
        hour, minute = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
        if hour not in range(24) or minute not in range(60):
            raise ValueError(self.sentence)
        self.data = time(hour, minute)

    def pre_validate(self, _form: Any) -> None:
        if self.process_errors:
            raise StopValidation


class WordsField(Field):  # type: ignore[misc]
    """Any number of `choices`: value sent -> (value meant, words shown). `data` is the tuple of what is meant."""

    widget = TextInput()

    def __init__(self, label: str, choices: Mapping[str, tuple[Any, str]], needed: str = "", **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.choices = choices
        self.needed = needed

    def process_formdata(self, valuelist: list[str]) -> None:
        if any(value not in self.choices for value in valuelist):
            self.data = ()
            raise ValueError(self.needed or "Choose from the list")
        self.data = tuple(meant for sent, (meant, _words) in self.choices.items() if sent in valuelist)

    def pre_validate(self, _form: Any) -> None:
        if self.process_errors:
            raise StopValidation
        if not self.data and self.needed:
            raise StopValidation(self.needed)

    @property
    def tiles(self) -> Iterator[Tile]:
        for place, (sent, (meant, words)) in enumerate(self.choices.items()):
            yield Tile(f"{self.id}-{place}", sent, words, meant in (self.data or ()))
