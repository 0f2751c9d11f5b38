"""The passages that patients of a clinic may see, as values: approved ones only, in three statements."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import lazyload

from recovery.domain.calendar import day_in_zone
from recovery.domain.guidance import Passage, Placement
from recovery.extensions import db
from recovery.records.documents import Approval, Document, DocumentVersion, Paragraph, PassageRow, PlacementRow
from recovery.records.people import Clinic, Person


def approved_passages(clinic_id: UUID) -> tuple[Passage, ...]:
    """Of the newest version of each document that has an approved passage, in the document's order."""
    versions = _versions_shown(clinic_id)
    placements = _placements(list(versions))
    rows = db.session.execute(
        select(PassageRow, Paragraph.text, Approval.approved_at, Person.given_name, Person.family_name, Clinic.zone)
        .join(Approval, Approval.passage_id == PassageRow.id)
        .join(Person, Person.id == Approval.approved_by_id)
        .join(Clinic, Clinic.id == Person.clinic_id)
        .join(Paragraph, (Paragraph.version_id == PassageRow.version_id) & (Paragraph.number == PassageRow.paragraph))
        .where(PassageRow.version_id.in_(versions))
        .order_by(PassageRow.position, Approval.approved_at)
        .options(lazyload("*"))
    )
    passages: dict[UUID, Passage] = {}
    for row, text, approved_at, given_name, family_name, zone in rows:
        title, version, paragraphs = versions[row.version_id]
        passages[row.id] = Passage(
            document_title=title,
            version=version,
            paragraph=row.paragraph,
            paragraphs=paragraphs,
            first_sentence=row.first_sentence,
            last_sentence=row.last_sentence,
            original=row.original,
            paragraph_text=text,
            heading=row.heading,
            plain=row.plain,
            placements=tuple(placements[row.id]),
            follows_slowest=row.follows_slowest,
            approved_by=f"{given_name} {family_name}",
            approved_on=day_in_zone(approved_at, zone),
        )
    return tuple(passages.values())


def _versions_shown(clinic_id: UUID) -> dict[UUID, tuple[str, int, int]]:
    """Title, version and number of paragraphs, by the version's id."""
    paragraphs = (
        select(func.count()).select_from(Paragraph).where(Paragraph.version_id == DocumentVersion.id).scalar_subquery()
    )
    approved = select(PassageRow.version_id).join(Approval, Approval.passage_id == PassageRow.id).scalar_subquery()
    rows = db.session.execute(
        select(
            DocumentVersion.document_id, DocumentVersion.id, DocumentVersion.title, DocumentVersion.version, paragraphs
        )
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(Document.clinic_id == clinic_id, DocumentVersion.id.in_(approved))
        .order_by(DocumentVersion.version)
    )
    newest = {row[0]: row[1:] for row in rows}
    return {version_id: (title, version, count) for version_id, title, version, count in newest.values()}


def _placements(versions: list[UUID]) -> dict[UUID, list[Placement]]:
    rows = db.session.execute(
        select(
            PlacementRow.passage_id,
            PlacementRow.stage,
            PlacementRow.procedure,
            PlacementRow.approach,
            PlacementRow.is_on_today,
        )
        .join(PassageRow, PassageRow.id == PlacementRow.passage_id)
        .where(PassageRow.version_id.in_(versions))
        .order_by(PlacementRow.id)
    )
    by_passage: dict[UUID, list[Placement]] = defaultdict(list)
    for passage_id, *placed in rows:
        by_passage[passage_id].append(Placement(*placed))
    return by_passage
