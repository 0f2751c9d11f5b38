"""Who a page is about: name, birth date and operation stand on every page that saves something about a patient."""

from dataclasses import dataclass
from datetime import date

from recovery.domain.episode import Episode
from recovery.web.present.dates import age_on, short_day_and_year
from recovery.web.present.operation_words import operation_name


@dataclass(frozen=True, slots=True)
class Who:
    """The person, as values."""

    name: str
    born_on: date
    phone: str
    zone: str
    next_appointment: str
    language: str
    needs_interpreter: bool


def ident_words(born_on: date, episode: Episode | None, today: date) -> str:
    """Birth date and age, operation and its day."""
    born = f"Born {short_day_and_year(born_on)} ({age_on(born_on, today)})"
    if episode is None:
        return f"{born}. No operation yet"
    return f"{born}. {operation_name(episode.operation)}, {short_day_and_year(episode.operation.operated_on)}"
