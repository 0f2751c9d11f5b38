"""Invite somebody to join, or back in when they forgot their password: a code that is shown once (TRUST.md 5)."""

import hashlib
import hmac
import secrets
from datetime import datetime
from uuid import UUID

from flask import current_app
from sqlalchemy import select, update

from recovery.actions.transaction import CommandLine, Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor, Role
from recovery.domain.invitation import ShownOn, code_from_bytes
from recovery.extensions import db
from recovery.records.invitations import Invitation
from recovery.records.people import Person
from recovery.records.scope import is_in_lasting_care_of, patient_in_care_of


class NoSuchPerson(LookupError):  # noqa: N818 - named for what it is
    """Nobody of that id whom this actor may invite."""


def invite_patient(actor: Actor, patient_id: UUID, shown_on: ShownOn, now: datetime) -> str:
    """A new code for a patient in this physiotherapist's care; the one before it is void."""
    access.require(actor, Action.INVITE_PATIENT)
    with writing():
        person = patient_in_care_of(actor, patient_id, now)
        if person is None or person.disabled_at or not is_in_lasting_care_of(actor, patient_id, now):
            raise NoSuchPerson
        return make_invitation(actor, person, shown_on, now)


def invite_staff_again(actor: Actor, person_id: UUID, shown_on: ShownOn, now: datetime) -> str:
    """A new code for somebody of the lead's own staff; the one before it is void."""
    access.require(actor, Action.INVITE_STAFF)
    with writing():
        return make_invitation(actor, _staff(actor, person_id), shown_on, now)


def cancel_patient_invitation(actor: Actor, patient_id: UUID, now: datetime) -> None:
    """The open code lets nobody in any more. Cancelling twice changes nothing."""
    access.require(actor, Action.INVITE_PATIENT)
    with writing():
        if patient_in_care_of(actor, patient_id, now) is None:
            raise NoSuchPerson
        if _void_open(patient_id, now):
            write_down(actor, Note("cancelled an invitation", patient_id), now)


def cancel_staff_invitation(actor: Actor, person_id: UUID, now: datetime) -> None:
    access.require(actor, Action.INVITE_STAFF)
    with writing():
        if _void_open(_staff(actor, person_id).id, now):
            write_down(actor, Note("cancelled an invitation", subject=str(person_id)), now)


def make_invitation(actor: Actor | CommandLine, person: Person, shown_on: ShownOn, now: datetime) -> str:
    """The code, inside a running write. Only its keyed hash is kept."""
    code = code_from_bytes(secrets.token_bytes(8))
    _void_open(person.id, now)
    db.session.add(
        Invitation(
            person_id=person.id,
            code_hash=code_hash(code),
            shown_on=shown_on,
            made_by_id=actor.id,
            made_at=now,
            expires_at=now + shown_on.lifetime,
        )
    )
    patient_id = person.id if person.role is Role.PATIENT else None
    write_down(actor, Note("made an invitation", patient_id, str(person.id), (shown_on.value,)), now)
    return code


def code_hash(code: str) -> str:
    """Keyed with the app's secret: 50 bits alone could be searched by whoever copies the database."""
    key = hashlib.sha256(b"recovery invitation\n" + str(current_app.config["SECRET_KEY"]).encode()).digest()
    return hmac.new(key, code.encode(), hashlib.sha256).hexdigest()


def _void_open(person_id: UUID, now: datetime) -> bool:
    voided = db.session.execute(
        update(Invitation)
        .where(
            Invitation.person_id == person_id,
            Invitation.used_at.is_(None),
            Invitation.voided_at.is_(None),
            Invitation.expires_at > now,
        )
        .values(voided_at=now)
        .execution_options(synchronize_session=False)
    )
    return bool(voided.rowcount)  # type: ignore[attr-defined]


def _staff(actor: Actor, person_id: UUID) -> Person:
    person: Person | None = db.session.scalar(
        select(Person).where(
            Person.id == person_id,
            Person.clinic_id == actor.clinic_id,
            Person.role != Role.PATIENT,
            Person.disabled_at.is_(None),
        )
    )
    if person is None:
        raise NoSuchPerson
    return person
