"""What a patient recorded about one exercise of their plan, as facts beside the guide of CLINICAL.md 3. No verdict.

Pain and effort are of the whole session: they are told of every session in which this exercise was done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from recovery.domain.adherence import NOTHING_PLANNED, Adherence, adherence_by_day, best_of_day
from recovery.domain.calendar import days_ending
from recovery.domain.entries import Entry, sessions_among
from recovery.domain.therapy import Morning, Outcome, PlanVersion, TherapySession, WhyNot


@dataclass(frozen=True, slots=True)
class TherapyRecord:
    """The sessions of some days as entries, the days that were excused, and how the next morning of a session was."""

    entries: tuple[Entry, ...]
    excused: frozenset[date]
    mornings: Mapping[UUID, Morning]


@dataclass(frozen=True, slots=True)
class ExerciseFacts:
    """`adherence` and `hurt` (units partly or not done because it hurt) are of the complete days from `since` to
    yesterday; the others of every session since then in which it was done, oldest first, where they were said.
    """

    since: date
    adherence: Adherence
    hurt: int
    sessions: int
    pain: tuple[int, ...]
    effort: tuple[int, ...]
    settled: int
    not_settled: int


def exercise_facts(
    prescription_id: UUID, plans: tuple[PlanVersion, ...], record: TherapyRecord, today: date
) -> ExerciseFacts | None:
    """Since the plan version with this prescription began; None for one that is in no plan."""
    since = next(
        (plan.from_on for plan in plans if any(each.id == prescription_id for each in plan.prescriptions)), None
    )
    if since is None:
        return None
    sessions = sessions_among(record.entries)
    done = [each for each in record.entries if _is_done_in(each, prescription_id, since)]
    told = [each.content for each in done if isinstance(each.content, TherapySession)]
    mornings = [record.mornings.get(each.id) for each in done]
    days = days_ending(today - timedelta(days=1), max(0, (today - since).days))
    by_day = adherence_by_day(days, _narrowed(plans, prescription_id), sessions, record.excused)
    return ExerciseFacts(
        since=since,
        adherence=sum(by_day.values(), NOTHING_PLANNED),
        hurt=sum(_hurt(sessions, day, prescription_id) for day in days if day not in record.excused),
        sessions=len(done),
        pain=tuple(each.pain_during for each in told if each.pain_during is not None),
        effort=tuple(each.effort for each in told if each.effort is not None),
        settled=mornings.count(Morning.SETTLED),
        not_settled=mornings.count(Morning.NOT_SETTLED),
    )


def _narrowed(plans: tuple[PlanVersion, ...], prescription_id: UUID) -> tuple[PlanVersion, ...]:
    """Every version stays, so that each day keeps the one in force; only this prescription is in them."""
    return tuple(
        replace(plan, prescriptions=tuple(each for each in plan.prescriptions if each.id == prescription_id))
        for plan in plans
    )


def _is_done_in(entry: Entry, prescription_id: UUID, since: date) -> bool:
    return (
        isinstance(entry.content, TherapySession)
        and entry.recorded_on >= since
        and any(
            each.unit.prescription_id == prescription_id and each.outcome is not Outcome.NOT_DONE
            for each in entry.content.units
        )
    )


def _hurt(sessions: Iterable[TherapySession], day: date, prescription_id: UUID) -> int:
    units = best_of_day(sessions, day)
    return sum(unit.prescription_id == prescription_id and done.why is WhyNot.PAIN for unit, done in units.items())
