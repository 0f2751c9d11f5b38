"""Adherence to the plan in units: done / (done + not done), always shown with what was not recorded (CLINICAL.md 3).

Partly done counts by its share. Rest days have no units and excused days leave both sides. Extras never count.
The window is 7 or 14 complete patient days ending yesterday; 70 % or more is enough (MiSpEx).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from recovery.domain.calendar import days_ending
from recovery.domain.therapy import Outcome, PlanVersion, Unit, UnitDone, plan_in_force

WEEK = 7
FORTNIGHT = 14
ENOUGH = 0.70


class DoneUnits(Protocol):
    """What adherence reads of a session. A TherapySession is one; so is what the rules read."""

    @property
    def recorded_on(self) -> date: ...
    @property
    def units(self) -> tuple[UnitDone, ...]: ...


@dataclass(frozen=True, slots=True)
class Adherence:
    """Units over some days. `done` may hold quarters, because partly counts by its share: half a unit done is half
    done and half not done.
    """

    done: float
    not_done: float
    not_recorded: int

    @property
    def planned(self) -> int:
        return round(self.done + self.not_done) + self.not_recorded

    @property
    def ratio(self) -> float | None:
        """0 to 1; None where nothing was recorded, since not recorded is not "not done"."""
        recorded = self.done + self.not_done
        return self.done / recorded if recorded else None

    def __add__(self, other: "Adherence") -> "Adherence":
        return Adherence(self.done + other.done, self.not_done + other.not_done, self.not_recorded + other.not_recorded)


NOTHING_PLANNED = Adherence(0, 0, 0)


def best_of_day(sessions: Iterable[DoneUnits], day: date) -> dict[Unit, UnitDone]:
    """What became of each unit that day. Recorded twice, the larger share stands, so nothing counts double."""
    best: dict[Unit, UnitDone] = {}
    for session in sessions:
        if session.recorded_on == day:
            for done in session.units:
                known = best.get(done.unit)
                if known is None or done.done_share > known.done_share:
                    best[done.unit] = done
    return best


def adherence_on(
    day: date, plans: tuple[PlanVersion, ...], sessions: Iterable[DoneUnits], excused: frozenset[date]
) -> Adherence:
    plan = plan_in_force(plans, day)
    if plan is None or day in excused:
        return NOTHING_PLANNED
    planned = plan.units_on(day)
    recorded = best_of_day(sessions, day)
    shares = [done.done_share for done in map(recorded.get, planned) if done is not None]
    return Adherence(sum(shares), len(shares) - sum(shares), len(planned) - len(shares))


def adherence_by_day(
    days: Iterable[date],
    plans: tuple[PlanVersion, ...],
    sessions: Iterable[DoneUnits],
    excused: frozenset[date],
) -> dict[date, Adherence]:
    """In the order of `days`; a day without anything planned is there too."""
    by_day: dict[date, list[DoneUnits]] = {}
    for session in sessions:
        by_day.setdefault(session.recorded_on, []).append(session)
    return {day: adherence_on(day, plans, by_day.get(day, ()), excused) for day in days}


def adherence_over(
    window: int,
    today: date,
    plans: tuple[PlanVersion, ...],
    sessions: Iterable[DoneUnits],
    excused: frozenset[date],
) -> Adherence:
    """Over the `window` complete days that end yesterday."""
    days = days_ending(today - timedelta(days=1), window)
    return sum(adherence_by_day(days, plans, sessions, excused).values(), NOTHING_PLANNED)


def is_all_done(adherence: Adherence) -> bool:
    return adherence.planned > 0 and adherence.done == adherence.planned


def outcome_of(adherence: Adherence) -> Outcome | None:
    """One word for a day's units: all done, partly, or not done; None where nothing was planned or recorded."""
    if adherence.done == 0 and adherence.not_done == 0:
        return None
    if is_all_done(adherence):
        return Outcome.DONE
    return Outcome.PARTLY if adherence.done else Outcome.NOT_DONE
