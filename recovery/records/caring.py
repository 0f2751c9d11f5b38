"""Who cares for a patient, who is away, and which hand-overs are open: read for the pages about care."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from recovery.extensions import db
from recovery.records.care import Absence, Answer, HandOver
from recovery.records.people import CareLink, Patient, Person


class Carer(NamedTuple):
    """A link of care, running or ended. `until` is None while nobody ended it."""

    physiotherapist_id: UUID
    name: str
    since: datetime
    until: datetime | None
    is_disabled: bool
    is_emergency: bool


def carers_of(patient_id: UUID) -> list[Carer]:
    """Every link, oldest first."""
    rows = db.session.execute(
        select(
            CareLink.physiotherapist_id,
            Person.given_name,
            Person.family_name,
            CareLink.started_at,
            CareLink.ended_at,
            Person.disabled_at,
            CareLink.is_emergency,
        )
        .join(Person, Person.id == CareLink.physiotherapist_id)
        .where(CareLink.patient_id == patient_id)
        .order_by(CareLink.started_at)
    )
    return [
        Carer(person_id, f"{given} {family}", since, until, disabled is not None, is_emergency)
        for person_id, given, family, since, until, disabled, is_emergency in rows
    ]


class OpenOffer(NamedTuple):
    """A hand-over that nobody answered yet."""

    id: UUID
    patient_id: UUID
    patient_number: int
    patient_name: str
    born_on: date
    given_by: str
    offered_to: str
    to_id: UUID
    from_id: UUID
    note: str
    offered_at: datetime


def open_offers(person_id: UUID, clinic_id: UUID) -> list[OpenOffer]:
    """Offered to this physiotherapist, or by them; oldest first."""
    rows = db.session.execute(
        select(HandOver, Person.given_name, Person.family_name, Patient.born_on, Patient.number)
        .join(Person, Person.id == HandOver.patient_id)
        .join(Patient, Patient.id == HandOver.patient_id)
        .where(
            HandOver.answered_at.is_(None),
            (HandOver.to_id == person_id) | (HandOver.from_id == person_id),
            Patient.clinic_id == clinic_id,
        )
        .order_by(HandOver.offered_at)
    )
    return [
        OpenOffer(
            row.id,
            row.patient_id,
            number,
            f"{given} {family}",
            born_on,
            row.given_by.full_name,
            row.offered_to.full_name,
            row.to_id,
            row.from_id,
            row.note,
            row.offered_at,
        )
        for row, given, family, born_on, number in rows
    ]


class HandedOver(NamedTuple):
    """A hand-over with what came of it; `answer` None while it is open."""

    given_by: str
    offered_to: str
    note: str
    offered_at: datetime
    answer: Answer | None
    answered_at: datetime | None


def hand_overs_of(patient_id: UUID) -> tuple[HandedOver, ...]:
    """Oldest first."""
    rows = db.session.scalars(select(HandOver).where(HandOver.patient_id == patient_id).order_by(HandOver.offered_at))
    return tuple(
        HandedOver(
            row.given_by.full_name, row.offered_to.full_name, row.note, row.offered_at, row.answer, row.answered_at
        )
        for row in rows
    )


class DeclinedOffer(NamedTuple):
    """A hand-over that a colleague did not take."""

    patient_id: UUID
    patient_name: str
    declined_by: str
    declined_at: datetime


def declined_offers(person_id: UUID, clinic_id: UUID, since: datetime) -> list[DeclinedOffer]:
    """Given by this physiotherapist and declined since then, where no later offer of the same patient was made; newest
    first.
    """
    rows = db.session.execute(
        select(HandOver, Person.given_name, Person.family_name)
        .join(Person, Person.id == HandOver.patient_id)
        .where(HandOver.from_id == person_id, Person.clinic_id == clinic_id)
        .order_by(HandOver.offered_at)
    )
    last = {row.patient_id: (row, f"{given} {family}") for row, given, family in rows}
    told = [
        DeclinedOffer(row.patient_id, name, row.offered_to.full_name, row.answered_at)
        for row, name in last.values()
        if row.answer is Answer.DECLINED and row.answered_at and row.answered_at >= since
    ]
    return sorted(told, key=lambda each: each.declined_at, reverse=True)


def absences_of(physiotherapist_id: UUID, ending_from: date) -> list[Absence]:
    """Not cancelled, and not over before `ending_from`; earliest first."""
    return list(
        db.session.scalars(
            select(Absence)
            .where(
                Absence.physiotherapist_id == physiotherapist_id,
                Absence.cancelled_at.is_(None),
                Absence.until_on >= ending_from,
            )
            .order_by(Absence.from_on)
        )
    )


def covers_of(physiotherapist_id: UUID, ending_from: date) -> list[Absence]:
    """Colleagues' absences that this physiotherapist covers."""
    return list(
        db.session.scalars(
            select(Absence)
            .where(
                Absence.covered_by_id == physiotherapist_id,
                Absence.cancelled_at.is_(None),
                Absence.until_on >= ending_from,
            )
            .order_by(Absence.from_on)
        )
    )
