"""Clinics, people and the links of care between them."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recovery.domain.access import Actor, Role
from recovery.extensions import db
from recovery.records.database import Instant, named


class Clinic(db.Model):
    """One clinic's zone decides its appointments, opening hours and what its staff did."""

    __tablename__ = "clinics"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    zone: Mapped[str] = mapped_column(String(64))
    team_number: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(Instant)


class Person(db.Model):
    """Somebody who can sign in, with one role in one clinic. Email and user name are stored folded to lower case."""

    __tablename__ = "people"
    __table_args__ = (Index("ix_people_clinic_id_role", "clinic_id", "role"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id))
    role: Mapped[Role] = mapped_column(named(Role))
    given_name: Mapped[str] = mapped_column(String(80))
    family_name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    user_name: Mapped[str | None] = mapped_column(String(64), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(Instant)
    disabled_at: Mapped[datetime | None] = mapped_column(Instant)

    clinic: Mapped[Clinic] = relationship(lazy="joined", innerjoin=True)
    patient: Mapped["Patient | None"] = relationship(lazy="joined", uselist=False)

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    def as_actor(self) -> Actor:
        zone = self.patient.zone if self.patient else self.clinic.zone
        return Actor(self.id, self.clinic_id, self.role, zone)


class Patient(db.Model):
    """What a patient has beside an account. `number` stands in the audit instead of the name; `zone` decides their
    day number, stage, windows and rules on every page.
    """

    __tablename__ = "patients"
    __table_args__ = (UniqueConstraint("clinic_id", "number"),)
    id: Mapped[UUID] = mapped_column(ForeignKey(Person.id), primary_key=True)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id))
    number: Mapped[int]
    born_on: Mapped[date]
    phone: Mapped[str] = mapped_column(String(40), default="")
    language: Mapped[str] = mapped_column(String(60), default="English")
    needs_interpreter: Mapped[bool] = mapped_column(default=False)
    zone: Mapped[str] = mapped_column(String(64))
    joined_at: Mapped[datetime | None] = mapped_column(Instant)


class CareLink(db.Model):
    """A physiotherapist may open this patient's record from `started_at` until `ended_at`. One that was opened in an
    emergency ends within the hour; it is nobody's active care, and nothing can be handed on by it.
    """

    __tablename__ = "care_links"
    __table_args__ = (Index("ix_care_links_physiotherapist_id_ended_at", "physiotherapist_id", "ended_at"),)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey(Patient.id), index=True)
    physiotherapist_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    started_at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    is_emergency: Mapped[bool] = mapped_column(default=False)
    summary_opened_at: Mapped[datetime | None] = mapped_column(Instant)
    """When this physiotherapist last opened the summary; a note received later is unread."""


def person_signing_in(name: str) -> Person | None:
    """By email or user name, whichever was typed."""
    folded = fold(name)
    return db.session.scalar(select(Person).where((Person.email == folded) | (Person.user_name == folded)))


def fold(name: str) -> str:
    """One spelling of an email address or user name."""
    return name.strip().casefold()


def clinic_named(name: str) -> Clinic | None:
    return db.session.scalar(select(Clinic).where(func.lower(Clinic.name) == name.strip().lower()))
