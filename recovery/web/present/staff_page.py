"""A clinic's staff in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from recovery.domain.access import Role
from recovery.records.invitations import Invitation
from recovery.records.people import Person
from recovery.web.present.invitation_words import moment_words

ROLE_NAMES = {Role.PHYSIOTHERAPIST: "Physiotherapist", Role.LEAD: "Clinic lead"}
EMAIL_TAKEN = "Somebody has an account with this email already"
LAST_LEAD = "This is the only clinic lead. Invite another lead first; once they have joined, this one can go."
NO_SUCH_NUMBER = "No patient of your clinic has this number"


@dataclass(frozen=True, slots=True)
class StaffLine:
    """`state` is "" for somebody who joined and can sign in."""

    person_id: UUID
    name: str
    email: str
    role: str
    state: str
    has_joined: bool
    is_disabled: bool


def staff_lines(people: Iterable[Person], codes: Mapping[UUID, Invitation], zone: str) -> tuple[StaffLine, ...]:
    return tuple(
        StaffLine(
            person_id=person.id,
            name=person.full_name,
            email=person.email or "",
            role=ROLE_NAMES[person.role],
            state=_state(person, codes.get(person.id), zone),
            has_joined=person.password_hash is not None,
            is_disabled=person.disabled_at is not None,
        )
        for person in people
    )


def _state(person: Person, invitation: Invitation | None, zone: str) -> str:
    if person.disabled_at:
        return f"Disabled since {moment_words(person.disabled_at, zone)}"
    told = "" if person.password_hash else "Not joined yet. "
    return told + (f"A code works until {moment_words(invitation.expires_at, zone)}" if invitation else "")
