"""Which passages a patient said they have read, and when first."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.documents import PassageRow
from recovery.records.people import Patient


class PassageRead(db.Model):
    __tablename__ = "passage_reads"
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id), primary_key=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), primary_key=True)
    read_at: Mapped[datetime] = mapped_column(Instant)
