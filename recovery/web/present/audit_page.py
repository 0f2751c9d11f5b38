"""The audit in words: staff by name, patients by number, fields by name and never a value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from recovery.domain.calendar import day_in_zone, local_time
from recovery.records.audit_reading import AuditEntry
from recovery.records.looks import LIST_EXPORT, LIST_LOOK
from recovery.web.present.dates import short_day_and_year
from recovery.web.present.staff_page import ROLE_NAMES

COMMAND_LINE = "command line"
OTHER = "other"
KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "looks": ("Looks at records and lists", ("looked at",)),
    "exports": ("Exports as a file", ("exported",)),
    "entries": ("Entries recorded and moved", ("recorded", "moved an entry")),
    "reviews": ("Reviews and warning signs", ("reviewed", "warning sign")),
    "corrections": ("Corrections and status", ("corrected", "changed the status", "began a new episode")),
    "emergency": ("Records opened in an emergency", ("opened in an emergency", "looked for a record in")),
    "care": ("Care, cover and appointments", ("care ", "offered", "withdrew", "accepted", "declined", "arranged")),
    "accounts": (
        "Accounts and invitations",
        ("enrolled", "made an invitation", "cancelled an invitation", "invited", "disabled", "enabled", "agreed"),
    ),
    "sign-ins": (
        "Sign-ins and passwords",
        ("signed", "ended", "joined", "changed the password", "chose a new", "confirmed"),
    ),
    "clinic": (
        "The clinic, documents and plans",
        (
            "made a clinic",
            "changed the clinic",
            "imported",
            "approved",
            "stopped showing",
            "prescribed",
            "pinned advice",
            "advice ended",
        ),
    ),
    OTHER: ("Everything else", ()),
}
"""In the address of the page -> what it is called, and how its actions begin."""

FEW = 8
"""More names than these are folded away."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    number: int
    day: str
    at: str
    who: str
    role: str
    action: str
    about: str
    fields: tuple[str, ...]
    are_patients: bool
    request_id: str

    @property
    def is_long(self) -> bool:
        return len(self.fields) > FEW


def audit_lines(entries: Iterable[AuditEntry], staff: Mapping[UUID, str], zone: str) -> tuple[AuditLine, ...]:
    """`staff` are the names of the clinic's own; `zone` is the clinic's."""
    return tuple(
        AuditLine(
            number=each.number,
            day=short_day_and_year(day_in_zone(each.at, zone)),
            at=f"{local_time(each.at, zone):%H:%M:%S}",
            who=_who(each, staff),
            role=ROLE_NAMES.get(each.role, "") if each.role else "",
            action=each.action.replace("check_in", "check-in").replace("_", " "),
            about=_about(each, staff),
            fields=tuple(told.replace("_", " ") for told in each.fields),
            are_patients=each.action.startswith((LIST_LOOK, LIST_EXPORT)) and each.patient_number is None,
            request_id=each.request_id,
        )
        for each in entries
    )


def _who(entry: AuditEntry, staff: Mapping[UUID, str]) -> str:
    if entry.actor_id is None:
        return COMMAND_LINE
    return f"patient {entry.actor_number}" if entry.actor_number else staff.get(entry.actor_id, str(entry.actor_id))


def _about(entry: AuditEntry, staff: Mapping[UUID, str]) -> str:
    """The patient's number, and the member of staff it is about; other ids say nothing to a reader."""
    told = [f"patient {entry.patient_number}"] if entry.patient_number else []
    named = {str(person_id): name for person_id, name in staff.items()}.get(entry.subject)
    return ", ".join([*told, named] if named else told)
