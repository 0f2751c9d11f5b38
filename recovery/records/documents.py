"""Documents in versions, their passages, where each is placed, and who approved it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.domain.guidance import Moment, Placement
from recovery.domain.operation import Approach, Procedure
from recovery.domain.stage import Stage
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.people import Clinic, Person


class Document(db.Model):
    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("clinic_id", "key"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id))
    key: Mapped[str] = mapped_column(String(120))


class DocumentVersion(db.Model):
    """`digest` is the SHA-256 of title and paragraphs: the same file again is the same version."""

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("document_id", "version"), UniqueConstraint("document_id", "digest"))
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    document_id: Mapped[UUID] = mapped_column(ForeignKey(Document.id))
    version: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    source: Mapped[str] = mapped_column(String(500), default="")
    digest: Mapped[str] = mapped_column(String(64))
    imported_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
    imported_at: Mapped[datetime] = mapped_column(Instant)

    paragraphs: Mapped[list["Paragraph"]] = relationship(lazy="selectin", order_by="Paragraph.number")
    passages: Mapped[list["PassageRow"]] = relationship(lazy="selectin", order_by="PassageRow.position")


class Paragraph(db.Model):
    """One paragraph of a version, word for word."""

    __tablename__ = "paragraphs"
    version_id: Mapped[UUID] = mapped_column(ForeignKey(DocumentVersion.id), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class PassageRow(db.Model):
    """Sentences `first_sentence` to `last_sentence` of a paragraph, counted from 1, with our plain words beside.

    Once approved a row stays as it is: a change is another row that replaces it, once that one is approved.
    """

    __tablename__ = "passages"
    __table_args__ = (Index("ix_passages_version_id_paragraph", "version_id", "paragraph", "first_sentence"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    version_id: Mapped[UUID] = mapped_column(ForeignKey(DocumentVersion.id))
    position: Mapped[int]
    paragraph: Mapped[int]
    first_sentence: Mapped[int]
    last_sentence: Mapped[int]
    original: Mapped[str] = mapped_column(Text)
    heading: Mapped[str] = mapped_column(String(200), default="")
    plain: Mapped[str] = mapped_column(Text, default="")
    follows_slowest: Mapped[bool] = mapped_column(default=False)

    placements: Mapped[list["PlacementRow"]] = relationship(lazy="selectin", order_by="PlacementRow.id")
    moments: Mapped[list["MomentRow"]] = relationship(lazy="selectin", order_by="MomentRow.moment")
    approvals: Mapped[list["Approval"]] = relationship(lazy="selectin", order_by="Approval.approved_at")


class PlacementRow(db.Model):
    """A passage suits this stage; no procedure or no approach means all of them."""

    __tablename__ = "placements"
    id: Mapped[int] = mapped_column(primary_key=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), index=True)
    stage: Mapped[Stage] = mapped_column(named(Stage))
    procedure: Mapped[Procedure | None] = mapped_column(named(Procedure))
    approach: Mapped[Approach | None] = mapped_column(named(Approach))
    is_on_today: Mapped[bool] = mapped_column(default=False)

    def as_value(self) -> Placement:
        return Placement(self.stage, self.procedure, self.approach, self.is_on_today)


def placement_row(placement: Placement) -> PlacementRow:
    return PlacementRow(
        stage=placement.stage,
        procedure=placement.procedure,
        approach=placement.approach,
        is_on_today=placement.is_on_today,
    )


class MomentRow(db.Model):
    """A moment at which a passage is shown beside its stages."""

    __tablename__ = "passage_moments"
    passage_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), primary_key=True)
    moment: Mapped[Moment] = mapped_column(named(Moment), primary_key=True)


def moment_rows(moments: Iterable[Moment]) -> list[MomentRow]:
    return [MomentRow(moment=each) for each in sorted(moments)]


class Replacement(db.Model):
    """`passage_id` takes the place of `replaced_id` when it is approved. Every earlier one is named, not only the last:
    which passages are shown is then one question.
    """

    __tablename__ = "passage_replacements"
    passage_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), primary_key=True)
    replaced_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), primary_key=True, index=True)


class Withdrawal(db.Model):
    """Who stopped showing a passage, and when. Rows are only added."""

    __tablename__ = "withdrawals"
    id: Mapped[int] = mapped_column(primary_key=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), unique=True)
    withdrawn_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    withdrawn_at: Mapped[datetime] = mapped_column(Instant)


class Approval(db.Model):
    """Who let patients see a passage, and when. Rows are only added."""

    __tablename__ = "approvals"
    id: Mapped[int] = mapped_column(primary_key=True)
    passage_id: Mapped[UUID] = mapped_column(ForeignKey(PassageRow.id), index=True)
    approved_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    approved_at: Mapped[datetime] = mapped_column(Instant)

    approved_by: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


def passages_of(version_id: UUID) -> list[UUID]:
    """Ids of a version's passages, in its order."""
    return list(
        db.session.scalars(
            select(PassageRow.id).where(PassageRow.version_id == version_id).order_by(PassageRow.position)
        )
    )


def newest_version(document_id: UUID) -> DocumentVersion | None:
    return db.session.scalar(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document_id)
        .order_by(DocumentVersion.version.desc())
        .limit(1)
    )
