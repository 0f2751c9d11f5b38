"""How far a patient's recovery is, in words for staff."""

from datetime import date

from recovery.domain.episode import Episode


def day_for_staff(episode: Episode, today: date) -> str:
    """Day 12 after the operation; before it, how long there is to go."""
    day = episode.day_number(today)
    if day >= 0:
        return f"Day {day}"
    return "1 day to the operation" if day == -1 else f"{-day} days to the operation"
