"""A patient asks to be called (rule W11), or takes it back. Asked twice it is one request."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.call_requests import NOTE_LENGTH
from recovery.extensions import db
from recovery.records.call_requests import (
    CallRequest,
    call_request_of,
    request_with_client_id,
    standing_request,
)
from recovery.records.episodes import current_episode


class NoSuchRequest(LookupError):  # noqa: N818 - an answer, not an accident
    """Not this patient's, or not there at all: to the caller the same."""


@dataclass(frozen=True, slots=True)
class CallStands:
    """`is_new` is False when a request stood already: sent again, or asked in another tab."""

    request_id: UUID
    is_new: bool


class NotAsked(StrEnum):
    """Nothing was stored. `STANDS`: a request with another note stands. `SENT_BEFORE`: this very form was sent before,
    and what it asked for is closed or taken back.
    """

    NO_EPISODE = "no_episode"
    STANDS = "stands"
    SENT_BEFORE = "sent_before"


def ask_for_call(actor: Actor, client_id: UUID, note: str, now: datetime) -> CallStands | NotAsked:
    """Raises ValueError for a note over 300 letters, Refused."""
    access.require(actor, Action.ASK_TEAM)
    if len(note) > NOTE_LENGTH:
        raise ValueError("a note has at most 300 letters")
    with writing():
        episode = current_episode(actor.id)
        if episode is None:
            return NotAsked.NO_EPISODE
        standing = standing_request(episode.id)
        if standing is not None:
            is_told = not note or standing.note == note
            return CallStands(standing.id, is_new=False) if is_told else NotAsked.STANDS
        if request_with_client_id(episode.id, client_id) is not None:
            return NotAsked.SENT_BEFORE
        return _ask(actor, CallRequest(episode_id=episode.id, client_id=client_id, note=note, asked_at=now), now)


def _ask(actor: Actor, row: CallRequest, now: datetime) -> CallStands:
    row.id = uuid4()
    row.sequence = write_down(actor, Note("asked for a call", actor.id, str(row.id)), now)
    db.session.add(row)
    db.session.flush()
    return CallStands(row.id, is_new=True)


def take_back_call(actor: Actor, request_id: UUID, now: datetime) -> bool:
    """Whether it is taken back: one that the team closed before stays closed. Raises NoSuchRequest, Refused."""
    access.require(actor, Action.ASK_TEAM)
    with writing():
        row = call_request_of(actor.id, request_id)
        if row is None:
            raise NoSuchRequest
        if row.is_open:
            row.taken_back_at = now
            write_down(actor, Note("took back a call", actor.id, str(row.id)), now)
        return row.taken_back_at is not None
