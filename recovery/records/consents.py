"""What a patient agreed to, in which version of the words, and when. Rows are only added."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.people import Patient


class Consent(db.Model):
    __tablename__ = "consents"
    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id), index=True)
    version: Mapped[int]
    given_at: Mapped[datetime] = mapped_column(Instant)


def newest_consent(patient_id: UUID) -> Consent | None:
    return db.session.scalar(
        select(Consent)
        .where(Consent.patient_id == patient_id)
        .order_by(Consent.version.desc(), Consent.id.desc())
        .limit(1)
    )
