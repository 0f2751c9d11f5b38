"""Let patients see a passage, by name and time; or stop showing it. Rows are only added."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select

from recovery.actions.edit_passage import NoSuchPassage, PassageChanged, is_replaced, locked_passage
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.extensions import db
from recovery.records.document_pages import words_digest
from recovery.records.documents import Approval, Withdrawal

__all__ = ["NoSuchPassage", "NotReady", "PassageChanged", "approve_passage", "withdraw_passage"]


class NotReady(ValueError):  # noqa: N818 - named for what it is
    """Without plain words, or without a place, patients would not be helped by it."""


def approve_passage(actor: access.Actor, passage_id: UUID, now: datetime, seen: str | None = None) -> bool:
    """True when it is newly approved, False when somebody had approved it before. What it replaces is hidden from now.

    `seen` is words_digest() of what was on the page; None for what nobody looked at on a page. Raises NoSuchPassage,
    PassageChanged, NotReady, Refused.
    """
    access.require(actor, access.Action.APPROVE_PASSAGE)
    with writing():
        row = locked_passage(passage_id, actor.clinic_id)
        if is_replaced(row.id) or seen not in {None, words_digest(row)}:
            raise PassageChanged
        if not row.plain.strip() or not row.placements:
            raise NotReady
        if db.session.scalar(select(exists().where(Approval.passage_id == passage_id))):
            return False
        db.session.add(Approval(passage_id=passage_id, approved_by_id=actor.id, approved_at=now))
        write_down(actor, Note("approved a passage", subject=str(passage_id)), now)
        return True


def withdraw_passage(actor: access.Actor, passage_id: UUID, now: datetime) -> bool:
    """False when it was not shown, or withdrawn before. Raises NoSuchPassage, Refused."""
    access.require(actor, access.Action.APPROVE_PASSAGE)
    with writing():
        locked_passage(passage_id, actor.clinic_id)
        is_approved = db.session.scalar(select(exists().where(Approval.passage_id == passage_id)))
        is_withdrawn = db.session.scalar(select(exists().where(Withdrawal.passage_id == passage_id)))
        if not is_approved or is_withdrawn:
            return False
        db.session.add(Withdrawal(passage_id=passage_id, withdrawn_by_id=actor.id, withdrawn_at=now))
        write_down(actor, Note("stopped showing a passage", subject=str(passage_id)), now)
        return True
