"""Record a therapy session against the plan in force that day, or a day the patient was not well."""

from datetime import datetime
from typing import cast
from uuid import UUID

from recovery.actions.record_entry import EntryShape, NotRecorded, Recorded, record_entry
from recovery.actions.transaction import changed_fields
from recovery.domain.access import Actor
from recovery.domain.entries import EntryKind, NotWell
from recovery.domain.therapy import TherapySession
from recovery.records import entries, sessions

_SESSION = EntryShape(
    kind=EntryKind.SESSION,
    row=sessions.session_row,
    stored=sessions.first_revision,
    changed=lambda content: changed_fields(
        ("units", "extras", "pain_during", "effort", "someone_helped", "note"), None, cast(TherapySession, content)
    ),
)
_NOT_WELL = EntryShape(
    kind=EntryKind.NOT_WELL,
    row=entries.not_well_row,
    stored=entries.first_not_well,
    changed=lambda content: changed_fields(("note",), None, content),
)


def record_session(actor: Actor, client_id: UUID, session: TherapySession, now: datetime) -> Recorded | NotRecorded:
    return record_entry(actor, client_id, session, _SESSION, now)


def record_not_well(actor: Actor, client_id: UUID, day: NotWell, now: datetime) -> Recorded | NotRecorded:
    return record_entry(actor, client_id, day, _NOT_WELL, now)
