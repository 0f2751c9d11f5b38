"""The usual ranges as the clinic's lead looks at them before patients do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from recovery.content.expected_course import ShippedCourse
from recovery.domain.calendar import day_in_zone
from recovery.domain.expected_course import FIRST_DAY, LAST_DAY, ExpectedCourse, Site
from recovery.domain.operation import Procedure
from recovery.records.expected_ranges import ApprovedRanges
from recovery.web.present.charts.axis import DayAxis, operation_line, ticks
from recovery.web.present.charts.pain import score_lines
from recovery.web.present.charts.shapes import Chart, Table
from recovery.web.present.charts.usual import BOTTOM, HEIGHT, WIDTH, range_shapes, range_words, y_of
from recovery.web.present.dates import clock_words, day_and_year
from recovery.web.present.operation_words import procedure_name
from recovery.web.present.usual_range import UsualScore

SHOWN, NOT_SHOWN = "Patients see what is usual", "Patients do not see what is usual"
SITE_NAMES = {Site.BACK: "Back", Site.LEG: "Leg"}
EXAMPLE_DAY, EXAMPLE_SCORE = 12, "4"
LEAST_DRAWN = 90


@dataclass(frozen=True, slots=True)
class ProcedureRanges:
    name: str
    charts: tuple[Chart, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class UsualRangesPage:
    """`standing` is the approval under which patients see the ranges; `history` are sentences, newest first. `example`
    is what a patient would read of their back on a day after a fusion.
    """

    heading: str
    shipped: ShippedCourse
    standing: UUID | None
    example: UsualScore
    procedures: tuple[ProcedureRanges, ...]
    history: tuple[str, ...]


def usual_ranges_page(shipped: ShippedCourse, approvals: Sequence[ApprovedRanges], zone: str) -> UsualRangesPage:
    standing = next((each.id for each in approvals if each.is_standing and each.source == shipped.source), None)
    held = shipped.course.range_on(Procedure.FUSION, Site.BACK, EXAMPLE_DAY)
    return UsualRangesPage(
        heading=SHOWN if standing else NOT_SHOWN,
        shipped=shipped,
        standing=standing,
        example=UsualScore(EXAMPLE_DAY, range_words(held), EXAMPLE_SCORE),
        procedures=tuple(_procedure(shipped.course, each) for each in Procedure),
        history=tuple(_told(each, zone) for each in approvals),
    )


def _procedure(course: ExpectedCourse, procedure: Procedure) -> ProcedureRanges:
    name = procedure_name(procedure)
    charts = tuple(_chart(course, procedure, site) for site in Site)
    return ProcedureRanges(name, charts, _table(course, procedure))


def _chart(course: ExpectedCourse, procedure: Procedure, site: Site) -> Chart:
    """From surgery until two weeks after the last change, without anybody's scores."""
    last_drawn = min(LAST_DAY, max(LEAST_DRAWN, course.steps[procedure, site][-1].from_day + 14))
    axis, range_on = DayAxis(0, last_drawn, 24, WIDTH - 10), partial(course.range_on, procedure, site)
    shapes = [*score_lines(axis, y_of), *range_shapes(site, axis, range_on)]
    shapes += [*operation_line(axis, BOTTOM), *ticks(axis, HEIGHT - 8)]
    first, last = range_words(range_on(FIRST_DAY)), range_words(range_on(LAST_DAY))
    told = f"Many people score {first} on day {FIRST_DAY} and {last} from day {last_drawn} to day {LAST_DAY}."
    title = f"{SITE_NAMES[site]} pain after {procedure_name(procedure).lower()}"
    return Chart(f"{procedure.value}-{site.value}", WIDTH, HEIGHT, title, told, tuple(shapes))


def _table(course: ExpectedCourse, procedure: Procedure) -> Table:
    """One row for each change of either site."""
    begins = sorted({step.from_day for site in Site for step in course.steps[procedure, site]})
    rows = [
        (
            f"{first} to {last}" if first < last else str(first),
            *(range_words(course.range_on(procedure, site, first)) for site in Site),
        )
        for first, last in zip(begins, [*(day - 1 for day in begins[1:]), LAST_DAY], strict=True)
    ]
    head = ("Days", *(f"{SITE_NAMES[site]}, many people" for site in Site))
    return Table(f"What many people score after {procedure_name(procedure).lower()}", head, tuple(rows))


def _told(approval: ApprovedRanges, zone: str) -> str:
    told = f"{approval.source}: approved by {approval.approved_by} on {_when(approval.approved_at, zone)}"
    if approval.withdrawn_at is None:
        return f"{told}."
    return f"{told}; {approval.withdrawn_by} stopped showing it on {_when(approval.withdrawn_at, zone)}."


def _when(at: datetime, zone: str) -> str:
    return f"{day_and_year(day_in_zone(at, zone))} at {clock_words(at, zone)}"
