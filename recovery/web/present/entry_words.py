"""An entry in words. The patient's list and the physiotherapist's timeline show the very same ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, EntryKind, kind_of
from recovery.domain.operation import Region
from recovery.domain.therapy import PlanVersion, Prescription, TherapySession, UnitDone
from recovery.domain.warning_answer import Tier
from recovery.domain.warning_signs import asked_words
from recovery.web.present.dates import day_from
from recovery.web.present.exercise_words import effort_words, in_sentence, time_name, unit_words
from recovery.web.present.numbers import counted
from recovery.web.present.operation_words import pain_names, stairs_name, walking_aid_name
from recovery.web.present.received import received_words

TIER_WORDS = {Tier.EMERGENCY: "the app said to call the emergency number", Tier.TODAY: "the app said to call the team"}
NO_SIGNS, SIGNS_NOT_ANSWERED = "Warning signs: none of these", "Warning signs: not answered"
KIND_NAMES = {EntryKind.CHECK_IN: "Check-in", EntryKind.SESSION: "Exercises", EntryKind.NOT_WELL: "Not well"}
NO_LONGER_IN_PLAN = "An exercise"


@dataclass(frozen=True, slots=True)
class EntryWords:
    """`day` and `when` say what it is about and when it was received; `signs` are the ticked warning signs.
    `written_by` names the staff who wrote it down for the patient, "" for the patient's own.
    """

    kind: str
    day: str
    when: str
    lines: tuple[str, ...]
    signs: tuple[str, ...]
    note: str
    is_helped: bool
    written_by: str
    entry_id: UUID


@dataclass(frozen=True, slots=True)
class Telling:
    """What entries are told with: the patient's own day, zone and region, and their plans for names of exercises."""

    today: date
    zone: str
    region: Region
    plans: Sequence[PlanVersion] = ()

    @property
    def exercises(self) -> dict[UUID, Prescription]:
        return {each.id: each for version in self.plans for each in version.prescriptions}


def entries_in_words(entries: Iterable[Entry], telling: Telling) -> tuple[EntryWords, ...]:
    exercises = telling.exercises
    return tuple(_entry(entry, telling, exercises) for entry in entries)


def _entry(entry: Entry, telling: Telling, exercises: dict[UUID, Prescription]) -> EntryWords:
    lines, signs, is_helped = ("The exercises of this day are excused",), (), False
    content = entry.content
    if isinstance(content, CheckIn):
        lines, is_helped = check_in_lines(content, telling.region), content.someone_helped
        signs = tuple(f"{asked_words(each)} ({TIER_WORDS[each.tier]})" for each in content.warning_signs.ticked)
    elif isinstance(content, TherapySession):
        lines, is_helped = session_lines(content, exercises), content.someone_helped
    return EntryWords(
        kind=KIND_NAMES[kind_of(content)],
        day=day_from(telling.today, entry.recorded_on),
        when=received_words(entry.received_at, entry.recorded_on, telling.zone),
        lines=lines,
        signs=signs,
        note=content.note,
        is_helped=is_helped,
        written_by=entry.recorded_by,
        entry_id=entry.id,
    )


def check_in_lines(check_in: CheckIn, region: Region) -> tuple[str, ...]:
    """Only what was recorded: nothing stands for a value that is missing."""
    first, second = pain_names(region)
    pain = [
        _pain(first, check_in.back_pain_average, check_in.back_pain_worst),
        _pain(second, check_in.leg_pain_average, check_in.leg_pain_worst),
    ]
    moving = (
        (check_in.walking_minutes, "walked {}", "minute"),
        (check_in.longest_walk_minutes, "longest walk {}", "minute"),
        (check_in.steps, "{}", "step"),
        (check_in.sitting_minutes, "sat {}", "minute"),
    )
    told = [sentence.format(counted(value, noun)) for value, sentence, noun in moving if value is not None]
    told += [f"walking aid: {walking_aid_name(check_in.walking_aid).lower()}"] if check_in.walking_aid else []
    told += [f"stairs: {stairs_name(check_in.stairs).lower()}"] if check_in.stairs else []
    bearable = {True: "Bearable: yes", False: "Bearable: no", None: ""}[check_in.bearable]
    lines = (_joined(pain), bearable, _joined(told), _signs_line(check_in))
    return tuple(line for line in lines if line)


def _pain(site: str, average: int | None, worst: int | None) -> str:
    if average is None:
        return "" if worst is None else f"{site.lower()} pain at its worst {worst}"
    return f"{site.lower()} pain {average}" + ("" if worst is None else f" (worst {worst})")


def _joined(parts: Iterable[str]) -> str:
    words = ", ".join(part for part in parts if part)
    return f"{words[0].upper()}{words[1:]}" if words else ""


def _signs_line(check_in: CheckIn) -> str:
    if check_in.warning_signs.ticked:
        return ""
    return NO_SIGNS if check_in.warning_signs.is_answered else SIGNS_NOT_ANSWERED


def session_lines(session: TherapySession, exercises: dict[UUID, Prescription]) -> tuple[str, ...]:
    lines = [_exercise_line(units, exercises.get(of)) for of, units in _by_exercise(session.units).items()]
    lines += [
        f"Outside the plan: {extra.name}" + ("" if extra.minutes is None else f", {counted(extra.minutes, 'minute')}")
        for extra in session.extras
    ]
    if session.pain_during is not None:
        lines.append(f"Pain during: {session.pain_during}")
    if session.effort is not None:
        lines.append(f"Effort: {effort_words(session.effort)}")
    return tuple(lines)


def _by_exercise(units: Iterable[UnitDone]) -> dict[UUID, list[UnitDone]]:
    by_exercise: dict[UUID, list[UnitDone]] = {}
    for done in units:
        by_exercise.setdefault(done.unit.prescription_id, []).append(done)
    return by_exercise


def _exercise_line(units: Sequence[UnitDone], exercise: Prescription | None) -> str:
    """Heel slides, all 2 times: done. Walk, first time: done; second time: partly, about half."""
    last_time = max(done.unit.time for done in units)
    name, times = (exercise.name, exercise.times_a_day) if exercise else (NO_LONGER_IN_PLAN, last_time)
    told = {unit_words(done) for done in units}
    if len(units) == times and len(told) == 1:
        return f"{name}{f', all {times} times' if times > 1 else ''}: {in_sentence(told.pop())}"
    each = [f"{time_name(done.unit.time, times).lower()}: {in_sentence(unit_words(done))}" for done in units]
    return f"{name}, {'; '.join(each)}" if times > 1 else f"{name}{each[0]}"
