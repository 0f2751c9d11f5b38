"""Gathers one day of physical therapy, in a fixed number of statements."""

from datetime import date
from uuid import UUID

from recovery.domain.entries import days_not_well, sessions_among
from recovery.domain.therapy_day import TherapyDay
from recovery.records.plans import plans_of
from recovery.records.sessions import not_well_entries, session_entries


def therapy_day(episode_id: UUID, day: date) -> TherapyDay:
    entries = session_entries(episode_id, day, day)
    return TherapyDay(
        day=day,
        plans=plans_of([episode_id]).get(episode_id, ()),
        sessions=sessions_among(entries),
        entries=entries,
        is_excused=day in days_not_well(not_well_entries(episode_id, day)),
    )
