"""The panels of the aligned chart, each with its own scale, one below the other. A panel stands where something of its
kind was ever recorded; pain always does, so that silence is seen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from types import MappingProxyType

from recovery.domain.activities import ABILITY
from recovery.domain.adherence import NOTHING_PLANNED, WEEK, Adherence
from recovery.domain.expected_course import Site
from recovery.records.activity_scores import ScoredActivity
from recovery.web.present.charts.activities import activity_lines_drawn
from recovery.web.present.charts.axis import DayAxis
from recovery.web.present.charts.day_marks import DayMarks
from recovery.web.present.charts.pain import SITES, TOP_SCORE, Course, score_lines
from recovery.web.present.charts.shapes import Shape, diamond, dot, level, path, rect, rolling_mean, short, words
from recovery.web.present.charts.usual import PLACES, HeightOf, RangeOn, days_and_line, range_shapes
from recovery.web.present.charts.walking import bar_width, bars, top_of_scale, walking_shapes

PAIN, LOW, UNITS = 92.0, 60.0, 46.0
WORST = {Site.BACK: ("back_worst", "xb"), Site.LEG: ("leg_worst", "xl")}
STEPS_OF_SCALE = 2000
MATTERS = "Activities"
BY_WEEK_UNDER = 4.0
"""Where a day is narrower than this, exercises stand by week, counted from the operation."""

Draw = Callable[[DayAxis, float, float], list[Shape]]


@dataclass(frozen=True, slots=True)
class Values:
    """What the aligned chart draws. `therapy` by day; `ranges` by site where a usual range may be shown."""

    course: Course
    therapy: Mapping[date, Adherence]
    excused: frozenset[date] = frozenset()
    scored: Sequence[ScoredActivity] = ()
    marks: DayMarks = DayMarks()  # noqa: RUF009 - frozen
    ranges: Mapping[Site, RangeOn] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def matters(self) -> tuple[ScoredActivity, ...]:
        """Those that matter now; what was let go stands in the table of Progress."""
        return tuple(each for each in self.scored if not each.is_let_go)


@dataclass(frozen=True, slots=True)
class Panel:
    name: str
    unit: str
    height: float
    draw: Draw
    is_named: bool = False
    """Its line has its name at its end."""


def panels_of(values: Values, axis: DayAxis) -> tuple[Panel, ...]:
    """Activities are scored about once a month, so theirs stands only where a score is in sight."""
    course = values.course
    told = [_pain_panel(values, site, name) for site, name in zip(Site, course.pain_names, strict=True)]
    if course.series("walking_minutes"):
        told.append(Panel("Walking", "minutes", LOW, partial(walking_shapes, course)))
    if course.series("steps"):
        told.append(Panel("Steps", "a day", LOW, partial(_steps, course)))
    if any(each.planned for each in values.therapy.values()):
        unit = "done of due" if axis.step >= BY_WEEK_UNDER else "by week"
        told.append(Panel("Exercises", unit, UNITS, partial(_units, values)))
    days = [(day - course.operated_on).days for each in values.matters for day in each.scores]
    if any(axis.holds(day) for day in days):
        told.append(Panel(MATTERS, "0 to 10", PAIN, partial(_matters, values)))
    return tuple(told)


def _height_of(top: float, bottom: float) -> HeightOf:
    """0 to 10, never cut."""
    return lambda score: bottom - score / TOP_SCORE * (bottom - top)


def _pain_panel(values: Values, site: Site, name: str) -> Panel:
    def draw(axis: DayAxis, top: float, bottom: float) -> list[Shape]:
        y = _height_of(top, bottom)
        range_on = values.ranges.get(site)
        behind = range_shapes(site, axis, range_on, y) if range_on else []
        return [*score_lines(axis, y), *behind, *_site(values.course, site, axis, y)]

    return Panel(f"{name} pain", "0 to 10", PAIN, draw, is_named=True)


def _site(course: Course, site: Site, axis: DayAxis, y: HeightOf) -> list[Shape]:
    """Each day's worst as a dash, its average as a mark, the 7-day average as the line with its name at the end."""
    measure, mark_css, _line_css, text_css = SITES[PLACES[site]]
    worst, css = WORST[site]
    name, half = course.pain_names[PLACES[site]], max(1.5, min(axis.step / 2, 4))
    dashes = "".join(
        f"M{short(axis.x(day) - half)} {short(y(score))}h{short(half * 2)}"
        for day, score in course.series(worst)
        if axis.holds(day)
    )
    points = course.series(measure)
    means = rolling_mean(points)
    shapes = [*([path(css, dashes)] if dashes else []), *days_and_line(site, axis, points, means, y)]
    if points and axis.holds(points[-1][0]):
        day, score = means[-1] if means and means[-1][0] == points[-1][0] else points[-1]
        mark, size = (dot, 4.8) if site is Site.BACK else (diamond, 6.0)
        shapes += [mark(mark_css, axis.x(day), y(score), size)]
        return [*shapes, words(name, axis.x(day) + 10, y(score) + 4, text_css)]
    return [*shapes, words(name, axis.right + 4, y(TOP_SCORE / 2) + 4, f"{text_css} ph")]


def _steps(course: Course, axis: DayAxis, top: float, bottom: float) -> list[Shape]:
    points = [(day, value) for day, value in course.series("steps") if axis.holds(day)]
    most = max((value for _day, value in points), default=0)
    highest = max(STEPS_OF_SCALE, top_of_scale([most / STEPS_OF_SCALE * 20]) * STEPS_OF_SCALE // 20)
    return bars(points, axis, highest, (top, bottom))


def _units(values: Values, axis: DayAxis, top: float, bottom: float) -> list[Shape]:
    """What was due as a column: done below, then not done, then not recorded. Excused days are a line."""
    columns = _columns(values, axis)
    most = max((each.planned for _x, _width, each in columns), default=0) or 1
    shapes = [level("gr", bottom, axis.left, axis.right)]
    shapes += [words(str(most), axis.left - 6, top + 8, anchor="end"), words("0", axis.left - 6, bottom, anchor="end")]
    for x, width, each in columns:
        y = bottom
        for css, amount in (("p1", each.done), ("p0", each.not_done), ("p2", each.not_recorded)):
            if amount:
                height = amount / most * (bottom - top)
                y -= height
                shapes.append(rect(css, x - width / 2, y, width, height, 1))
    excused = [axis.x(day) for each in values.excused if axis.holds(day := (each - values.course.operated_on).days)]
    half = bar_width(axis) / 2
    return [*shapes, *(level("no", bottom - 6, x - half, x + half) for x in sorted(excused))]


def _columns(values: Values, axis: DayAxis) -> list[tuple[float, float, Adherence]]:
    """The middle, the width and the units of each column in sight, a day each, or a week where days are too narrow."""
    together = 1 if axis.step >= BY_WEEK_UNDER else WEEK
    sums: dict[int, Adherence] = {}
    for day, each in sorted(values.therapy.items()):
        number = (day - values.course.operated_on).days
        if axis.holds(number) and each.planned:
            column = number // together
            sums[column] = sums.get(column, NOTHING_PLANNED) + each
    if together == 1:
        return [(axis.x(day), bar_width(axis), each) for day, each in sums.items()]
    ends = {week: (max(axis.first, week * WEEK), min(axis.last, week * WEEK + 6)) for week in sums}
    middles = {week: (axis.x(first) + axis.x(last)) / 2 for week, (first, last) in ends.items()}
    widths = {week: max(1.5, axis.step * (last - first + 1) - 2) for week, (first, last) in ends.items()}
    return [(middles[week], widths[week], each) for week, each in sums.items()]


def _matters(values: Values, axis: DayAxis, top: float, bottom: float) -> list[Shape]:
    y = _height_of(top, bottom)
    lines = activity_lines_drawn(values.matters, values.course, axis, (y(ABILITY.high), bottom))
    return [*score_lines(axis, y), *lines]
