"""Entries as the rules read them: lean, newest revisions that count, each with its version, for many episodes in a
fixed number of statements.
"""

from collections import defaultdict
from datetime import date, timedelta
from operator import itemgetter
from statistics import fmean
from uuid import UUID

from sqlalchemy import ColumnElement, select

from recovery.domain.entries import EntryKind
from recovery.domain.episode import Episode
from recovery.domain.evidence import EntryVersion, ReadCheckIn, ReadNotWell, ReadSession
from recovery.domain.therapy import Unit, UnitDone
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import COUNTING, EntryRow, NotWellRow
from recovery.records.sessions import SessionRow, SessionUnitRow

BEFORE_SURGERY = timedelta(days=42)


def _of(kind: EntryKind, episodes: list[UUID], since: date) -> tuple[ColumnElement[bool], ...]:
    """The kind is told, so that no entry of another kind is looked for among these."""
    return (EntryRow.episode_id.in_(episodes), EntryRow.recorded_on >= since, EntryRow.kind == kind, COUNTING)


def read_check_ins(episodes: list[UUID], since: date) -> dict[UUID, list[ReadCheckIn]]:
    """By episode, from the day `since` on."""
    rows = db.session.execute(
        select(
            EntryRow.episode_id,
            CheckInRow.entry_id,
            CheckInRow.revision,
            CheckInRow.sequence,
            CheckInRow.recorded_on,
            CheckInRow.back_pain_average,
            CheckInRow.back_pain_worst,
            CheckInRow.leg_pain_average,
            CheckInRow.leg_pain_worst,
            CheckInRow.walking_minutes,
            CheckInRow.steps,
            CheckInRow.bearable,
            CheckInRow.morning_after_id,
            CheckInRow.morning,
        )
        .join(EntryRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .where(*_of(EntryKind.CHECK_IN, episodes, since))
    )
    by_episode: dict[UUID, list[ReadCheckIn]] = defaultdict(list)
    for episode_id, entry_id, revision, received, *values in rows:
        by_episode[episode_id].append(ReadCheckIn(EntryVersion(entry_id, revision, received), *values))
    return by_episode


def read_sessions(episodes: list[UUID], since: date, units_since: date) -> dict[UUID, list[ReadSession]]:
    """By episode, oldest day first; units only of the days from `units_since` on, the rest is read for its pain."""
    rows = db.session.execute(
        select(
            EntryRow.episode_id,
            SessionRow.entry_id,
            SessionRow.revision,
            SessionRow.sequence,
            SessionRow.recorded_on,
            SessionRow.pain_during,
        )
        .join(EntryRow, (EntryRow.id == SessionRow.entry_id) & (EntryRow.revision == SessionRow.revision))
        .where(*_of(EntryKind.SESSION, episodes, since))
    )
    units = _units(episodes, units_since)
    by_episode: dict[UUID, list[ReadSession]] = defaultdict(list)
    # In order here and not in the statement, which would sort whole rows of everybody's.
    for episode_id, entry_id, revision, received, day, pain in sorted(rows, key=itemgetter(4, 3)):
        version = EntryVersion(entry_id, revision, received)
        by_episode[episode_id].append(ReadSession(version, day, tuple(units.get(entry_id, ())), pain))
    return by_episode


def _units(episodes: list[UUID], since: date) -> dict[UUID, list[UnitDone]]:
    """By entry."""
    rows = db.session.execute(
        select(
            SessionUnitRow.entry_id,
            SessionUnitRow.prescription_id,
            SessionUnitRow.time,
            SessionUnitRow.outcome,
            SessionUnitRow.share,
        )
        .join(EntryRow, (EntryRow.id == SessionUnitRow.entry_id) & (EntryRow.revision == SessionUnitRow.revision))
        .where(*_of(EntryKind.SESSION, episodes, since))
    )
    units: dict[UUID, list[UnitDone]] = defaultdict(list)
    for entry_id, prescription_id, time, outcome, share in rows:
        units[entry_id].append(UnitDone(Unit(prescription_id, time), outcome, share))
    return units


def read_not_well(episodes: list[UUID], since: date) -> dict[UUID, list[ReadNotWell]]:
    rows = db.session.execute(
        select(
            EntryRow.episode_id, NotWellRow.entry_id, NotWellRow.revision, NotWellRow.sequence, NotWellRow.recorded_on
        )
        .join(EntryRow, (EntryRow.id == NotWellRow.entry_id) & (EntryRow.revision == NotWellRow.revision))
        .where(*_of(EntryKind.NOT_WELL, episodes, since))
        .order_by(EntryRow.recorded_on, NotWellRow.sequence)
    )
    by_episode: dict[UUID, list[ReadNotWell]] = defaultdict(list)
    for episode_id, entry_id, revision, received, day in rows:
        by_episode[episode_id].append(ReadNotWell(EntryVersion(entry_id, revision, received), day))
    return by_episode


def leg_pain_before(episodes: list[Episode]) -> dict[UUID, float]:
    """Of episodes that were made without a score: the leg average of the last day before the operation that has one,
    of the 6 weeks before it.
    """
    asked = {each.id: each.operation.operated_on for each in episodes if each.leg_pain_before is None}
    if not asked:
        return {}
    rows = db.session.execute(
        select(EntryRow.episode_id, EntryRow.recorded_on, CheckInRow.leg_pain_average)
        .join(EntryRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .where(
            EntryRow.episode_id.in_(list(asked)),
            EntryRow.recorded_on >= min(asked.values()) - BEFORE_SURGERY,
            EntryRow.recorded_on < max(asked.values()),
            CheckInRow.leg_pain_average.is_not(None),
            COUNTING,
        )
    )
    by_day: dict[UUID, dict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    for episode_id, day, score in rows:
        if asked[episode_id] - BEFORE_SURGERY <= day < asked[episode_id]:
            by_day[episode_id][day].append(score)
    return {episode_id: fmean(days[max(days)]) for episode_id, days in by_day.items()}
