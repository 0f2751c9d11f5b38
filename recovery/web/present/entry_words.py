"""An entry in words. The patient's list and the physiotherapist's timeline show the very same ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, EntryKind, kind_of
from recovery.domain.operation import Region
from recovery.domain.therapy import Extra, Morning, PlanVersion, Prescription, TherapySession, UnitDone, WhyStopped
from recovery.domain.warning_answer import Tier
from recovery.domain.warning_signs import asked_words
from recovery.web.present.dates import day_from
from recovery.web.present.exercise_words import WHY_STOPPED_NAMES, effort_words, in_sentence, time_name, unit_words
from recovery.web.present.numbers import counted
from recovery.web.present.operation_words import pain_names, stairs_name, walking_aid_name
from recovery.web.present.received import received_words

WORDS = words("progress")
TICKED = {Tier.EMERGENCY: WORDS.told_to_call_emergency, Tier.TODAY: WORDS.told_to_call_team}
MORNINGS = {Morning.SETTLED: WORDS.next_morning_settled, Morning.NOT_SETTLED: WORDS.next_morning_not_settled}
MORNINGS_AFTER = {
    Morning.SETTLED: WORDS.morning_after_settled,
    Morning.NOT_SETTLED: WORDS.morning_after_not_settled,
    None: "",
}
KIND_NAMES = {
    EntryKind.CHECK_IN: WORDS.kind_check_in,
    EntryKind.SESSION: WORDS.kind_session,
    EntryKind.NOT_WELL: WORDS.kind_not_well,
}


@dataclass(frozen=True, slots=True)
class EntryWords:
    """`day` and `when` say what it is about and when it was first received; `signs` are the ticked warning signs.
    `written_by` names the staff who wrote it down for the patient, "" for the patient's own. `changed` and `taken_back`
    say when that was, "" where it was not.
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
    entry_kind: EntryKind
    changed: str
    taken_back: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What entries are told with: the patient's own day, zone and region, their plans for names of exercises, and the
    words of their activities.
    """

    today: date
    zone: str
    region: Region
    plans: Sequence[PlanVersion] = ()
    activities: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def exercises(self) -> dict[UUID, Prescription]:
        return {each.id: each for version in self.plans for each in version.prescriptions}


def entries_in_words(entries: Iterable[Entry], telling: Telling) -> tuple[EntryWords, ...]:
    entries, exercises = tuple(entries), telling.exercises
    mornings = mornings_after(entries)
    return tuple(_entry(entry, telling, exercises, mornings.get(entry.id)) for entry in entries)


def mornings_after(entries: Iterable[Entry]) -> dict[UUID, Morning]:
    """By session how the next morning was, as the check-ins among these entries tell it."""
    told = [each.content for each in entries if isinstance(each.content, CheckIn) and each.taken_back_at is None]
    return {each.morning_after: each.morning for each in told if each.morning_after and each.morning}


def _entry(
    entry: Entry, telling: Telling, exercises: dict[UUID, Prescription], next_morning: Morning | None
) -> EntryWords:
    lines, signs, is_helped = (WORDS.day_excused,), (), False
    content = entry.content
    if isinstance(content, CheckIn):
        lines, is_helped = check_in_lines(content, telling.region, telling.activities), content.someone_helped
        signs = tuple(TICKED[each.tier].format(sign=asked_words(each)) for each in content.warning_signs.ticked)
    elif isinstance(content, TherapySession):
        lines, is_helped = session_lines(content, exercises), content.someone_helped
        lines += (MORNINGS[next_morning],) if next_morning else ()
    return EntryWords(
        kind=KIND_NAMES[kind_of(content)],
        day=day_from(telling.today, entry.recorded_on),
        when=at_words(entry.first_received_at or entry.received_at, entry, telling),
        lines=lines,
        signs=signs,
        note=content.note,
        is_helped=is_helped,
        written_by=entry.recorded_by,
        entry_id=entry.id,
        entry_kind=kind_of(content),
        changed=at_words(entry.received_at, entry, telling) if entry.is_changed else "",
        taken_back=at_words(entry.taken_back_at, entry, telling) if entry.taken_back_at else "",
    )


def at_words(instant: datetime, entry: Entry, telling: Telling) -> str:
    """At 9:14 for the day that the entry is about, as beside when it was recorded; else with the day."""
    return received_words(instant, entry.recorded_on, telling.zone)


def check_in_lines(
    check_in: CheckIn, region: Region, activities: Mapping[UUID, str] = MappingProxyType({})
) -> tuple[str, ...]:
    """Only what was recorded: nothing stands for a value that is missing."""
    first, second = pain_names(region)
    pain = [
        _pain(first, check_in.back_pain_average, check_in.back_pain_worst),
        _pain(second, check_in.leg_pain_average, check_in.leg_pain_worst),
    ]
    moving = (
        (check_in.walking_minutes, WORDS.walked, "minute"),
        (check_in.longest_walk_minutes, WORDS.longest_walk, "minute"),
        (check_in.steps, WORDS.amount_alone, "step"),
        (check_in.sitting_minutes, WORDS.sat, "minute"),
    )
    told = [sentence.format(amount=counted(value, noun)) for value, sentence, noun in moving if value is not None]
    if check_in.walking_aid:
        told.append(WORDS.walking_aid.format(answer=walking_aid_name(check_in.walking_aid).lower()))
    if check_in.stairs:
        told.append(WORDS.stairs.format(answer=stairs_name(check_in.stairs).lower()))
    bearable = {True: WORDS.bearable_yes, False: WORDS.bearable_no, None: ""}[check_in.bearable]
    scored = [
        WORDS.activity_score.format(activity=activities[each.activity_id], score=each.score)
        for each in check_in.activities
    ]
    morning = MORNINGS_AFTER[check_in.morning]
    lines = (_joined(pain), bearable, morning, _joined(told), *scored, _signs_line(check_in))
    return tuple(line for line in lines if line)


def _pain(site: str, average: int | None, worst: int | None) -> str:
    if average is None and worst is None:
        return ""
    if average is None:
        sentence = WORDS.pain_at_worst
    else:
        sentence = WORDS.pain_average if worst is None else WORDS.pain_average_and_worst
    return sentence.format(site=site.lower(), average=average, worst=worst)


def _joined(parts: Iterable[str]) -> str:
    sentence = ", ".join(part for part in parts if part)
    return f"{sentence[0].upper()}{sentence[1:]}" if sentence else ""


def _signs_line(check_in: CheckIn) -> str:
    if check_in.warning_signs.ticked:
        return ""
    return WORDS.no_signs if check_in.warning_signs.is_answered else WORDS.signs_not_answered


def session_lines(session: TherapySession, exercises: dict[UUID, Prescription]) -> tuple[str, ...]:
    lines = [_exercise_line(units, exercises.get(of)) for of, units in _by_exercise(session.units).items()]
    lines += [_extra_line(extra) for extra in session.extras]
    if session.pain_during is not None:
        lines.append(WORDS.pain_during.format(score=session.pain_during))
    if session.effort is not None:
        lines.append(WORDS.effort.format(effort=effort_words(session.effort)))
    if session.is_stopped_early:
        lines.append(_stopped_line(session.why_stopped))
    return tuple(lines)


def _stopped_line(why: WhyStopped | None) -> str:
    return WORDS.stopped_early_because.format(why=in_sentence(WHY_STOPPED_NAMES[why])) if why else WORDS.stopped_early


def _extra_line(extra: Extra) -> str:
    if extra.minutes is None:
        return WORDS.outside_plan.format(name=extra.name)
    return WORDS.outside_plan_for.format(name=extra.name, minutes=counted(extra.minutes, "minute"))


def _by_exercise(units: Iterable[UnitDone]) -> dict[UUID, list[UnitDone]]:
    by_exercise: dict[UUID, list[UnitDone]] = {}
    for done in units:
        by_exercise.setdefault(done.unit.prescription_id, []).append(done)
    return by_exercise


def _exercise_line(units: Sequence[UnitDone], exercise: Prescription | None) -> str:
    """Heel slides, all 2 times: done. Walk, first time: done; second time: partly, about half."""
    last_time = max(done.unit.time for done in units)
    name, times = (exercise.name, exercise.times_a_day) if exercise else (WORDS.an_exercise, last_time)
    told = {unit_words(done) for done in units}
    if len(units) == times and len(told) == 1:
        sentence = WORDS.all_times if times > 1 else WORDS.one_exercise
        return sentence.format(name=name, times=times, outcome=in_sentence(told.pop()))
    if times == 1:
        return WORDS.one_exercise.format(name=name, outcome=in_sentence(unit_words(units[0])))
    each = [f"{time_name(done.unit.time, times).lower()}: {in_sentence(unit_words(done))}" for done in units]
    return WORDS.each_time.format(name=name, outcomes="; ".join(each))
