"""A question for the next visit: in the patient's own words, also about a passage, or a tier 3 sign to mention.

Sent again it is the same question. Writers stand in one line (writing()), so that the limit holds whatever is sent at
once.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.full_signs import Mention
from recovery.domain.visit_questions import WORDS_LENGTH, has_room
from recovery.extensions import db
from recovery.records.episodes import current_episode
from recovery.records.visit_questions import VisitQuestion, is_passage_of, question_with_client_id, questions_of


class NoSuchPassage(LookupError):  # noqa: N818 - an answer, not an accident
    """No passage of this clinic has that id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`is_new` is False when the same question stood there already: sent again, or the same sign ticked once more."""

    question_id: UUID
    is_new: bool


class NotAsked(StrEnum):
    """Nothing was stored. `ENOUGH`: three of the patient's own are open. `SENT_BEFORE`: with other words, or it was
    taken back meanwhile.
    """

    NO_EPISODE = "no_episode"
    ENOUGH = "enough"
    SENT_BEFORE = "sent_before"


def ask_question(
    actor: Actor, client_id: UUID, asked: str | Mention, passage_id: UUID | None = None, *, now: datetime
) -> Asked | NotAsked:
    """`asked` is the patient's own words (1 to 300 letters), or the sign to mention. Raises NoSuchPassage, ValueError,
    Refused.
    """
    access.require(actor, Action.ASK_TEAM)
    words, sign = (asked.words, asked.key) if isinstance(asked, Mention) else (asked.strip(), "")
    if not 0 < len(words) <= WORDS_LENGTH:
        raise ValueError("a question has 1 to 300 letters")
    with writing():
        episode = current_episode(actor.id)
        if episode is None:
            return NotAsked.NO_EPISODE
        if passage_id is not None and not is_passage_of(actor.clinic_id, passage_id):
            raise NoSuchPassage
        row = VisitQuestion(
            episode_id=episode.id, client_id=client_id, words=words, sign=sign, passage_id=passage_id, asked_at=now
        )
        return _standing(row) or _ask(actor, row, now)


def _standing(row: VisitQuestion) -> Asked | NotAsked | None:
    """The same question again; None when it is new."""
    before = question_with_client_id(row.episode_id, row.client_id)
    if before is None:
        return None
    is_same = (before.words, before.sign, before.passage_id) == (row.words, row.sign, row.passage_id)
    return Asked(before.id, is_new=False) if is_same and before.taken_back_at is None else NotAsked.SENT_BEFORE


def _ask(actor: Actor, row: VisitQuestion, now: datetime) -> Asked | NotAsked:
    standing = questions_of(row.episode_id)
    same_sign = next((each for each in standing if row.sign and each.sign == row.sign and each.is_open), None)
    if same_sign is not None:
        return Asked(same_sign.id, is_new=False)
    if not row.sign and not has_room(standing):
        return NotAsked.ENOUGH
    db.session.add(row)
    db.session.flush()
    write_down(actor, Note("asked a question", actor.id, str(row.id)), now)
    return Asked(row.id, is_new=True)
