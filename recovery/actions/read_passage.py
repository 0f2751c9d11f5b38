"""Note that a patient said they have read a passage. The first time stays."""

from datetime import datetime
from uuid import UUID

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.episode import Episode
from recovery.domain.guidance import Passage, suiting
from recovery.extensions import db
from recovery.records.episodes import episodes_shown_of
from recovery.records.guidance import approved_in_place_of, approved_passages
from recovery.records.passage_reads import PassageRead, reads_of


class NotTheirs(LookupError):  # noqa: N818 - named for what it is
    """No passage of that id stands on this patient's Learn."""


def read_passage(actor: access.Actor, passage_id: UUID, now: datetime) -> bool:
    """False when they said so before, or when other words have taken their place. Raises NotTheirs, Refused."""
    access.require(actor, access.Action.SAY_READ)
    with writing():
        episode = episodes_shown_of([actor.id]).get(actor.id)
        passage = passage_on_learn(actor, episode, passage_id) if episode else None
        if passage is None:
            raise NotTheirs
        if passage.id != passage_id or passage_id in reads_of(actor.id):
            return False
        db.session.add(PassageRead(patient_id=actor.id, passage_id=passage_id, read_at=now))
        write_down(actor, Note("said that a passage was read", actor.id, str(passage_id)), now)
        return True


def passage_on_learn(actor: access.Actor, episode: Episode, passage_id: UUID) -> Passage | None:
    """The passage, or what has taken its place since a page was opened, if it is approved in the actor's clinic and
    suits the operation in any stage.
    """
    theirs = suiting(approved_passages(actor.clinic_id), episode.operation, episode.pathway.stages)
    meant = {passage_id, *approved_in_place_of(passage_id)}
    return next((each for each in theirs if each.id in meant), None)
