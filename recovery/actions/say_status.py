"""The patient says whether they are recording, in hospital, or not recording for now. What ended stays ended.

The form's own id is the id of the change, so that a resend is the same change, whatever staff did meanwhile.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.change import Changed
from recovery.domain.episode import RUNNING, EpisodeStatus
from recovery.extensions import db
from recovery.records.changes import RecordChange, change_with_id
from recovery.records.episodes import EpisodeRow, has_other_active, running_episode_row

NOTE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Saying:
    """`seen` is the status that stood on the page which was sent. Only a running status can be said."""

    client_id: UUID
    seen: EpisodeStatus
    status: EpisodeStatus
    note: str = ""

    def __post_init__(self) -> None:
        if self.status not in RUNNING or len(self.note) > NOTE_LENGTH:
            raise ValueError("a patient says a running status, with a short note")


class Said(StrEnum):
    """SAVED also for the same sent again. The others change nothing."""

    SAVED = "saved"
    SO_ALREADY = "so_already"
    CHANGED_MEANWHILE = "changed_meanwhile"
    NO_EPISODE = "no_episode"


def say_status(actor: Actor, saying: Saying, now: datetime) -> Said:
    """Raises Refused."""
    access.require(actor, Action.SAY_OWN_STATUS)
    with writing():
        known = change_with_id(saying.client_id)
        if known is not None:
            return Said.SAVED if _is_same(known, actor, saying) else Said.CHANGED_MEANWHILE
        row = running_episode_row(actor.id)
        if row is None:
            return Said.NO_EPISODE
        if row.status is not saying.seen or (saying.status is EpisodeStatus.ACTIVE and has_other_active(row)):
            return Said.CHANGED_MEANWHILE
        if row.status is saying.status:
            return Said.SO_ALREADY
        _say(actor, row, saying, now)
        return Said.SAVED


def _is_same(known: RecordChange, actor: Actor, saying: Saying) -> bool:
    said = (known.patient_id, known.what, known.after.split(" ")[0], known.note)
    return said == (actor.id, Changed.STATUS, saying.status.value, saying.note)


def _say(actor: Actor, row: EpisodeRow, saying: Saying, now: datetime) -> None:
    today = day_in_zone(now, actor.zone)
    before, after = f"{row.status.value} {row.status_since}", f"{saying.status.value} {today}"
    row.status, row.status_since = saying.status, today
    db.session.add(
        RecordChange(
            id=saying.client_id,
            patient_id=actor.id,
            episode_id=row.id,
            by_id=actor.id,
            at=now,
            what=Changed.STATUS,
            before=before,
            after=after,
            note=saying.note,
        )
    )
    write_down(actor, Note("said the status", actor.id, str(row.id), (saying.status.value,)), now)
