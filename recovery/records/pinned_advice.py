"""What a physiotherapist advises one patient in the place of a passage of the document, or of all of it."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, and_, select
from sqlalchemy.orm import Mapped, aliased, lazyload, mapped_column

from recovery.domain.advice import ADVICE_LENGTH, Advice
from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.documents import Approval, PassageRow, Replacement
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class PinnedAdvice(db.Model):
    """`passage_id` is the passage whose place it takes; without one it is about everything. The words never change."""

    __tablename__ = "pinned_advice"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id), index=True)
    passage_id: Mapped[UUID | None] = mapped_column(ForeignKey(PassageRow.id))
    words: Mapped[str] = mapped_column(String(ADVICE_LENGTH))
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    pinned_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))


def advice_of(episode_id: UUID) -> tuple[Advice, ...]:
    """Running and ended, the first pinned first, in one statement. Each names every approved passage that has replaced
    the one it was pinned for: advice keeps its place through new versions of the document.
    """
    by, ended_by = aliased(Person), aliased(Person)
    approved = select(Approval.passage_id)
    follows = and_(Replacement.replaced_id == PinnedAdvice.passage_id, Replacement.passage_id.in_(approved))
    rows = db.session.execute(
        select(PinnedAdvice, by, ended_by, PassageRow.heading, Replacement.passage_id)
        .join(by, by.id == PinnedAdvice.by_id)
        .outerjoin(ended_by, ended_by.id == PinnedAdvice.ended_by_id)
        .outerjoin(PassageRow, PassageRow.id == PinnedAdvice.passage_id)
        .outerjoin(Replacement, follows)
        .where(PinnedAdvice.episode_id == episode_id)
        .order_by(PinnedAdvice.pinned_at, PinnedAdvice.id)
        .options(lazyload("*"))
    )
    known: dict[UUID, Advice] = {}
    for row, author, ender, heading, later in rows:
        before = known[row.id].passages if row.id in known else frozenset()
        passages = before | {each for each in (row.passage_id, later) if each}
        known[row.id] = Advice(
            id=row.id,
            words=row.words,
            by=author.full_name,
            pinned_at=row.pinned_at,
            passages=passages,
            heading=heading or "",
            ended_at=row.ended_at,
            ended_by=ender.full_name if ender else "",
        )
    return tuple(known.values())
