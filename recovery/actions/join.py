"""Join with a code, and choose a password. Looking at a page never uses a code up: only the last step does."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from recovery.actions.invite import code_hash
from recovery.actions.sign_in import end_all_sign_ins, hash_password
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain.access import Role
from recovery.domain.invitation import MOST_WRONG_ANSWERS, TIME_TO_FINISH
from recovery.extensions import db
from recovery.records.consents import Consent
from recovery.records.invitations import Invitation, invitation_with
from recovery.records.people import Patient, Person, fold


class Wrong(StrEnum):
    """`CODE`: no open invitation has it. `ANSWER`: it has one, and the date of birth or email is another."""

    CODE = "code"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Opened:
    """The right person holds the code: what the second step asks for and greets with."""

    invitation_id: UUID
    given_name: str
    clinic_name: str
    role: Role
    has_joined: bool
    has_name_to_sign_in: bool


class NotJoined(StrEnum):
    NOT_OPEN = "not_open"
    NAME_TAKEN = "name_taken"


def open_invitation(code: str, answer: date | str, now: datetime) -> Opened | Wrong:
    """`answer` is a patient's date of birth, or a staff member's work email. A wrong one counts against the code."""
    with writing():
        invitation = invitation_with(code_hash(code))
        if invitation is None or not _is_for(invitation, answer, now):
            return Wrong.CODE
        if not _is_right(invitation.person, answer):
            invitation.wrong_answers += 1
            if invitation.wrong_answers >= MOST_WRONG_ANSWERS:
                invitation.voided_at = now
            return Wrong.ANSWER
        invitation.expires_at = max(invitation.expires_at, now + TIME_TO_FINISH)
        return _opened(invitation)


def opened_before(invitation_id: UUID, now: datetime) -> Opened | None:
    """The second step again; None once the invitation is used, void or too old."""
    invitation = db.session.get(Invitation, invitation_id)
    return _opened(invitation) if invitation and _can_be_used(invitation, now) else None


@dataclass(frozen=True, slots=True)
class Joining:
    """What was chosen. `user_name` only where the clinic knows no email; `consent_version` None for staff."""

    password: str
    user_name: str | None = None
    consent_version: int | None = None


def finish_joining(invitation_id: UUID, joining: Joining, now: datetime) -> Person | NotJoined:
    """Use the invitation up, once: of twenty at the same moment one joins. Old sign-ins end."""
    password_hash = hash_password(joining.password)
    try:
        with writing():
            invitation = db.session.get(Invitation, invitation_id)
            if invitation is None or not _can_be_used(invitation, now) or not _use_up(invitation_id, now):
                return NotJoined.NOT_OPEN
            return _let_in(invitation.person, joining, password_hash, now)
    except IntegrityError:
        return NotJoined.NAME_TAKEN


def _use_up(invitation_id: UUID, now: datetime) -> bool:
    used = db.session.execute(
        update(Invitation)
        .where(
            Invitation.id == invitation_id,
            Invitation.used_at.is_(None),
            Invitation.voided_at.is_(None),
            Invitation.expires_at > now,
        )
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    return bool(used.rowcount == 1)  # type: ignore[attr-defined]


def _let_in(person: Person, joining: Joining, password_hash: str, now: datetime) -> Person:
    person.password_hash = password_hash
    if joining.user_name and person.email is None:
        person.user_name = fold(joining.user_name)
    patient, is_new = person.patient, True
    if patient is not None:
        is_new = patient.joined_at is None
        patient.joined_at = patient.joined_at or now
        _agree(patient, joining, now)
    end_all_sign_ins(person.id, now)
    what = "joined" if is_new else "chose a new password by invitation"
    write_down(person.as_actor(), Note(what, patient.id if patient else None), now)
    db.session.flush()
    return person


def _agree(patient: Patient, joining: Joining, now: datetime) -> None:
    if joining.consent_version is not None:
        db.session.add(Consent(patient_id=patient.id, version=joining.consent_version, given_at=now))


def _is_for(invitation: Invitation, answer: date | str, now: datetime) -> bool:
    """A patient's code is answered with a date, a staff member's with an email: at the other door it is unknown."""
    is_date = isinstance(answer, date)
    return _can_be_used(invitation, now) and (invitation.person.role is Role.PATIENT) == is_date


def _can_be_used(invitation: Invitation, now: datetime) -> bool:
    return invitation.is_open(now) and invitation.person.disabled_at is None


def _is_right(person: Person, answer: date | str) -> bool:
    if isinstance(answer, str):
        return person.email == fold(answer)
    return person.patient is not None and person.patient.born_on == answer


def _opened(invitation: Invitation) -> Opened:
    person = invitation.person
    return Opened(
        invitation_id=invitation.id,
        given_name=person.given_name,
        clinic_name=person.clinic.name,
        role=person.role,
        has_joined=person.password_hash is not None,
        has_name_to_sign_in=bool(person.email or person.user_name),
    )
