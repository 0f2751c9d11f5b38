"""Which usual ranges a clinic's lead let patients see, and when."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.people import Clinic, Person


class RangeApproval(db.Model):
    """`source` names the ranges with their version. The newest that was not withdrawn is shown."""

    __tablename__ = "range_approvals"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id), index=True)
    source: Mapped[str] = mapped_column(String(60))
    approved_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    approved_at: Mapped[datetime] = mapped_column(Instant)
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
