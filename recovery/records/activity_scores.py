"""How well the activities of one recovery went, out of the newest revisions of its check-ins."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from uuid import UUID

from sqlalchemy import select

from recovery.domain.activities import Activity
from recovery.extensions import db
from recovery.records.activities import current_and_let_go
from recovery.records.check_ins import ActivityScoreRow
from recovery.records.entries import COUNTING, EntryRow


@dataclass(frozen=True, slots=True)
class ScoredActivity:
    """`scores` by day, oldest first: the average of a day's scores, as with pain."""

    activity: Activity
    is_let_go: bool
    scores: dict[date, float]


def scored_activities(episode_id: UUID) -> tuple[ScoredActivity, ...]:
    """Those that matter now, then those that were let go. In two statements."""
    current, let_go = current_and_let_go(episode_id)
    by_day: dict[UUID, dict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    rows = db.session.execute(
        select(ActivityScoreRow.activity_id, EntryRow.recorded_on, ActivityScoreRow.score)
        .join(EntryRow, (EntryRow.id == ActivityScoreRow.entry_id) & (EntryRow.revision == ActivityScoreRow.revision))
        .where(EntryRow.episode_id == episode_id, COUNTING)
        .order_by(EntryRow.recorded_on)
    )
    for activity_id, recorded_on, score in rows:
        by_day[activity_id][recorded_on].append(score)
    return tuple(
        ScoredActivity(each, is_let_go, {day: fmean(scores) for day, scores in by_day[each.id].items()})
        for each, is_let_go in (*((each, False) for each in current), *((each, True) for each in let_go))
    )
