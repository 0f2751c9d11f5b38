"""Documents as a clinic lead sees them: versions, passages with their words, and what has become of each."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select

from recovery.domain.guidance import Moment, Placement
from recovery.extensions import db
from recovery.records.documents import (
    Approval,
    Document,
    DocumentVersion,
    PassageRow,
    Replacement,
    Withdrawal,
)
from recovery.records.people import Person


class PassageState(StrEnum):
    """`SHOWN`: patients see it. `WAITING`: a draft. `REPLACED`: a later one is shown. `WITHDRAWN`: taken back."""

    SHOWN = "shown"
    WAITING = "waiting"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PassageOnPage:
    """One passage for the lead. `digest` names its words; `has_draft` whether a change of it waits for approval."""

    id: UUID
    version_id: UUID
    paragraph: int
    first_sentence: int
    last_sentence: int
    original: str
    heading: str
    plain: str
    placements: tuple[Placement, ...]
    moments: frozenset[Moment]
    follows_slowest: bool
    state: PassageState
    has_draft: bool
    approved_by: str
    approved_at: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    id: UUID
    document_key: str
    version: int
    title: str
    imported_at: datetime
    imported_by: str
    paragraphs: tuple[str, ...]
    passages: tuple[PassageOnPage, ...]


def versions_of_clinic(clinic_id: UUID) -> tuple[VersionLine, ...]:
    """By document, newest version first."""
    rows = db.session.execute(
        select(DocumentVersion, Document.key, Person.given_name, Person.family_name)
        .join(Document, Document.id == DocumentVersion.document_id)
        .outerjoin(Person, Person.id == DocumentVersion.imported_by_id)
        .where(Document.clinic_id == clinic_id)
        .order_by(Document.key, DocumentVersion.version.desc())
    )
    told = [(row, key, f"{given} {family}" if given else "") for row, key, given, family in rows]
    passages = _passages([row for row, _key, _by in told])
    return tuple(
        VersionLine(
            id=row.id,
            document_key=key,
            version=row.version,
            title=row.title,
            imported_at=row.imported_at,
            imported_by=by,
            paragraphs=tuple(each.text for each in row.paragraphs),
            passages=tuple(passages[each.id] for each in row.passages),
        )
        for row, key, by in told
    )


def _passages(versions: list[DocumentVersion]) -> dict[UUID, PassageOnPage]:
    rows = [row for version in versions for row in version.passages]
    ids = [row.id for row in rows]
    approved = {row.id for row in rows if row.approvals}
    withdrawn = set(db.session.scalars(select(Withdrawal.passage_id).where(Withdrawal.passage_id.in_(ids))))
    replaced_by: dict[UUID, set[UUID]] = {}
    for newer, older in db.session.execute(
        select(Replacement.passage_id, Replacement.replaced_id).where(Replacement.replaced_id.in_(ids))
    ):
        replaced_by.setdefault(older, set()).add(newer)
    return {
        row.id: _on_page(row, _state(row.id, approved, withdrawn, replaced_by), has_draft=bool(replaced_by.get(row.id)))
        for row in rows
    }


def _state(
    passage_id: UUID, approved: set[UUID], withdrawn: set[UUID], replaced_by: dict[UUID, set[UUID]]
) -> PassageState:
    if replaced_by.get(passage_id, set()) & approved:
        return PassageState.REPLACED
    if passage_id in withdrawn:
        return PassageState.WITHDRAWN
    return PassageState.SHOWN if passage_id in approved else PassageState.WAITING


def _on_page(row: PassageRow, state: PassageState, *, has_draft: bool) -> PassageOnPage:
    approval: Approval | None = row.approvals[0] if row.approvals else None
    return PassageOnPage(
        id=row.id,
        version_id=row.version_id,
        paragraph=row.paragraph,
        first_sentence=row.first_sentence,
        last_sentence=row.last_sentence,
        original=row.original,
        heading=row.heading,
        plain=row.plain,
        placements=tuple(each.as_value() for each in row.placements),
        moments=frozenset(each.moment for each in row.moments),
        follows_slowest=row.follows_slowest,
        state=state,
        has_draft=has_draft,
        approved_by=approval.approved_by.full_name if approval else "",
        approved_at=approval.approved_at if approval else None,
        digest=words_digest(row),
    )


def passage_in_clinic(passage_id: UUID, clinic_id: UUID) -> PassageRow | None:
    return db.session.scalar(
        select(PassageRow)
        .join(DocumentVersion, DocumentVersion.id == PassageRow.version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(PassageRow.id == passage_id, Document.clinic_id == clinic_id)
    )


def words_digest(row: PassageRow) -> str:
    """Names the words, placements and moments that somebody looked at."""
    placed = sorted(
        (each.stage, each.procedure or "", each.approach or "", str(each.is_on_today)) for each in row.placements
    )
    shown_at = sorted(each.moment for each in row.moments)
    told = json.dumps([row.original, row.heading, row.plain, row.follows_slowest, placed, shown_at])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def waiting_count(clinic_id: UUID) -> int:
    """Passages that wait for approval and that nothing newer takes the place of."""
    approved = select(Approval.passage_id)
    replaced = select(Replacement.replaced_id)
    return (
        db.session.scalar(
            select(func.count())
            .select_from(PassageRow)
            .join(DocumentVersion, DocumentVersion.id == PassageRow.version_id)
            .join(Document, Document.id == DocumentVersion.document_id)
            .where(Document.clinic_id == clinic_id, PassageRow.id.not_in(approved), PassageRow.id.not_in(replaced))
        )
        or 0
    )
