"""Patients of a clinic who may be the same person."""

import unicodedata
from typing import Any
from uuid import UUID

from sqlalchemy import select

from recovery.domain.enrolment import PersonalDetails
from recovery.extensions import db
from recovery.records.people import Patient, Person

LEAST_DIGITS = 7
"""A shorter telephone number is an extension, and many share one."""


def likely_duplicates(clinic_id: UUID, details: PersonalDetails) -> tuple[int, ...]:
    """Numbers of the clinic's patients who may be the same person: the same birth date with a name in common, the same
    name, or the same telephone.
    """
    rows = db.session.execute(
        select(Patient.number, Patient.born_on, Patient.phone, Person.given_name, Person.family_name)
        .join(Person, Person.id == Patient.id)
        .where(Patient.clinic_id == clinic_id)
        .order_by(Patient.number)
    )
    return tuple(row.number for row in rows if _is_alike(details, row))


def _is_alike(details: PersonalDetails, other: Any) -> bool:
    """`other` has given_name, family_name, born_on and phone."""
    given, family = (
        _spelt(details.given_name) == _spelt(other.given_name),
        _spelt(details.family_name) == _spelt(other.family_name),
    )
    digits = _digits(details.phone)
    is_same_phone = len(digits) >= LEAST_DIGITS and digits == _digits(other.phone)
    is_same_birthday = details.born_on == other.born_on
    return (is_same_birthday and (given or family or is_same_phone)) or (given and family)


def _spelt(name: str) -> str:
    """Without accents, capitals, spaces and dashes: "Ann-Marie" is "ann marie"."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in plain if each.isalnum())


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdigit())[-9:]
