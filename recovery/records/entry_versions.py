"""One entry with everything that ever stood in it: a correction adds a version and keeps the others."""

from uuid import UUID

from sqlalchemy import select

from recovery.domain.access import Role
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, EntryKind, NotWell, Withdrawal
from recovery.domain.therapy import TherapySession
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.entries import EntryRow, NotWellRow
from recovery.records.people import Person
from recovery.records.sessions import SessionRow

TABLES: dict[EntryKind, type[CheckInRow | SessionRow | NotWellRow]] = {
    EntryKind.CHECK_IN: CheckInRow,
    EntryKind.SESSION: SessionRow,
    EntryKind.NOT_WELL: NotWellRow,
}


def entry_versions(episode_id: UUID, entry_id: UUID) -> tuple[Entry, ...]:
    """Newest first. Empty for an entry of another episode, for one that was moved, and for one that was undone."""
    head = db.session.scalar(select(EntryRow).where(EntryRow.id == entry_id, EntryRow.episode_id == episode_id))
    if head is None or head.withdrawal in {Withdrawal.MOVED, Withdrawal.UNDONE}:
        return ()
    table = TABLES[head.kind]
    rows = db.session.execute(
        select(table, Person.role, Person.given_name, Person.family_name)
        .join(Person, Person.id == table.author_id)
        .where(table.entry_id == entry_id)
        .order_by(table.revision.desc())
    )
    return tuple(
        Entry(
            id=entry_id,
            revision=row.revision,
            received_at=row.received_at,
            content=_content(row),
            recorded_by="" if role is Role.PATIENT else f"{given} {family}",
            first_received_at=head.received_at,
            taken_back_at=head.taken_back_at,
        )
        for row, role, given, family in rows
    )


def _content(row: CheckInRow | SessionRow | NotWellRow) -> CheckIn | TherapySession | NotWell:
    return NotWell(row.recorded_on, row.note) if isinstance(row, NotWellRow) else row.as_value()
