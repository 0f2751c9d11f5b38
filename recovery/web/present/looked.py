"""A row of the caseload with what the rules say about it, and what of it is new since the reader's last look."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from uuid import UUID

from recovery.domain.calendar import day_in_zone
from recovery.domain.last_look import NOTHING_NEW, ListLook, NewSince, new_since
from recovery.domain.worklist import Group, Reason, Thresholds, assess, group_of, urgency
from recovery.records.caseload import CaseloadRow
from recovery.web.present.worklist_words import Whose

WAITS = frozenset({Group.NOTHING_RAISED, Group.NOT_RECORDING})
"""Groups that nobody has to look through."""


@dataclass(frozen=True, slots=True)
class Looked:
    """`thresholds` are those that gave the reasons."""

    row: CaseloadRow
    reasons: tuple[Reason, ...]
    thresholds: Thresholds
    new: NewSince = NOTHING_NEW

    @property
    def group(self) -> Group:
        return group_of(self.reasons)

    @property
    def whose(self) -> Whose:
        patient = self.row.person.patient
        return Whose(self.row.today, patient.zone if patient else "", self.row.episode.operation.region)


def look(rows: Iterable[CaseloadRow], thresholds: Thresholds) -> list[Looked]:
    """In the order of the groups, inside a group by how much changed, then by name; rows come by name."""
    looked = [Looked(row, assess(row.facts, thresholds, row.today), thresholds) for row in rows]
    return sorted(looked, key=lambda each: urgency(each.reasons))


def with_new(looked: Iterable[Looked], last: ListLook | None) -> list[Looked]:
    """The same rows, with what is new since that look; at the first look ever nothing is."""
    if last is None:
        return list(looked)
    return [replace(each, new=_new_of(each, last)) for each in looked]


def _new_of(each: Looked, last: ListLook) -> NewSince:
    look_day = day_in_zone(last.at, each.whose.zone)
    return new_since(last, look_day, each.reasons, each.row.facts, each.thresholds)


def next_after(patient_id: UUID, looked: Sequence[Looked], just_seen: AbstractSet[UUID]) -> UUID | None:
    """The patient with a reason who stands after this one. Whose reasons were closed meanwhile stands nowhere any more:
    then it is the first whose summary was not opened within this look. None after the last.
    """
    listed = [each.row.person.id for each in looked if each.group not in WAITS]
    if patient_id in listed:
        return next(iter(listed[listed.index(patient_id) + 1 :]), None)
    return next((each for each in listed if each not in just_seen), None)
