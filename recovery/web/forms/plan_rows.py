"""The rows of a plan or a template as they were typed, and what a button does to them: nothing is saved by it.

Rows stay text until they are read, so that moving one up keeps even what cannot be read.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid4

from werkzeug.datastructures import MultiDict
from wtforms import Field, Form, HiddenField

from recovery.domain.bounds import Bounds
from recovery.domain.therapy import (
    HOLD_SECONDS,
    MINUTES,
    REPETITIONS,
    SETS,
    TIMES_A_DAY,
    Prescription,
)
from recovery.web.forms.line import LineField, WordsField
from recovery.web.forms.plain_text import DayField, NoteField
from recovery.web.forms.whole_number import WholeNumberField, number_in
from recovery.web.present.dates import DAYS

MOST_ROWS = 20
NAME_LENGTH, HOW_TO_LENGTH = 120, 2000
NO_DAY = "Tick one day or more"
NO_AMOUNT = "Write how much: repetitions, a hold or minutes. Or say it under “how to do it”"
BACKWARDS = "The last day cannot be before the first"
WEEKDAYS = {str(number): (number, name[:3]) for number, name in enumerate(DAYS, 1)}

Typed = dict[str, list[str]]


def _number(label: str, bounds: Bounds) -> WholeNumberField:
    return WholeNumberField(label, bounds, f"Write a whole number from {bounds.low} to {bounds.high}")


class PlanRow(Form):  # type: ignore[misc]
    """One exercise. Field names are prefixed with the row's place, so that a page holds many. `of` is the id of the
    prescription that the row began as, so that what was recorded stays beside it wherever it is moved.
    """

    of = HiddenField()
    name = LineField("Exercise", NAME_LENGTH, "Write the name of the exercise")
    how_to = NoteField("How to do it", HOW_TO_LENGTH)
    sets = _number("Sets", SETS)
    repetitions = _number("Times", REPETITIONS)
    hold_seconds = _number("Hold, seconds", HOLD_SECONDS)
    minutes = _number("Minutes", MINUTES)
    times_a_day = _number("Times a day", TIMES_A_DAY)
    weekdays = WordsField("Days", WEEKDAYS, NO_DAY)
    from_on = DayField("From")
    until_on = DayField("Until")

    def read(self) -> Prescription | None:
        """With an id of its own, or None with every problem beside its field."""
        self.validate()
        amounts = (self.repetitions, self.hold_seconds, self.minutes)
        if not any(field.data for field in amounts) and not self.how_to.data and not self.repetitions.errors:
            _complain(self.repetitions, NO_AMOUNT)
        if self.from_on.data and self.until_on.data and self.until_on.data < self.from_on.data:
            _complain(self.until_on, BACKWARDS)
        return None if self.problems() else self._value()

    def _value(self) -> Prescription:
        return Prescription(
            id=uuid4(),
            name=self.name.data,
            how_to=self.how_to.data,
            weekdays=frozenset(self.weekdays.data),
            times_a_day=self.times_a_day.data or 1,
            sets=self.sets.data,
            repetitions=self.repetitions.data,
            hold_seconds=self.hold_seconds.data,
            minutes=self.minutes.data,
            from_on=self.from_on.data,
            until_on=self.until_on.data,
        )

    def problems(self) -> list[tuple[str, str]]:
        return [(field.id, str(sentence)) for field in self for sentence in field.errors]


NAMES = tuple(name for name, _field in PlanRow()._fields.items())


def _complain(field: Field, sentence: str) -> None:
    field.errors = [*field.errors, sentence]


def rows_sent(form: MultiDict[str, str]) -> list[Typed]:
    """What was typed, row by row; a row that has no field at all is no row."""
    rows = []
    for place in range(MOST_ROWS + 1):
        typed = {name: form.getlist(f"x{place}-{name}") for name in NAMES}
        if any(f"x{place}-{name}" in form for name in NAMES):
            rows.append(typed)
    return rows[:MOST_ROWS]


def typed_row(prescription: Prescription) -> Typed:
    """A prescription as somebody would have typed it."""
    numbers = ("sets", "repetitions", "hold_seconds", "minutes", "times_a_day")
    told: Typed = {name: _as_text(getattr(prescription, name)) for name in numbers}
    return told | {
        "of": [str(prescription.id)],
        "name": [prescription.name],
        "how_to": [prescription.how_to],
        "weekdays": [str(day) for day in sorted(prescription.weekdays)],
        "from_on": _as_text(prescription.from_on),
        "until_on": _as_text(prescription.until_on),
    }


def empty_row() -> Typed:
    every_day = frozenset(range(1, 8))
    return typed_row(Prescription(UUID(int=0), "", "", every_day))


def _as_text(value: int | date | None) -> list[str]:
    return [] if value is None else [str(value)]


def changed_rows(rows: list[Typed], pressed: str) -> list[Typed]:
    """After a button "up-2", "down-2" or "remove-2", counted from 0; anything else changes nothing."""
    what, _dash, place = pressed.partition("-")
    at, after = number_in(place), list(rows)
    if at is None or at >= len(rows):
        return rows
    if what == "remove":
        del after[at]
    to = {"up": at - 1, "down": at + 1}.get(what, at)
    if what in {"up", "down"} and 0 <= to < len(rows):
        after[at], after[to] = after[to], after[at]
    return after


def forms_of(rows: Iterable[Typed]) -> list[PlanRow]:
    """Forms to be shown or read, numbered anew."""
    return [
        PlanRow(
            formdata=MultiDict([(f"x{place}-{name}", value) for name, values in typed.items() for value in values]),
            prefix=f"x{place}-",
        )
        for place, typed in enumerate(rows)
    ]


def read_rows(forms: Iterable[PlanRow]) -> list[Prescription] | None:
    """Every row as a prescription; None when one of them has to be put right. All of them are looked at."""
    read = [form.read() for form in forms]
    return [each for each in read if each is not None] if None not in read else None
