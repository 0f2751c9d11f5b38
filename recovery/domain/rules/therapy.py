"""Physical therapy that was not done, and days not well for it: W7 and W12 (CLINICAL.md 3 and 6)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from recovery.domain.adherence import NOTHING_PLANNED, adherence_by_day, adherence_over
from recovery.domain.calendar import days_ending
from recovery.domain.evidence import HeldDay, ReadNotWell, ReadSession
from recovery.domain.facts import Facts
from recovery.domain.reasons import AdherenceLow, Group, NotWellRunning
from recovery.domain.therapy import PlanVersion, plan_in_force
from recovery.domain.thresholds import Rule, Thresholds


def low_adherence(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[AdherenceLow]:
    """W7: under 30 % of the units that were recorded, done or not done, over the 14 complete days that end yesterday,
    with 8 such units or more; once per plan version (rules/seen.py).
    """
    days = days_ending(today - timedelta(days=1), thresholds.low_adherence_days)
    plan = _plan_of_all(days, facts.plans)
    if plan is None:
        return
    sessions = [each for each in facts.sessions if days[0] <= each.recorded_on <= days[-1]]
    excused = frozenset(each.recorded_on for each in facts.not_well)
    ratio = _low_ratio(sessions, facts.plans, excused, thresholds)
    if ratio is None:
        return
    yield AdherenceLow(
        rule=Rule.W7,
        about=f"plan {plan.version}",
        held=_days_of(sessions),
        change=2 - ratio / thresholds.low_adherence,
        group=Group.NEXT_VISIT,
        adherence=adherence_over(len(days), today, facts.plans, sessions, excused),
        plan_version=plan.version,
        window=(days[0], days[-1]),
    )


def _low_ratio(
    sessions: Sequence[ReadSession], plans: tuple[PlanVersion, ...], excused: frozenset[date], thresholds: Thresholds
) -> float | None:
    """None where it is not low. Days without a session add nothing to what was recorded, so they are not looked at:
    most patients are not low, and a caseload asks this of each.
    """
    by_day = adherence_by_day({each.recorded_on for each in sessions}, plans, sessions, excused)
    adherence = sum(by_day.values(), NOTHING_PLANNED)
    ratio, recorded = adherence.ratio, adherence.done + adherence.not_done
    if ratio is None or ratio >= thresholds.low_adherence or round(recorded, 6) < thresholds.low_adherence_units:
        return None
    return ratio


def _plan_of_all(days: Sequence[date], plans: tuple[PlanVersion, ...]) -> PlanVersion | None:
    """The one plan version of all these days, so that the number is the one on every screen and says something about
    that plan; None when it changed on the way.
    """
    plan = plan_in_force(plans, days[-1])
    return plan if plan == plan_in_force(plans, days[0]) else None


def _days_of(sessions: Iterable[ReadSession]) -> tuple[HeldDay, ...]:
    """The value is how many sessions with units the day has."""
    by_day: dict[date, list[ReadSession]] = {}
    for each in sessions:
        if each.units:
            by_day.setdefault(each.recorded_on, []).append(each)
    return tuple(
        HeldDay(day, len(by_day[day]), tuple(sorted(e.version for e in by_day[day]))) for day in sorted(by_day)
    )


def not_well_running(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[NotWellRunning]:
    """W12: "not well" on 3 days running; the newest such days, which ended less than 14 days ago."""
    by_day: dict[date, list[ReadNotWell]] = {}
    for each in facts.not_well:
        if today - timedelta(days=thresholds.looks_back_days) <= each.recorded_on <= today:
            by_day.setdefault(each.recorded_on, []).append(each)
    for run in _rows_of(sorted(by_day, reverse=True)):
        if today - run[-1] >= timedelta(days=thresholds.past_stands_days):
            return
        if len(run) >= thresholds.not_well_days:
            held = tuple(HeldDay(day, 1, tuple(sorted(each.version for each in by_day[day]))) for day in run)
            change = len(run) / thresholds.not_well_days
            yield NotWellRunning(rule=Rule.W12, about="", held=held, change=change)
            return


def _rows_of(newest_first: Sequence[date]) -> Iterator[tuple[date, ...]]:
    """Days that follow each other, as rows, the newest row first, the oldest day of a row first."""
    row: tuple[date, ...] = ()
    for day in newest_first:
        if row and row[0] - day > timedelta(days=1):
            yield row
            row = ()
        row = (day, *row)
    if row:
        yield row
