"""How far the recovery is, in words."""

from datetime import date

from recovery.content.wording import words
from recovery.domain.episode import Episode

WORDS = words("common")


def day_of_recovery(episode: Episode, today: date) -> str:
    """Day 12 after the operation; before it, how long there is to go."""
    day = episode.day_number(today)
    if day >= 0:
        return WORDS.day_of_recovery.format(day=day)
    return WORDS.one_day_to_operation if day == -1 else WORDS.days_to_operation.format(days=-day)
