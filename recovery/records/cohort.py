"""A clinic's own patients for its cohort: who counts, and one value for each person and week. No names.

The medians are made by the database, since a large clinic has hundreds of thousands of days: the figure of a day is
that of domain/day_figures.py, and a test holds the two together.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Select, case, cast, func, select

from recovery.domain.clinic_cohort import LAST_WEEK, WEEK, Measure, Member, WeekValue, counted_once
from recovery.domain.expected_course import Site
from recovery.domain.operation import Operation, Procedure, Region
from recovery.domain.outcomes_at import BEFORE, Medians, Milestone, Window
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.days_between import days_between
from recovery.records.entries import COUNTING, EntryRow
from recovery.records.episodes import EpisodeProcedure, EpisodeRow
from recovery.records.people import Patient

FIGURES: dict[Measure, ColumnElement[Any]] = {
    Measure.LEG: func.avg(CheckInRow.leg_pain_average),
    Measure.BACK: func.avg(CheckInRow.back_pain_average),
    Measure.WALKING: func.max(CheckInRow.walking_minutes),
}
DAY = days_between(EpisodeRow.operated_on, EntryRow.recorded_on)
WINDOWS: tuple[Window, ...] = (BEFORE, *(each.value for each in Milestone))


def members(clinic_id: UUID, today: date) -> tuple[Member, ...]:
    """Everybody of the clinic who had a lumbar operation by `today`, whatever became of them; in two statements."""
    is_counted = (Patient.clinic_id == clinic_id, EpisodeRow.region == Region.LUMBAR, EpisodeRow.operated_on <= today)
    joined = EpisodeRow.patient_id == Patient.id
    done: dict[UUID, set[Procedure]] = defaultdict(set)
    for episode_id, procedure in db.session.execute(
        select(EpisodeProcedure.episode_id, EpisodeProcedure.procedure)
        .join(EpisodeRow, EpisodeRow.id == EpisodeProcedure.episode_id)
        .join(Patient, joined)
        .where(*is_counted)
    ):
        done[episode_id].add(procedure)
    rows = db.session.execute(
        select(
            EpisodeRow.id,
            EpisodeRow.patient_id,
            EpisodeRow.approach,
            EpisodeRow.operated_on,
            EpisodeRow.back_pain_before,
            EpisodeRow.leg_pain_before,
        )
        .join(Patient, joined)
        .where(*is_counted)
    )
    return counted_once(
        Member(patient_id, episode_id, _slowest(done[episode_id]), approach, operated_on, back, leg)
        for episode_id, patient_id, approach, operated_on, back, leg in rows
    )


def _slowest(procedures: Iterable[Procedure]) -> Procedure:
    done = set(procedures)
    return next(each for each in Procedure if each in done)


def week_values(clinic_id: UUID, measure: Measure) -> list[WeekValue]:
    """Pain or walking, weeks 0 to 52; in one statement."""
    days = _days(clinic_id, measure).where(DAY.between(0, LAST_WEEK * WEEK + WEEK - 1)).subquery()
    return [tuple(row) for row in db.session.execute(_medians(days, days.c.day // WEEK))]


def window_medians(clinic_id: UUID, site: Site) -> Medians:
    """Of the days before surgery and of those around each milestone; in one statement."""
    is_in = [(DAY.between(each.first, each.last), place) for place, each in enumerate(WINDOWS)]
    measure = Measure.BACK if site is Site.BACK else Measure.LEG
    days = _days(clinic_id, measure).add_columns(case(*is_in).label("place"))
    wanted = days.where(case(*is_in).is_not(None)).subquery()
    rows = db.session.execute(_medians(wanted, wanted.c.place))
    return {(episode_id, WINDOWS[place]): value for episode_id, place, value in rows}


def _days(clinic_id: UUID, measure: Measure) -> Select[Any]:
    """(episode, day since surgery, figure) of the days that have one."""
    column = FIGURES[measure].clauses.clauses[0]
    return (
        select(EntryRow.episode_id, DAY.label("day"), cast(FIGURES[measure], Float).label("value"))
        .join(CheckInRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .join(EpisodeRow, EpisodeRow.id == EntryRow.episode_id)
        .join(Patient, Patient.id == EpisodeRow.patient_id)
        .where(Patient.clinic_id == clinic_id, EpisodeRow.region == Region.LUMBAR, COUNTING, column.is_not(None))
        .group_by(EntryRow.episode_id, DAY)
    )


def _medians(days: Any, bucket: ColumnElement[int]) -> Select[Any]:
    """(episode, bucket, median): the mean of the one or two values in the middle."""
    within = {"partition_by": (days.c.episode_id, bucket)}
    ranked = select(
        days.c.episode_id,
        bucket.label("bucket"),
        days.c.value,
        func.row_number().over(order_by=days.c.value, **within).label("place"),
        func.count().over(**within).label("many"),
    ).subquery()
    return (
        select(ranked.c.episode_id, ranked.c.bucket, func.avg(ranked.c.value))
        .where((2 * ranked.c.place).between(ranked.c.many, ranked.c.many + 2))
        .group_by(ranked.c.episode_id, ranked.c.bucket)
    )
