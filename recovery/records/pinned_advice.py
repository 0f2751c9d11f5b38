"""What a physiotherapist advises one patient in the place of a passage of the document, or beside all of it."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.documents import PassageRow
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class PinnedAdvice(db.Model):
    """`passage_id` is the passage whose place it takes; without one it is about everything. The words never change."""

    __tablename__ = "pinned_advice"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id), index=True)
    passage_id: Mapped[UUID | None] = mapped_column(ForeignKey(PassageRow.id))
    words: Mapped[str] = mapped_column(String(1000))
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    pinned_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
