"""What physiotherapists decided: reviews of what was on a page, and calls. Rows are only added."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, false, func, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class Review(db.Model):
    """`opened_at` is when the page was opened: what the clinic received later is not closed by it."""

    __tablename__ = "reviews"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id), index=True)
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    opened_at: Mapped[datetime] = mapped_column(Instant)
    reviewed_at: Mapped[datetime] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(String(2000), default="")
    note_for_patient: Mapped[str] = mapped_column(String(500), default="")
    seen_through: Mapped[int] = mapped_column(default=0, server_default="0")
    """The audit's number when the page was read: entry versions received later are not closed by this review."""
    is_silence_closed: Mapped[bool] = mapped_column(default=False, server_default=false())


class Call(db.Model):
    """A telephone call to a patient, answered or not."""

    __tablename__ = "calls"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id), index=True)
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    at: Mapped[datetime] = mapped_column(Instant)
    is_answered: Mapped[bool]


def last_answered_calls(episodes: list[UUID]) -> dict[UUID, datetime]:
    rows = db.session.execute(
        select(Call.episode_id, func.max(Call.at))
        .where(Call.episode_id.in_(episodes), Call.is_answered.is_(True))
        .group_by(Call.episode_id)
    )
    return dict(rows.all())
