"""The sparkline of a row: pain in 28 days, with the days that hold a reason marked by their shape."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.content import wording
from recovery.web.present.charts.axis import DayAxis
from recovery.web.present.charts.pain import SITES, TOP_SCORE, Course
from recovery.web.present.charts.shapes import Chart, Shape, diamond, dot, level, line_through, path, short
from recovery.web.present.numbers import show

WORDS = wording.words("progress")
DAYS, WIDTH, HEIGHT = 28, 160, 56
EDGE = 5
BEAD = 2.6


@dataclass(frozen=True, slots=True)
class Marked:
    """Days to mark: on the line of a site, or below the lines where the reason is about something else."""

    back: frozenset[date] = frozenset()
    leg: frozenset[date] = frozenset()
    other: frozenset[date] = frozenset()
    signs: frozenset[date] = frozenset()


NOTHING_MARKED = Marked()


def sparkline(course: Course, who: str, *, name: str, marked: Marked = NOTHING_MARKED) -> Chart:
    """The 28 days that end today. A marked score is hollow on its line; another marked day is a triangle below."""
    last = (course.today - course.operated_on).days
    axis = DayAxis(last - DAYS + 1, last, 2, WIDTH - 8)
    shapes = [level("gr", HEIGHT - EDGE, 0, WIDTH), level("gr", EDGE, 0, WIDTH)]
    told, drawn = [], {day for day in (marked.other | marked.signs) if axis.holds((day - course.operated_on).days)}
    for (measure, mark_css, line_css, _text), site, days in zip(
        SITES, course.pain_names, (marked.back, marked.leg), strict=True
    ):
        points = [(day, value) for day, value in course.series(measure) if axis.holds(day)]
        if not points:
            continue
        beads = {(day - course.operated_on).days for day in days} & dict(points).keys()
        shapes += _line(points, axis, mark_css, line_css, beads)
        drawn |= {course.operated_on + timedelta(days=day) for day in beads}
        told.append(f"{site} {show(points[-1][1])}")
    return Chart(
        name,
        WIDTH,
        HEIGHT,
        WORDS.pain_in_28_days.format(who=who),
        _description(told, len(drawn)),
        (*shapes, *_below(course, axis, marked)),
        "ch sp",
    )


def _description(told: list[str], count: int) -> str:
    latest = WORDS.latest_scores.format(scores=", ".join(told)) if told else WORDS.no_entry_in_these_days
    return f"{latest} {_marked(count)}".strip()


def _marked(count: int) -> str:
    """In words, for who does not see the drawing; the reasons beside it tell the days."""
    if not count:
        return ""
    return f"{'1 day is' if count == 1 else f'{count} days are'} marked because of a reason."


def _line(points: list[tuple[int, float]], axis: DayAxis, mark_css: str, line_css: str, beads: set[int]) -> list[Shape]:
    days = [day for day, _value in points]
    ys = [HEIGHT - EDGE - value / TOP_SCORE * (HEIGHT - 2 * EDGE) for _day, value in points]
    mark: Callable[[str, float, float, float], Shape]
    mark, size, bead = (dot, 4.0, BEAD) if mark_css == "pb" else (diamond, 5.0, BEAD + 1)
    shapes = [path(line_css, line_through(days, [axis.x(day) for day in days], ys))]
    shapes.append(mark(mark_css, axis.x(days[-1]), ys[-1], size))
    return shapes + [
        mark(f"mk {mark_css}", axis.x(day), y, bead) for day, y in zip(days, ys, strict=True) if day in beads
    ]


def _below(course: Course, axis: DayAxis, marked: Marked) -> list[Shape]:
    """Triangles on the lower edge: filled red only for a warning sign."""
    return [
        triangle(css, axis.x((day - course.operated_on).days), size)
        for days, css, size in ((marked.other, "eo", 3.5), (marked.signs, "ev", 4.5))
        for day in sorted(days)
        if axis.holds((day - course.operated_on).days)
    ]


def triangle(css: str, x: float, size: float) -> Shape:
    """Its tip on the lower level."""
    return path(css, f"M{short(x)} {short(HEIGHT - EDGE - 1)}l{short(size)} {short(EDGE)}h-{short(2 * size)}z")
