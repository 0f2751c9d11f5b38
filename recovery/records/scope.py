"""Whose records an actor may see, as part of every statement (TRUST.md 1): a denial looks like "missing"."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, select
from sqlalchemy.orm import aliased

from recovery.domain.access import Actor
from recovery.domain.calendar import day_in_zone
from recovery.extensions import db
from recovery.records.care import Absence
from recovery.records.episodes import EpisodeRow
from recovery.records.people import CareLink, Clinic, Patient, Person


def linked_patients(actor: Actor, now: datetime) -> Select[tuple[UUID]]:
    """Ids of the patients this physiotherapist has a running care link to, in their own clinic, and of the patients of
    a colleague who is away and whom they cover.
    """
    return (
        select(CareLink.patient_id)
        .join(Patient, Patient.id == CareLink.patient_id)
        .where(
            Patient.clinic_id == actor.clinic_id,
            caring_links(actor, now),
        )
    )


def _is_running(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (CareLink.started_at <= now, (CareLink.ended_at.is_(None)) | (CareLink.ended_at > now))


def _covered_by(actor: Actor, now: datetime) -> Select[tuple[UUID]]:
    """Colleagues who are away today, in the clinic's zone, and covered by this physiotherapist."""
    return select(Absence.physiotherapist_id).where(
        Absence.covered_by_id == actor.id, *_is_away_on(day_in_zone(now, actor.zone))
    )


def covered_for(actor: Actor, now: datetime) -> dict[UUID, str]:
    """By patient the name of the colleague who is away and whom this physiotherapist covers."""
    rows = db.session.execute(
        select(CareLink.patient_id, Person.given_name, Person.family_name)
        .join(Person, Person.id == CareLink.physiotherapist_id)
        .where(_covered_links(actor, now), *_is_running(now))
    )
    return {patient_id: f"{given} {family}" for patient_id, given, family in rows}


def _is_away_on(day: date) -> tuple[ColumnElement[bool], ...]:
    return (Absence.cancelled_at.is_(None), Absence.from_on <= day, Absence.until_on >= day)


def caring_links(actor: Actor, now: datetime) -> ColumnElement[bool]:
    """The links through which this physiotherapist sees a patient now: their own and those they cover."""
    return and_((CareLink.physiotherapist_id == actor.id) | _covered_links(actor, now), *_is_running(now))


def _covered_links(actor: Actor, now: datetime) -> ColumnElement[bool]:
    return and_(CareLink.physiotherapist_id.in_(_covered_by(actor, now)), CareLink.is_emergency.is_(False))


def opened_in_emergency(actor: Actor, now: datetime) -> dict[UUID, datetime]:
    """By patient until when this physiotherapist's emergency link runs."""
    rows = db.session.execute(
        select(CareLink.patient_id, CareLink.ended_at).where(
            CareLink.physiotherapist_id == actor.id, CareLink.is_emergency.is_(True), *_is_running(now)
        )
    )
    return {patient_id: until for patient_id, until in rows if until is not None}


def _with_active_care(clinic_id: UUID, now: datetime) -> Select[tuple[UUID, UUID]]:
    """(patient, physiotherapist) of every running link whose physiotherapist is there, or covered while away."""
    zone = db.session.scalars(select(Clinic.zone).where(Clinic.id == clinic_id)).one()
    away = aliased(Absence)
    cover = aliased(Person)
    today = day_in_zone(now, zone)
    return (
        select(CareLink.patient_id, CareLink.physiotherapist_id)
        .join(Person, Person.id == CareLink.physiotherapist_id)
        .outerjoin(
            away,
            and_(
                away.physiotherapist_id == Person.id,
                away.cancelled_at.is_(None),
                away.from_on <= today,
                away.until_on >= today,
            ),
        )
        .outerjoin(cover, cover.id == away.covered_by_id)
        .where(
            Person.clinic_id == clinic_id,
            CareLink.is_emergency.is_(False),
            *_is_running(now),
            case(
                (away.id.is_(None), Person.disabled_at.is_(None)),
                else_=and_(away.covered_by_id.is_not(None), cover.disabled_at.is_(None)),
            ),
        )
    )


def has_active_care(patient_id: UUID, now: datetime, but: UUID) -> bool:
    """Whether somebody else than `but` cares for this patient now."""
    clinic_id = db.session.scalars(select(Patient.clinic_id).where(Patient.id == patient_id)).one()
    active = db.session.execute(_with_active_care(clinic_id, now).where(CareLink.patient_id == patient_id))
    return any(physiotherapist_id != but for _patient, physiotherapist_id in active)


def people_in_care_of(actor: Actor, now: datetime) -> list[Person]:
    """The physiotherapist's patients with their accounts, by family name."""
    return list(
        db.session.scalars(
            select(Person)
            .where(Person.id.in_(linked_patients(actor, now)))
            .order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def patient_in_care_of(actor: Actor, patient_id: UUID, now: datetime) -> Person | None:
    """None when there is no such patient, or no care link: to the caller the two are the same."""
    return db.session.scalar(select(Person).where(Person.id == patient_id, Person.id.in_(linked_patients(actor, now))))


def is_in_lasting_care_of(actor: Actor, patient_id: UUID, now: datetime) -> bool:
    """Whether they care for the patient by more than an emergency link."""
    lasting = linked_patients(actor, now).where(CareLink.patient_id == patient_id, CareLink.is_emergency.is_(False))
    return db.session.scalar(lasting.limit(1)) is not None


def people_in_lasting_care_of(actor: Actor, now: datetime) -> list[Person]:
    """The same as people_in_care_of, without records that are open to them in an emergency only."""
    lasting = linked_patients(actor, now).where(CareLink.is_emergency.is_(False))
    return list(
        db.session.scalars(
            select(Person).where(Person.id.in_(lasting)).order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def episode_in_care_of(actor: Actor, episode_id: UUID, now: datetime) -> UUID | None:
    """The patient of an episode in this physiotherapist's care; None when there is none."""
    return db.session.scalar(
        select(EpisodeRow.patient_id).where(
            EpisodeRow.id == episode_id, EpisodeRow.patient_id.in_(linked_patients(actor, now))
        )
    )


def patients_of_clinic(clinic_id: UUID) -> list[Person]:
    """Every patient of a clinic by family name, for the lead's counts."""
    return list(
        db.session.scalars(
            select(Person)
            .join(Patient, Patient.id == Person.id)
            .where(Patient.clinic_id == clinic_id)
            .order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def without_physiotherapist(clinic_id: UUID, now: datetime) -> list[Person]:
    """Patients whom nobody cares for now (no running link, or all away without cover, or disabled): the lead's list."""
    cared_for = _with_active_care(clinic_id, now).with_only_columns(CareLink.patient_id)
    return list(
        db.session.scalars(
            select(Person)
            .join(Patient, Patient.id == Person.id)
            .where(Patient.clinic_id == clinic_id, Patient.id.not_in(cared_for))
            .order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def summaries_last_opened(patients: list[UUID], now: datetime) -> dict[UUID, datetime]:
    """When any physiotherapist with a running link last opened each patient's summary; never opened is absent."""
    rows = db.session.execute(
        select(CareLink.patient_id, CareLink.summary_opened_at).where(
            CareLink.patient_id.in_(patients),
            CareLink.summary_opened_at.is_not(None),
            (CareLink.ended_at.is_(None)) | (CareLink.ended_at > now),
        )
    )
    newest: dict[UUID, datetime] = {}
    for patient_id, opened_at in rows:
        if opened_at is not None:
            newest[patient_id] = max(opened_at, newest.get(patient_id, opened_at))
    return newest


def account_of_number(clinic_id: UUID, number: int) -> UUID | None:
    """The patient of a clinic with this number; None when there is none."""
    return db.session.scalar(select(Patient.id).where(Patient.clinic_id == clinic_id, Patient.number == number))


def disabled_patients(clinic_id: UUID) -> list[int]:
    """Their numbers."""
    return list(
        db.session.scalars(
            select(Patient.number)
            .join(Person, Person.id == Patient.id)
            .where(Patient.clinic_id == clinic_id, Person.disabled_at.is_not(None))
            .order_by(Patient.number)
        )
    )
