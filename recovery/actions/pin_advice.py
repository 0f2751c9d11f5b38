"""Pin advice for one patient in the place of a passage, or of all reading; and end it. The words never change."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.read_passage import passage_on_learn
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.advice import ADVICE_LENGTH, running
from recovery.domain.episode import Episode
from recovery.extensions import db
from recovery.records.episodes import current_episode
from recovery.records.pinned_advice import PinnedAdvice, advice_of
from recovery.records.scope import patient_in_care_of


class NoSuchAdvice(LookupError):  # noqa: N818 - named for what it is
    """Not pinned for this patient, or for an operation that is over."""


class NotOnLearn(ValueError):  # noqa: N818 - named for what it is
    """The passage is not one that this patient reads now."""


class PinnedOtherwise(ValueError):  # noqa: N818 - named for what it is
    """Other advice was sent under this id before."""


@dataclass(frozen=True, slots=True)
class NewAdvice:
    """`client_id` is made by the form, so that a resend is the same advice. No passage: it is about everything."""

    client_id: UUID
    words: str
    passage_id: UUID | None = None

    def __post_init__(self) -> None:
        if not self.words.strip() or len(self.words) > ADVICE_LENGTH:
            raise ValueError(f"advice has words, and at most {ADVICE_LENGTH} letters")


def pin_advice(actor: Actor, patient_id: UUID, advice: NewAdvice, now: datetime) -> bool:
    """False for a resend. What stood in the same place ends. Raises NoSuchPatient, NotOnLearn, PinnedOtherwise,
    Refused.
    """
    access.require(actor, Action.PIN_ADVICE)
    with writing():
        episode = _running_episode(actor, patient_id, now)
        known = db.session.get(PinnedAdvice, advice.client_id)
        if known is not None:
            _require_same(known, episode, advice)
            return False
        if advice.passage_id and passage_on_learn(actor, episode, advice.passage_id) is None:
            raise NotOnLearn
        before = [each.id for each in running(advice_of(episode.id)) if each.is_in_place_of(advice.passage_id)]
        for row in db.session.scalars(select(PinnedAdvice).where(PinnedAdvice.id.in_(before))):
            _end(actor, patient_id, row, now)
        db.session.add(
            PinnedAdvice(
                id=advice.client_id,
                episode_id=episode.id,
                passage_id=advice.passage_id,
                words=advice.words,
                by_id=actor.id,
                pinned_at=now,
            )
        )
        write_down(actor, Note("pinned advice", patient_id, str(advice.client_id)), now)
        return True


def end_advice(actor: Actor, patient_id: UUID, advice_id: UUID, now: datetime) -> bool:
    """False when it had ended before. Raises NoSuchPatient, NoSuchAdvice, Refused."""
    access.require(actor, Action.PIN_ADVICE)
    with writing():
        episode = _running_episode(actor, patient_id, now)
        row = db.session.get(PinnedAdvice, advice_id)
        if row is None or row.episode_id != episode.id:
            raise NoSuchAdvice
        if row.ended_at is not None:
            return False
        _end(actor, patient_id, row, now)
        return True


def _running_episode(actor: Actor, patient_id: UUID, now: datetime) -> Episode:
    episode = current_episode(patient_id) if patient_in_care_of(actor, patient_id, now) else None
    if episode is None:
        raise NoSuchPatient
    return episode


def _require_same(known: PinnedAdvice, episode: Episode, advice: NewAdvice) -> None:
    """An id that somebody else used is other advice, too: nothing of it is told."""
    was = (known.episode_id, known.words, known.passage_id)
    if was != (episode.id, advice.words, advice.passage_id):
        raise PinnedOtherwise


def _end(actor: Actor, patient_id: UUID, row: PinnedAdvice, now: datetime) -> None:
    row.ended_at, row.ended_by_id = now, actor.id
    write_down(actor, Note("advice ended", patient_id, str(row.id)), now)
