"""When the next check-in is due: by the stage, or as the physiotherapist says (CLINICAL.md 4 and 6) [D].

A due day is an offer. Nothing is ever overdue, and more can always be recorded.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil, floor

from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode, EpisodeStatus

LEG_JUMP = 3
LEG_JUMP_FROM = 4
"""A leg score up by 3 or more and now 4 or more makes the next check-in due tomorrow, whatever the rhythm."""

LOOKS_BACK = timedelta(days=42)
"""What is older decides nothing, so that pages that read more days than others say the same [D]."""


def next_due_on(episode: Episode, figures: Mapping[date, DayFigure], today: date) -> date | None:
    """`figures` of days with a check-in, of the last LOOKS_BACK at least. None where none is due: before the operation,
    in the long term, and while the episode is not active.
    """
    if episode.status is not EpisodeStatus.ACTIVE:
        return None
    recorded = [day for day in sorted(figures) if today - LOOKS_BACK <= day <= today]
    if recorded and has_leg_jump({day: figures[day] for day in recorded}, recorded[-1]):
        return max(today, recorded[-1] + timedelta(days=1))
    due = max(today, _by_rhythm(episode, recorded) or today)
    return None if episode.check_in_interval(due) is None else due


def _by_rhythm(episode: Episode, recorded: Sequence[date]) -> date | None:
    """After the last check-in, by the rhythm of its own day: what was said then stays true when a new stage begins.

    Twice a week is every 3.5 days: 3 days and 4 days in turn.
    """
    interval = episode.check_in_interval(recorded[-1]) if recorded else None
    if interval is None:
        return None
    shorter, longer = timedelta(days=floor(interval)), timedelta(days=ceil(interval))
    is_after_short = len(recorded) > 1 and recorded[-1] - recorded[-2] <= shorter
    return recorded[-1] + (longer if is_after_short else shorter)


def has_leg_jump(figures: Mapping[date, DayFigure], day: date) -> bool:
    """Whether that day's leg average is 4 or more, and 3 or more above the last day before it that has one."""
    now = figures[day].leg_average
    before = [figures[each].leg_average for each in sorted(figures) if each < day]
    known = [score for score in before if score is not None]
    return now is not None and bool(known) and now >= LEG_JUMP_FROM and now - known[-1] >= LEG_JUMP
