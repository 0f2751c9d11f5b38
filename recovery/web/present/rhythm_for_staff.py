"""How often a check-in is due, in words for staff."""

from datetime import date

from recovery.domain.episode import Episode
from recovery.domain.stage import Rhythm
from recovery.domain.worklist import Thresholds

RHYTHM_CHOICES: dict[Rhythm | None, str] = {
    None: "As the stage says",
    Rhythm.DAILY: "Daily",
    Rhythm.EVERY_SECOND_DAY: "Every second day",
    Rhythm.TWICE_A_WEEK: "Twice a week",
    Rhythm.WEEKLY: "Weekly",
    Rhythm.NONE: "None",
}
"""None, as a key, is the stage's own rhythm; Rhythm.NONE is that none is due."""


def stage_rhythm_words(episode: Episode, on: date) -> str:
    """What the stage itself says; until one is named, as in first days."""
    return RHYTHM_CHOICES[episode.stage_rhythm(on)].lower()


def silence_rule(thresholds: Thresholds) -> str:
    """What a rhythm changes for the list: W6 in words."""
    early, later = thresholds.silent_days_early, thresholds.silent_days_later
    return (
        f"Without an entry they are listed after {early} days in the first {thresholds.early_until_day} days after the "
        f"operation, and after {later} days later on, or twice this if that is longer. With “None” they are never "
        "listed for silence."
    )


def rhythm_fact(episode: Episode, today: date) -> str:
    """Weekly, set for this patient. Or: daily, as the stage says."""
    if episode.rhythm is not None:
        return f"{RHYTHM_CHOICES[episode.rhythm]}, set for this patient"
    return f"{stage_rhythm_words(episode, today).capitalize()}, as the stage says"
