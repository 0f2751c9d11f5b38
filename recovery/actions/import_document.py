"""Import a clinic's document as a new version, unapproved: patients see nothing of it until it is approved."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.actions.carry_over import carry_over, replace_matching
from recovery.actions.transaction import CommandLine, Note, write_down, writing
from recovery.domain import access
from recovery.domain.document_import import DocumentDraft, PassageDraft
from recovery.domain.sentences import passage_text
from recovery.extensions import db
from recovery.records.documents import (
    Document,
    DocumentVersion,
    Paragraph,
    PassageRow,
    moment_rows,
    newest_version,
    placement_row,
)


@dataclass(frozen=True, slots=True)
class Imported:
    """`is_new` is False when these very words were there before: then nothing was changed."""

    version_id: UUID
    version: int
    is_new: bool


def import_document(actor: access.Actor | CommandLine, draft: DocumentDraft, now: datetime) -> Imported:
    """Store `draft` in the actor's clinic. The same words again, under the same key, are the same version."""
    if isinstance(actor, access.Actor):
        access.require(actor, access.Action.IMPORT_DOCUMENT)
    with writing():
        return store_document(actor, draft, now)


def store_document(actor: access.Actor | CommandLine, draft: DocumentDraft, now: datetime) -> Imported:
    """The same inside a running write."""
    document = _document(actor.clinic_id, draft.key)
    known = db.session.scalar(
        select(DocumentVersion).where(
            DocumentVersion.document_id == document.id, DocumentVersion.digest == draft.digest
        )
    )
    if known is not None:
        return Imported(known.id, known.version, is_new=False)
    earlier = newest_version(document.id)
    version = _version(document.id, draft, actor.id, now, (earlier.version if earlier else 0) + 1)
    db.session.add(version)
    db.session.flush()
    if earlier is None or not draft.is_proposal:
        version.passages = [_passage(place, each, draft) for place, each in enumerate(draft.passages)]
        db.session.flush()
        replace_matching(earlier, version)
    else:
        carry_over(earlier, version, draft)
    write_down(actor, Note("imported a document", subject=str(version.id), fields=(draft.key,)), now)
    return Imported(version.id, version.version, is_new=True)


def _document(clinic_id: UUID, key: str) -> Document:
    document = db.session.scalar(select(Document).where(Document.clinic_id == clinic_id, Document.key == key))
    if document is None:
        document = Document(clinic_id=clinic_id, key=key)
        db.session.add(document)
        db.session.flush()
    return document


def _version(
    document_id: UUID, draft: DocumentDraft, by_id: UUID | None, now: datetime, number: int
) -> DocumentVersion:
    version = DocumentVersion(
        document_id=document_id,
        version=number,
        title=draft.title,
        source=draft.source,
        digest=draft.digest,
        imported_by_id=by_id,
        imported_at=now,
    )
    version.paragraphs = [Paragraph(number=number, text=text) for number, text in enumerate(draft.paragraphs, 1)]
    return version


def _passage(position: int, draft: PassageDraft, document: DocumentDraft) -> PassageRow:
    paragraph = document.paragraphs[draft.paragraph - 1]
    return PassageRow(
        position=position,
        paragraph=draft.paragraph,
        first_sentence=draft.first_sentence,
        last_sentence=draft.last_sentence,
        original=passage_text(paragraph, draft.first_sentence, draft.last_sentence),
        heading=draft.heading,
        plain=draft.plain,
        follows_slowest=draft.follows_slowest,
        placements=[placement_row(each) for each in draft.placements],
        moments=moment_rows(draft.moments),
    )
