"""The words about a day not well enough to exercise."""

from datetime import date

from recovery.web.present.dates import day_words

CLASH = "You saved this before, with another note. Press Save to keep this note too"


def title(day: date, today: date) -> str:
    return "Not well today?" if day == today else f"Not well on {day_words(day)}?"


def saved_words(day: date, today: date) -> str:
    """What the day is after saving: excused, and not missed."""
    of_day = "today" if day == today else day_words(day)
    excused = f"The exercises of {of_day} are excused, so they do not count as missed."
    return f"Saved. {excused} Nobody watches this app all the time."
