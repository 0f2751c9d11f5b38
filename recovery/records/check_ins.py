"""Check-ins as append-only revisions, with the warning signs that were ticked in each."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.domain.activities import ActivityScore
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import Entry, EntryKind
from recovery.domain.mobility import Stairs, WalkingAid
from recovery.domain.outcomes import SignOutcome
from recovery.domain.therapy import Morning
from recovery.domain.warning_answer import TickedSign, Tier, WarningAnswer
from recovery.extensions import db
from recovery.records.activities import ActivityRow
from recovery.records.database import Instant, named
from recovery.records.entries import COUNTING, LISTED, EntryRow, Revision, newest_revisions
from recovery.records.people import Person

PLAIN_FIELDS = (
    "back_pain_average",
    "back_pain_worst",
    "leg_pain_average",
    "leg_pain_worst",
    "bearable",
    "walking_minutes",
    "longest_walk_minutes",
    "steps",
    "walking_aid",
    "stairs",
    "sitting_minutes",
    "morning",
    "someone_helped",
    "note",
)


class CheckInRow(Revision, db.Model):
    """One revision. Every number may be missing; missing is not zero."""

    __tablename__ = "check_ins"
    back_pain_average: Mapped[int | None]
    back_pain_worst: Mapped[int | None]
    leg_pain_average: Mapped[int | None]
    leg_pain_worst: Mapped[int | None]
    bearable: Mapped[bool | None]
    walking_minutes: Mapped[int | None]
    longest_walk_minutes: Mapped[int | None]
    steps: Mapped[int | None]
    walking_aid: Mapped[WalkingAid | None] = mapped_column(named(WalkingAid))
    stairs: Mapped[Stairs | None] = mapped_column(named(Stairs))
    sitting_minutes: Mapped[int | None]
    is_warning_answered: Mapped[bool]
    morning_after_id: Mapped[UUID | None] = mapped_column(ForeignKey(EntryRow.id))
    """The session whose next morning `morning` tells about."""
    morning: Mapped[Morning | None] = mapped_column(named(Morning))

    ticked: Mapped[list["TickedSignRow"]] = relationship(lazy="selectin", order_by="TickedSignRow.position")
    scores: Mapped[list["ActivityScoreRow"]] = relationship(lazy="selectin", order_by="ActivityScoreRow.activity_id")

    def as_value(self) -> CheckIn:
        signs = tuple(TickedSign(Tier(row.tier), row.sign_key, row.detail) for row in self.ticked)
        plain = {name: getattr(self, name) for name in PLAIN_FIELDS}
        return CheckIn(
            recorded_on=self.recorded_on,
            warning_signs=WarningAnswer(self.is_warning_answered, signs),
            morning_after=self.morning_after_id,
            activities=tuple(sorted(ActivityScore(row.activity_id, row.score) for row in self.scores)),
            **plain,
        )


class TickedSignRow(db.Model):
    """A ticked warning sign. It stays open until one of its outcomes closes it, whatever else happens."""

    __tablename__ = "ticked_signs"
    __table_args__ = (ForeignKeyConstraint(["entry_id", "revision"], ["check_ins.entry_id", "check_ins.revision"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[UUID] = mapped_column(index=True)
    revision: Mapped[int]
    position: Mapped[int]
    sign_key: Mapped[str] = mapped_column(String(60))
    detail: Mapped[str] = mapped_column(String(60), default="")
    tier: Mapped[int]


class ActivityScoreRow(db.Model):
    """How well an activity goes: 0 not at all, 10 as well as ever."""

    __tablename__ = "activity_scores"
    __table_args__ = (ForeignKeyConstraint(["entry_id", "revision"], ["check_ins.entry_id", "check_ins.revision"]),)
    entry_id: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[UUID] = mapped_column(ForeignKey(ActivityRow.id), primary_key=True)
    score: Mapped[int]


class SignOutcomeRow(db.Model):
    """What a person did about a ticked sign. Rows are only added."""

    __tablename__ = "sign_outcomes"
    id: Mapped[int] = mapped_column(primary_key=True)
    ticked_sign_id: Mapped[int] = mapped_column(ForeignKey(TickedSignRow.id), index=True)
    outcome: Mapped[SignOutcome] = mapped_column(named(SignOutcome))
    note: Mapped[str] = mapped_column(String(2000), default="")
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    at: Mapped[datetime] = mapped_column(Instant)


def check_in_row(entry_id: UUID, revision: int, check_in: CheckIn, **stamp: object) -> CheckInRow:
    """The row of one revision, with its ticked signs. `stamp` is who received it when, and in which zone."""
    row = CheckInRow(
        entry_id=entry_id,
        revision=revision,
        recorded_on=check_in.recorded_on,
        is_warning_answered=check_in.warning_signs.is_answered,
        morning_after_id=check_in.morning_after,
        **{name: getattr(check_in, name) for name in PLAIN_FIELDS},
        **stamp,
    )
    row.ticked = [
        TickedSignRow(position=place, sign_key=sign.key, detail=sign.detail, tier=int(sign.tier))
        for place, sign in enumerate(check_in.warning_signs.ticked)
    ]
    row.scores = [ActivityScoreRow(activity_id=each.activity_id, score=each.score) for each in check_in.activities]
    return row


def check_in_entries(episode_id: UUID, since: date, *, is_list: bool = False) -> tuple[Entry, ...]:
    """Newest revisions from `since` on, oldest day first; in one day in the order they were first received. A list has
    those that were taken back too, marked.
    """
    of_days = (EntryRow.episode_id == episode_id, EntryRow.recorded_on >= since)
    newest = newest_revisions(CheckInRow, *of_days, shown=LISTED if is_list else COUNTING)
    return tuple(each.as_entry(each.row.as_value()) for each in newest)


def check_in_at(entry_id: UUID, revision: int) -> CheckIn | None:
    row = db.session.get(CheckInRow, (entry_id, revision))
    return row.as_value() if row else None


def last_walking_aid(episode_id: UUID) -> WalkingAid | None:
    """Of the check-in that was sent last, like the answers of last time that stand in the form."""
    return db.session.scalar(
        select(CheckInRow.walking_aid)
        .join(EntryRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .where(
            EntryRow.episode_id == episode_id,
            EntryRow.taken_back_at.is_(None),
            CheckInRow.walking_aid.is_not(None),
        )
        .order_by(CheckInRow.recorded_on.desc(), EntryRow.received_at.desc())
        .limit(1)
    )


class UnreadNote(NamedTuple):
    received_at: datetime
    text: str


def newest_notes(episodes: list[UUID], since: date) -> dict[UUID, UnreadNote]:
    """The newest check-in note of each episode from `since` on; whether it is unread is the caller's question."""
    rows = db.session.execute(
        select(EntryRow.episode_id, CheckInRow.received_at, CheckInRow.note)
        .join(EntryRow, (EntryRow.id == CheckInRow.entry_id) & (EntryRow.revision == CheckInRow.revision))
        .where(
            EntryRow.episode_id.in_(episodes),
            EntryRow.recorded_on >= since,
            EntryRow.kind == EntryKind.CHECK_IN,
            EntryRow.taken_back_at.is_(None),
            CheckInRow.note != "",
        )
        .order_by(CheckInRow.received_at)
    )
    return {episode_id: UnreadNote(received_at, note) for episode_id, received_at, note in rows}
