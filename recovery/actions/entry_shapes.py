"""How each kind of entry is stored, read again and told to the audit: one shape a kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from recovery.actions.transaction import changed_fields
from recovery.domain.check_in import CheckIn
from recovery.domain.entries import EntryKind, NotWell
from recovery.domain.therapy import TherapySession
from recovery.records import check_ins, entries, sessions

Content = CheckIn | TherapySession | NotWell

_OF_SESSION = (
    "units",
    "extras",
    "pain_during",
    "effort",
    "is_stopped_early",
    "why_stopped",
    "someone_helped",
    "note",
)


@dataclass(frozen=True, slots=True)
class EntryShape:
    """`row` makes a revision, `stored` reads the content of one again, `changed` names the fields that differ from
    what stood there before (None: what the first revision holds).
    """

    kind: EntryKind
    row: Callable[..., Any]
    stored: Callable[[UUID, int], Content | None]
    changed: Callable[[Content | None, Content], tuple[str, ...]]


def _changed_in_check_in(before: Content | None, after: Content) -> tuple[str, ...]:
    fields = changed_fields(("recorded_on",), before, after) if before else ()
    fields += changed_fields((*check_ins.PLAIN_FIELDS, "activities"), before, after)
    answered_before = cast(CheckIn, before).warning_signs if before else None
    answered = cast(CheckIn, after).warning_signs
    is_told = answered.is_answered if before is None else answered != answered_before
    return (*fields, "warning_signs") if is_told else fields


def _changed_in(names: tuple[str, ...]) -> Callable[[Content | None, Content], tuple[str, ...]]:
    def changed(before: Content | None, after: Content) -> tuple[str, ...]:
        days = changed_fields(("recorded_on",), before, after) if before else ()
        return (*days, *changed_fields(names, before, after))

    return changed


SHAPES = {
    EntryKind.CHECK_IN: EntryShape(
        EntryKind.CHECK_IN, check_ins.check_in_row, check_ins.check_in_at, _changed_in_check_in
    ),
    EntryKind.SESSION: EntryShape(
        EntryKind.SESSION, sessions.session_row, sessions.session_at, _changed_in(_OF_SESSION)
    ),
    EntryKind.NOT_WELL: EntryShape(
        EntryKind.NOT_WELL, entries.not_well_row, entries.not_well_at, _changed_in(("note",))
    ),
}
