"""When the next check-in is due: by the stage, or as the physiotherapist says (CLINICAL.md 4 and 6) [D].

A due day is an offer. Nothing is ever overdue, and more can always be recorded.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode, EpisodeStatus

LEG_JUMP = 3
LEG_JUMP_FROM = 4
"""A leg score up by 3 or more and now 4 or more makes the next check-in due tomorrow, whatever the rhythm."""


def next_due_on(episode: Episode, figures: Mapping[date, DayFigure], today: date) -> date | None:
    """`figures` of days with a check-in, as far back as one interval and one leg score more. None where none is due:
    before the operation, in the long term, and while the episode is not active.
    """
    if episode.status is not EpisodeStatus.ACTIVE:
        return None
    recorded = [day for day in figures if day <= today]
    if recorded and has_leg_jump(figures, max(recorded)):
        return max(today, max(recorded) + timedelta(days=1))
    interval = episode.check_in_interval(today)
    if interval is None:
        return None
    return max(today, max(recorded) + timedelta(days=int(interval))) if recorded else today


def has_leg_jump(figures: Mapping[date, DayFigure], day: date) -> bool:
    """Whether that day's leg average is 4 or more, and 3 or more above the last day before it that has one."""
    now = figures[day].leg_average
    before = [figures[each].leg_average for each in sorted(figures) if each < day]
    known = [score for score in before if score is not None]
    return now is not None and bool(known) and now >= LEG_JUMP_FROM and now - known[-1] >= LEG_JUMP
