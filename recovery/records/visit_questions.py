"""Questions for the next visit, in the patient's own words or from a sign to mention; ticked off by staff."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.visit_questions import Question
from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.documents import Document, DocumentVersion, PassageRow
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person


class VisitQuestion(db.Model):
    """`client_id` is made by the form, so that a resend is the same question. `sign` is the key of a tier 3 sign, ""
    for the patient's own words. `passage_id` is the passage the question is about.
    """

    __tablename__ = "visit_questions"
    __table_args__ = (UniqueConstraint("episode_id", "client_id"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    client_id: Mapped[UUID]
    words: Mapped[str] = mapped_column(String(300))
    sign: Mapped[str] = mapped_column(String(60), default="")
    passage_id: Mapped[UUID | None] = mapped_column(ForeignKey(PassageRow.id))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    taken_back_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))


_OPEN = (VisitQuestion.taken_back_at.is_(None), VisitQuestion.answered_at.is_(None))


def question_with_client_id(episode_id: UUID, client_id: UUID) -> VisitQuestion | None:
    return db.session.scalar(select(VisitQuestion).filter_by(episode_id=episode_id, client_id=client_id))


def question_of(patient_id: UUID, question_id: UUID) -> VisitQuestion | None:
    """Of any recovery of this patient; None for another patient's."""
    return db.session.scalar(
        select(VisitQuestion)
        .join(EpisodeRow, EpisodeRow.id == VisitQuestion.episode_id)
        .where(VisitQuestion.id == question_id, EpisodeRow.patient_id == patient_id)
    )


def questions_of(episode_id: UUID) -> tuple[Question, ...]:
    """Open and answered, in the order they were asked; without those that were taken back."""
    rows = db.session.execute(
        select(VisitQuestion, Person.given_name, Person.family_name)
        .outerjoin(Person, Person.id == VisitQuestion.answered_by_id)
        .where(VisitQuestion.episode_id == episode_id, VisitQuestion.taken_back_at.is_(None))
        .order_by(VisitQuestion.asked_at, VisitQuestion.id)
    )
    return tuple(
        Question(
            row.id,
            row.words,
            row.asked_at,
            row.sign,
            row.passage_id,
            row.answered_at,
            f"{given} {family}" if given else "",
        )
        for row, given, family in rows
    )


def open_question_count(episode_id: UUID) -> int:
    """However they were asked."""
    counted = select(func.count()).select_from(VisitQuestion).where(VisitQuestion.episode_id == episode_id, *_OPEN)
    return db.session.scalar(counted) or 0


def carry_questions(from_episode: UUID, to_episode: UUID) -> None:
    """Inside a running write: what is not talked about yet is asked in the recovery that begins."""
    standing = update(VisitQuestion).where(VisitQuestion.episode_id == from_episode, *_OPEN)
    db.session.execute(standing.values(episode_id=to_episode))


def is_passage_of(clinic_id: UUID, passage_id: UUID) -> bool:
    """Whether a passage stands in a document of this clinic."""
    found = (
        select(PassageRow.id)
        .join(DocumentVersion, DocumentVersion.id == PassageRow.version_id)
        .join(Document, Document.id == DocumentVersion.document_id)
        .where(PassageRow.id == passage_id, Document.clinic_id == clinic_id)
    )
    return db.session.scalar(found) is not None
