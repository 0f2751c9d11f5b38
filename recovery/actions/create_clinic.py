"""Begin a clinic with its first lead, or give an existing one another lead; from the command line only."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from recovery.actions.import_document import store_document
from recovery.actions.invite import make_invitation
from recovery.actions.stock_library import stock_library
from recovery.actions.transaction import CommandLine, Note, write_down, writing
from recovery.content.shipped import shipped_document
from recovery.domain.access import Role
from recovery.domain.invitation import ShownOn
from recovery.extensions import db
from recovery.records.people import Clinic, Person, clinic_named, fold


@dataclass(frozen=True, slots=True)
class NewLead:
    given_name: str
    family_name: str
    email: str


@dataclass(frozen=True, slots=True)
class Created:
    """`code` lets the lead join at /join/staff with their email."""

    code: str
    is_new_clinic: bool


class EmailInUse(ValueError):  # noqa: N818 - named for what it is
    """Somebody has an account with this email."""


def create_lead(clinic_name: str, zone: str, team_number: str, lead: NewLead, now: datetime) -> Created:
    """A new clinic gets the shipped document, unapproved, and the starter library. Raises EmailInUse."""
    with writing():
        if db.session.scalar(select(Person.id).where(Person.email == fold(lead.email))) is not None:
            raise EmailInUse
        clinic = clinic_named(clinic_name)
        is_new = clinic is None
        if clinic is None:
            clinic = _clinic(clinic_name, zone, team_number, now)
        console = CommandLine(clinic.id)
        person = _lead(clinic, lead, now)
        write_down(console, Note("made a clinic lead", subject=str(person.id)), now)
        return Created(make_invitation(console, person, ShownOn.PAPER, now), is_new)


def _clinic(name: str, zone: str, team_number: str, now: datetime) -> Clinic:
    clinic = Clinic(name=name.strip(), zone=zone, team_number=team_number.strip(), created_at=now)
    db.session.add(clinic)
    db.session.flush()
    console = CommandLine(clinic.id)
    write_down(console, Note("made a clinic"), now)
    store_document(console, shipped_document(), now)
    stock_library(clinic.id)
    return clinic


def _lead(clinic: Clinic, lead: NewLead, now: datetime) -> Person:
    person = Person(
        clinic_id=clinic.id,
        role=Role.LEAD,
        given_name=lead.given_name,
        family_name=lead.family_name,
        email=fold(lead.email),
        created_at=now,
    )
    db.session.add(person)
    db.session.flush()
    return person
