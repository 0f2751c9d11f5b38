"""Server-side sign-ins: a row each, holding only the SHA-256 of a random 256-bit token (TRUST.md 3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.people import Person


class SignIn(db.Model):
    """Revoked is for ever: rows are updated only while `revoked_at` is empty, and never re-created."""

    __tablename__ = "sign_ins"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id), index=True)
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    last_used_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)
    device: Mapped[str] = mapped_column(String(200), default="")
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    """When the password was last typed again in this sign-in."""

    person: Mapped[Person] = relationship()


def sign_in_with(token_sha256: str) -> SignIn | None:
    """With its person, in one statement; whether it is still live is the caller's question."""
    return db.session.scalar(
        select(SignIn).where(SignIn.token_sha256 == token_sha256).options(joinedload(SignIn.person, innerjoin=True))
    )


@dataclass(frozen=True, slots=True)
class LiveSignIn:
    id: UUID
    device: str
    began_at: datetime
    last_used_at: datetime


def live_sign_ins_of(person_id: UUID, now: datetime, idle: timedelta) -> tuple[LiveSignIn, ...]:
    """Those that a next request could go on with, last used first."""
    rows = db.session.execute(
        select(SignIn.id, SignIn.device, SignIn.created_at, SignIn.last_used_at)
        .where(
            SignIn.person_id == person_id,
            SignIn.revoked_at.is_(None),
            SignIn.expires_at > now,
            SignIn.last_used_at > now - idle,
        )
        .order_by(SignIn.last_used_at.desc(), SignIn.created_at.desc(), SignIn.id)
    )
    return tuple(LiveSignIn(*row) for row in rows)
