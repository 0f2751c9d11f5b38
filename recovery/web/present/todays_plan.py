"""Today's exercises and how many of their due times are recorded."""

from dataclasses import dataclass
from enum import StrEnum

from recovery.content.wording import words
from recovery.domain.adherence import best_of_day
from recovery.domain.therapy import Prescription, Unit, UnitDone
from recovery.domain.therapy_day import TherapyDay
from recovery.web.present.exercise_words import OUTCOME_NAMES, prescription_words
from recovery.web.present.numbers import show_units

WORDS = words("today")


class Tick(StrEnum):
    """The class of the drawing; the words beside it say the same."""

    ALL = "on"
    SOME = "half"
    NONE = ""


@dataclass(frozen=True, slots=True)
class PlanLine:
    name: str
    amount: str
    tick: Tick
    state: str


@dataclass(frozen=True, slots=True)
class TodaysPlan:
    """`count` is in units, as everywhere: 2.5 of 4 done."""

    lines: tuple[PlanLine, ...]
    count: str
    is_excused: bool


def todays_plan(therapy_day: TherapyDay) -> TodaysPlan:
    best = best_of_day(therapy_day.sessions, therapy_day.day)
    adherence = therapy_day.adherence
    open_word = WORDS.excused if therapy_day.is_excused else WORDS.to_do
    return TodaysPlan(
        lines=tuple(_line(each, best, open_word) for each in therapy_day.due),
        count=WORDS.units_done.format(done=show_units(adherence.done), planned=adherence.planned)
        if adherence.planned
        else "",
        is_excused=therapy_day.is_excused,
    )


def _line(prescription: Prescription, best: dict[Unit, UnitDone], open_word: str) -> PlanLine:
    units = [Unit(prescription.id, time) for time in range(1, prescription.times_a_day + 1)]
    recorded = [best[unit] for unit in units if unit in best]
    share = sum(done.done_share for done in recorded)
    tick = Tick.ALL if share == len(units) else Tick.SOME if share else Tick.NONE
    state = _state(recorded, len(units), tick) if recorded else open_word
    return PlanLine(prescription.name, prescription_words(prescription), tick, state)


def _state(recorded: list[UnitDone], planned: int, tick: Tick) -> str:
    if tick is Tick.ALL:
        return WORDS.all_done
    if planned == 1:
        return OUTCOME_NAMES[recorded[0].outcome]
    return WORDS.units_recorded.format(recorded=len(recorded), planned=planned)
