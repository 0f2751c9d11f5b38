"""What "Progress" and "Ease" do to one row as it was typed. Like every button of the rows it saves nothing."""

from dataclasses import dataclass

from recovery.domain.progression import CHANGED_IN_ORDER, Way, next_step
from recovery.web.forms.plan_rows import Typed
from recovery.web.forms.whole_number import number_in
from recovery.web.present.progression_page import NO_AMOUNT, NO_FURTHER, PUT_RIGHT, step_words


@dataclass(frozen=True, slots=True)
class Stepped:
    """The rows after the step, and what to say beside which of them (its place counts from 0)."""

    rows: list[Typed]
    place: int | None = None
    told: str = ""


def stepped_rows(rows: list[Typed], pressed: str) -> Stepped:
    """After a button "progress-2" or "ease-2"; anything else changes nothing."""
    what, _dash, place = pressed.partition("-")
    at = number_in(place)
    if what not in set(Way) or at is None or at >= len(rows):
        return Stepped(rows)
    return stepped(rows, at, Way(what))


def stepped(rows: list[Typed], at: int, way: Way) -> Stepped:
    """The row at that place by one step; what cannot go further says so and stays."""
    row = rows[at]
    amounts = {name: _number(row, name) for name in CHANGED_IN_ORDER}
    if any(text.strip() and amounts[name] is None for name in CHANGED_IN_ORDER for text in row[name]):
        return Stepped(rows, at, PUT_RIGHT)
    step = next_step(amounts, way)
    if step is None:
        return Stepped(rows, at, NO_FURTHER[way] if any(amounts.values()) else NO_AMOUNT)
    changed = {**row, step.amount: [str(step.after)]}
    return Stepped([*rows[:at], changed, *rows[at + 1 :]], at, step_words(step))


def _number(row: Typed, name: str) -> int | None:
    """None for what is empty, and for what cannot be read."""
    number = number_in(row[name][0].strip()) if row[name] else None
    return number if number is not None and number in CHANGED_IN_ORDER[name] else None
