"""Episodes of recovery, and the appointments in them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, false, select, text
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from recovery.domain.clinic_stages import SHIPPED_IN_FORCE
from recovery.domain.enrolment import EpisodeDetails
from recovery.domain.episode import RUNNING, Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region, Side
from recovery.domain.stage import Rhythm
from recovery.extensions import db
from recovery.records.database import Instant, named
from recovery.records.people import Patient, Person
from recovery.records.stages import StageDecisionRow, StagesSignOff, StagesVersion, decisions_of, stages_in_force


class EpisodeRow(db.Model):
    """A patient can have several, at most one active."""

    __tablename__ = "episodes"
    __table_args__ = (
        Index(
            "uq_episodes_one_active",
            "patient_id",
            unique=True,
            sqlite_where=text("status = 'active'"),
            postgresql_where=text("status = 'active'"),
        ),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id), index=True)
    operated_on: Mapped[date]
    approach: Mapped[Approach] = mapped_column(named(Approach))
    region: Mapped[Region] = mapped_column(named(Region))
    levels: Mapped[str] = mapped_column(String(40), default="")
    side: Mapped[Side | None] = mapped_column(named(Side))
    surgeon: Mapped[str] = mapped_column(String(120), default="")
    surgeon_instructions: Mapped[str] = mapped_column(String(300), default="")
    is_revision: Mapped[bool] = mapped_column(default=False)
    status: Mapped[EpisodeStatus] = mapped_column(named(EpisodeStatus))
    status_since: Mapped[date]
    back_pain_before: Mapped[int | None]
    leg_pain_before: Mapped[int | None]
    rhythm: Mapped[Rhythm | None] = mapped_column(named(Rhythm))
    """How often a check-in is due, where it is not as the stage says."""
    timed_tests_on: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Off until the physiotherapist switches them on."""
    created_at: Mapped[datetime] = mapped_column(Instant)
    clinic_id: Mapped[UUID] = column_property(
        select(Patient.clinic_id).where(Patient.id == patient_id).correlate_except(Patient).scalar_subquery()
    )
    has_stage_decisions: Mapped[bool] = column_property(
        select(StageDecisionRow.number)
        .where(StageDecisionRow.episode_id == id)  # noqa: A003 - the column above
        .correlate_except(StageDecisionRow)
        .exists()
    )
    has_own_stages: Mapped[bool] = column_property(
        select(StagesSignOff.version_id)
        .join(StagesVersion, StagesVersion.id == StagesSignOff.version_id)
        .join(Patient, Patient.clinic_id == StagesVersion.clinic_id)
        .where(Patient.id == patient_id)
        .correlate_except(StagesSignOff, StagesVersion, Patient)
        .exists()
    )
    """Whether the clinic signed off stages: where nobody did, and nothing was decided, nothing more is read."""

    procedures: Mapped[list["EpisodeProcedure"]] = relationship(
        lazy="selectin", order_by="EpisodeProcedure.procedure", cascade="all, delete-orphan"
    )

    @property
    def operation(self) -> Operation:
        return Operation(
            procedures=frozenset(row.procedure for row in self.procedures),
            approach=self.approach,
            region=self.region,
            operated_on=self.operated_on,
            levels=self.levels,
            side=self.side,
            surgeon=self.surgeon,
        )

    def as_value(self) -> Episode:
        """On its own course, in two statements at most; for many rows there is episode_values."""
        return episode_values([self])[0]

    def as_details(self) -> EpisodeDetails:
        return EpisodeDetails(
            operation=self.operation,
            surgeon_instructions=self.surgeon_instructions,
            is_revision=self.is_revision,
            back_pain_before=self.back_pain_before,
            leg_pain_before=self.leg_pain_before,
        )


class EpisodeProcedure(db.Model):
    __tablename__ = "episode_procedures"
    episode_id: Mapped[UUID] = mapped_column(ForeignKey(EpisodeRow.id), primary_key=True)
    procedure: Mapped[Procedure] = mapped_column(named(Procedure), primary_key=True)


def new_episode_row(patient_id: UUID, details: EpisodeDetails, now: datetime) -> EpisodeRow:
    """An active episode, with its procedures."""
    operation = details.operation
    return EpisodeRow(
        patient_id=patient_id,
        operated_on=operation.operated_on,
        approach=operation.approach,
        region=operation.region,
        levels=operation.levels,
        side=operation.side,
        surgeon=operation.surgeon,
        surgeon_instructions=details.surgeon_instructions,
        is_revision=details.is_revision,
        status=EpisodeStatus.ACTIVE,
        status_since=operation.operated_on,
        back_pain_before=details.back_pain_before,
        leg_pain_before=details.leg_pain_before,
        created_at=now,
        procedures=[EpisodeProcedure(procedure=each) for each in operation.in_order],
    )


class Appointment(db.Model):
    """`starts_at` is an instant; the clinic's zone decides the hour that is shown."""

    __tablename__ = "appointments"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id), index=True)
    with_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
    purpose: Mapped[str] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(120), default="")
    starts_at: Mapped[datetime] = mapped_column(Instant, index=True)
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)

    with_person: Mapped[Person | None] = relationship(lazy="joined")


def episode_values(rows: Sequence[EpisodeRow]) -> list[Episode]:
    """In the order given, each on its own course, in two statements at most, however many."""
    versions = stages_in_force({row.clinic_id for row in rows if row.has_own_stages})
    decisions = decisions_of([row.id for row in rows if row.has_stage_decisions])
    return [
        Episode(
            row.id,
            row.patient_id,
            row.operation,
            row.status,
            row.back_pain_before,
            row.leg_pain_before,
            row.rhythm,
        ).on_course(versions.get(row.clinic_id, SHIPPED_IN_FORCE), decisions.get(row.id, ()))
        for row in rows
    ]


def current_episode(patient_id: UUID) -> Episode | None:
    """The patient's running episode: active, in hospital or paused; the newest when there are several."""
    row = running_episode_row(patient_id)
    return row.as_value() if row else None


def running_episode_row(patient_id: UUID) -> EpisodeRow | None:
    """The same as a row, to be changed inside a running write."""
    return db.session.scalar(
        select(EpisodeRow)
        .where(EpisodeRow.patient_id == patient_id, EpisodeRow.status.in_(RUNNING))
        .order_by(EpisodeRow.operated_on.desc())
        .limit(1)
    )


def has_other_active(row: EpisodeRow) -> bool:
    """Whether another episode of the same patient is active: only one can be."""
    others = select(EpisodeRow.id).where(
        EpisodeRow.patient_id == row.patient_id, EpisodeRow.id != row.id, EpisodeRow.status == EpisodeStatus.ACTIVE
    )
    return db.session.scalar(others.limit(1)) is not None


def episodes_shown_of(patients: Iterable[UUID]) -> dict[UUID, Episode]:
    """The episode staff see for each patient: the running one, else the newest. Patients without one are absent."""
    rows = list(_shown_rows(list(patients)).values())
    return {episode.patient_id: episode for episode in episode_values(rows)}


def shown_episode_row(patient_id: UUID) -> EpisodeRow | None:
    """The same as a row, to be changed inside a running write."""
    return _shown_rows([patient_id]).get(patient_id)


def _shown_rows(patients: list[UUID]) -> dict[UUID, EpisodeRow]:
    rows = db.session.scalars(
        select(EpisodeRow).where(EpisodeRow.patient_id.in_(patients)).order_by(EpisodeRow.operated_on)
    )
    shown: dict[UUID, EpisodeRow] = {}
    for row in rows:
        known = shown.get(row.patient_id)
        if known is None or known.status not in RUNNING or row.status in RUNNING:
            shown[row.patient_id] = row
    return shown


def next_appointment(patient_id: UUID, now: datetime) -> Appointment | None:
    return db.session.scalar(
        select(Appointment)
        .where(Appointment.patient_id == patient_id, Appointment.starts_at >= now, Appointment.cancelled_at.is_(None))
        .order_by(Appointment.starts_at)
        .limit(1)
    )
