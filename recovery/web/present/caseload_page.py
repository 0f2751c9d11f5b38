"""The caseload: who to look at, in which order, and what each row says."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.domain.adherence import WEEK, adherence_over
from recovery.domain.calendar import day_in_zone
from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.domain.worklist import Group, Reason, Thresholds, assess, group_of, urgency
from recovery.records.facts import CaseloadRow
from recovery.web.present.adherence_words import adherence_short, adherence_words
from recovery.web.present.charts.pain import sparkline
from recovery.web.present.charts.shapes import Chart
from recovery.web.present.course import course_of
from recovery.web.present.dates import clock_words, short_day, short_day_from
from recovery.web.present.day_for_staff import day_for_staff
from recovery.web.present.operation_words import PROCEDURE_NAMES, STAGE_NAMES, operation_name, stage_name
from recovery.web.present.worklist_words import GROUP_TITLES, STATUS_WORDS, Chip, chips

NO_STAGE = "no stage set"
NO_ENTRY = "no entry"
NOT_JOINED = "Not joined yet"
NOTE_SHOWN = 80
"""Characters of an unread note on a row (CLINICAL.md 6)."""


@dataclass(frozen=True, slots=True)
class RowWords:
    patient_id: UUID
    name: str
    operation: str
    where: str
    not_own: str
    comes_in: str
    chips: tuple[Chip, ...]
    pain: Chart
    walking: str
    adherence: tuple[str, str]
    adherence_whole: str
    last_entry: str
    unread_note: str


@dataclass(frozen=True, slots=True)
class GroupWords:
    key: str
    title: str
    rows: tuple[RowWords, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A row of the caseload with what the rules say about it."""

    row: CaseloadRow
    reasons: tuple[Reason, ...]

    @property
    def group(self) -> Group:
        return group_of(self.reasons)


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; None or "" leaves it as it is."""

    name: str = ""
    procedure: Procedure | None = None
    stage: Stage | None = None
    state: str = ""
    coming: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.name or self.procedure or self.stage or self.state or self.coming)

    def lets_through(self, looked: Looked) -> bool:
        row = looked.row
        name = _folded(row.person.full_name)
        return (
            all(word in name for word in _folded(self.name).split())
            and (self.procedure is None or self.procedure in row.episode.operation.procedures)
            and (self.stage is None or row.episode.stage_on(row.today) is self.stage)
            and (self.state not in STATES or STATES[self.state][1](looked))
            and (self.coming not in COMING or _comes_within(COMING[self.coming][1], row))
        )


STATES: dict[str, tuple[str, Callable[[Looked], bool]]] = {
    "warning-sign": ("Warning sign", lambda looked: looked.group is Group.NOW),
    "look-today": ("Look at today", lambda looked: looked.group is Group.TODAY),
    "not-heard-from": ("Not heard from", lambda looked: looked.group is Group.NOT_HEARD_FROM),
    "nothing-raised": ("Nothing raised", lambda looked: looked.group is Group.NOTHING_RAISED),
    "unread-note": ("Unread note", lambda looked: bool(looked.row.unread_note)),
    "not-joined": (NOT_JOINED, lambda looked: looked.row.facts.joined_on is None),
    "not-active": ("Not active", lambda looked: bool(STATUS_WORDS[looked.row.episode.status])),
}
COMING = {"today": ("Coming in today", 0), "week": ("Coming in this week", WEEK - 1)}
"""Days to go at most: a week is today and the six days after."""


def _comes_within(days: int, row: CaseloadRow) -> bool:
    return row.comes_in is not None and row.comes_in.days_to_go <= days


PROCEDURE_CHOICES = [(each.value, words) for each, words in PROCEDURE_NAMES.items()]
STAGE_CHOICES = [(each.value, words) for each, words in STAGE_NAMES.items()]
COMING_CHOICES = [(key, words) for key, (words, _days) in COMING.items()]
STATE_CHOICES = [(key, words) for key, (words, _test) in STATES.items()]


@dataclass(frozen=True, slots=True)
class CaseloadPage:
    heading: str
    about: str
    groups: tuple[GroupWords, ...]
    shown: int
    nothing: str


def _folded(name: str) -> str:
    """Without accents and capitals, so that "jose" finds José."""
    return "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each)).casefold()


def look(rows: Iterable[CaseloadRow], thresholds: Thresholds) -> list[Looked]:
    """Warning signs first, then what else is for today, then silence, then name; rows come by name."""
    looked = [Looked(row, assess(row.facts, thresholds, row.today)) for row in rows]
    return sorted(looked, key=lambda each: urgency(each.reasons))


def caseload_page(everybody: Sequence[Looked], shown: Sequence[Looked], not_own: Mapping[UUID, str]) -> CaseloadPage:
    """Counts are of everybody; groups hold those that are shown. `not_own` says by patient why they are on the list
    all the same.
    """
    counts = {group: sum(each.group is group for each in everybody) for group in Group}
    groups = []
    for group in Group:
        rows = tuple(_row(each, not_own.get(each.row.person.id, "")) for each in shown if each.group is group)
        if rows:
            groups.append(GroupWords(group.value, GROUP_TITLES[group], rows))
    return CaseloadPage(
        heading=_heading(counts[Group.NOW] + counts[Group.TODAY]),
        about=_about(counts),
        groups=tuple(groups),
        shown=len(shown),
        nothing="Nobody on your list fits. Show everybody to begin again." if everybody else "Nobody is in your care.",
    )


def not_own_words(covered_for: Mapping[UUID, str], opened: Mapping[UUID, datetime], zone: str) -> dict[UUID, str]:
    """By patient whom they cover for, or until when a record is open in an emergency; `zone` is the clinic's."""
    covering = {patient_id: f"You cover for {name}" for patient_id, name in covered_for.items()}
    return {**covering, **{patient_id: emergency_words(until, zone) for patient_id, until in opened.items()}}


def emergency_words(until: datetime, zone: str) -> str:
    return f"Open to you in an emergency, until {clock_words(until, zone)}"


def _about(counts: Mapping[Group, int]) -> str:
    """2 with a warning sign, 1 for another reason, 3 not heard from, 18 nothing raised."""
    other = f"{counts[Group.TODAY]} for another reason, " if counts[Group.TODAY] else ""
    return (
        f"{counts[Group.NOW]} with a warning sign, {other}{counts[Group.NOT_HEARD_FROM]} not heard from, "
        f"{counts[Group.NOTHING_RAISED]} nothing raised."
    )


def _heading(count: int) -> str:
    if not count:
        return "No warning sign to look at today"
    return "1 patient to look at today" if count == 1 else f"{count} patients to look at today"


def _row(looked: Looked, not_own: str) -> RowWords:
    row = looked.row
    adherence = adherence_over(WEEK, row.today, row.plans, row.sessions, row.excused)
    zone = row.person.patient.zone if row.person.patient else ""
    who = row.person.full_name
    return RowWords(
        patient_id=row.person.id,
        name=who,
        operation=operation_name(row.episode.operation),
        where=where_words(row),
        not_own=not_own,
        comes_in=_comes_in_words(row),
        chips=chips(looked.reasons, row.today, zone),
        pain=sparkline(course_of(row.episode, row.figures, row.today), who, name=f"p{row.person.id.hex[:12]}"),
        walking=_walking(row),
        adherence=adherence_short(adherence),
        adherence_whole=adherence_words(adherence),
        last_entry=_last_entry(row.facts.last_entry_on, row.today),
        unread_note=_cut(row.unread_note),
    )


def where_words(row: CaseloadRow) -> str:
    """Day 52, building up; with the episode's status when it is not active."""
    stage, status = row.episode.stage_on(row.today), STATUS_WORDS[row.episode.status]
    told = [day_for_staff(row.episode, row.today), stage_name(stage).lower() if stage else NO_STAGE]
    told += [status.lower()] if status else []
    return ", ".join([*told, *([NOT_JOINED.lower()] if row.facts.joined_on is None else [])])


def _comes_in_words(row: CaseloadRow) -> str:
    """Comes in today, 9:30. On the clinic's clock."""
    if row.comes_in is None:
        return ""
    on, at = day_in_zone(row.comes_in.at, row.comes_in.zone), clock_words(row.comes_in.at, row.comes_in.zone)
    day = {0: "today", 1: "tomorrow"}.get(row.comes_in.days_to_go, short_day(on))
    return f"Comes in {day}, {at}"


def _walking(row: CaseloadRow) -> str:
    minutes = last_walk(row)
    return NO_ENTRY if minutes is None else f"{minutes} min"


def last_walk(row: CaseloadRow) -> int | None:
    """Minutes of the newest day of the last seven that has them."""
    recent = [
        figure.walking_minutes
        for day, figure in sorted(row.figures.items(), reverse=True)
        if figure.walking_minutes is not None and (row.today - day).days < WEEK
    ]
    return recent[0] if recent else None


def _last_entry(day: date | None, today: date) -> str:
    return short_day_from(today, day) if day else "None yet"


def _cut(note: str) -> str:
    one_line = " ".join(note.split())
    return one_line if len(one_line) <= NOTE_SHOWN else f"{one_line[:NOTE_SHOWN].rstrip()}…"
