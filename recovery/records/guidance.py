"""The passages that patients of a clinic may see, as values: approved ones only, in four statements."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import lazyload

from recovery.domain.calendar import day_in_zone
from recovery.domain.guidance import Moment, Passage, Placement
from recovery.extensions import db
from recovery.records.documents import (
    Approval,
    Document,
    DocumentVersion,
    MomentRow,
    Paragraph,
    PassageRow,
    PlacementRow,
    Replacement,
    Withdrawal,
)
from recovery.records.people import Clinic, Person


def approved_passages(clinic_id: UUID) -> tuple[Passage, ...]:
    """Approved, not withdrawn, and without an approved passage in their place; of every document, in its order."""
    shown = _shown(clinic_id)
    rows = db.session.execute(
        select(PassageRow, Paragraph.text, Approval.approved_at, Person.given_name, Person.family_name, Clinic.zone)
        .join(Approval, Approval.passage_id == PassageRow.id)
        .join(Person, Person.id == Approval.approved_by_id)
        .join(Clinic, Clinic.id == Person.clinic_id)
        .join(Paragraph, (Paragraph.version_id == PassageRow.version_id) & (Paragraph.number == PassageRow.paragraph))
        .where(PassageRow.id.in_(shown))
        .order_by(PassageRow.position, Approval.approved_at)
        .options(lazyload("*"))
    ).all()
    versions, placements = _versions({row[0].version_id for row in rows}), _placements(shown)
    moments = _moments(shown)
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
            moments=frozenset(moments[row.id]),
            id=row.id,
        )
    return tuple(passages.values())


def _shown(clinic_id: UUID) -> Select[tuple[UUID]]:
    """Ids of the passages that patients of a clinic may see."""
    withdrawn = select(Withdrawal.passage_id)
    replaced = select(Replacement.replaced_id).join(Approval, Approval.passage_id == Replacement.passage_id)
    return (
        select(PassageRow.id)
        .join(Approval, Approval.passage_id == PassageRow.id)
        .join(DocumentVersion, DocumentVersion.id == PassageRow.version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(Document.clinic_id == clinic_id, PassageRow.id.not_in(withdrawn), PassageRow.id.not_in(replaced))
    )


def _versions(versions: set[UUID]) -> dict[UUID, tuple[str, int, int]]:
    """Title, version and number of paragraphs, by the version's id."""
    paragraphs = (
        select(func.count()).select_from(Paragraph).where(Paragraph.version_id == DocumentVersion.id).scalar_subquery()
    )
    rows = db.session.execute(
        select(DocumentVersion.id, DocumentVersion.title, DocumentVersion.version, paragraphs).where(
            DocumentVersion.id.in_(versions)
        )
    )
    return {version_id: (title, version, count) for version_id, title, version, count in rows}


def _placements(passages: Select[tuple[UUID]]) -> dict[UUID, list[Placement]]:
    rows = db.session.execute(
        select(
            PlacementRow.passage_id,
            PlacementRow.stage,
            PlacementRow.procedure,
            PlacementRow.approach,
            PlacementRow.is_on_today,
        )
        .where(PlacementRow.passage_id.in_(passages))
        .order_by(PlacementRow.id)
    )
    by_passage: dict[UUID, list[Placement]] = defaultdict(list)
    for passage_id, *placed in rows:
        by_passage[passage_id].append(Placement(*placed))
    return by_passage


def _moments(passages: Select[tuple[UUID]]) -> dict[UUID, set[Moment]]:
    by_passage: dict[UUID, set[Moment]] = defaultdict(set)
    rows = db.session.execute(select(MomentRow.passage_id, MomentRow.moment).where(MomentRow.passage_id.in_(passages)))
    for passage_id, moment in rows:
        by_passage[passage_id].add(moment)
    return by_passage


def approved_in_place_of(passage_id: UUID) -> frozenset[UUID]:
    """Ids of the approved passages that have replaced this one."""
    approved = select(Approval.passage_id)
    return frozenset(
        db.session.scalars(
            select(Replacement.passage_id).where(
                Replacement.replaced_id == passage_id, Replacement.passage_id.in_(approved)
            )
        )
    )
