"""Plans in versions: every change makes a new version, so that past adherence stays true."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.domain.therapy import PlanVersion, Prescription
from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Person
from recovery.records.prescribed import PrescribedColumns, prescribed


class PlanVersionRow(db.Model):
    __tablename__ = "plan_versions"
    __table_args__ = (UniqueConstraint("episode_id", "version"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id))
    version: Mapped[int]
    from_on: Mapped[date]
    why: Mapped[str] = mapped_column(String(500), default="")
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    made_at: Mapped[datetime] = mapped_column(Instant)

    prescriptions: Mapped[list["PrescriptionRow"]] = relationship(lazy="selectin", order_by="PrescriptionRow.position")

    def as_value(self, made_by: str = "") -> PlanVersion:
        prescriptions = tuple(row.as_value() for row in self.prescriptions)
        return PlanVersion(self.version, self.from_on, prescriptions, made_by, self.why)


class PrescriptionRow(PrescribedColumns, db.Model):
    __tablename__ = "prescriptions"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    plan_version_id: Mapped[UUID] = mapped_column(ForeignKey(PlanVersionRow.id), index=True)
    position: Mapped[int]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]

    def as_value(self) -> Prescription:
        return self.as_prescription(self.id, from_on=self.from_on, until_on=self.until_on)


def prescription_row(position: int, prescription: Prescription) -> PrescriptionRow:
    return PrescriptionRow(
        id=prescription.id,
        position=position,
        from_on=prescription.from_on,
        until_on=prescription.until_on,
        **prescribed(prescription),
    )


def plans_of(episodes: list[UUID]) -> dict[UUID, tuple[PlanVersion, ...]]:
    """Every version of every plan, by episode, oldest first; two statements however many episodes."""
    rows = db.session.execute(
        select(PlanVersionRow, Person.given_name, Person.family_name)
        .join(Person, Person.id == PlanVersionRow.made_by_id)
        .where(PlanVersionRow.episode_id.in_(episodes))
        .order_by(PlanVersionRow.version)
    )
    by_episode: dict[UUID, list[PlanVersion]] = defaultdict(list)
    for row, given, family in rows:
        by_episode[row.episode_id].append(row.as_value(f"{given} {family}"))
    return {episode_id: tuple(versions) for episode_id, versions in by_episode.items()}


def prescription_names(prescriptions: Iterable[UUID]) -> list[str]:
    """In the order given; one that is in no plan is left out."""
    wanted = list(prescriptions)
    rows = db.session.execute(select(PrescriptionRow.id, PrescriptionRow.name).where(PrescriptionRow.id.in_(wanted)))
    names = dict(rows.all())
    return [names[each] for each in wanted if each in names]
