"""Gathers a week of physical therapy with today in it, in a fixed number of statements."""

from datetime import date
from uuid import UUID

from recovery.domain.therapy_day import TherapyDay
from recovery.domain.therapy_week import LOOKS_BACK, TherapyWeek
from recovery.records.plans import plans_of
from recovery.records.sessions import days_not_well, units_done


def therapy_week(episode_id: UUID, today: date) -> TherapyWeek:
    """Units only, as the caseload reads them."""
    since = today - LOOKS_BACK
    sessions = tuple(units_done([episode_id], since).get(episode_id, ()))
    excused = days_not_well([episode_id], since).get(episode_id, frozenset())
    of_today = TherapyDay(
        day=today,
        plans=plans_of([episode_id]).get(episode_id, ()),
        sessions=tuple(session for session in sessions if session.recorded_on == today),
        is_excused=today in excused,
    )
    return TherapyWeek(of_today, sessions, excused)
