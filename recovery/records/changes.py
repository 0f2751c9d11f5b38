"""What was put right in a record, by whom and when. Rows are only added."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.change import Change, Changed
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Patient, Person


class RecordChange(db.Model):
    """`episode_id` is empty for what is about the person."""

    __tablename__ = "record_changes"
    __table_args__ = (Index("ix_record_changes_patient_id_at", "patient_id", "at"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id))
    episode_id: Mapped[UUID | None] = mapped_column(ForeignKey(EpisodeRow.id))
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    at: Mapped[datetime] = mapped_column(Instant)
    what: Mapped[Changed] = mapped_column(named(Changed))
    before: Mapped[str] = mapped_column(String(300), default="")
    after: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(String(500), default="")


def add_changes(
    patient_id: UUID,
    episode_id: UUID | None,
    by_id: UUID,
    at: datetime,
    changes: Mapping[Changed, tuple[str, str]],
    note: str = "",
) -> None:
    """Inside a running write; what stayed the same leaves nothing."""
    for what, (before, after) in changes.items():
        if before != after:
            db.session.add(
                RecordChange(
                    patient_id=patient_id,
                    episode_id=episode_id,
                    by_id=by_id,
                    at=at,
                    what=what,
                    before=before,
                    after=after,
                    note=note,
                )
            )


def change_with_id(change_id: UUID) -> RecordChange | None:
    return db.session.get(RecordChange, change_id)


def newest_by(episode_id: UUID, what: Changed) -> str:
    """Who changed this last, by name; "" when nobody did."""
    row = db.session.execute(
        select(Person.given_name, Person.family_name)
        .join(RecordChange, RecordChange.by_id == Person.id)
        .where(RecordChange.episode_id == episode_id, RecordChange.what == what)
        .order_by(RecordChange.at.desc())
        .limit(1)
    ).first()
    return f"{row[0]} {row[1]}" if row else ""


def changes_of(patient_id: UUID, episode_id: UUID | None) -> tuple[Change, ...]:
    """Of the person and of this episode, oldest first."""
    rows = db.session.execute(
        select(RecordChange, Person.given_name, Person.family_name)
        .join(Person, Person.id == RecordChange.by_id)
        .where(
            RecordChange.patient_id == patient_id,
            (RecordChange.episode_id.is_(None)) | (RecordChange.episode_id == episode_id),
        )
        .order_by(RecordChange.at)
    )
    return tuple(
        Change(row.what, row.before, row.after, row.note, f"{given} {family}", row.at) for row, given, family in rows
    )
