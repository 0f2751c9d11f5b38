"""A patient asked to be called (rule W11). It stands until somebody closed it, or the patient took it back."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, UniqueConstraint, exists, select, update
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.call_requests import AskedCall
from recovery.extensions import db
from recovery.records.calls import Call
from recovery.records.database import Instant
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class CallRequest(db.Model):
    """`sequence` is the number of its audit row, so that a review closes only what was on its page."""

    __tablename__ = "call_requests"
    __table_args__ = (UniqueConstraint("episode_id", "client_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    client_id: Mapped[UUID]
    note: Mapped[str] = mapped_column(String(300), default="")
    asked_at: Mapped[datetime] = mapped_column(Instant)
    sequence: Mapped[int]
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))

    @property
    def is_open(self) -> bool:
        return self.taken_back_at is None and self.closed_at is None


_OPEN = (CallRequest.taken_back_at.is_(None), CallRequest.closed_at.is_(None))


def open_calls(episodes: list[UUID]) -> dict[UUID, AskedCall]:
    """The request that stands, by episode; one statement however many episodes."""
    rows = db.session.execute(
        select(CallRequest.episode_id, CallRequest.id, CallRequest.asked_at, CallRequest.note)
        .where(CallRequest.episode_id.in_(episodes), *_OPEN)
        .order_by(CallRequest.sequence.desc())
    )
    return {episode_id: AskedCall(*told) for episode_id, *told in rows}


def calls_asked_for(episode_id: UUID) -> tuple[AskedCall, ...]:
    """Every request, newest first, with what came of it."""
    was_called = exists().where(
        Call.episode_id == CallRequest.episode_id, Call.at == CallRequest.closed_at, Call.is_answered.is_(True)
    )
    rows = db.session.execute(
        select(CallRequest, Person.given_name, Person.family_name, was_called)
        .outerjoin(Person, Person.id == CallRequest.closed_by_id)
        .where(CallRequest.episode_id == episode_id)
        .order_by(CallRequest.sequence.desc())
    )
    return tuple(
        AskedCall(
            id=row.id,
            asked_at=row.asked_at,
            note=row.note,
            taken_back_at=row.taken_back_at,
            closed_at=row.closed_at,
            closed_by=f"{given} {family}" if given else "",
            was_called=is_answered,
        )
        for row, given, family, is_answered in rows
    )


def call_request_of(patient_id: UUID, request_id: UUID) -> CallRequest | None:
    """None for another patient's."""
    return db.session.scalar(
        select(CallRequest)
        .join(EpisodeRow, EpisodeRow.id == CallRequest.episode_id)
        .where(CallRequest.id == request_id, EpisodeRow.patient_id == patient_id)
    )


def standing_request(episode_id: UUID) -> CallRequest | None:
    return db.session.scalar(select(CallRequest).where(CallRequest.episode_id == episode_id, *_OPEN))


def request_with_client_id(episode_id: UUID, client_id: UUID) -> CallRequest | None:
    return db.session.scalar(select(CallRequest).filter_by(episode_id=episode_id, client_id=client_id))


def close_calls(episode_id: UUID, by_id: UUID, at: datetime, through: int | None = None) -> bool:
    """Inside a running write: close what stands, as far as the audit's number `through`; whether anything did."""
    seen = () if through is None else (CallRequest.sequence <= through,)
    rows = db.session.scalars(select(CallRequest).where(CallRequest.episode_id == episode_id, *_OPEN, *seen)).all()
    for row in rows:
        row.closed_at, row.closed_by_id = at, by_id
    return bool(rows)


def carry_call(from_episode: UUID, to_episode: UUID) -> None:
    """Inside a running write: what stands is asked of the recovery that begins."""
    standing = update(CallRequest).where(CallRequest.episode_id == from_episode, *_OPEN)
    db.session.execute(standing.values(episode_id=to_episode))
