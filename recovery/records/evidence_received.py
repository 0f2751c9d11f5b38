"""When the clinic received the entry versions behind a reason, and which of them can still be opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, union_all

from recovery.domain.entries import Withdrawal
from recovery.domain.evidence import EntryVersion
from recovery.extensions import db
from recovery.records.entries import EntryRow
from recovery.records.entry_versions import TABLES

GONE = (Withdrawal.MOVED, Withdrawal.UNDONE)


@dataclass(frozen=True, slots=True)
class Received:
    """`opens`: the entry has a page in the episode that is shown. One of an earlier episode has none there."""

    at: datetime
    opens: bool


def received_of(episode_id: UUID, versions: Iterable[EntryVersion]) -> dict[tuple[UUID, int], Received]:
    """By entry and revision, in one statement; without versions in none."""
    entries = {each.entry_id for each in versions}
    if not entries:
        return {}
    revisions = union_all(
        *(
            select(table.entry_id, table.revision, table.received_at).where(table.entry_id.in_(entries))
            for table in TABLES.values()
        )
    ).subquery()
    rows = db.session.execute(
        select(
            revisions.c.entry_id,
            revisions.c.revision,
            revisions.c.received_at,
            EntryRow.episode_id,
            EntryRow.withdrawal,
        ).join(EntryRow, EntryRow.id == revisions.c.entry_id)
    )
    return {
        (entry_id, revision): Received(at, episode == episode_id and withdrawal not in GONE)
        for entry_id, revision, at, episode, withdrawal in rows
    }
