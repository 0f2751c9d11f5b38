"""A clinic's own patients for its cohort: who counts, and one value for each person and week. No names.

The database makes the figures of the days and puts those of a week into one row, since a large clinic has hundreds of
thousands of days: a figure is that of domain/day_figures.py, and a test holds the two together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Select, String, case, cast, func, or_, select

from recovery.domain.clinic_cohort import LAST_WEEK, WEEK, Measure, Member, WeekValue, counted_once
from recovery.domain.entries import EntryKind
from recovery.domain.expected_course import Site
from recovery.domain.operation import Procedure, Region
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
"""In order of days, without any in two of them."""

SITES = {Site.BACK: Measure.BACK, Site.LEG: Measure.LEG}
COMMA = ","


def lumbar_episodes(clinic_id: UUID) -> Select[tuple[UUID]]:
    return (
        select(EpisodeRow.id)
        .join(Patient, Patient.id == EpisodeRow.patient_id)
        .where(Patient.clinic_id == clinic_id, EpisodeRow.region == Region.LUMBAR)
    )


def members(clinic_id: UUID, today: date) -> tuple[Member, ...]:
    """Everybody of the clinic who had a lumbar operation by `today`, whatever became of them; in two statements."""
    wanted = lumbar_episodes(clinic_id).where(EpisodeRow.operated_on <= today)
    done: dict[UUID, set[Procedure]] = defaultdict(set)
    for episode_id, procedure in db.session.execute(
        select(EpisodeProcedure.episode_id, EpisodeProcedure.procedure).where(EpisodeProcedure.episode_id.in_(wanted))
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
        ).where(EpisodeRow.id.in_(wanted))
    )
    return counted_once(
        Member(patient_id, episode_id, _slowest(done[episode_id]), approach, operated_on, back, leg)
        for episode_id, patient_id, approach, operated_on, back, leg in rows
    )


def _slowest(done: Collection[Procedure]) -> Procedure:
    return next(each for each in Procedure if each in done)


def week_values(clinic_id: UUID, measure: Measure) -> list[WeekValue]:
    """Pain or walking, weeks 0 to 52; in one statement."""
    days = day_figures_of(clinic_id, FIGURES[measure]).where(DAY.between(0, LAST_WEEK * WEEK + WEEK - 1)).subquery()
    week = days.c.day // WEEK
    rows = db.session.execute(_in_lists(days.c.episode_id, week, days.c.figure_0))
    return [(episode_id, number, middle) for episode_id, number, told in rows if (middle := _median(told)) is not None]


def window_medians(clinic_id: UUID) -> Mapping[Site, Medians]:
    """Of the days before surgery and of those around each milestone; in one statement."""
    days = _days_in_windows(clinic_id).subquery()
    place = case(*((days.c.day <= each.last, number) for number, each in enumerate(WINDOWS)))
    found: dict[Site, dict[tuple[UUID, Window], float]] = {site: {} for site in SITES}
    for episode_id, number, *told in db.session.execute(
        _in_lists(days.c.episode_id, place, days.c.figure_0, days.c.figure_1)
    ):
        for site, of_site in zip(SITES, told, strict=True):
            middle = _median(of_site)
            if middle is not None:
                found[site][episode_id, WINDOWS[number]] = middle
    return found


def _days_in_windows(clinic_id: UUID) -> Select[Any]:
    """The same as day_figures_of, of few days: they are found first, so that no other check-in is read."""
    found = (
        select(EntryRow.id, EntryRow.revision, EntryRow.episode_id, DAY.label("day"))
        .join(EpisodeRow, EpisodeRow.id == EntryRow.episode_id)
        .where(EntryRow.kind == EntryKind.CHECK_IN, EntryRow.episode_id.in_(lumbar_episodes(clinic_id)), COUNTING)
        .where(or_(*(DAY.between(each.first, each.last) for each in WINDOWS)))
        .cte("found")
        .prefix_with("MATERIALIZED")
    )
    return (
        select(found.c.episode_id, found.c.day, *_named(FIGURES[measure] for measure in SITES.values()))
        .join(CheckInRow, (found.c.id == CheckInRow.entry_id) & (found.c.revision == CheckInRow.revision))
        .group_by(found.c.episode_id, found.c.day)
    )


def _named(figures: Iterable[ColumnElement[Any]]) -> list[ColumnElement[float]]:
    return [cast(figure, Float).label(f"figure_{place}") for place, figure in enumerate(figures)]


def day_figures_of(clinic_id: UUID, *figures: ColumnElement[Any]) -> Select[Any]:
    """(episode, day since surgery, figures) of every day with a check-in, in the order of the index on entries, so that
    nothing has to be sorted.
    """
    return (
        select(EntryRow.episode_id, func.min(DAY).label("day"), *_named(figures))
        .join(CheckInRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .join(EpisodeRow, EpisodeRow.id == EntryRow.episode_id)
        .where(EntryRow.kind == EntryKind.CHECK_IN, EntryRow.episode_id.in_(lumbar_episodes(clinic_id)), COUNTING)
        .group_by(EntryRow.episode_id, EntryRow.recorded_on)
    )


def _in_lists(
    episode_id: ColumnElement[UUID], bucket: ColumnElement[int], *figures: ColumnElement[float]
) -> Select[Any]:
    """(episode, bucket, figures with commas between): a row a person and week instead of one a day."""
    lists = (func.aggregate_strings(cast(figure, String), COMMA) for figure in figures)
    return select(episode_id, bucket, *lists).group_by(episode_id, bucket)


def _median(told: str | None) -> float | None:
    """None where no day has a figure: a list leaves those out."""
    return median(float(each) for each in told.split(COMMA)) if told else None
