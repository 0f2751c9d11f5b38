"""The usual ranges of one operation drawn and listed, without anybody's scores."""

from dataclasses import dataclass
from functools import partial

from recovery.domain.expected_course import LAST_DAY, ExpectedCourse, Site
from recovery.domain.operation import Procedure
from recovery.web.present.charts.axis import DayAxis, operation_line, ticks
from recovery.web.present.charts.pain import score_lines
from recovery.web.present.charts.shapes import Chart, Table
from recovery.web.present.charts.usual import BOTTOM, HEIGHT, WIDTH, range_shapes, range_words, y_of
from recovery.web.present.operation_words import procedure_name

SITE_NAMES = {Site.BACK: "Back", Site.LEG: "Leg"}
EXAMPLE_DAY, EXAMPLE_SITE = 12, Site.BACK
LEAST_DRAWN = 90


@dataclass(frozen=True, slots=True)
class Drawn:
    title: str
    charts: tuple[Chart, ...]
    table: Table


def drawn(name: str, title: str, course: ExpectedCourse, procedure: Procedure) -> Drawn:
    """`name` makes the drawings' ids; a site without a range has no drawing."""
    charts = tuple(_chart(name, course, procedure, site) for site in Site if course.days(procedure, site))
    return Drawn(title, charts, _table(name, course, procedure))


def _chart(name: str, course: ExpectedCourse, procedure: Procedure, site: Site) -> Chart:
    """From surgery until two weeks after the last change."""
    days, steps = course.days(procedure, site), course.steps[procedure, site]
    last_change = max(step.from_day for step in steps if step.range)
    last_drawn = min(LAST_DAY, max(LEAST_DRAWN, last_change + 14))
    axis, range_on = DayAxis(0, last_drawn, 24, WIDTH - 10), partial(course.range_on, procedure, site)
    shapes = [*score_lines(axis, y_of), *range_shapes(site, axis, range_on)]
    shapes += [*operation_line(axis, BOTTOM), *ticks(axis, HEIGHT - 8)]
    first, last = range_words(range_on(days[0])), range_words(range_on(days[-1]))
    until = f"from day {last_change} to day {days[-1]}"
    told = f"Many people score {first} on day {days[0]} and {last} {until}."
    heading = f"{SITE_NAMES[site]} pain after {procedure_name(procedure).lower()}"
    return Chart(f"{name}-{procedure.value}-{site.value}", WIDTH, HEIGHT, heading, told, tuple(shapes))


def _table(name: str, course: ExpectedCourse, procedure: Procedure) -> Table:
    """One row for each change of either site."""
    steps = [step for site in Site for step in course.steps.get((procedure, site), ())]
    begins = sorted({step.from_day for step in steps})
    rows = [
        (
            f"{first} to {last}" if first < last else str(first),
            *(range_words(course.range_on(procedure, site, first)) for site in Site),
        )
        for first, last in zip(begins, [*(day - 1 for day in begins[1:]), LAST_DAY], strict=True)
    ]
    head = ("Days", *(f"{SITE_NAMES[site]}, many people" for site in Site))
    here = "" if name == "estimate" else " at this clinic"
    return Table(f"What many people score after {procedure_name(procedure).lower()}{here}", head, tuple(rows))
