"""Pain over time: daily marks, 7-day lines, back solid with dots and leg dashed with diamonds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.content import wording
from recovery.domain.day_figures import DayFigure
from recovery.domain.pathway import Pathway
from recovery.domain.stage import Stage
from recovery.web.present.charts.axis import DayAxis, bands, operation_line, ticks
from recovery.web.present.charts.shapes import (
    Chart,
    Shape,
    Table,
    diamond,
    dot,
    level,
    line_through,
    path,
    rolling_mean,
    words,
)
from recovery.web.present.numbers import show

WORDS = wording.words("progress")
TOP_SCORE = 10
LABEL_HEIGHT = 17


@dataclass(frozen=True, slots=True)
class Course:
    """What charts of one recovery share: daily figures, the operation day, the pathway and the words for it."""

    figures: Mapping[date, DayFigure]
    operated_on: date
    today: date
    pathway: Pathway
    stage_names: Mapping[Stage, str]
    pain_names: tuple[str, str]

    @property
    def first_day(self) -> int:
        """The first day with an entry, or day 0 when that is earlier."""
        recorded = [(day - self.operated_on).days for day in self.figures]
        return min([0, *recorded]) if self.last_day >= 0 else min([self.last_day, *recorded])

    @property
    def last_day(self) -> int:
        return max([(self.today - self.operated_on).days, *((day - self.operated_on).days for day in self.figures)])

    def series(self, measure: str) -> list[tuple[int, float]]:
        """(day since the operation, value) for the days that have one."""
        values = ((day, getattr(figure, measure)) for day, figure in sorted(self.figures.items()))
        return [((day - self.operated_on).days, value) for day, value in values if value is not None]


SITES = (("back_average", "pb", "lb", "tb"), ("leg_average", "pl", "ll", "tl"))


def pain_shapes(course: Course, axis: DayAxis, top: float, bottom: float) -> list[Shape]:
    """Grid, marks, lines and labels of both sites between two heights."""

    def y(score: float) -> float:
        return bottom - score / TOP_SCORE * (bottom - top)

    shapes, ends = score_lines(axis, y), []
    for (measure, mark_css, line_css, text_css), name in zip(SITES, course.pain_names, strict=True):
        points = [(day, value) for day, value in course.series(measure) if axis.holds(day)]
        mark, size = (dot, 2.4) if mark_css == "pb" else (diamond, 3.0)
        shapes += [mark(f"{mark_css} sm", axis.x(day), y(value), size) for day, value in points]
        means = rolling_mean(points)
        if means:
            days, values = zip(*means, strict=True)
            xs, ys = [axis.x(day) for day in days], [y(value) for value in values]
            shapes.append(path(line_css, line_through(days, xs, ys)))
        if points:
            day, value = (means or points)[-1]
            shapes.append(mark(mark_css, axis.x(day), y(value), size * 2))
            ends.append((y(value), axis.x(day), name, text_css))
    return shapes + _labels(ends)


def score_lines(axis: DayAxis, y: Callable[[float], float]) -> list[Shape]:
    """The levels of 0, 5 and 10."""
    return [
        shape
        for score in (0, 5, 10)
        for shape in (
            level("gr", y(score), axis.left, axis.right),
            words(str(score), axis.left - 6, y(score) + 4, anchor="end"),
        )
    ]


def _labels(ends: list[tuple[float, float, str, str]]) -> list[Shape]:
    """Names at the ends of the lines, moved apart where they would touch."""
    heights = [end[0] for end in ends]
    if len(ends) > 1 and abs(heights[0] - heights[1]) < LABEL_HEIGHT:
        middle, up = sum(heights) / 2, heights[0] <= heights[1]
        heights = [middle - 9, middle + 9] if up else [middle + 9, middle - 9]
    return [words(name, x + 9, y + 4, css) for y, (_y, x, name, css) in zip(heights, ends, strict=True)]


def pain_chart(course: Course, *, name: str = "pain", width: float = 358, height: float = 250) -> Chart:
    axis = DayAxis(course.first_day, course.last_day, 24, width - 44)
    bottom = height - 28
    shapes = bands(axis, course.pathway, course.stage_names, bottom)
    shapes += pain_shapes(course, axis, 36, bottom)
    shapes += [*operation_line(axis, bottom), *ticks(axis, height - 8)]
    back, leg = course.pain_names
    title = WORDS.pain_since_surgery.format(first=back, second=leg.lower())
    return Chart(name, width, height, title, latest_pain(course), tuple(shapes), table=pain_table(course))


def latest_pain(course: Course) -> str:
    """The newest score of each site, in words."""
    told = []
    for (measure, *_css), name in zip(SITES, course.pain_names, strict=True):
        points = course.series(measure)
        if points:
            day, score = points[-1]
            told.append(WORDS.site_score_on_day.format(site=name, score=show(score), day=day))
    return " ".join([WORDS.zero_to_ten, *(told or [WORDS.no_scores_yet])])


def pain_table(course: Course) -> Table:
    back, leg = course.pain_names
    values = [head.format(site=site) for site in (back, leg) for head in (WORDS.head_average, WORDS.head_worst)]
    rows = [
        (
            day_number(course, day),
            *(cell(value) for value in (each.back_average, each.back_worst, each.leg_average, each.leg_worst)),
        )
        for day, each in sorted(course.figures.items(), reverse=True)
    ]
    return Table(WORDS.pain_by_day.format(first=back, second=leg.lower()), (WORDS.head_day, *values), tuple(rows))


def day_number(course: Course, day: date) -> str:
    """Day 12; with how many check-ins made its figures where there were several."""
    number = WORDS.day_number.format(day=(day - course.operated_on).days)
    figure = course.figures.get(day)
    if figure is None or figure.entries == 1:
        return number
    return WORDS.day_of_several.format(day=number, count=figure.entries)


def cell(value: float | None) -> str:
    """A missing value is a dash, never 0."""
    return "–" if value is None else show(value)


def last_days(figures: Mapping[date, DayFigure], today: date, days: int) -> dict[date, DayFigure]:
    """The figures of the `days` days that end today."""
    return {day: figure for day, figure in figures.items() if today - timedelta(days=days) < day <= today}
