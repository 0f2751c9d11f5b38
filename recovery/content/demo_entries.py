"""What a made-up patient recorded: the synthetic cohort's days, at the rhythm of the stage, with the story's twist."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import ceil
from random import Random
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from recovery.content.demo_known import KNOWN, KNOWN_DAYS, Known, known_day
from recovery.content.demo_notes import NOTES, SIGN_NOTE
from recovery.content.demo_story import DROPPED_OUT_DAYS, Story, Twist
from recovery.domain.calendar import day_in_zone
from recovery.domain.check_in import CheckIn
from recovery.domain.cohort import SimulatedDay, SimulatedPatient
from recovery.domain.entries import NotWell
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.operation import Operation
from recovery.domain.pain import ASK_BEARABLE_FROM
from recovery.domain.pathway import pathway_of
from recovery.domain.stage import RHYTHM_DAYS, Stage
from recovery.domain.therapy import Morning, Outcome, PlanVersion, TherapySession, Unit, UnitDone, WhyNot, plan_in_force
from recovery.domain.warning_answer import NONE_OF_THESE, NOT_ANSWERED
from recovery.domain.warning_signs import answer_from

SILENT_DAYS = {Twist.SILENT: 9, Twist.DROPPED_OUT: DROPPED_OUT_DAYS}
GAP = range(8, 4, -1)
"""Days ago without an entry, in a story with gaps."""
TWICE_AGO = 2
"""Days ago with two check-ins, in a story with gaps."""
TAKEN_BACK_AFTER = timedelta(minutes=40)
SPREAD = 2
"""Days over the rhythm after which somebody who is not silent records after all."""


@dataclass(frozen=True, slots=True)
class DemoEntry:
    """`at` is when it was received. `id` is set where another entry names it."""

    content: CheckIn | TherapySession | NotWell
    at: datetime
    id: UUID | None = None
    taken_back_at: datetime | None = None


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
        known = KNOWN.get(diary.story.twist)
        if known is not None and ago <= KNOWN_DAYS:
            yield from _known(diary, known, on, ago) if ago else ()
            continue
        if _records(diary, simulated, last, on):
            last = simulated.day
            for _each in range(2 if diary.story.twist is Twist.GAPS and ago == TWICE_AGO else 1):
                yield from _on_day(diary, _check_in(diary, simulated, on), on)
        if ago:
            yield from _therapy(diary, on)


def _known(diary: Diary, known: Known, on: date, ago: int) -> Iterator[DemoEntry]:
    """One day of a known story, its exercises before its check-in."""
    day = known_day(known, ago)
    if not day.is_well:
        yield from _on_day(diary, NotWell(on), on)
        return
    plan = plan_in_force(diary.plans, on)
    units = tuple(_known_units(plan, day.done, on)) if plan else ()
    if units and day.leaves_one_out:
        units = (*units[:-1], UnitDone(units[-1].unit, Outcome.NOT_DONE, why=WhyNot.TIRED))
    if units:
        session = TherapySession(on, units, pain_during=day.pain, effort=3)
        for entry in _on_day(diary, session, on):
            yield replace(entry, id=_session_id(diary, ago))
    is_told = ago + 1 in known.not_settled
    check_in = CheckIn(
        recorded_on=on,
        back_pain_average=day.back,
        leg_pain_average=day.leg,
        bearable=day.is_bearable if max(day.back, day.leg) >= ASK_BEARABLE_FROM else None,
        walking_minutes=day.walking,
        steps=day.steps,
        morning_after=_session_id(diary, ago + 1) if is_told else None,
        morning=Morning.NOT_SETTLED if is_told else None,
        warning_signs=answer_from([day.sign], {}) if day.sign else NONE_OF_THESE,
        note=SIGN_NOTE if day.sign else "",
    )
    for entry in _on_day(diary, check_in, on):
        taken_back_at = entry.at + TAKEN_BACK_AFTER if ago in known.taken_back else None
        yield replace(entry, taken_back_at=taken_back_at)


def _known_units(plan: PlanVersion, done: int | None, on: date) -> Iterator[UnitDone]:
    """The first `done` exercises of the plan are done, the others not for want of time; None: all are."""
    is_done = {each.id for each in plan.prescriptions[:done]}
    for unit in plan.units_on(on):
        if unit.prescription_id in is_done:
            yield UnitDone(unit, Outcome.DONE)
        else:
            yield UnitDone(unit, Outcome.NOT_DONE, why=WhyNot.NO_TIME)


def _session_id(diary: Diary, ago: int) -> UUID:
    """Of the session of so many days ago, so that a check-in can name it."""
    return uuid5(diary.plans[0].prescriptions[0].id, str(ago))


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


def _check_in(diary: Diary, simulated: SimulatedDay, on: date) -> CheckIn:
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
        warning_signs=NONE_OF_THESE if chance.random() < 0.94 else NOT_ANSWERED,
        someone_helped=simulated.day < 7 and chance.random() < 0.3,
        note=chance.choice(NOTES) if chance.random() < 0.06 else "",
    )


def _aid(day: int) -> WalkingAid:
    if day < 7:
        return WalkingAid.FRAME
    return WalkingAid.ONE_STICK if day < 30 else WalkingAid.NONE


def _therapy(diary: Diary, on: date) -> Iterator[DemoEntry]:
    plan = plan_in_force(diary.plans, on)
    units = plan.units_on(on) if plan else ()
    if not units:
        return
    if diary.chance.random() < 0.015:
        yield from _on_day(diary, NotWell(on), on)
    elif diary.chance.random() < 0.82:
        yield from _on_day(diary, _session(diary.chance, units, diary.simulated.adherence, on), on)


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
