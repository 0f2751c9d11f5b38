"""Write what the demo's patients recorded, as recording would have left it: heads, audit rows, first revisions.

Revisions are only added and carry the number of their audit row, so they are written when all rows have their numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from recovery.content.demo_entries import DemoEntry
from recovery.domain.access import Role
from recovery.domain.calendar import offset_minutes
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Withdrawal, kind_of
from recovery.domain.therapy import TherapySession
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.check_ins import CheckInRow, check_in_row
from recovery.records.entries import EntryRow, NotWellRow, not_well_row
from recovery.records.sessions import SessionRow, session_row


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry with the audit row of its recording, which has its number later."""

    entry: DemoEntry
    entry_id: UUID
    zone: str
    audited: AuditRow


def write_heads(entries: Iterable[DemoEntry], patient_id: UUID, episode_id: UUID) -> list[EntryRow]:
    """In the order of `entries`."""
    heads = [_head(each, patient_id, episode_id) for each in entries]
    db.session.add_all(heads)
    db.session.flush()
    return heads


def audit_of_entry(head: EntryRow, clinic_id: UUID) -> Iterator[AuditRow]:
    """Of its recording first, then of its being taken back."""
    told = [(head.received_at, "recorded")]
    told += [(head.taken_back_at, "took back")] if head.taken_back_at else []
    for at, verb in told:
        yield AuditRow(
            at=at,
            actor_id=head.patient_id,
            role=Role.PATIENT,
            clinic_id=clinic_id,
            action=f"{verb} {head.kind.value}",
            patient_id=head.patient_id,
            subject=str(head.id),
            fields=[],
            request_id="",
        )


def write_revisions(recorded: Iterable[Recorded]) -> None:
    """Once the audit rows have their numbers."""
    db.session.add_all([_first_revision(each) for each in recorded])


def _head(entry: DemoEntry, patient_id: UUID, episode_id: UUID) -> EntryRow:
    return EntryRow(
        id=entry.id or uuid4(),
        patient_id=patient_id,
        episode_id=episode_id,
        client_id=uuid4(),
        kind=kind_of(entry.content),
        revision=1,
        recorded_on=entry.content.recorded_on,
        received_at=entry.at,
        taken_back_at=entry.taken_back_at,
        withdrawal=Withdrawal.TAKEN_BACK if entry.taken_back_at else None,
    )


def _first_revision(recorded: Recorded) -> CheckInRow | SessionRow | NotWellRow:
    content, at, zone = recorded.entry.content, recorded.entry.at, recorded.zone
    stamp: dict[str, object] = {
        "author_id": recorded.audited.patient_id,
        "zone": zone,
        "offset_minutes": offset_minutes(at, zone),
        "received_at": at,
        "sequence": recorded.audited.number,
    }
    if isinstance(content, CheckIn):
        return check_in_row(recorded.entry_id, 1, content, **stamp)
    if isinstance(content, TherapySession):
        return session_row(recorded.entry_id, 1, content, **stamp)
    return not_well_row(recorded.entry_id, 1, content, **stamp)
