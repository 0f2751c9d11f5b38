"""Records leave the app as a file: only after the password was typed again, and written down where patients read it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from recovery.actions.confirm_password import is_confirmed
from recovery.actions.prescribe_plan import NoSuchPatient
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.records.looks import LIST_EXPORT
from recovery.records.scope import is_in_lasting_care_of


class NotConfirmed(PermissionError):  # noqa: N818 - named for what it is
    """The password was not typed again in this sign-in, or too long ago."""


def note_entries_exported(actor: Actor, sign_in_id: UUID, patient_id: UUID, now: datetime) -> None:
    """Raises NotConfirmed, NoSuchPatient, Refused. An emergency opens a record for an hour; it takes none out."""
    access.require(actor, Action.EXPORT_RECORDS)
    with writing():
        _require_confirmed(sign_in_id, now)
        if not is_in_lasting_care_of(actor, patient_id, now):
            raise NoSuchPatient
        write_down(actor, Note("exported the entries", patient_id), now)


def note_caseload_exported(actor: Actor, sign_in_id: UUID, patient_numbers: Iterable[int], now: datetime) -> None:
    """One row with the numbers of the patients in the file. Raises NotConfirmed, Refused."""
    access.require(actor, Action.EXPORT_RECORDS)
    numbers = tuple(str(number) for number in sorted(patient_numbers))
    with writing():
        _require_confirmed(sign_in_id, now)
        write_down(actor, Note(LIST_EXPORT, fields=numbers), now)


def _require_confirmed(sign_in_id: UUID, now: datetime) -> None:
    if not is_confirmed(sign_in_id, now):
        raise NotConfirmed
