"""The staff of a clinic."""

from uuid import UUID

from sqlalchemy import select

from recovery.domain.access import Role
from recovery.extensions import db
from recovery.records.people import Person


def staff_of(clinic_id: UUID) -> list[Person]:
    """By family name; disabled ones too."""
    return list(
        db.session.scalars(
            select(Person)
            .where(Person.clinic_id == clinic_id, Person.role != Role.PATIENT)
            .order_by(Person.family_name, Person.given_name, Person.id)
        )
    )


def physiotherapists_of(clinic_id: UUID, but: UUID | None = None) -> list[Person]:
    """Who can care for patients now: joined and not disabled."""
    return [
        person
        for person in staff_of(clinic_id)
        if person.role is Role.PHYSIOTHERAPIST
        and person.disabled_at is None
        and person.password_hash is not None
        and person.id != but
    ]
