"""Therapy sessions as append-only revisions, with what became of each unit."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, false, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.domain.entries import Entry, NotWell
from recovery.domain.therapy import Extra, Outcome, TherapySession, Unit, UnitDone, WhyNot, WhyStopped
from recovery.extensions import db
from recovery.records.database import named
from recovery.records.entries import COUNTING, LISTED, EntryRow, NotWellRow, Revision, newest_revisions
from recovery.records.plans import PrescriptionRow


class SessionRow(Revision, db.Model):
    __tablename__ = "therapy_sessions"
    pain_during: Mapped[int | None]
    effort: Mapped[int | None]
    is_stopped_early: Mapped[bool] = mapped_column(default=False, server_default=false())
    why_stopped: Mapped[WhyStopped | None] = mapped_column(named(WhyStopped))

    units: Mapped[list["SessionUnitRow"]] = relationship(lazy="selectin", order_by="SessionUnitRow.id")
    extras: Mapped[list["SessionExtraRow"]] = relationship(lazy="selectin", order_by="SessionExtraRow.id")

    def as_value(self) -> TherapySession:
        return TherapySession(
            recorded_on=self.recorded_on,
            units=tuple(row.as_value() for row in self.units),
            extras=tuple(Extra(row.name, row.minutes) for row in self.extras),
            pain_during=self.pain_during,
            effort=self.effort,
            is_stopped_early=self.is_stopped_early,
            why_stopped=self.why_stopped,
            someone_helped=self.someone_helped,
            note=self.note,
        )


class SessionUnitRow(db.Model):
    __tablename__ = "session_units"
    __table_args__ = (
        ForeignKeyConstraint(["entry_id", "revision"], ["therapy_sessions.entry_id", "therapy_sessions.revision"]),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(index=True)
    revision: Mapped[int]
    prescription_id: Mapped[UUID] = mapped_column(ForeignKey(PrescriptionRow.id))
    time: Mapped[int]
    outcome: Mapped[Outcome] = mapped_column(named(Outcome))
    share: Mapped[int | None]
    why: Mapped[WhyNot | None] = mapped_column(named(WhyNot))
    sets: Mapped[int | None]
    repetitions: Mapped[int | None]
    minutes: Mapped[int | None]

    def as_value(self) -> UnitDone:
        unit = Unit(self.prescription_id, self.time)
        return UnitDone(unit, self.outcome, self.share, self.why, self.sets, self.repetitions, self.minutes)


class SessionExtraRow(db.Model):
    __tablename__ = "session_extras"
    __table_args__ = (
        ForeignKeyConstraint(["entry_id", "revision"], ["therapy_sessions.entry_id", "therapy_sessions.revision"]),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(index=True)
    revision: Mapped[int]
    name: Mapped[str] = mapped_column(String(120))
    minutes: Mapped[int | None]


def session_row(entry_id: UUID, revision: int, session: TherapySession, **stamp: object) -> SessionRow:
    """The row of one revision. `stamp` is who received it when, and in which zone."""
    row = SessionRow(
        entry_id=entry_id,
        revision=revision,
        recorded_on=session.recorded_on,
        pain_during=session.pain_during,
        effort=session.effort,
        is_stopped_early=session.is_stopped_early,
        why_stopped=session.why_stopped,
        someone_helped=session.someone_helped,
        note=session.note,
        **stamp,
    )
    row.units = [
        SessionUnitRow(
            prescription_id=done.unit.prescription_id,
            time=done.unit.time,
            outcome=done.outcome,
            share=done.share,
            why=done.why,
            sets=done.sets,
            repetitions=done.repetitions,
            minutes=done.minutes,
        )
        for done in session.units
    ]
    row.extras = [SessionExtraRow(name=extra.name, minutes=extra.minutes) for extra in session.extras]
    return row


def session_at(entry_id: UUID, revision: int) -> TherapySession | None:
    row = db.session.get(SessionRow, (entry_id, revision))
    return row.as_value() if row else None


def session_entries(
    episode_id: UUID, since: date, until: date = date.max, *, is_list: bool = False
) -> tuple[Entry, ...]:
    """Newest revisions of these days, oldest day first; in one day in the order they were first received. A list has
    those that were taken back too, marked.
    """
    of_days = (EntryRow.episode_id == episode_id, EntryRow.recorded_on.between(since, until))
    newest = newest_revisions(SessionRow, *of_days, shown=LISTED if is_list else COUNTING)
    return tuple(each.as_entry(each.row.as_value()) for each in newest)


def not_well_entries(episode_id: UUID, since: date, *, is_list: bool = False) -> tuple[Entry, ...]:
    of_days = (EntryRow.episode_id == episode_id, EntryRow.recorded_on >= since)
    newest = newest_revisions(NotWellRow, *of_days, shown=LISTED if is_list else COUNTING)
    return tuple(each.as_entry(NotWell(each.row.recorded_on, each.row.note)) for each in newest)


def units_done(episodes: list[UUID], since: date) -> dict[UUID, list[TherapySession]]:
    """Units only, for adherence: a day's sessions together as one. By episode; one statement however many."""
    rows = db.session.execute(
        select(
            EntryRow.episode_id,
            EntryRow.recorded_on,
            SessionUnitRow.prescription_id,
            SessionUnitRow.time,
            SessionUnitRow.outcome,
            SessionUnitRow.share,
        )
        .join(EntryRow, (EntryRow.id == SessionUnitRow.entry_id) & (EntryRow.revision == SessionUnitRow.revision))
        .where(EntryRow.episode_id.in_(episodes), EntryRow.recorded_on >= since, EntryRow.taken_back_at.is_(None))
        .order_by(EntryRow.recorded_on)
    )
    units: dict[tuple[UUID, date], list[UnitDone]] = defaultdict(list)
    for episode_id, day, prescription_id, time, outcome, share in rows:
        units[episode_id, day].append(UnitDone(Unit(prescription_id, time), outcome, share))
    by_episode: dict[UUID, list[TherapySession]] = defaultdict(list)
    for (episode_id, day), done in units.items():
        by_episode[episode_id].append(TherapySession(day, tuple(done)))
    return by_episode


def days_not_well(episodes: list[UUID], since: date) -> dict[UUID, frozenset[date]]:
    rows = db.session.execute(
        select(EntryRow.episode_id, EntryRow.recorded_on)
        .join(NotWellRow, (EntryRow.id == NotWellRow.entry_id) & (EntryRow.revision == NotWellRow.revision))
        .where(EntryRow.episode_id.in_(episodes), EntryRow.recorded_on >= since, EntryRow.taken_back_at.is_(None))
    )
    by_episode: dict[UUID, set[date]] = defaultdict(set)
    for episode_id, day in rows:
        by_episode[episode_id].add(day)
    return {episode_id: frozenset(days) for episode_id, days in by_episode.items()}
