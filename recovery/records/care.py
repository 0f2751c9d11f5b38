"""Who looks after a patient when their physiotherapist is away, and the hand-over from one to another."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.people import Patient, Person


class Absence(db.Model):
    """Away from `from_on` to `until_on`, both included, in the clinic's days. Without a cover, the patients stand on
    the clinic lead's list.
    """

    __tablename__ = "absences"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    physiotherapist_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id), index=True)
    covered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id), index=True)
    from_on: Mapped[date]
    until_on: Mapped[date]
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    made_at: Mapped[datetime] = mapped_column(Instant)
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)

    physiotherapist: Mapped[Person] = relationship(foreign_keys=[physiotherapist_id], lazy="joined", innerjoin=True)
    covered_by: Mapped[Person | None] = relationship(foreign_keys=[covered_by_id], lazy="joined")


class Answer(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class HandOver(db.Model):
    """Offered by the giver, who keeps the patient until it is accepted. At most one is open for a patient and giver."""

    __tablename__ = "hand_overs"
    __table_args__ = (
        Index(
            "uq_hand_overs_one_open",
            "patient_id",
            "from_id",
            unique=True,
            sqlite_where=text("answered_at IS NULL"),
            postgresql_where=text("answered_at IS NULL"),
        ),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id), index=True)
    from_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    to_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id), index=True)
    note: Mapped[str] = mapped_column(String(500), default="")
    offered_at: Mapped[datetime] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answer: Mapped[Answer | None] = mapped_column(named(Answer))

    given_by: Mapped[Person] = relationship(foreign_keys=[from_id], lazy="joined", innerjoin=True)
    offered_to: Mapped[Person] = relationship(foreign_keys=[to_id], lazy="joined", innerjoin=True)
