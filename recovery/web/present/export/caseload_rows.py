"""The caseload as rows: one a patient, in the order of the list, with the numbers that stand on it."""

from collections.abc import Iterable

from recovery.domain.adherence import WEEK, adherence_over
from recovery.domain.week import Change, week
from recovery.records.caseload import CaseloadRow
from recovery.web.present.caseload_page import last_walk
from recovery.web.present.export.cells import Cell, said
from recovery.web.present.export.entry_rows import at_cell, day_cells
from recovery.web.present.looked import Looked
from recovery.web.present.operation_words import operation_name, stage_name
from recovery.web.present.worklist_words import GROUP_TITLES, STATUS_CHOICES, chips

Row = dict[str, Cell]

FIGURES = (
    "Back or neck pain, average of the last 7 complete days (0 to 10)",
    "Leg or arm pain, average of the last 7 complete days (0 to 10)",
    "Walking, newest of the last 7 days (minutes)",
    "Exercises done, last 7 complete days (units)",
    "Exercises not done, last 7 complete days (units)",
    "Exercises not recorded, last 7 complete days (units)",
    "Exercises planned, last 7 complete days (units)",
)
CASELOAD_HEADS = (
    "Number",
    "Name",
    "Operation",
    "Operated on",
    "Days after the operation",
    "Days before the operation",
    "Stage",
    "Status",
    "Joined",
    "Group",
    "Reasons",
    *FIGURES,
    "Last entry",
    "Next appointment",
    "Unread note",
)


def caseload_rows(everybody: Iterable[Looked]) -> list[Row]:
    return [_row(each) for each in everybody]


def _row(looked: Looked) -> Row:
    row = looked.row
    episode, patient, stage = row.episode, row.person.patient, row.episode.stage_on(row.today)
    reasons = chips(looked.reasons, looked.whose)
    days = day_cells(episode, row.today)
    return {
        "Number": patient.number if patient else None,
        "Name": row.person.full_name,
        "Operation": operation_name(episode.operation),
        "Operated on": episode.operation.operated_on.isoformat(),
        "Days after the operation": days["Days after the operation"],
        "Days before the operation": days["Days before the operation"],
        "Stage": stage_name(stage) if stage else None,
        "Status": STATUS_CHOICES[episode.status],
        "Joined": said(row.facts.joined_on is not None),
        "Group": GROUP_TITLES[looked.group],
        "Reasons": "; ".join(each.words for each in reasons) or None,
        **_figures(row),
        "Last entry": row.facts.last_entry_on.isoformat() if row.facts.last_entry_on else None,
        "Next appointment": at_cell(row.comes_in.at, row.comes_in.zone) if row.comes_in else None,
        "Unread note": row.unread_note or None,
    }


def _figures(row: CaseloadRow) -> Row:
    """By the very functions of the list and of the patient's own week; nothing planned is empty, and never 0 of 0."""
    told = week(row.figures, row.today)
    units = adherence_over(WEEK, row.today, row.facts.plans, row.facts.sessions, row.excused)
    counts = (units.done, units.not_done, units.not_recorded, units.planned) if units.planned else (None,) * 4
    figures = (_now(told.back), _now(told.leg), last_walk(row), *counts)
    return dict(zip(FIGURES, figures, strict=True))


def _now(change: Change | None) -> int | None:
    return change.now if change else None
