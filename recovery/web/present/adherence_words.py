"""Adherence in words: always in units, and always with what was not recorded (CLINICAL.md 3). Never a percentage."""

from recovery.content.wording import words
from recovery.domain.adherence import Adherence
from recovery.web.present.numbers import show_units

WORDS = words("exercises")


def adherence_words(adherence: Adherence) -> str:
    """8 done, 2 not done, 4 not recorded, of 14."""
    if not adherence.planned:
        return WORDS.nothing_planned
    return WORDS.adherence.format(
        done=show_units(adherence.done),
        not_done=show_units(adherence.not_done),
        not_recorded=adherence.not_recorded,
        planned=adherence.planned,
    )


def adherence_short(adherence: Adherence) -> tuple[str, str]:
    """For a narrow column: "8 of 14" and "4 not recorded"; the second is "" where everything was recorded."""
    if not adherence.planned:
        return WORDS.nothing_planned, ""
    not_recorded = WORDS.count_not_recorded.format(count=adherence.not_recorded) if adherence.not_recorded else ""
    done = WORDS.adherence_short.format(done=show_units(adherence.done), planned=adherence.planned)
    return done, not_recorded
