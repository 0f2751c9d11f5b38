"""Invite somebody to work in the clinic: an account with a role, and a code to join with."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from recovery.actions.enrol_patient import EmailTaken
from recovery.actions.invite import make_invitation
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor, Role
from recovery.domain.invitation import ShownOn
from recovery.extensions import db
from recovery.records.people import Person, fold


@dataclass(frozen=True, slots=True)
class NewStaff:
    given_name: str
    family_name: str
    email: str
    role: Role

    def __post_init__(self) -> None:
        if self.role is Role.PATIENT:
            raise ValueError("patients are enrolled, not invited as staff")


def invite_staff(actor: Actor, staff: NewStaff, shown_on: ShownOn, now: datetime) -> tuple[UUID, str]:
    """The new person's id and their code. Raises EmailTaken, Refused."""
    access.require(actor, Action.INVITE_STAFF)
    try:
        with writing():
            person = Person(
                clinic_id=actor.clinic_id,
                role=staff.role,
                given_name=staff.given_name,
                family_name=staff.family_name,
                email=fold(staff.email),
                created_at=now,
            )
            db.session.add(person)
            db.session.flush()
            write_down(actor, Note("invited staff", subject=str(person.id), fields=(staff.role.value,)), now)
            return person.id, make_invitation(actor, person, shown_on, now)
    except IntegrityError as error:
        raise EmailTaken from error
