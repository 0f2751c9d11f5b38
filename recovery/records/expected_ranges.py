"""Which usual ranges a clinic's lead let patients see, and when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

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


@dataclass(frozen=True, slots=True)
class ApprovedRanges:
    """One approval with names. Withdrawn or not, it is kept."""

    id: UUID
    source: str
    approved_by: str
    approved_at: datetime
    withdrawn_by: str
    withdrawn_at: datetime | None

    @property
    def is_standing(self) -> bool:
        return self.withdrawn_at is None


def approvals_of_ranges(clinic_id: UUID) -> tuple[ApprovedRanges, ...]:
    """Every approval of a clinic, newest first."""
    approver, withdrawer = aliased(Person), aliased(Person)
    rows = db.session.execute(
        select(
            RangeApproval,
            approver.given_name + " " + approver.family_name,
            withdrawer.given_name + " " + withdrawer.family_name,
        )
        .join(approver, approver.id == RangeApproval.approved_by_id)
        .outerjoin(withdrawer, withdrawer.id == RangeApproval.withdrawn_by_id)
        .where(RangeApproval.clinic_id == clinic_id)
        .order_by(RangeApproval.approved_at.desc(), RangeApproval.id)
    )
    return tuple(
        ApprovedRanges(row.id, row.source, approved_by, row.approved_at, withdrawn_by or "", row.withdrawn_at)
        for row, approved_by, withdrawn_by in rows
    )


def standing_approval(clinic_id: UUID, source: str) -> ApprovedRanges | None:
    """The approval under which patients see the ranges of this source; None where there is none."""
    return next(
        (each for each in approvals_of_ranges(clinic_id) if each.is_standing and each.source == source),
        None,
    )
