"""Holidays as people type them: one line each, the day and its name."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import TextAreaField
from wtforms.validators import StopValidation

from recovery.domain.clinic_details import HOLIDAY_NAME_LENGTH, MOST_HOLIDAYS
from recovery.web.forms.plain_text import clean, day_from_text


class HolidaysField(TextAreaField):  # type: ignore[misc]
    """`data` is what was typed, `holidays` the names by day. A line that cannot be read is named by its number."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.holidays: Mapping[date, str] = {}

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = clean_lines(valuelist[0]) if valuelist else ""

    def pre_validate(self, _form: Any) -> None:
        try:
            self.holidays = holidays_in(self.data or "")
        except ValueError as error:
            raise StopValidation(str(error)) from error


def holidays_in(text: str) -> dict[date, str]:
    """Raises ValueError with a sentence for the reader. Empty lines are nothing."""
    found: dict[date, str] = {}
    on_line: dict[date, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        day, name = _read(number, line)
        if day in found:
            raise ValueError(f"Line {number} has the same day as line {on_line[day]}. Take one of them out")
        found[day], on_line[day] = name, number
    if len(found) > MOST_HOLIDAYS:
        raise ValueError(f"There are {len(found)} holidays, and {MOST_HOLIDAYS} fit. Take out those that are past")
    return found


def holiday_lines(holidays: Mapping[date, str]) -> str:
    """As they would be typed, earliest first."""
    return "\n".join(f"{day.isoformat()} {name}".strip() for day, name in sorted(holidays.items()))


def _read(number: int, line: str) -> tuple[date, str]:
    written, _space, name = line.strip().partition(" ")
    try:
        day = day_from_text(written)
    except ValueError as error:
        raise ValueError(f"Line {number} should begin with a day, like 2026-12-25 Christmas Day") from error
    name = " ".join(name.split())
    if len(name) > HOLIDAY_NAME_LENGTH:
        raise ValueError(f"Line {number} has a long name. Make it {HOLIDAY_NAME_LENGTH} letters or fewer")
    return day, name


def clean_lines(text: str) -> str:
    """Empty lines at the top are kept, so that the numbers of lines are those on the screen."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(clean(line) for line in unified.split("\n")).rstrip("\n")
