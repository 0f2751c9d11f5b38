"""Write down every look by somebody else: a record as one row, a list as one row with the patients shown."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import update

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.extensions import db
from recovery.records.looks import LIST_LOOK, NARROWED
from recovery.records.people import CareLink
from recovery.records.scope import caring_links


def note_summary_opened(actor: access.Actor, patient_id: UUID, now: datetime) -> None:
    """The look itself, and that notes received until now have been seen."""
    access.require(actor, access.Action.READ_LINKED_RECORD)
    with writing():
        db.session.execute(
            update(CareLink)
            .where(CareLink.patient_id == patient_id, caring_links(actor, now))
            .values(summary_opened_at=now)
            .execution_options(synchronize_session=False)
        )
        _look(actor, patient_id, now)


def note_entries_read(actor: access.Actor, patient_id: UUID, now: datetime) -> None:
    """Entries were read on another page than the summary: notes that nobody has seen there stay unread."""
    access.require(actor, access.Action.READ_LINKED_RECORD)
    with writing():
        _look(actor, patient_id, now)


def note_records_printed(actor: access.Actor, patients: Iterable[UUID], now: datetime) -> None:
    """A look for each patient whose sheet stands on one page, in one commit."""
    access.require(actor, access.Action.READ_LINKED_RECORD)
    with writing():
        for patient_id in patients:
            _look(actor, patient_id, now)


def _look(actor: access.Actor, patient_id: UUID, now: datetime) -> None:
    write_down(actor, Note("looked at the record", patient_id), now)


def note_audit_read(actor: access.Actor, patient_id: UUID | None, narrowed_by: Iterable[str], now: datetime) -> None:
    """Reading the audit is itself in the audit; asked for by number, that patient sees it too."""
    access.require(actor, access.Action.READ_AUDIT)
    with writing():
        write_down(actor, Note("looked at the audit", patient_id, fields=tuple(narrowed_by)), now)


def note_list_shown(
    actor: access.Actor, what: str, patient_numbers: Iterable[int], now: datetime, *, is_narrowed: bool = False
) -> None:
    """`what` names the list; the row holds the numbers of the patients on it, not their names, and whether it was
    narrowed to some of them.
    """
    numbers = tuple(str(number) for number in sorted(patient_numbers))
    with writing():
        write_down(actor, Note(f"{LIST_LOOK}{what}", subject=NARROWED if is_narrowed else "", fields=numbers), now)
