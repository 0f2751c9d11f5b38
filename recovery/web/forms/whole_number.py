"""A whole number as people type it: digits of any script, spaces around them, nothing else."""

import re
from typing import Any

from wtforms import Field
from wtforms.validators import StopValidation
from wtforms.widgets import TextInput

from recovery.domain.bounds import Bounds

_DIGITS = re.compile(r"\d{1,9}")  # \d is any script's digit; longer numbers are out of every bound


def number_in(text: str) -> int | None:
    """Digits and nothing else; None for anything else, and for more digits than any number of ours has."""
    return int(text) if _DIGITS.fullmatch(text) else None


class WholeNumberField(Field):  # type: ignore[misc]
    """None when left empty. What cannot be read keeps its text and gets `sentence`, for example "Write the minutes
    you walked as a whole number from 0 to 600, like 20".
    """

    widget = TextInput()

    def __init__(self, label: str, bounds: Bounds, sentence: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.bounds = bounds
        self.sentence = sentence
        self.typed = ""

    def _value(self) -> str:
        return self.typed if self.raw_data else "" if self.data is None else str(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.typed = valuelist[0] if valuelist else ""
        text = self.typed.strip()
        self.data = None
        if not text:
            return
        number = number_in(text)
        if number is None or number not in self.bounds:
            raise ValueError(self.sentence)
        self.data = number

    def pre_validate(self, _form: Any) -> None:
        if self.process_errors:
            raise StopValidation
