"""What the page of a therapy session asks about one day, and what it says was recorded before."""

from dataclasses import dataclass
from datetime import date

from recovery.content.wording import words
from recovery.domain.adherence import best_of_day
from recovery.domain.therapy import STOP_AND_REST, Prescription, TherapySession, Unit
from recovery.domain.therapy_day import TherapyDay
from recovery.web.present.dates import day_words
from recovery.web.present.exercise_words import EFFORT_WORDS, prescription_words, time_name, unit_words
from recovery.web.present.received import received_words

WORDS = words("exercises")
EFFORT_SCALE = ", ".join(f"{effort} {name}" for effort, name in EFFORT_WORDS.items())
"""0 rest, 2 light, …: our own words, under the scale."""


@dataclass(frozen=True, slots=True)
class UnitShown:
    """`recorded` is what was recorded about it before, with the time; "" when nothing was."""

    unit: Unit
    time: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Timed:
    """What a timer counts down: `count` holds of so many seconds, or the minutes once."""

    seconds: int
    count: int


@dataclass(frozen=True, slots=True)
class ExerciseShown:
    """`timed` is None where nothing is held and no minutes are prescribed."""

    name: str
    amount: str
    how_to: str
    timed: Timed | None
    units: tuple[UnitShown, ...]


@dataclass(frozen=True, slots=True)
class TherapyPage:
    title: str
    exercises: tuple[ExerciseShown, ...]
    is_excused: bool
    stop_rule: str = WORDS.stop_rule
    pain_guide: str = WORDS.pain_guide
    effort_scale: str = EFFORT_SCALE


def therapy_page(therapy_day: TherapyDay, today: date, zone: str) -> TherapyPage:
    day = therapy_day.day
    return TherapyPage(
        title=WORDS.for_today if day == today else WORDS.for_day.format(day=day_words(day)),
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
            timed=timed(each),
            units=tuple(
                UnitShown(Unit(each.id, time), time_name(time, each.times_a_day), recorded.get(Unit(each.id, time), ""))
                for time in range(1, each.times_a_day + 1)
            ),
        )
        for each in therapy_day.due
    )


def timed(prescription: Prescription) -> Timed | None:
    """2 sets of 10 with a hold are 20 holds."""
    if prescription.hold_seconds:
        return Timed(prescription.hold_seconds, (prescription.sets or 1) * (prescription.repetitions or 1))
    return Timed(prescription.minutes * 60, 1) if prescription.minutes else None


def stopped_words(session: TherapySession) -> str:
    """Where pain or dizziness ended it; else ""."""
    return WORDS.stopped_rest_saved if session.is_stopped_early and session.why_stopped in STOP_AND_REST else ""


def _recorded(therapy_day: TherapyDay, zone: str) -> dict[Unit, str]:
    """Done, recorded at 9:12: by unit, the answer that counts."""
    best = best_of_day(therapy_day.sessions, therapy_day.day)
    told: dict[Unit, str] = {}
    for entry in therapy_day.entries:
        for done in entry.content.units if isinstance(entry.content, TherapySession) else ():
            if best[done.unit] == done and done.unit not in told:
                received = received_words(entry.received_at, therapy_day.day, zone)
                told[done.unit] = WORDS.unit_recorded.format(outcome=unit_words(done), when=received)
    return told
