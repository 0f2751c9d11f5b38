"""Activities that matter to a patient, in their own words. Their scores are part of check-ins (check_ins.py)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.activities import Activity
from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.episodes import EpisodeRow


class ActivityRow(db.Model):
    """The words never change: other words are another activity. One that was let go keeps its scores."""

    __tablename__ = "activities"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id), index=True)
    words: Mapped[str] = mapped_column(String(80))
    chosen_at: Mapped[datetime] = mapped_column(Instant)
    let_go_at: Mapped[datetime | None] = mapped_column(Instant)


def activities_of(episode_id: UUID) -> tuple[Activity, ...]:
    """Those that matter now, in the order they were chosen."""
    return current_and_let_go(episode_id)[0]


def current_and_let_go(episode_id: UUID) -> tuple[tuple[Activity, ...], tuple[Activity, ...]]:
    """Those that matter now, and those that did once; each in the order they were chosen."""
    rows = activity_rows(episode_id)
    current = tuple(Activity(row.id, row.words) for row in rows if row.let_go_at is None)
    return current, tuple(Activity(row.id, row.words) for row in rows if row.let_go_at is not None)


def activity_rows(episode_id: UUID) -> list[ActivityRow]:
    """All of them, in the order they were chosen."""
    return list(
        db.session.scalars(
            select(ActivityRow)
            .where(ActivityRow.episode_id == episode_id)
            .order_by(ActivityRow.chosen_at, ActivityRow.id)
        )
    )


def own_activity(patient_id: UUID, activity_id: UUID) -> ActivityRow | None:
    """None for another patient's."""
    return db.session.scalar(
        select(ActivityRow)
        .join(EpisodeRow, EpisodeRow.id == ActivityRow.episode_id)
        .where(ActivityRow.id == activity_id, EpisodeRow.patient_id == patient_id)
    )


def activity_words(activities: Iterable[UUID]) -> dict[UUID, str]:
    """The words of these activities, also of those that were let go."""
    rows = db.session.execute(select(ActivityRow.id, ActivityRow.words).where(ActivityRow.id.in_(list(activities))))
    return dict(rows.all())


def words_of_activities(episode_id: UUID) -> dict[UUID, str]:
    """The words of every activity of an episode, also of those that were let go."""
    current, let_go = current_and_let_go(episode_id)
    return {each.id: each.words for each in (*current, *let_go)}
