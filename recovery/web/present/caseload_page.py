"""The caseload: who to look at, in which order, and what each row says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from recovery.domain.adherence import WEEK, adherence_over
from recovery.domain.calendar import day_in_zone, local_time
from recovery.domain.last_look import ListLook
from recovery.domain.worklist import Group
from recovery.records.caseload import CaseloadRow
from recovery.web.present.adherence_words import adherence_short, adherence_words
from recovery.web.present.caseload_narrowed import NOT_JOINED
from recovery.web.present.charts.shapes import Chart
from recovery.web.present.charts.sparkline import sparkline
from recovery.web.present.closing import Closing, decided_words
from recovery.web.present.course import course_of
from recovery.web.present.dates import clock_words, short_day, short_day_from, with_year_if_other
from recovery.web.present.day_for_staff import day_for_staff
from recovery.web.present.looked import Looked
from recovery.web.present.marked_days import marked_by
from recovery.web.present.operation_words import operation_name, stage_name
from recovery.web.present.worklist_words import GROUP_TITLES, STATUS_WORDS, Chip, chips

NO_STAGE = "no stage set"
NO_CLOSINGS: Mapping[UUID, Closing] = MappingProxyType({})
NO_ENTRY = "no entry"
NOTE_SHOWN = 80
"""Characters of an unread note on a row (CLINICAL.md 6)."""

FOLDED_OVER = 50
"""Rows with nothing raised of which the list shows only how many there are, until somebody unfolds them."""

NOON, EVENING = 12, 18


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
    decided: tuple[str, ...]
    closing: Closing | None


@dataclass(frozen=True, slots=True)
class GroupWords:
    """`is_folded`: its heading and count are shown, its rows on asking for them."""

    key: str
    title: str
    rows: tuple[RowWords, ...]
    is_folded: bool


@dataclass(frozen=True, slots=True)
class CaseloadPage:
    heading: str
    about: str
    groups: tuple[GroupWords, ...]
    shown: int
    nothing: str


def caseload_page(
    everybody: Sequence[Looked],
    shown: Sequence[Looked],
    not_own: Mapping[UUID, str],
    closings: Mapping[UUID, Closing] = NO_CLOSINGS,
) -> CaseloadPage:
    """Counts are of everybody; groups hold those that are shown. `not_own` says by patient why they are on the list
    all the same, `closings` what closes their reasons.
    """
    counts = {group: sum(each.group is group for each in everybody) for group in Group}
    return CaseloadPage(
        heading=_heading(counts[Group.NOW] + counts[Group.TODAY]),
        about=_about(counts),
        groups=_groups(shown, not_own, closings),
        shown=len(shown),
        nothing="Nobody on your list fits. Show everybody to begin again." if everybody else "Nobody is in your care.",
    )


def _groups(
    shown: Sequence[Looked], not_own: Mapping[UUID, str], closings: Mapping[UUID, Closing]
) -> tuple[GroupWords, ...]:
    """A group that stands alone is never folded: it is what was asked for."""
    standing = [group for group in Group if any(each.group is group for each in shown)]
    groups = []
    for group in standing:
        rows = tuple(
            _row(each, not_own.get(each.row.person.id, ""), closings.get(each.row.person.id))
            for each in shown
            if each.group is group
        )
        can_wait = group is Group.NOT_RECORDING or (group is Group.NOTHING_RAISED and len(rows) > FOLDED_OVER)
        groups.append(GroupWords(group.value, GROUP_TITLES[group], rows, can_wait and len(standing) > 1))
    return tuple(groups)


def new_words(everybody: Sequence[Looked], last: ListLook | None, now: datetime, zone: str) -> str:
    """2 new since you looked this morning at 8:10. On the clinic's clock; "" at the first look ever."""
    if last is None:
        return ""
    count = sum(chip.is_new for each in everybody for chip in chips(each.reasons, each.whose, each.new))
    return f"{count or 'Nothing'} new since you looked {_when(last.at, now, zone)}."


def _when(at: datetime, now: datetime, zone: str) -> str:
    """This morning at 8:10, yesterday at 16:30, on Friday 20 November at 9:05."""
    on, today = day_in_zone(at, zone), day_in_zone(now, zone)
    hour = local_time(at, zone).hour
    part = "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"
    day = {0: f"this {part}", 1: "yesterday"}.get((today - on).days, f"on {with_year_if_other(on, today)}")
    return f"{day} at {clock_words(at, zone)}"


def not_own_words(covered_for: Mapping[UUID, str], opened: Mapping[UUID, datetime], zone: str) -> dict[UUID, str]:
    """By patient whom they cover for, or until when a record is open in an emergency; `zone` is the clinic's."""
    covering = {patient_id: f"You cover for {name}" for patient_id, name in covered_for.items()}
    return {**covering, **{patient_id: emergency_words(until, zone) for patient_id, until in opened.items()}}


def emergency_words(until: datetime, zone: str) -> str:
    return f"Open to you in an emergency, until {clock_words(until, zone)}"


def _about(counts: Mapping[Group, int]) -> str:
    """2 with a warning sign, 1 for another reason, 3 not heard from, 4 for the next visit, 18 nothing raised."""
    told = [f"{counts[Group.NOW]} with a warning sign"]
    told += [f"{counts[Group.TODAY]} for another reason"] if counts[Group.TODAY] else []
    told += [f"{counts[Group.NOT_HEARD_FROM]} not heard from"]
    told += [f"{counts[Group.NEXT_VISIT]} for the next visit"] if counts[Group.NEXT_VISIT] else []
    told += [f"{counts[Group.NOTHING_RAISED]} nothing raised"]
    told += [f"{counts[Group.NOT_RECORDING]} not recording"] if counts[Group.NOT_RECORDING] else []
    return f"{', '.join(told)}."


def _heading(count: int) -> str:
    if not count:
        return "No warning sign to look at today"
    return "1 patient to look at today" if count == 1 else f"{count} patients to look at today"


def _row(looked: Looked, not_own: str, closing: Closing | None) -> RowWords:
    row = looked.row
    adherence = adherence_over(WEEK, row.today, row.facts.plans, row.facts.sessions, row.excused)
    who, marked = row.person.full_name, marked_by(looked.reasons)
    return RowWords(
        patient_id=row.person.id,
        name=who,
        operation=operation_name(row.episode.operation),
        where=where_words(row),
        not_own=not_own,
        comes_in=_comes_in_words(row),
        chips=chips(looked.reasons, looked.whose, looked.new),
        pain=sparkline(
            course_of(row.episode, row.figures, row.today), who, name=f"p{row.person.id.hex[:12]}", marked=marked
        ),
        walking=_walking(row),
        adherence=adherence_short(adherence),
        adherence_whole=adherence_words(adherence),
        last_entry=_last_entry(row.facts.last_entry_on, row.today),
        unread_note=_cut(row.unread_note),
        decided=decided_words(row.standing),
        closing=closing,
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
