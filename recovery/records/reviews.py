"""What physiotherapists decided: reviews of what was on a page. Rows are only added."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Float, ForeignKey, Index, String, select, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.domain.expected_course import Site
from recovery.domain.facts import ReasonsSeen
from recovery.domain.reviews import Decision, Reviewed, ReviewOutcome
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person

CLOSING = tuple(outcome for outcome in ReviewOutcome if outcome.closes)


class Review(db.Model):
    """`opened_at` is when the page was opened: what the clinic received later is not closed by it."""

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_episode_id_reviewed_at", "episode_id", "reviewed_at"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    opened_at: Mapped[datetime] = mapped_column(Instant)
    reviewed_at: Mapped[datetime] = mapped_column(Instant)
    outcome: Mapped[ReviewOutcome] = mapped_column(named(ReviewOutcome))
    until_on: Mapped[date | None]
    site: Mapped[Site | None] = mapped_column(named(Site))
    up_to: Mapped[int | None]
    note: Mapped[str] = mapped_column(String(2000), default="")
    note_for_patient: Mapped[str] = mapped_column(String(500), default="")
    seen_through: Mapped[int] = mapped_column(default=0, server_default="0")
    """The audit's number when the page was read: entry versions received later are not closed by this review."""

    reasons: Mapped[list["ReviewedReason"]] = relationship(lazy="raise")

    @property
    def decision(self) -> Decision:
        return Decision(self.outcome, self.note, self.note_for_patient, self.until_on, self.site, self.up_to)


class ReviewedReason(db.Model):
    """A reason that was on the page of a review: its key, and of pain the highest score that it held there."""

    __tablename__ = "reviewed_reasons"
    review_id: Mapped[UUID] = mapped_column(ForeignKey(Review.id), primary_key=True)
    rule: Mapped[str] = mapped_column(String(4), primary_key=True)
    about: Mapped[str] = mapped_column(String(60), primary_key=True)
    level: Mapped[float | None] = mapped_column(Float)


def reasons_on_page(seen: ReasonsSeen) -> list[ReviewedReason]:
    levels = dict(seen.levels)
    return [ReviewedReason(rule=key.rule.value, about=key.about, level=levels.get(key)) for key in sorted(seen.keys)]


def decided_from_page(episode_id: UUID, by_id: UUID, page: tuple[datetime, int], since: datetime) -> list[Decision]:
    """What this person decided since then from one page: by when it was opened, and the audit's number then."""
    opened_at, seen_through = page
    told = {"episode_id": episode_id, "by_id": by_id, "opened_at": opened_at, "seen_through": seen_through}
    asked = select(Review).filter_by(**told)
    return [row.decision for row in db.session.scalars(asked.where(Review.reviewed_at >= since))]


def reviews_of(episode_id: UUID) -> tuple[Reviewed, ...]:
    """Newest first."""
    return _told(episode_id, None, true())


def review_for_patient(episode_id: UUID) -> Reviewed | None:
    """The newest by which somebody looked or left the patient a note: a snooze or a try is told to staff alone."""
    is_told = Review.outcome.in_(CLOSING) | (Review.note_for_patient != "")
    return next(iter(_told(episode_id, 1, is_told)), None)


def _told(episode_id: UUID, most: int | None, condition: ColumnElement[bool]) -> tuple[Reviewed, ...]:
    rows: Iterable[tuple[Review, str, str]] = db.session.execute(
        select(Review, Person.given_name, Person.family_name)
        .join(Person, Person.id == Review.by_id)
        .where(Review.episode_id == episode_id, condition)
        .order_by(Review.reviewed_at.desc(), Review.seen_through.desc())
        .limit(most)
    )
    return tuple(
        Reviewed(row.decision, f"{given} {family}", row.reviewed_at, row.seen_through) for row, given, family in rows
    )
