"""How every write begins and ends: the writer's lock first, one commit with the audit row in it (TRUST.md 10, 13)."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import current_app

from recovery.domain.access import Actor
from recovery.extensions import db
from recovery.records import audit
from recovery.records.database import begin_write
from recovery.request_id import request_id


@dataclass(frozen=True, slots=True)
class Note:
    """What an action leaves in the audit. `fields` names what changed, or patient numbers that a list showed."""

    action: str
    patient_id: UUID | None = None
    subject: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Whoever runs the server, at its command line: no account, no role, one clinic at a time."""

    clinic_id: UUID
    id: None = None
    role: None = None


@contextmanager
def writing() -> Iterator[None]:
    """A write transaction: committed when the block ends, rolled back when it raises."""
    begin_write(db.session)
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def write_down(actor: Actor | CommandLine, note: Note, now: datetime) -> int:
    """Add the audit row of an actor's doing, inside the running write; its number, in the order of all writes."""
    row = audit.AuditRow(
        at=now,
        actor_id=actor.id,
        role=actor.role,
        clinic_id=actor.clinic_id,
        action=note.action,
        patient_id=note.patient_id,
        subject=note.subject,
        fields=list(note.fields),
        request_id=request_id.get(),
    )
    audit.append(row, audit_key())
    return row.number


def audit_key() -> bytes:
    """A key of its own for the chain, derived from the app's secret."""
    return hashlib.sha256(b"recovery audit chain\n" + str(current_app.config["SECRET_KEY"]).encode()).digest()


def changed_fields(names: Iterable[str], before: object | None, after: object) -> tuple[str, ...]:
    """Which of the named attributes differ; with nothing before, which hold something."""
    if before is None:
        return tuple(name for name in names if not _is_empty(getattr(after, name)))
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _is_empty(value: object) -> bool:
    """A score of 0 is a value."""
    return value is None or value is False or value in ("", ())
