"""Gathers what was recorded of a plan's exercises since a day, in a fixed number of statements."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from recovery.domain.exercise_facts import TherapyRecord
from recovery.domain.therapy import Morning
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import COUNTING, EntryRow
from recovery.records.sessions import days_not_well, session_entries


def therapy_record(episode_id: UUID, since: date) -> TherapyRecord:
    return TherapyRecord(
        entries=session_entries(episode_id, since),
        excused=days_not_well([episode_id], since).get(episode_id, frozenset()),
        mornings=_mornings(episode_id, since),
    )


def _mornings(episode_id: UUID, since: date) -> dict[UUID, Morning]:
    """By session; of one session what was received last stands, as for the rules."""
    rows = db.session.execute(
        select(CheckInRow.morning_after_id, CheckInRow.morning)
        .join(EntryRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .where(
            EntryRow.episode_id == episode_id,
            EntryRow.recorded_on >= since,
            COUNTING,
            CheckInRow.morning_after_id.is_not(None),
        )
        .order_by(CheckInRow.received_at)
    )
    return {session_id: morning for session_id, morning in rows if session_id and morning}
