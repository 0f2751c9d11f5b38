"""The audit as a clinic's lead reads it: newest first, by number of the patient and never by name."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from recovery.domain.access import Role
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import Patient


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """None and () narrow nothing. `beginnings` are those of the actions wanted, `but` of those that are not; `until`
    is the first instant that is too late.
    """

    patient_id: UUID | None = None
    actor_id: UUID | None = None
    is_command_line: bool = False
    beginnings: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """`actor_number` is that of a patient who acted, `patient_number` of the patient it is about. `actor_id` and
    `role` None: the command line.
    """

    number: int
    at: datetime
    actor_id: UUID | None
    role: Role | None
    actor_number: int | None
    action: str
    patient_number: int | None
    subject: str
    fields: tuple[str, ...]
    request_id: str


def audit_entries(clinic_id: UUID, wanted: AuditFilter, skip: int, most: int) -> tuple[AuditEntry, ...]:
    acting = aliased(Patient)
    rows = db.session.execute(
        select(
            AuditRow.number,
            AuditRow.at,
            AuditRow.actor_id,
            AuditRow.role,
            acting.number,
            AuditRow.action,
            Patient.number,
            AuditRow.subject,
            AuditRow.fields,
            AuditRow.request_id,
        )
        .outerjoin(acting, acting.id == AuditRow.actor_id)
        .outerjoin(Patient, Patient.id == AuditRow.patient_id)
        .where(AuditRow.clinic_id == clinic_id, *_conditions(wanted))
        .order_by(AuditRow.number.desc())
        .offset(skip)
        .limit(most)
    )
    return tuple(AuditEntry(*row[:8], tuple(row[8]), row[9]) for row in rows)


def _conditions(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    told: list[ColumnElement[bool]] = []
    if wanted.patient_id:
        told.append(AuditRow.patient_id == wanted.patient_id)
    if wanted.actor_id:
        told.append(AuditRow.actor_id == wanted.actor_id)
    if wanted.is_command_line:
        told.append(AuditRow.actor_id.is_(None))
    if wanted.beginnings:
        told.append(or_(*(AuditRow.action.startswith(each) for each in wanted.beginnings)))
    if wanted.but:
        told.append(and_(*(AuditRow.action.not_like(f"{each}%") for each in wanted.but)))
    if wanted.since:
        told.append(AuditRow.at >= wanted.since)
    if wanted.until:
        told.append(AuditRow.at < wanted.until)
    return told
