"""The versions of a clinic's stages, and what physiotherapists decided for one patient. Rows are only added."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from recovery.domain.clinic_stages import SHIPPED_IN_FORCE, ClinicStages, InForce
from recovery.domain.operation import Procedure
from recovery.domain.stage import Rhythm, Stage
from recovery.domain.stage_decision import Kind, StageDecision
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.people import Clinic, Person

WHY_LENGTH = 500


class StagesVersion(db.Model):
    """A draft until it is signed off. `begins` is {procedure: {stage: first day}}, `rhythms` {stage: rhythm}. Version 0
    is the shipped one and has no row.
    """

    __tablename__ = "stages_versions"
    __table_args__ = (UniqueConstraint("clinic_id", "version"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id))
    version: Mapped[int]
    begins: Mapped[dict[str, dict[str, int]]] = mapped_column(JSON)
    rhythms: Mapped[dict[str, str]] = mapped_column(JSON)
    why: Mapped[str] = mapped_column(String(WHY_LENGTH))
    drafted_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    drafted_at: Mapped[datetime] = mapped_column(Instant)

    def as_value(self) -> ClinicStages:
        begins = {
            Procedure(procedure): {Stage(stage): day for stage, day in days.items()}
            for procedure, days in self.begins.items()
        }
        return ClinicStages(begins, {Stage(stage): Rhythm(rhythm) for stage, rhythm in self.rhythms.items()})


class StagesSignOff(db.Model):
    """`from_on` is the clinic's day on which it was signed off: the version counts from then on."""

    __tablename__ = "stages_sign_offs"
    version_id: Mapped[UUID] = mapped_column(ForeignKey(StagesVersion.id), primary_key=True)
    signed_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    signed_at: Mapped[datetime] = mapped_column(Instant)
    from_on: Mapped[date]


class StageDecisionRow(db.Model):
    """`number` counts the decisions about one episode from 1. Days are counted since the operation."""

    __tablename__ = "stage_decisions"
    episode_id: Mapped[UUID] = mapped_column(ForeignKey("episodes.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Kind] = mapped_column(named(Kind))
    stage: Mapped[Stage | None] = mapped_column(named(Stage))
    from_day: Mapped[int]
    until_day: Mapped[int | None]
    begins: Mapped[dict[str, int]] = mapped_column(JSON)
    why: Mapped[str] = mapped_column(String(WHY_LENGTH))
    by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    at: Mapped[datetime] = mapped_column(Instant)


def decisions_of(episodes: Collection[UUID]) -> dict[UUID, tuple[StageDecision, ...]]:
    """By episode as they were made, in one statement; an episode without any is absent."""
    if not episodes:
        return {}
    rows = db.session.execute(
        select(StageDecisionRow, Person.given_name, Person.family_name)
        .join(Person, Person.id == StageDecisionRow.by_id)
        .where(StageDecisionRow.episode_id.in_(episodes))
        .order_by(StageDecisionRow.episode_id, StageDecisionRow.number)
    )
    found: dict[UUID, list[StageDecision]] = defaultdict(list)
    for row, given, family in rows:
        begins = {Stage(stage): day for stage, day in row.begins.items()}
        found[row.episode_id].append(
            StageDecision(
                row.kind, row.from_day, row.stage, row.until_day, begins, row.why, f"{given} {family}", given, row.at
            )
        )
    return {episode_id: tuple(decisions) for episode_id, decisions in found.items()}


def add_decision(episode_id: UUID, number: int, decision: StageDecision, by_id: UUID, at: datetime) -> None:
    """Inside a running write."""
    db.session.add(
        StageDecisionRow(
            episode_id=episode_id,
            number=number,
            kind=decision.kind,
            stage=decision.stage,
            from_day=decision.from_day,
            until_day=decision.until_day,
            begins={stage.value: day for stage, day in decision.begins.items()},
            why=decision.why,
            by_id=by_id,
            at=at,
        )
    )


def stages_in_force(clinics: Collection[UUID]) -> dict[UUID, tuple[InForce, ...]]:
    """By clinic what was signed off, the shipped one first, in one statement."""
    if not clinics:
        return {}
    rows = db.session.execute(
        select(StagesVersion, StagesSignOff.from_on)
        .join(StagesSignOff, StagesSignOff.version_id == StagesVersion.id)
        .where(StagesVersion.clinic_id.in_(clinics))
        .order_by(StagesVersion.version)
    )
    found = dict.fromkeys(clinics, SHIPPED_IN_FORCE)
    for row, from_on in rows:
        found[row.clinic_id] = (*found[row.clinic_id], InForce(from_on, row.as_value()))
    return found


def newest_version(clinic_id: UUID) -> int:
    """The number of the newest version, draft or not; 0 while there is only the shipped one."""
    return db.session.scalar(select(func.max(StagesVersion.version)).filter_by(clinic_id=clinic_id)) or 0
