"""The words about a day not well enough to exercise."""

from datetime import date

from recovery.content.wording import words
from recovery.web.present.dates import day_words

WORDS = words("exercises")


def title(day: date, today: date) -> str:
    return WORDS.not_well_today if day == today else WORDS.not_well_on.format(day=day_words(day))
