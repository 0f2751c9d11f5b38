"""Disable an account at once, and enable it again. The last lead of a clinic cannot go."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from recovery.actions.sign_in import end_all_sign_ins
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor, Role
from recovery.extensions import db
from recovery.records.people import Clinic, Person


class NoSuchAccount(LookupError):  # noqa: N818 - named for what it is
    """Nobody of that id in the lead's clinic."""


class LastLead(ValueError):  # noqa: N818 - named for what it is
    """Without this lead nobody could lead the clinic."""


def disable_account(actor: Actor, person_id: UUID, now: datetime) -> None:
    """Every sign-in ends with the next request. Raises NoSuchAccount, LastLead, Refused."""
    with writing():
        person = _account(actor, person_id)
        if person.disabled_at is not None:
            return
        if person.role is Role.LEAD and not _other_leads(person):
            raise LastLead
        person.disabled_at = now
        end_all_sign_ins(person.id, now)
        write_down(actor, _note("disabled an account", person), now)


def enable_account(actor: Actor, person_id: UUID, now: datetime) -> None:
    """They can sign in again with the password they had. Raises NoSuchAccount, Refused."""
    with writing():
        person = _account(actor, person_id)
        if person.disabled_at is None:
            return
        person.disabled_at = None
        write_down(actor, _note("enabled an account", person), now)


def _account(actor: Actor, person_id: UUID) -> Person:
    access.require(actor, Action.DISABLE_ACCOUNT)
    person: Person | None = db.session.scalar(
        select(Person).where(Person.id == person_id, Person.clinic_id == actor.clinic_id)
    )
    if person is None:
        raise NoSuchAccount
    return person


def _other_leads(person: Person) -> int:
    """Others who can lead now: joined and not disabled. The clinic's row orders two who go at the same moment."""
    db.session.execute(select(Clinic.id).where(Clinic.id == person.clinic_id).with_for_update())
    leads = select(func.count()).where(
        Person.clinic_id == person.clinic_id,
        Person.id != person.id,
        Person.role == Role.LEAD,
        Person.disabled_at.is_(None),
        Person.password_hash.is_not(None),
    )
    return db.session.scalar(leads) or 0


def _note(action: str, person: Person) -> Note:
    return Note(action, person.id if person.role is Role.PATIENT else None, str(person.id))
