"""Better, about the same and worse at 6 weeks, 3, 6 and 12 months, as a table for each operation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recovery.domain.clinic_cohort import Member
from recovery.domain.expected_course import Site
from recovery.domain.operation import Approach, Procedure
from recovery.domain.outcomes_at import Medians, Milestone, Outcome, Outcomes, outcomes
from recovery.web.present.operation_words import procedure_name

MILESTONES = {
    Milestone.SIX_WEEKS: "6 weeks",
    Milestone.THREE_MONTHS: "3 months",
    Milestone.SIX_MONTHS: "6 months",
    Milestone.TWELVE_MONTHS: "12 months",
}
SITES = {Site.LEG: "Leg", Site.BACK: "Back"}
TOLD = (Outcome.BETTER, Outcome.SAME, Outcome.WORSE, Outcome.NO_SCORE_BEFORE, Outcome.NO_ENTRY_THEN)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    when: str
    days: str
    site: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OutcomeTable:
    """`not_told` names what has no row: "6 months, 12 months leg"."""

    name: str
    rows: tuple[OutcomeRow, ...]
    not_told: str


def outcome_tables(
    shown: Sequence[Procedure],
    approach: Approach | None,
    members: Sequence[Member],
    medians: Mapping[Site, Medians],
    today: date,
) -> tuple[OutcomeTable, ...]:
    """One for each procedure, where `shown` are those whose group is not hidden."""
    tables = []
    for procedure in shown:
        found = [
            outcomes((procedure, approach), (site, milestone), members, medians[site], today)
            for milestone in MILESTONES
            for site in SITES
        ]
        rows = tuple(_row(each, each.counts) for each in found if each.counts)
        tables.append(OutcomeTable(procedure_name(procedure), rows, _not_told(found)))
    return tuple(tables)


def _row(told: Outcomes, counts: Mapping[Outcome, int]) -> OutcomeRow:
    window = told.milestone.value
    days = f"days {window.first} to {window.last}"
    return OutcomeRow(
        MILESTONES[told.milestone], days, SITES[told.site], (told.compared, *(counts[each] for each in TOLD))
    )


def _not_told(found: Sequence[Outcomes]) -> str:
    hidden: dict[Milestone, list[str]] = {}
    for each in found:
        if each.counts is None:
            hidden.setdefault(each.milestone, []).append(SITES[each.site].lower())
    return ", ".join(
        MILESTONES[milestone] + ("" if len(sites) == len(SITES) else f" {sites[0]}")
        for milestone, sites in hidden.items()
    )
