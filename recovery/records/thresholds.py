"""Which rules of the worklist a clinic's lead signed off, with which numbers, by name."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import JSON, ForeignKey, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.thresholds import Rule, Thresholds
from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.people import Clinic, Person

NUMBERS = tuple(each.name for each in fields(Thresholds) if each.name not in {"version", "on"})


class ThresholdSignOff(db.Model):
    """`number` counts a clinic's own; `shipped_version` names the app's numbers that it began from. `numbers` holds
    every one of them, so that what was signed off stays what it was when the app's own change.
    """

    __tablename__ = "threshold_sign_offs"
    __table_args__ = (UniqueConstraint("clinic_id", "number"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id))
    number: Mapped[int]
    shipped_version: Mapped[int]
    numbers: Mapped[dict[str, float]] = mapped_column(JSON)
    rules: Mapped[list[str]] = mapped_column(JSON)
    signed_off_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    signed_off_at: Mapped[datetime] = mapped_column(Instant)
    is_withdrawal: Mapped[bool] = mapped_column(default=False, server_default=false())
    """It takes the one before back: only what is always on is left. Rows are only added."""

    def as_value(self) -> Thresholds:
        """A number that a later version of the app added is that version's own."""
        known = {name: value for name, value in self.numbers.items() if name in NUMBERS}
        return Thresholds(version=self.shipped_version, on=frozenset(Rule(each) for each in self.rules), **known)


def numbers_of(thresholds: Thresholds) -> dict[str, float]:
    told = asdict(thresholds)
    return {name: told[name] for name in NUMBERS}


@dataclass(frozen=True, slots=True)
class SignedOff:
    """One version with who signed it off, or took the one before it back."""

    id: UUID
    number: int
    thresholds: Thresholds
    by: str
    at: datetime
    is_withdrawal: bool


def sign_offs_of(clinic_id: UUID) -> tuple[SignedOff, ...]:
    """Newest first."""
    rows = db.session.execute(
        select(ThresholdSignOff, Person.given_name, Person.family_name)
        .join(Person, Person.id == ThresholdSignOff.signed_off_by_id)
        .where(ThresholdSignOff.clinic_id == clinic_id)
        .order_by(ThresholdSignOff.number.desc())
    )
    return tuple(
        SignedOff(row.id, row.number, row.as_value(), f"{given} {family}", row.signed_off_at, row.is_withdrawal)
        for row, given, family in rows
    )


def thresholds_of(clinic_id: UUID) -> Thresholds:
    """Those by which the clinic's lists are made: the newest signed off, unless that is a withdrawal; or else the app's
    own with only W1, W6 and W11 on.
    """
    row = newest_sign_off(clinic_id)
    return row.as_value() if row and not row.is_withdrawal else Thresholds()


def newest_sign_off(clinic_id: UUID) -> ThresholdSignOff | None:
    return db.session.scalar(
        select(ThresholdSignOff)
        .where(ThresholdSignOff.clinic_id == clinic_id)
        .order_by(ThresholdSignOff.number.desc())
        .limit(1)
    )
