"""Let patients see a passage, by name and time. Rows are only added."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, exists, select

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.extensions import db
from recovery.records.documents import Approval, Document, DocumentVersion, PassageRow


class NoSuchPassage(LookupError):  # noqa: N818 - named for what it is
    """There is no such passage in the actor's clinic."""


def approve_passage(actor: access.Actor, passage_id: UUID, now: datetime) -> bool:
    """True when it is newly approved, False when somebody had approved it before. Raises NoSuchPassage, Refused."""
    access.require(actor, access.Action.APPROVE_PASSAGE)
    with writing():
        if db.session.scalar(_in_clinic(passage_id, actor.clinic_id)) is None:
            raise NoSuchPassage
        if db.session.scalar(select(exists().where(Approval.passage_id == passage_id))):
            return False
        db.session.add(Approval(passage_id=passage_id, approved_by_id=actor.id, approved_at=now))
        write_down(actor, Note("approved a passage", subject=str(passage_id)), now)
        return True


def _in_clinic(passage_id: UUID, clinic_id: UUID) -> Select[UUID]:
    return (
        select(PassageRow.id)
        .join(DocumentVersion, DocumentVersion.id == PassageRow.version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(PassageRow.id == passage_id, Document.clinic_id == clinic_id)
    )
