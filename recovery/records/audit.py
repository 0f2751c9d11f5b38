"""The audit: who, what, whose, when; fields changed but not values; each row chained to the one before (TRUST.md 10).

Rows are only added: triggers refuse UPDATE and DELETE on both databases (recovery/records/append_only.py).
"""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, ScalarResult, String, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.access import Role
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.people import Clinic, Patient, Person

GENESIS = "0" * 64


class AuditRow(db.Model):
    """`fields` names what changed, or the patients a list showed; never a value."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_patient_id_at", "patient_id", "at"),)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
    role: Mapped[Role | None] = mapped_column(named(Role))
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id))
    action: Mapped[str] = mapped_column(String(60))
    patient_id: Mapped[UUID | None] = mapped_column(ForeignKey(Patient.id))
    subject: Mapped[str] = mapped_column(String(60), default="")
    fields: Mapped[list[str]] = mapped_column(JSON)
    request_id: Mapped[str] = mapped_column(String(36), default="")
    chain: Mapped[str] = mapped_column(String(64))


class AuditHead(db.Model):
    """The one head: how many rows there are and the last chain value. Locking it orders the writers."""

    __tablename__ = "audit_head"
    id: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]
    chain: Mapped[str] = mapped_column(String(64))


def chain_value(key: bytes, previous: str, row: AuditRow) -> str:
    """HMAC-SHA256 over the value before and every column of the row."""
    content = [
        row.number,
        row.at.astimezone(UTC).isoformat(),
        str(row.actor_id or ""),
        row.role.value if row.role else "",
        str(row.clinic_id),
        row.action,
        str(row.patient_id or ""),
        row.subject,
        list(row.fields),
        row.request_id,
    ]
    text = previous + json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def append(row: AuditRow, key: bytes) -> None:
    """Number and chain `row` behind the head, inside the running write transaction."""
    append_all([row], key)


def append_all(rows: Iterable[AuditRow], key: bytes) -> None:
    """The same for many rows, in order: the head is locked and read once."""
    head = db.session.execute(select(AuditHead).where(AuditHead.id == 1).with_for_update()).scalar_one_or_none()
    if head is None:
        head = AuditHead(id=1, count=0, chain=GENESIS)
        db.session.add(head)
    count, chain = head.count, head.chain
    for row in rows:
        count += 1
        row.number = count
        row.chain = chain = chain_value(key, chain, row)
        db.session.add(row)
    head.count, head.chain = count, chain


def first_break(rows: Iterable[AuditRow], head: AuditHead | None, key: bytes) -> int | None:
    """The number of the first row that does not fit, 0 when the end is missing or added; None when all is whole."""
    previous, count = GENESIS, 0
    for row in rows:
        count += 1
        if row.number != count or not hmac.compare_digest(row.chain, chain_value(key, previous, row)):
            return count
        previous = row.chain
    ends = (head.count, head.chain) if head else (0, GENESIS)
    return None if ends == (count, previous) else 0


def audit_in_order() -> ScalarResult[AuditRow]:
    """Read in pieces: whoever stops before the end closes it."""
    return db.session.scalars(select(AuditRow).order_by(AuditRow.number).execution_options(yield_per=1000))


def audit_number() -> int:
    """The number of the newest row. Read before anything else of a page, it tells how far the page had read: what
    came later has a higher one.
    """
    return db.session.scalar(select(AuditHead.count).where(AuditHead.id == 1)) or 0


def audit_head() -> AuditHead | None:
    return db.session.get(AuditHead, 1)
