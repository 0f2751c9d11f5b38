"""Facts for the rules of the worklist, by day since the operation. What was written earlier was received earlier."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.evidence import EntryVersion, ReadCheckIn, ReadNotWell, ReadSession, recorded_days
from recovery.domain.facts import Facts
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.therapy import Outcome, PlanVersion, Prescription, Unit, UnitDone
from recovery.domain.thresholds import Thresholds
from recovery.domain.worklist import assess

DAY_0 = date(2026, 1, 1)
SIGNED_OFF = Thresholds().signed_off()
AT_ONCE = replace(SIGNED_OFF, new_days_after_review=1)
"""After a review one new day is enough, so that a test needs no week of them."""
NAMES = {"back": "back_pain_average", "leg": "leg_pain_average", "walking": "walking_minutes"}


def day(number):
    return DAY_0 + timedelta(days=number)


def version(number, revision=1):
    """The entry that the clinic received as its `number`th."""
    return EntryVersion(uuid5(UUID(int=7), str(number)), revision, number)


def check_in(number, received, **values):
    return ReadCheckIn(version(received), day(number), **{NAMES.get(name, name): each for name, each in values.items()})


def check_ins(first=0, **series):
    """One check-in a day from day `first` on; None in every series is a day without one."""
    rows = zip(*series.values(), strict=True)
    told = [(number, dict(zip(series, row, strict=True))) for number, row in enumerate(rows, first)]
    return [check_in(n, 100 + n, **values) for n, values in told if set(values.values()) != {None}]


def session(number, pain=None, received=None, units=()):
    return ReadSession(version(received or 500 + number), day(number), tuple(units), pain)


def not_well(*numbers):
    return tuple(ReadNotWell(version(700 + number), day(number)) for number in numbers)


def plan(number=1, from_day=0, exercises=1):
    ids = (UUID(int=number * 100 + each) for each in range(exercises))
    every_day = frozenset(range(1, 8))
    return PlanVersion(number, day(from_day), tuple(Prescription(each, "Walk", "", every_day) for each in ids))


def units(of_plan, *outcomes):
    """What became of the plan's exercises, in their order; a number is the share of a unit partly done."""
    told = zip(of_plan.prescriptions, outcomes, strict=False)
    return [
        UnitDone(Unit(each.id, 1), Outcome.PARTLY, outcome)
        if isinstance(outcome, int)
        else UnitDone(Unit(each.id, 1), Outcome(outcome))
        for each, outcome in told
    ]


def facts(recorded=(), *, status=EpisodeStatus.ACTIVE, procedure=Procedure.DISCECTOMY, leg_before=None, **more):
    operation = Operation(frozenset({procedure}), Approach.OPEN, Region.LUMBAR, DAY_0)
    episode = Episode(UUID(int=1), UUID(int=2), operation, status, leg_pain_before=leg_before)
    days = recorded_days(recorded)
    known = Facts(episode, day(-20), days[-1].day if days else None, days=days)
    return replace(known, **more)


def raised(known, today, thresholds=SIGNED_OFF):
    """Without silence, which stands in its own tests."""
    return [each for each in assess(known, thresholds, day(today)) if each.rule != "W6"]


def keys(known, today, thresholds=SIGNED_OFF):
    """As in "W3 leg"."""
    return [f"{each.key.rule} {each.key.about}".strip() for each in raised(known, today, thresholds)]


def only(known, today, rule, thresholds=SIGNED_OFF):
    """The one reason of that rule."""
    (reason,) = [each for each in raised(known, today, thresholds) if each.rule == rule]
    return reason


def steady(value, days):
    return [value] * days
