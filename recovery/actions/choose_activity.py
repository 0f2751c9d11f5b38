"""What matters to a patient: up to three activities in their own words, chosen and let go.

Words never change. Words that were let go and are chosen again are the same activity, with its scores.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.activities import MOST_ACTIVITIES, WORDS_LENGTH
from recovery.extensions import db
from recovery.records.activities import ActivityRow, activity_rows, own_activity
from recovery.records.episodes import current_episode


class NoSuchActivity(LookupError):  # noqa: N818 - an answer, not an accident
    """Not this patient's, or not there at all: to the caller the same."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """`is_new` is False when it mattered already: sent again, or the same words in other capitals."""

    activity_id: UUID
    is_new: bool


class NotChosen(StrEnum):
    """Nothing was stored. `ENOUGH`: three matter now."""

    NO_EPISODE = "no_episode"
    ENOUGH = "enough"


def choose_activity(actor: Actor, words: str, now: datetime) -> Chosen | NotChosen:
    """Raises ValueError for no words and for more than 80 letters, Refused."""
    access.require(actor, Action.CHOOSE_ACTIVITY)
    own_words = " ".join(words.split())
    if not 0 < len(own_words) <= WORDS_LENGTH:
        raise ValueError("an activity has 1 to 80 letters")
    with writing():
        episode = current_episode(actor.id)
        if episode is None:
            return NotChosen.NO_EPISODE
        known = activity_rows(episode.id)
        same = next((row for row in known if row.words.casefold() == own_words.casefold()), None)
        if same is not None and same.let_go_at is None:
            return Chosen(same.id, is_new=False)
        if sum(row.let_go_at is None for row in known) >= MOST_ACTIVITIES:
            return NotChosen.ENOUGH
        row = same or ActivityRow(episode_id=episode.id, words=own_words, chosen_at=now)
        row.let_go_at = None
        db.session.add(row)
        db.session.flush()
        write_down(actor, Note("chose an activity", actor.id, str(row.id)), now)
        return Chosen(row.id, is_new=True)


def let_go_activity(actor: Actor, activity_id: UUID, now: datetime) -> None:
    """Its scores stay. Sent again it changes nothing more. Raises NoSuchActivity, Refused."""
    access.require(actor, Action.CHOOSE_ACTIVITY)
    with writing():
        row = own_activity(actor.id, activity_id)
        if row is None:
            raise NoSuchActivity
        if row.let_go_at is None:
            row.let_go_at = now
            write_down(actor, Note("let go an activity", actor.id, str(row.id)), now)
