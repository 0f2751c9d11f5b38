"""What the page of a therapy session asks about one day, and what it says was recorded before."""

from dataclasses import dataclass
from datetime import date

from recovery.domain.adherence import best_of_day
from recovery.domain.therapy import TherapySession, Unit
from recovery.domain.therapy_day import TherapyDay
from recovery.web.present.dates import day_words
from recovery.web.present.exercise_words import EFFORT_WORDS, prescription_words, time_name, unit_words
from recovery.web.present.received import received_words

SAVED = "Your exercises are saved. Your team can see them. Nobody watches this app all the time."
CLASH = "You saved this before, with other answers. Press Save to keep these answers too, as a new session"
STOP_RULE = "Stop and rest if pain goes past 5 or clearly up, or if you feel dizzy."
PAIN_GUIDE = "From 0 to 3 is fine, 4 or 5 is all right, over 5 is too much. A guide your physiotherapist can change."
EFFORT_SCALE = ", ".join(f"{effort} {words}" for effort, words in EFFORT_WORDS.items())
"""0 rest, 2 light, …: our own words, under the scale."""


@dataclass(frozen=True, slots=True)
class UnitShown:
    """`recorded` is what was recorded about it before, with the time; "" when nothing was."""

    unit: Unit
    time: str
    recorded: str


@dataclass(frozen=True, slots=True)
class ExerciseShown:
    name: str
    amount: str
    how_to: str
    units: tuple[UnitShown, ...]


@dataclass(frozen=True, slots=True)
class TherapyPage:
    title: str
    exercises: tuple[ExerciseShown, ...]
    is_excused: bool
    stop_rule: str = STOP_RULE
    pain_guide: str = PAIN_GUIDE
    effort_scale: str = EFFORT_SCALE


def therapy_page(therapy_day: TherapyDay, today: date, zone: str) -> TherapyPage:
    day = therapy_day.day
    return TherapyPage(
        title="Exercises for today" if day == today else f"Exercises for {day_words(day)}",
        exercises=_exercises(therapy_day, zone),
        is_excused=therapy_day.is_excused,
    )


def _exercises(therapy_day: TherapyDay, zone: str) -> tuple[ExerciseShown, ...]:
    recorded = _recorded(therapy_day, zone)
    return tuple(
        ExerciseShown(
            name=each.name,
            amount=prescription_words(each),
            how_to=each.how_to,
            units=tuple(
                UnitShown(Unit(each.id, time), time_name(time, each.times_a_day), recorded.get(Unit(each.id, time), ""))
                for time in range(1, each.times_a_day + 1)
            ),
        )
        for each in therapy_day.due
    )


def _recorded(therapy_day: TherapyDay, zone: str) -> dict[Unit, str]:
    """Done, recorded at 9:12: by unit, the answer that counts."""
    best = best_of_day(therapy_day.sessions, therapy_day.day)
    words: dict[Unit, str] = {}
    for entry in therapy_day.entries:
        for done in entry.content.units if isinstance(entry.content, TherapySession) else ():
            if best[done.unit] == done and done.unit not in words:
                received = received_words(entry.received_at, therapy_day.day, zone)
                words[done.unit] = f"{unit_words(done)}. Recorded {received}."
    return words
