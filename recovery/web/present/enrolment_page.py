"""The words of enrolling."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from recovery.records.invitations import Invitation
from recovery.records.people import Person
from recovery.web.present.dates import short_day_and_year
from recovery.web.present.invitation_words import Waiting, moment_words

EMAIL_TAKEN = "Somebody signs in with this email already. Use another one, or leave it empty"
ALIKE = "Look whether this is the same person. If it is another one, tick this and enrol again"


def waiting_to_join(people: Iterable[Person], codes: Mapping[UUID, Invitation], zone: str) -> tuple[Waiting, ...]:
    """Enrolled and not joined, in the order given; and who has a code to choose a new password with."""
    return tuple(
        Waiting(
            person_id=person.id,
            name=person.full_name,
            about=_about(person),
            ends=_ends(codes.get(person.id), zone),
        )
        for person in people
        if person.patient and (person.patient.joined_at is None or person.id in codes)
    )


def _about(person: Person) -> str:
    patient = person.patient
    if patient is None:
        return ""
    state = "Not joined yet" if patient.joined_at is None else "Joined; may choose a new password"
    return f"Born {short_day_and_year(patient.born_on)}. {state}."


def _ends(invitation: Invitation | None, zone: str) -> str:
    return f"The code works until {moment_words(invitation.expires_at, zone)}." if invitation else ""


def alike_words(numbers: Sequence[int]) -> str:
    """The clinic's own numbers: a name would show a patient of a colleague."""
    told = ", ".join(str(number) for number in numbers)
    who = f"patient {told}" if len(numbers) == 1 else f"patients {told}"
    return (
        f"This may be somebody who is enrolled at your clinic already: {who}. Name, date of birth or phone are alike. "
        "If you do not know that number, ask your clinic lead."
    )
