"""When the next check-in is due, in words. Nothing is ever overdue or missed: a due day is an offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode
from recovery.domain.rhythm import next_due_on
from recovery.domain.stage import Rhythm
from recovery.web.present.dates import weekday, with_year_if_other

WORDS = words("rhythm")
WEEK = 7
RHYTHM_NAMES = {
    Rhythm.DAILY: WORDS.daily,
    Rhythm.EVERY_SECOND_DAY: WORDS.every_second_day,
    Rhythm.TWICE_A_WEEK: WORDS.twice_a_week,
    Rhythm.WEEKLY: WORDS.weekly,
    Rhythm.NONE: WORDS.none,
}


@dataclass(frozen=True, slots=True)
class DueWords:
    """`who_set` is "" where the stage decides."""

    next_check_in: str
    who_set: str


def due_words(episode: Episode, figures: Mapping[date, DayFigure], today: date, set_by: str) -> DueWords:
    return DueWords(next_check_in_words(episode, figures, today), who_set_words(episode, set_by))


def next_check_in_words(episode: Episode, figures: Mapping[date, DayFigure], today: date) -> str:
    """Your next check-in: today, tomorrow, on Friday. Where none is due, that one is always welcome.

    `figures` as next_due_on reads them.
    """
    due = next_due_on(episode, figures, today)
    if due is None:
        return WORDS.whenever_you_like
    days = (due - today).days
    if days <= 1:
        return WORDS.next_tomorrow if days else WORDS.next_today
    return WORDS.next_on.format(day=weekday(due) if days < WEEK else with_year_if_other(due, today))


def who_set_words(episode: Episode, set_by: str) -> str:
    """Ben Okoro set how often: every second day. "" where the stage decides."""
    if episode.rhythm is None or not set_by:
        return ""
    return WORDS.set_how_often.format(name=set_by, rhythm=RHYTHM_NAMES[episode.rhythm])
