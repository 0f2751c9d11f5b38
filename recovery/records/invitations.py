"""Invitations: only a keyed hash of the code is stored, so that a copy of the database lets nobody in."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from recovery.domain.invitation import ShownOn
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.people import Person


class Invitation(db.Model):
    """Open until it is used, void or expired. `made_by_id` is empty for the command line."""

    __tablename__ = "invitations"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id), index=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    shown_on: Mapped[ShownOn] = mapped_column(named(ShownOn))
    made_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
    made_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    wrong_answers: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    voided_at: Mapped[datetime | None] = mapped_column(Instant)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])

    def is_open(self, now: datetime) -> bool:
        return self.used_at is None and self.voided_at is None and now < self.expires_at


def invitation_with(code_hash: str) -> Invitation | None:
    """With its person, open or not."""
    return db.session.scalar(
        select(Invitation)
        .where(Invitation.code_hash == code_hash)
        .options(joinedload(Invitation.person, innerjoin=True))
    )


def open_invitations(people: list[UUID], now: datetime) -> dict[UUID, Invitation]:
    """By person; who has none is absent."""
    rows = db.session.scalars(
        select(Invitation)
        .where(
            Invitation.person_id.in_(people),
            Invitation.used_at.is_(None),
            Invitation.voided_at.is_(None),
            Invitation.expires_at > now,
        )
        .order_by(Invitation.made_at)
    )
    return {row.person_id: row for row in rows}
