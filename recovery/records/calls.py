"""Telephone calls to patients, answered or not. Rows are only added."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class Call(db.Model):
    __tablename__ = "calls"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id), index=True)
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    at: Mapped[datetime] = mapped_column(Instant)
    is_answered: Mapped[bool]


class Called(NamedTuple):
    by: str
    at: datetime
    is_answered: bool


PRESSED_AGAIN = timedelta(minutes=2)
"""A button pressed twice, or a form that the browser sent again, comes within this time [D]."""


def is_tried_just_now(episode_id: UUID, by_id: UUID, now: datetime) -> bool:
    """Whether this person wrote down a call without an answer a moment ago: the same call, told twice."""
    asked = select(Call.id).filter_by(episode_id=episode_id, by_id=by_id, is_answered=False)
    return db.session.scalar(asked.where(Call.at > now - PRESSED_AGAIN).limit(1)) is not None


def last_answered_calls(episodes: list[UUID]) -> dict[UUID, datetime]:
    rows = db.session.execute(
        select(Call.episode_id, func.max(Call.at))
        .where(Call.episode_id.in_(episodes), Call.is_answered.is_(True))
        .group_by(Call.episode_id)
    )
    return dict(rows.all())


def tries_since_answer(episodes: list[UUID], answered: Mapping[UUID, datetime]) -> dict[UUID, list[datetime]]:
    """When each episode was called without an answer since the last call that was `answered`, oldest first."""
    rows = db.session.execute(
        select(Call.episode_id, Call.at)
        .where(Call.episode_id.in_(episodes), Call.is_answered.is_(False))
        .order_by(Call.at)
    )
    tries: dict[UUID, list[datetime]] = {}
    for episode_id, at in rows:
        if episode_id not in answered or at > answered[episode_id]:
            tries.setdefault(episode_id, []).append(at)
    return tries


def calls_of(episode_id: UUID) -> tuple[Called, ...]:
    rows = db.session.execute(
        select(Person.given_name, Person.family_name, Call.at, Call.is_answered)
        .join(Person, Person.id == Call.by_id)
        .where(Call.episode_id == episode_id)
        .order_by(Call.at)
    )
    return tuple(Called(f"{given} {family}", at, is_answered) for given, family, at, is_answered in rows)
