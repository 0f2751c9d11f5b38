"""Which passages a patient said they have read, and when first."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select, union_all
from sqlalchemy.orm import Mapped, aliased, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.documents import PassageRow, Replacement
from recovery.records.people import Patient


class PassageRead(db.Model):
    __tablename__ = "passage_reads"
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id), primary_key=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), primary_key=True)
    read_at: Mapped[datetime] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class Read:
    heading: str
    at: datetime


def reads_of(patient_id: UUID) -> dict[UUID, datetime]:
    """When the patient first said so, by passage, in one statement. A later version of the same words counts as read;
    words that changed do not.
    """
    read, later = aliased(PassageRow), aliased(PassageRow)
    themselves = select(PassageRead.passage_id, PassageRead.read_at).where(PassageRead.patient_id == patient_id)
    same_words = (
        select(Replacement.passage_id, PassageRead.read_at)
        .join(Replacement, Replacement.replaced_id == PassageRead.passage_id)
        .join(read, read.id == Replacement.replaced_id)
        .join(later, later.id == Replacement.passage_id)
        .where(
            PassageRead.patient_id == patient_id,
            later.heading == read.heading,
            later.plain == read.plain,
            later.original == read.original,
        )
    )
    first: dict[UUID, datetime] = {}
    for passage_id, read_at in db.session.execute(union_all(themselves, same_words)):
        first[passage_id] = min(read_at, first.get(passage_id, read_at))
    return first


def reads_told(patient_id: UUID) -> tuple[Read, ...]:
    """What a patient said they read, the last first."""
    rows = db.session.execute(
        select(PassageRow.heading, PassageRead.read_at)
        .join(PassageRow, PassageRow.id == PassageRead.passage_id)
        .where(PassageRead.patient_id == patient_id)
        .order_by(PassageRead.read_at.desc(), PassageRow.position)
    )
    return tuple(Read(heading, read_at) for heading, read_at in rows)
