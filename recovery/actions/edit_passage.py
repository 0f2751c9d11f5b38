"""Edit our words beside a passage, where it is placed and at which moments it is shown too. What is approved stays as
it is, and visible, until the change is approved in its turn.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.guidance import Moment, Placement
from recovery.extensions import db
from recovery.records.document_pages import passage_in_clinic, words_digest
from recovery.records.documents import Approval, MomentRow, PassageRow, PlacementRow, Replacement, placement_row


class NoSuchPassage(LookupError):  # noqa: N818 - named for what it is
    """There is no such passage in the actor's clinic."""


class PassageChanged(ValueError):  # noqa: N818 - named for what it is
    """Its words are not those that were on the page, or a newer one takes its place."""


@dataclass(frozen=True, slots=True)
class PassageWordsOfOurs:
    """What stands beside the quotation, where it belongs, and the moments at which it is shown too."""

    heading: str
    plain: str
    placements: tuple[Placement, ...]
    follows_slowest: bool = False
    moments: frozenset[Moment] = frozenset()


def edit_passage(actor: access.Actor, passage_id: UUID, words: PassageWordsOfOurs, seen: str, now: datetime) -> UUID:
    """The id of the passage with these words: the same for a draft, another one for what was approved.

    `seen` is words_digest() of what was on the page. Raises NoSuchPassage, PassageChanged, Refused.
    """
    access.require(actor, access.Action.EDIT_PASSAGE)
    with writing():
        row = locked_passage(passage_id, actor.clinic_id)
        if is_replaced(row.id) or words_digest(row) != seen:
            raise PassageChanged
        is_approved = db.session.scalar(select(Approval.id).where(Approval.passage_id == row.id).limit(1)) is not None
        changed = _successor(row) if is_approved else row
        _apply(changed, words)
        db.session.flush()
        write_down(actor, Note("edited a passage", subject=str(changed.id)), now)
        return changed.id


def locked_passage(passage_id: UUID, clinic_id: UUID) -> PassageRow:
    """Inside a running write, so that an edit and an approval of the same passage wait for each other."""
    row = passage_in_clinic(passage_id, clinic_id)
    if row is None:
        raise NoSuchPassage
    db.session.execute(select(PassageRow.id).where(PassageRow.id == passage_id).with_for_update())
    db.session.refresh(row)
    return row


def is_replaced(passage_id: UUID) -> bool:
    """Whether another passage, approved or not, is there to take its place."""
    newer = select(Replacement.passage_id).where(Replacement.replaced_id == passage_id).limit(1)
    return db.session.scalar(newer) is not None


def _successor(row: PassageRow) -> PassageRow:
    """A draft in the same place, which names all that it will replace."""
    draft = PassageRow(
        id=uuid4(),
        version_id=row.version_id,
        position=row.position,
        paragraph=row.paragraph,
        first_sentence=row.first_sentence,
        last_sentence=row.last_sentence,
        original=row.original,
    )
    db.session.add(draft)
    db.session.flush()
    add_replacements(draft.id, [row.id])
    return draft


def add_replacements(passage_id: UUID, replaced: list[UUID]) -> None:
    """And everything that those would have replaced."""
    earlier = db.session.scalars(select(Replacement.replaced_id).where(Replacement.passage_id.in_(replaced)))
    for each in {*replaced, *earlier}:
        db.session.add(Replacement(passage_id=passage_id, replaced_id=each))


def _apply(row: PassageRow, words: PassageWordsOfOurs) -> None:
    row.heading, row.plain, row.follows_slowest = words.heading, words.plain, words.follows_slowest
    db.session.execute(delete(PlacementRow).where(PlacementRow.passage_id == row.id))
    for placement in words.placements:
        placed = placement_row(placement)
        placed.passage_id = row.id
        db.session.add(placed)
    db.session.execute(delete(MomentRow).where(MomentRow.passage_id == row.id))
    db.session.add_all(MomentRow(passage_id=row.id, moment=each) for each in sorted(words.moments))
