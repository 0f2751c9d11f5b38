"""Record a therapy session against the plan in force that day, or a day the patient was not well."""

from datetime import datetime
from uuid import UUID

from recovery.actions.record_entry import NotRecorded, Recorded, record_entry
from recovery.domain.access import Actor
from recovery.domain.entries import NotWell
from recovery.domain.therapy import TherapySession


def record_session(actor: Actor, client_id: UUID, session: TherapySession, now: datetime) -> Recorded | NotRecorded:
    return record_entry(actor, client_id, session, now)


def record_not_well(actor: Actor, client_id: UUID, day: NotWell, now: datetime) -> Recorded | NotRecorded:
    return record_entry(actor, client_id, day, now)
