"""Questions for the next visit, in the patient's own words or from a sign to mention; ticked off by staff."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.documents import PassageRow
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class VisitQuestion(db.Model):
    """`client_id` is made by the form, so that a resend is the same question. `sign` is the key of a tier 3 sign, ""
    for the patient's own words. `passage_id` is the passage the question is about.
    """

    __tablename__ = "visit_questions"
    __table_args__ = (UniqueConstraint("episode_id", "client_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    client_id: Mapped[UUID]
    words: Mapped[str] = mapped_column(String(300))
    sign: Mapped[str] = mapped_column(String(60), default="")
    passage_id: Mapped[UUID | None] = mapped_column(ForeignKey(PassageRow.id))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
