"""What a made-up patient recorded: the synthetic cohort's days, at the rhythm of the stage, with the story's twist."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from random import Random
from zoneinfo import ZoneInfo

from recovery.content.demo_notes import NOTES, SIGN_NOTE
from recovery.content.demo_story import Story, Twist
from recovery.domain.calendar import day_in_zone
from recovery.domain.check_in import CheckIn
from recovery.domain.cohort import SimulatedDay, SimulatedPatient
from recovery.domain.entries import NotWell
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.operation import Operation
from recovery.domain.pathway import pathway_of
from recovery.domain.stage import RHYTHM_DAYS, Stage
from recovery.domain.therapy import Outcome, PlanVersion, TherapySession, Unit, UnitDone, WhyNot, plan_in_force
from recovery.domain.warning_answer import NONE_OF_THESE, NOT_ANSWERED, WarningAnswer
from recovery.domain.warning_signs import answer_from

SIGNS = {Twist.EMERGENCY_SIGN: "numb-between-legs", Twist.TODAY_SIGN: "calf-sore-swollen"}
SILENT_DAYS = {Twist.SILENT: 9, Twist.DROPPED_OUT: 41}
GAP = range(8, 4, -1)
"""Days ago without an entry, in a story with gaps."""
TWICE_AGO = 2
"""Days ago with two check-ins, in a story with gaps."""
PERFECT_DAYS = 15
SPREAD = 2
"""Days over the rhythm after which somebody who is not silent records after all."""


@dataclass(frozen=True, slots=True)
class DemoEntry:
    """`at` is when it was received."""

    content: CheckIn | TherapySession | NotWell
    at: datetime


@dataclass(frozen=True, slots=True)
class Diary:
    """Whose entries these are, and what they are made from. `today` is the patient's own."""

    story: Story
    operation: Operation
    simulated: SimulatedPatient
    plans: tuple[PlanVersion, ...]
    chance: Random
    now: datetime

    @property
    def today(self) -> date:
        return day_in_zone(self.now, self.story.zone)


def entries_of(diary: Diary) -> Iterator[DemoEntry]:
    """In order of days. Nothing is later than `now`."""
    if diary.story.twist is Twist.NEVER_BEGAN:
        return
    last = None
    for simulated in diary.simulated.days:
        on = diary.operation.operated_on + timedelta(days=simulated.day)
        ago = (diary.today - on).days
        if _is_silent(diary.story, ago):
            continue
        sign = SIGNS.get(diary.story.twist) if ago == 1 else None
        if sign or _records(diary, simulated, last, on):
            last = simulated.day
            for _each in range(2 if diary.story.twist is Twist.GAPS and ago == TWICE_AGO else 1):
                yield from _on_day(diary, _check_in(diary, simulated, on, sign), on)
        yield from _therapy(diary, on, ago)


def entries_before(diary: Diary) -> Iterator[DemoEntry]:
    """A few check-ins before surgery: baseline scores."""
    for back in (21, 12, 5):
        on = diary.operation.operated_on - timedelta(days=back)
        if on <= diary.today:
            scores = {"back_pain_average": diary.simulated.back_before, "leg_pain_average": diary.simulated.leg_before}
            check_in = CheckIn(recorded_on=on, walking_minutes=15, warning_signs=NONE_OF_THESE, **scores)
            yield from _on_day(diary, check_in, on)


def _is_silent(story: Story, ago: int) -> bool:
    if story.twist is Twist.NOT_TODAY and ago == 0:
        return True
    if story.twist is Twist.GAPS and ago in GAP:
        return True
    return ago < SILENT_DAYS.get(story.twist, 0)


def _records(diary: Diary, simulated: SimulatedDay, last: int | None, on: date) -> bool:
    """At the rhythm of the stage, when the simulated patient is in the mood, or when it has been long."""
    stage = pathway_of(diary.operation).stage_on(simulated.day) or Stage.FIRST_DAYS
    rhythm = ceil(RHYTHM_DAYS[stage] or 14)
    since = simulated.day - last if last is not None else rhythm
    is_twice = diary.story.twist is Twist.GAPS and on == diary.today - timedelta(days=TWICE_AGO)
    if is_twice or (diary.story.is_named and on == diary.today - timedelta(days=1)):
        return True
    return since >= rhythm and (simulated.records or since >= rhythm + SPREAD)


def _on_day(diary: Diary, content: CheckIn | TherapySession | NotWell, on: date) -> Iterator[DemoEntry]:
    """Received that day between breakfast and bedtime on the patient's clock; not at all when that is still ahead."""
    at = datetime.combine(
        on, time(diary.chance.randint(7, 21), diary.chance.randint(0, 59)), ZoneInfo(diary.story.zone)
    )
    if at <= diary.now:
        yield DemoEntry(content, at)


def _check_in(diary: Diary, simulated: SimulatedDay, on: date, sign: str | None) -> CheckIn:
    chance, worst = diary.chance, diary.chance.random()
    return CheckIn(
        recorded_on=on,
        back_pain_average=simulated.back,
        leg_pain_average=simulated.leg,
        back_pain_worst=max(simulated.back, simulated.back_worst) if worst < 0.5 else None,
        leg_pain_worst=max(simulated.leg, simulated.leg_worst) if worst < 0.4 else None,
        bearable=chance.random() < 0.9 if max(simulated.back, simulated.leg) >= 4 else None,
        walking_minutes=simulated.walking_minutes,
        steps=simulated.steps if chance.random() < 0.3 else None,
        walking_aid=_aid(simulated.day) if chance.random() < 0.4 else None,
        stairs=(Stairs.WITH_RAIL if simulated.day < 40 else Stairs.FREELY) if chance.random() < 0.2 else None,
        sitting_minutes=min(90, 10 + simulated.day) if chance.random() < 0.3 else None,
        warning_signs=_answer(chance, sign),
        someone_helped=simulated.day < 7 and chance.random() < 0.3,
        note=SIGN_NOTE if sign else chance.choice(NOTES) if chance.random() < 0.06 else "",
    )


def _aid(day: int) -> WalkingAid:
    if day < 7:
        return WalkingAid.FRAME
    return WalkingAid.ONE_STICK if day < 30 else WalkingAid.NONE


def _answer(chance: Random, sign: str | None) -> WarningAnswer:
    if sign:
        return answer_from([sign], {})
    return NONE_OF_THESE if chance.random() < 0.94 else NOT_ANSWERED


def _therapy(diary: Diary, on: date, ago: int) -> Iterator[DemoEntry]:
    plan = plan_in_force(diary.plans, on)
    units = plan.units_on(on) if plan else ()
    is_perfect = diary.story.twist is Twist.PERFECT and ago <= PERFECT_DAYS
    if not units or (ago == 0 and not is_perfect):
        return
    if diary.chance.random() < 0.015 and not is_perfect:
        yield from _on_day(diary, NotWell(on), on)
    elif is_perfect or diary.chance.random() < 0.82:
        share = 1.0 if is_perfect else diary.simulated.adherence
        yield from _on_day(diary, _session(diary.chance, units, share, on), on)


def _session(chance: Random, units: tuple[Unit, ...], share: float, on: date) -> TherapySession:
    return TherapySession(
        recorded_on=on,
        units=tuple(_unit(chance, unit, share) for unit in units),
        pain_during=min(5, chance.randint(0, 4)),
        effort=chance.randint(2, 5),
    )


def _unit(chance: Random, unit: Unit, share: float) -> UnitDone:
    if chance.random() < share:
        return UnitDone(unit, Outcome.DONE)
    if chance.random() < 0.3:
        return UnitDone(unit, Outcome.PARTLY, share=chance.choice((25, 50, 75)), why=WhyNot.TIRED)
    return UnitDone(unit, Outcome.NOT_DONE, why=chance.choice(tuple(WhyNot)))
