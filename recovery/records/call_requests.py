"""A patient asked to be called (rule W11). It stands until somebody closed it, or the patient took it back."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class CallRequest(db.Model):
    """`sequence` is the number of its audit row, so that a review closes only what was on its page."""

    __tablename__ = "call_requests"
    __table_args__ = (UniqueConstraint("episode_id", "client_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    client_id: Mapped[UUID]
    note: Mapped[str] = mapped_column(String(300), default="")
    asked_at: Mapped[datetime] = mapped_column(Instant)
    sequence: Mapped[int]
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
