"""What each person of a clinic did of the exercises that they recorded, by week since surgery.

The rules are those of domain/adherence.py: the larger share where a unit was recorded twice, only units of the plan in
force that day, days "not well" left out. The database counts, since a large clinic has a million units, and a test
holds the two together.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Select, String, Subquery, case, cast, func, literal, select, tuple_

from recovery.domain.clinic_cohort import LAST_WEEK, WEEK, WeekValue
from recovery.domain.entries import EntryKind
from recovery.domain.therapy import Outcome
from recovery.extensions import db
from recovery.records.cohort import DAY, lumbar_episodes
from recovery.records.days_between import days_between
from recovery.records.entries import COUNTING, EntryRow, NotWellRow
from recovery.records.episodes import EpisodeRow
from recovery.records.plans import PlanVersionRow, PrescriptionRow
from recovery.records.sessions import SessionUnitRow

A_MONDAY = date(2001, 1, 1)
ISO_WEEKDAY = cast(days_between(literal(A_MONDAY), EntryRow.recorded_on) % WEEK + 1, String)
SHARE = case(
    (SessionUnitRow.outcome == Outcome.DONE, 1.0),
    (SessionUnitRow.outcome == Outcome.PARTLY, SessionUnitRow.share / 100.0),
    else_=0.0,
)


def week_shares(clinic_id: UUID) -> list[WeekValue]:
    """Done / (done + not done), 0 to 1, of the units recorded in weeks 0 to 52; in one statement."""
    units = _best_of_day(clinic_id).subquery()
    week = units.c.day // WEEK
    rows = db.session.execute(
        select(units.c.episode_id, week, cast(func.sum(units.c.share) / func.count(), Float)).group_by(
            units.c.episode_id, week
        )
    )
    return [tuple(row) for row in rows]


def plans_began(clinic_id: UUID) -> dict[UUID, date]:
    """By episode the first day of its first plan; in one statement."""
    rows = db.session.execute(
        select(PlanVersionRow.episode_id, func.min(PlanVersionRow.from_on))
        .where(PlanVersionRow.episode_id.in_(lumbar_episodes(clinic_id)))
        .group_by(PlanVersionRow.episode_id)
    )
    return {episode_id: first for episode_id, first in rows if first is not None}


def _best_of_day(clinic_id: UUID) -> Select[Any]:
    plans = _plans(clinic_id)
    unit = (EntryRow.episode_id, EntryRow.recorded_on, SessionUnitRow.prescription_id, SessionUnitRow.time)
    return (
        select(EntryRow.episode_id, func.min(DAY).label("day"), func.max(SHARE).label("share"))
        .select_from(EntryRow)
        .join(SessionUnitRow, (SessionUnitRow.entry_id == EntryRow.id) & (SessionUnitRow.revision == EntryRow.revision))
        .join(EpisodeRow, EpisodeRow.id == EntryRow.episode_id)
        .join(PrescriptionRow, PrescriptionRow.id == SessionUnitRow.prescription_id)
        .join(plans, plans.c.id == PrescriptionRow.plan_version_id)
        .where(EntryRow.kind == EntryKind.SESSION, EntryRow.episode_id.in_(lumbar_episodes(clinic_id)), COUNTING)
        .where(DAY.between(0, LAST_WEEK * WEEK + WEEK - 1), *_is_planned(plans))
        .where(tuple_(EntryRow.episode_id, EntryRow.recorded_on).not_in(_excused(clinic_id)))
        .group_by(*unit)
    )


def _plans(clinic_id: UUID) -> Subquery:
    """Every plan version with the day on which a newer one took its place, if any."""
    newer = func.min(PlanVersionRow.from_on).over(
        partition_by=PlanVersionRow.episode_id, order_by=PlanVersionRow.version, rows=(1, None)
    )
    return (
        select(PlanVersionRow.id, PlanVersionRow.episode_id, PlanVersionRow.from_on, newer.label("until"))
        .where(PlanVersionRow.episode_id.in_(lumbar_episodes(clinic_id)))
        .subquery()
    )


def _is_planned(plans: Subquery) -> tuple[ColumnElement[bool], ...]:
    """Whether the unit is one of its plan's on its day, and that plan in force."""
    day = EntryRow.recorded_on
    return (
        plans.c.episode_id == EntryRow.episode_id,
        plans.c.from_on <= day,
        plans.c.until.is_(None) | (plans.c.until > day),
        PrescriptionRow.from_on.is_(None) | (PrescriptionRow.from_on <= day),
        PrescriptionRow.until_on.is_(None) | (PrescriptionRow.until_on >= day),
        PrescriptionRow.weekdays.contains(ISO_WEEKDAY),
        SessionUnitRow.time.between(1, PrescriptionRow.times_a_day),
    )


def _excused(clinic_id: UUID) -> Select[Any]:
    return (
        select(EntryRow.episode_id, EntryRow.recorded_on)
        .join(NotWellRow, (NotWellRow.entry_id == EntryRow.id) & (NotWellRow.revision == EntryRow.revision))
        .where(EntryRow.kind == EntryKind.NOT_WELL, EntryRow.episode_id.in_(lumbar_episodes(clinic_id)), COUNTING)
    )
