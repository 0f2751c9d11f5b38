"""Facts of one recovery in words for staff: the same on the summary, on paper and in lines of text."""

from datetime import date

from recovery.domain.adherence import FORTNIGHT, WEEK, adherence_over
from recovery.domain.episode import Episode
from recovery.records.record import Record
from recovery.web.present.adherence_words import adherence_words
from recovery.web.present.course import course_of
from recovery.web.present.numbers import show

NOT_RECORDED = "–"


def pain_before_fact(episode: Episode) -> str:
    """Back 5, leg 7: as asked for when the episode was made."""
    scores = (episode.back_pain_before, episode.leg_pain_before)
    names = course_of(episode, {}, episode.operation.operated_on).pain_names
    told = [f"{name.lower()} {show(score)}" for name, score in zip(names, scores, strict=True) if score is not None]
    return ", ".join(told) or NOT_RECORDED


def adherence_facts(record: Record, today: date) -> tuple[tuple[str, str], ...]:
    """Both windows, each with what was not recorded; they end yesterday."""
    windows = {
        days: adherence_over(days, today, record.plans, record.sessions, record.excused) for days in (WEEK, FORTNIGHT)
    }
    return tuple((f"Last {days} days", adherence_words(adherence)) for days, adherence in windows.items())
