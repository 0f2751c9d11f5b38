"""Results of timed tests as append-only revisions: a correction adds one, nothing is changed (docs/decisions/0002)."""

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.timed_tests import RecordedTest, ResultVersion, TimedResult, TimedTest
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class TimedTestRow(db.Model):
    """The head. `client_id` is made by the form, which can hold one result of each test: a resend is the same ones."""

    __tablename__ = "timed_tests"
    __table_args__ = (UniqueConstraint("episode_id", "client_id", "test"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    client_id: Mapped[UUID]
    test: Mapped[TimedTest] = mapped_column(named(TimedTest))


class TimedTestResultRow(db.Model):
    """One revision: seconds or stands, and the day as the patient's own calendar has it."""

    __tablename__ = "timed_test_results"
    test_id: Mapped[UUID] = mapped_column(ForeignKey(TimedTestRow.id), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]
    done_on: Mapped[date]
    note: Mapped[str] = mapped_column(String(500), default="")
    is_taken_back: Mapped[bool] = mapped_column(default=False)
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    received_at: Mapped[datetime] = mapped_column(Instant)


def add_version(
    test_id: UUID, revision: int, result: TimedResult, by_id: UUID, at: datetime, *, is_taken_back: bool = False
) -> None:
    """Inside a running write."""
    db.session.add(
        TimedTestResultRow(
            test_id=test_id,
            revision=revision,
            value=result.value,
            done_on=result.done_on,
            note=result.note,
            is_taken_back=is_taken_back,
            by_id=by_id,
            received_at=at,
        )
    )


def timed_tests_of(episode_id: UUID) -> tuple[RecordedTest, ...]:
    """Every result of a recovery with all its versions, oldest day first; also those that were taken back."""
    return _recorded(TimedTestRow.episode_id == episode_id)


def timed_tests_sent_as(episode_id: UUID, client_id: UUID) -> tuple[RecordedTest, ...]:
    """What one form left behind."""
    return _recorded((TimedTestRow.episode_id == episode_id) & (TimedTestRow.client_id == client_id))


def timed_test_of(episode_id: UUID, test_id: UUID) -> RecordedTest | None:
    """None for another recovery's."""
    return next(iter(_recorded((TimedTestRow.episode_id == episode_id) & (TimedTestRow.id == test_id))), None)


def _recorded(condition: ColumnElement[bool]) -> tuple[RecordedTest, ...]:
    rows = db.session.execute(
        select(TimedTestResultRow, TimedTestRow.test, Person.given_name, Person.family_name)
        .join(TimedTestRow, TimedTestRow.id == TimedTestResultRow.test_id)
        .join(Person, Person.id == TimedTestResultRow.by_id)
        .where(condition)
        .order_by(TimedTestResultRow.revision.desc())
    )
    versions: dict[UUID, list[ResultVersion]] = defaultdict(list)
    for row, test, given, family in rows:
        result = TimedResult(test, row.value, row.done_on, row.note)
        told = ResultVersion(row.revision, result, row.is_taken_back, f"{given} {family}", row.received_at)
        versions[row.test_id].append(told)
    recorded = (RecordedTest(test_id, tuple(told)) for test_id, told in versions.items())
    return tuple(sorted(recorded, key=lambda each: (each.result.done_on, each.versions[-1].at, each.id)))
