"""The words about a day not well enough to exercise."""

from datetime import date

from recovery.content.wording import words
from recovery.web.present.dates import day_words

WORDS = words("exercises")
CLASH = WORDS.not_well_clash


def title(day: date, today: date) -> str:
    return WORDS.not_well_today if day == today else WORDS.not_well_on.format(day=day_words(day))


def saved_words(day: date, today: date) -> str:
    """What the day is after saving: excused, and not missed."""
    if day == today:
        return WORDS.not_well_saved_today
    return WORDS.not_well_saved_on.format(day=day_words(day))
