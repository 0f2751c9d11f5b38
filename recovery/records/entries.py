"""The head of every entry. What was recorded stands in append-only revisions (check_ins.py, sessions.py)."""

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, ForeignKey, Index, String, UniqueConstraint, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.access import Role
from recovery.domain.entries import Entry, EntryKind, NotWell, Withdrawal
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Patient, Person


class EntryRow(db.Model):
    """`client_id` is made by the phone: the unique constraint makes a resend the same entry. `revision` names the
    newest revision and `recorded_on` repeats its day; the revisions themselves are never changed.
    """

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("patient_id", "client_id"),
        Index("ix_entries_episode_id_recorded_on", "episode_id", "recorded_on"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id))
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    client_id: Mapped[UUID]
    kind: Mapped[EntryKind] = mapped_column(named(EntryKind))
    revision: Mapped[int] = mapped_column(default=1)
    recorded_on: Mapped[date]
    received_at: Mapped[datetime] = mapped_column(Instant)
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)
    withdrawal: Mapped[Withdrawal | None] = mapped_column(named(Withdrawal))


class Revision:
    """What every revision carries: the day as the patient saw it, with the zone and offset it was seen in."""

    entry_id: Mapped[UUID] = mapped_column(ForeignKey(EntryRow.id), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    recorded_on: Mapped[date]
    zone: Mapped[str] = mapped_column(String(64))
    offset_minutes: Mapped[int]
    received_at: Mapped[datetime] = mapped_column(Instant)
    sequence: Mapped[int] = mapped_column(default=0, server_default="0")
    """The number of its audit row: the order in which the clinic received things, so that a page can say how far it
    had read (a review closes nothing beyond).
    """
    someone_helped: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(2000), default="")


COUNTING = EntryRow.taken_back_at.is_(None)
LISTED = COUNTING | (EntryRow.withdrawal == Withdrawal.TAKEN_BACK)
"""What a list shows: entries that count, and those that were taken back, marked. Figures never read it."""


class Newest(NamedTuple):
    """The newest revision of an entry, with the name of the staff who wrote it down for the patient, or "": of a moved
    entry the author can be another patient, who is named to nobody.
    """

    row: Any
    recorded_by: str
    first_received_at: datetime
    taken_back_at: datetime | None

    def as_entry(self, content: Any) -> Entry:
        row = self.row
        return Entry(
            row.entry_id,
            row.revision,
            row.received_at,
            content,
            self.recorded_by,
            self.first_received_at,
            self.taken_back_at,
        )


def newest_revisions(table: Any, *conditions: ColumnElement[bool], shown: ColumnElement[bool]) -> list[Newest]:
    """Rows of one kind, oldest day first and in one day in the order the entries were first received. `shown` is
    COUNTING or LISTED.
    """
    by_staff = (Person.id == table.author_id) & (Person.role != Role.PATIENT)
    rows = db.session.execute(
        select(table, Person.given_name, Person.family_name, EntryRow.received_at, EntryRow.taken_back_at)
        .join(EntryRow, (EntryRow.id == table.entry_id) & (EntryRow.revision == table.revision))
        .outerjoin(Person, by_staff)
        .where(shown, *conditions)
        .order_by(table.recorded_on, EntryRow.received_at)
    )
    return [
        Newest(row, f"{given} {family}" if given else "", received_at, taken_back_at)
        for row, given, family, received_at, taken_back_at in rows
    ]


class NotWellRow(Revision, db.Model):
    __tablename__ = "not_well_days"


def not_well_row(entry_id: UUID, revision: int, day: NotWell, **stamp: object) -> NotWellRow:
    """The row of one revision. `stamp` is who received it when, and in which zone."""
    return NotWellRow(entry_id=entry_id, revision=revision, recorded_on=day.recorded_on, note=day.note, **stamp)


def not_well_at(entry_id: UUID, revision: int) -> NotWell | None:
    row = db.session.get(NotWellRow, (entry_id, revision))
    return NotWell(row.recorded_on, row.note) if row else None


def own_entry(patient_id: UUID, entry_id: UUID) -> EntryRow | None:
    """None for another patient's. One that was taken back is there."""
    return db.session.scalar(select(EntryRow).where(EntryRow.id == entry_id, EntryRow.patient_id == patient_id))


def entry_of(patient_id: UUID, entry_id: UUID) -> EntryRow | None:
    """None for another patient's, and for one that was taken back or moved."""
    return db.session.scalar(
        select(EntryRow).where(
            EntryRow.id == entry_id, EntryRow.patient_id == patient_id, EntryRow.taken_back_at.is_(None)
        )
    )


def entry_with_client_id(patient_id: UUID, client_id: UUID) -> EntryRow | None:
    return db.session.scalar(select(EntryRow).where(EntryRow.patient_id == patient_id, EntryRow.client_id == client_id))


def last_entry_days(episodes: list[UUID]) -> dict[UUID, date]:
    """The newest day with any entry, by episode; an episode without entries is absent."""
    newest = (
        select(EntryRow.recorded_on)
        .where(EntryRow.episode_id == EpisodeRow.id, EntryRow.taken_back_at.is_(None))
        .order_by(EntryRow.recorded_on.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = db.session.execute(select(EpisodeRow.id, newest).where(EpisodeRow.id.in_(episodes)))
    return {episode_id: day for episode_id, day in rows if day is not None}


def has_entries_before(episode_id: UUID, day: date) -> bool:
    """Whether a list that goes further back shows more."""
    older = exists().where(EntryRow.episode_id == episode_id, EntryRow.recorded_on < day, LISTED)
    return bool(db.session.scalar(select(older)))
