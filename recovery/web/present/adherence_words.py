"""Adherence in words: always in units, and always with what was not recorded (CLINICAL.md 3). Never a percentage."""

from recovery.domain.adherence import Adherence
from recovery.web.present.numbers import show_units

NOTHING_PLANNED = "Nothing planned"


def adherence_words(adherence: Adherence) -> str:
    """8 done, 2 not done, 4 not recorded, of 14."""
    if not adherence.planned:
        return NOTHING_PLANNED
    told = f"{show_units(adherence.done)} done, {show_units(adherence.not_done)} not done"
    return f"{told}, {adherence.not_recorded} not recorded, of {adherence.planned}"


def adherence_short(adherence: Adherence) -> tuple[str, str]:
    """For a narrow column: "8 of 14" and "4 not recorded"; the second is "" where everything was recorded."""
    if not adherence.planned:
        return NOTHING_PLANNED, ""
    not_recorded = f"{adherence.not_recorded} not recorded" if adherence.not_recorded else ""
    return f"{show_units(adherence.done)} of {adherence.planned}", not_recorded
