"""The clinic's own patients by week since surgery, as counts and quartiles without names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from recovery.domain.clinic_cohort import FEWEST, Group, Member, WeekValue, group, had_plan
from recovery.domain.expected_course import Site
from recovery.domain.outcomes_at import Medians
from recovery.web.present.charts.by_week import WeekScale, by_week_chart, by_week_table
from recovery.web.present.charts.shapes import Chart, Table
from recovery.web.present.cohort_outcomes import OutcomeTable, outcome_tables
from recovery.web.present.cohort_words import ABOUT, MEASURES, Wanted, heading
from recovery.web.present.operation_words import approach_name, procedure_name

TOO_FEW = f"Fewer than {FEWEST} patients: not shown, so that nobody can be made out."
WOULD_TELL = (
    f"not shown: fewer than {FEWEST} patients here, or with the other approach, and those could be worked out from "
    "both together."
)
NOT_TOLD = f"not shown: fewer than {FEWEST} patients to compare so far."
NO_WEEK = f"No week has {FEWEST} patients or more yet."


@dataclass(frozen=True, slots=True)
class Panel:
    """`hidden` says why nothing is drawn; `chart` and `table` are there otherwise."""

    name: str
    about: str
    hidden: str
    chart: Chart | None
    table: Table | None


@dataclass(frozen=True, slots=True)
class CohortPage:
    heading: str
    about: str
    panels: tuple[Panel, ...]
    outcomes: tuple[OutcomeTable, ...]
    not_told: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """`members` each counted once; `values` of the wanted measure; `medians` around the milestones. `plan_began` is
    there only where exercises are wanted.
    """

    members: Sequence[Member]
    values: Sequence[WeekValue]
    medians: Mapping[Site, Medians]
    plan_began: Mapping[UUID, date]


def cohort_page(wanted: Wanted, recorded: Recorded, today: date) -> CohortPage:
    groups = tuple(
        group(procedure, wanted.approach, recorded.members, recorded.values) for procedure in wanted.procedures
    )
    shown = [each.procedure for each in groups if each.size is not None]
    scale = WeekScale(wanted.measure, groups)
    return CohortPage(
        heading=heading(wanted.measure, groups),
        about=f"{MEASURES[wanted.measure]} by week since surgery{_of_approach(wanted)}. {ABOUT[wanted.measure]}",
        panels=tuple(
            _panel(each, wanted, scale, had_plan(each, wanted.approach, recorded.members, recorded.plan_began, today))
            for each in groups
        ),
        outcomes=outcome_tables(shown, wanted.approach, recorded.members, recorded.medians, today),
        not_told=NOT_TOLD if wanted.approach is None else WOULD_TELL,
    )


def _of_approach(wanted: Wanted) -> str:
    return "" if wanted.approach is None else f", {approach_name(wanted.approach).lower()} operations"


def _panel(told: Group, wanted: Wanted, scale: WeekScale, planned: Mapping[int, int]) -> Panel:
    name = procedure_name(told.procedure)
    if told.size is None:
        return Panel(name, "", TOO_FEW if wanted.approach is None else WOULD_TELL.capitalize(), None, None)
    about = f"{told.size} patients had this operation"
    if not told.weeks:
        return Panel(name, about, NO_WEEK, None, None)
    return Panel(
        name, _about(about, told), "", by_week_chart(told, scale), by_week_table(told, wanted.measure, planned)
    )


def _about(about: str, told: Group) -> str:
    first, last = min(told.weeks), told.last_week
    of_first = f"{told.weeks[first].n} recorded in week {first}"
    return f"{about}: {of_first}, {told.weeks[last].n} in week {last}" if last > first else f"{about}: {of_first}"
