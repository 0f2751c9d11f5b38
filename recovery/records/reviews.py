"""What physiotherapists decided: reviews of what was on a page, and calls. Rows are only added."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, false, func, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.outcomes import Reviewed
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


def last_silence_reviews(episodes: list[UUID]) -> dict[UUID, datetime]:
    """When each episode was last reviewed with its silence on the page."""
    rows = db.session.execute(
        select(Review.episode_id, func.max(Review.reviewed_at))
        .where(Review.episode_id.in_(episodes), Review.is_silence_closed.is_(True))
        .group_by(Review.episode_id)
    )
    return dict(rows.all())


def reviews_of(episode_id: UUID) -> tuple[Reviewed, ...]:
    """Newest first."""
    rows = db.session.execute(
        select(Review, Person.given_name, Person.family_name)
        .join(Person, Person.id == Review.by_id)
        .where(Review.episode_id == episode_id)
        .order_by(Review.reviewed_at.desc())
    )
    return tuple(
        Reviewed(row.note, row.note_for_patient, f"{given} {family}", row.reviewed_at, row.seen_through)
        for row, given, family in rows
    )


def newest_review(episode_id: UUID) -> Reviewed | None:
    row = db.session.execute(
        select(Review, Person.given_name, Person.family_name)
        .join(Person, Person.id == Review.by_id)
        .where(Review.episode_id == episode_id)
        .order_by(Review.reviewed_at.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    review, given, family = row
    return Reviewed(review.note, review.note_for_patient, f"{given} {family}", review.reviewed_at, review.seen_through)


class Called(NamedTuple):
    by: str
    at: datetime
    is_answered: bool


def calls_of(episode_id: UUID) -> tuple[Called, ...]:
    rows = db.session.execute(
        select(Person.given_name, Person.family_name, Call.at, Call.is_answered)
        .join(Person, Person.id == Call.by_id)
        .where(Call.episode_id == episode_id)
        .order_by(Call.at)
    )
    return tuple(Called(f"{given} {family}", at, is_answered) for given, family, at, is_answered in rows)
