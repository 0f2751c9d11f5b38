"""What a check-in asks beside the questions of the stage, in a fixed number of statements."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, func, select

from recovery.domain.activities import Activity
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, EntryKind
from recovery.domain.mornings import REMEMBERED_FOR, SessionDay
from recovery.extensions import db
from recovery.records.activities import current_and_let_go
from recovery.records.check_ins import ActivityScoreRow, CheckInRow, check_in_entries
from recovery.records.entries import COUNTING, EntryRow

LAST_ANSWERS = timedelta(days=28)
"""How far back the answers of last time are looked for."""


@dataclass(frozen=True, slots=True)
class CheckInAsks:
    """`recent` are the check-ins of the last weeks, oldest first. `let_go` are activities of the past. `last_scored_on`
    is the newest day with a score of an activity; `sessions` those whose next morning can be told about.
    """

    recent: tuple[Entry, ...] = ()
    activities: tuple[Activity, ...] = ()
    let_go: tuple[Activity, ...] = ()
    last_scored_on: date | None = None
    sessions: tuple[SessionDay, ...] = ()


def check_in_asks(episode_id: UUID, day: date, corrects: Entry | None = None) -> CheckInAsks:
    """The check-in that is being corrected is not the last time, and answers nothing; the session that it tells about
    can be told about again, whatever became of either since.
    """
    but, told_of = (corrects.id, _morning_after(corrects)) if corrects else (None, None)
    entries = check_in_entries(episode_id, day - LAST_ANSWERS)
    current, let_go = current_and_let_go(episode_id)
    return CheckInAsks(
        recent=tuple(entry for entry in entries if entry.id != but and entry.recorded_on <= day),
        activities=current,
        let_go=let_go,
        last_scored_on=_last_scored_on(episode_id, but),
        sessions=_sessions(episode_id, day, but, told_of),
    )


def _last_scored_on(episode_id: UUID, but: UUID | None) -> date | None:
    return db.session.scalar(
        select(func.max(EntryRow.recorded_on))
        .join(
            ActivityScoreRow,
            (ActivityScoreRow.entry_id == EntryRow.id) & (ActivityScoreRow.revision == EntryRow.revision),
        )
        .where(EntryRow.episode_id == episode_id, COUNTING, EntryRow.id != but if but else COUNTING)
    )


def _morning_after(entry: Entry) -> UUID | None:
    return entry.content.morning_after if isinstance(entry.content, CheckIn) else None


def _sessions(episode_id: UUID, day: date, but: UUID | None, told_of: UUID | None) -> tuple[SessionDay, ...]:
    answered = _answered(episode_id, day - LAST_ANSWERS, but)
    is_recent = and_(EntryRow.recorded_on.between(day - 2 * REMEMBERED_FOR, day), COUNTING)
    rows = db.session.execute(
        select(EntryRow.id, EntryRow.recorded_on)
        .where(
            EntryRow.episode_id == episode_id,
            EntryRow.kind == EntryKind.SESSION,
            is_recent | (EntryRow.id == told_of) if told_of else is_recent,
        )
        .order_by(EntryRow.recorded_on, EntryRow.received_at)
    )
    return tuple(SessionDay(entry_id, recorded_on, entry_id in answered) for entry_id, recorded_on in rows)


def _answered(episode_id: UUID, since: date, but: UUID | None) -> frozenset[UUID]:
    """The sessions whose next morning a check-in from `since` on tells about: by the entries' own index, since nothing
    leads from a session to the check-in.
    """
    told = db.session.scalars(
        select(CheckInRow.morning_after_id)
        .join(EntryRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .where(
            EntryRow.episode_id == episode_id,
            EntryRow.recorded_on >= since,
            COUNTING,
            CheckInRow.morning_after_id.is_not(None),
            EntryRow.id != but if but else COUNTING,
        )
    )
    return frozenset(each for each in told if each is not None)
