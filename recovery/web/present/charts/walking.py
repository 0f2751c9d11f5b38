"""Minutes walked each day, as bars from 0. A recorded 0 is a thin mark; a day without an entry is empty."""

from collections.abc import Sequence

from recovery.content import wording
from recovery.web.present.charts.axis import DayAxis, bands, operation_line, ticks
from recovery.web.present.charts.pain import Course, cell, day_number
from recovery.web.present.charts.shapes import Chart, Shape, Table, level, rect, words
from recovery.web.present.numbers import counted

WORDS = wording.words("progress")
LEAST_TOP = 30
WIDEST = 28


def walking_shapes(course: Course, axis: DayAxis, top: float, bottom: float) -> list[Shape]:
    points = [(day, value) for day, value in course.series("walking_minutes") if axis.holds(day)]
    return bars(points, axis, top_of_scale([value for _day, value in points]), (top, bottom))


def bars(points: Sequence[tuple[int, float]], axis: DayAxis, highest: int, between: tuple[float, float]) -> list[Shape]:
    """A bar a day from 0, between two heights."""
    top, bottom = between
    shapes = []
    for value in (0, highest // 2, highest):
        y = bottom - value / highest * (bottom - top)
        shapes += [level("gr", y, axis.left, axis.right), words(str(value), axis.left - 6, y + 4, anchor="end")]
    width = bar_width(axis)
    for day, value in points:
        height = max(1.5, value / highest * (bottom - top))
        shapes.append(rect("w" if value else "w0", axis.x(day) - width / 2, bottom - height, width, height, 1))
    return shapes


def bar_width(axis: DayAxis) -> float:
    """Of a day's column, but no wider than a bar: a recovery of three days has no walls."""
    return min(WIDEST, max(1.5, axis.step - 2))


def top_of_scale(values: list[float]) -> int:
    """30 or the next multiple of 20 above the most."""
    most = max(values, default=0)
    return LEAST_TOP if most <= LEAST_TOP else int(-(-most // 20) * 20)


def walking_chart(course: Course, *, name: str = "walking", width: float = 358, height: float = 190) -> Chart:
    axis = DayAxis(course.first_day, course.last_day, 28, width - 10)
    bottom = height - 28
    shapes = bands(axis, course.pathway, course.stage_names, bottom)
    shapes += walking_shapes(course, axis, 36, bottom)
    shapes += [*operation_line(axis, bottom), *ticks(axis, height - 8)]
    return Chart(
        name,
        width,
        height,
        WORDS.minutes_each_day,
        latest_walking(course),
        tuple(shapes),
        table=walking_table(course),
    )


def latest_walking(course: Course) -> str:
    points = course.series("walking_minutes")
    if not points:
        return WORDS.no_walking_yet
    day, value = points[-1]
    most = max(minutes for _day, minutes in points)
    return WORDS.latest_walking.format(latest=counted(value, "minute"), day=day, most=counted(most, "minute"))


def walking_table(course: Course) -> Table:
    rows = [
        (day_number(course, day), cell(each.walking_minutes), cell(each.steps))
        for day, each in sorted(course.figures.items(), reverse=True)
    ]
    return Table(WORDS.walking_by_day, (WORDS.head_day, WORDS.head_minutes, WORDS.head_steps), tuple(rows))
