"""What others did in a patient's record, read from the audit for that patient."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, String, cast, select

from recovery.domain.access import Role
from recovery.domain.last_look import ListLook
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import Patient, Person

LIST_LOOK = "looked at "
"""How the action of a row begins whose `fields` are the numbers of the patients a list showed."""

CASELOAD = "the caseload"
NARROWED = "narrowed"
"""The subject of a row whose list was narrowed: it did not show everybody, so it is no look at the whole."""

LOOKED_AGO = timedelta(days=42)
LOOKED_ROWS = 200
"""How far back an own look is searched for: as far as the caseload reads, and no more rows than anybody's pauses of
under half an hour could fill.
"""
LIST_EXPORT = "exported the caseload"
"""The action of such a row where the list left the app as a file."""


@dataclass(frozen=True, slots=True)
class Look:
    """`actor_id` and `role` None: the command line."""

    at: datetime
    action: str
    actor_id: UUID | None
    role: Role | None
    name: str


def doings_about(patient_id: UUID) -> tuple[Look, ...]:
    """By anybody but the patient."""
    return _read(
        _looks().where(
            AuditRow.patient_id == patient_id, (AuditRow.actor_id.is_(None)) | (AuditRow.actor_id != patient_id)
        )
    )


def lists_with(patient_id: UUID, since: datetime) -> tuple[Look, ...]:
    """Lists opened or exported since then on which the patient's name stood."""
    clinic_id, number = db.session.execute(
        select(Patient.clinic_id, Patient.number).where(Patient.id == patient_id)
    ).one()
    return _read(
        _looks().where(
            AuditRow.patient_id.is_(None),
            AuditRow.at >= since,
            AuditRow.clinic_id == clinic_id,
            AuditRow.action.startswith(LIST_LOOK) | (AuditRow.action == LIST_EXPORT),
            cast(AuditRow.fields, String).contains(f'"{number}"'),
        )
    )


def _looks() -> Select[tuple[datetime, str, UUID, Role, str, str]]:
    return select(
        AuditRow.at, AuditRow.action, AuditRow.actor_id, AuditRow.role, Person.given_name, Person.family_name
    ).outerjoin(Person, Person.id == AuditRow.actor_id)


def _read(query: Select[tuple[datetime, str, UUID, Role, str, str]]) -> tuple[Look, ...]:
    rows = db.session.execute(query)
    return tuple(
        Look(at, action, actor_id, role, f"{given} {family}" if given else "")
        for at, action, actor_id, role, given, family in rows
    )


def own_caseload_looks(actor_id: UUID, now: datetime) -> tuple[ListLook, ...]:
    """When one physiotherapist had the whole caseload shown, newest first."""
    rows = db.session.execute(
        select(AuditRow.number, AuditRow.at)
        .where(
            AuditRow.patient_id.is_(None),
            AuditRow.at >= now - LOOKED_AGO,
            AuditRow.actor_id == actor_id,
            AuditRow.action == f"{LIST_LOOK}{CASELOAD}",
            AuditRow.subject != NARROWED,
        )
        .order_by(AuditRow.at.desc(), AuditRow.number.desc())
        .limit(LOOKED_ROWS)
    )
    return tuple(ListLook(number, at) for number, at in rows)
