"""Everything that was recorded on one axis of days, for the physiotherapist: panels below each other, stage bands
behind, marks above, and the values of each day in words. The page and the print draw it with the same function.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery.records.activity_scores import ScoredActivity
from recovery.web.present.charts.axis import DayAxis, bands, operation_line, ticks
from recovery.web.present.charts.day_marks import DayMarks, marks_drawn, marks_of
from recovery.web.present.charts.pain import Course, cell, day_number, latest_pain
from recovery.web.present.charts.panels import MATTERS, Panel, Values, panels_of
from recovery.web.present.charts.shapes import Chart, Shape, Table, words
from recovery.web.present.dates import DAYS, short_day
from recovery.web.present.numbers import counted, show, show_units

__all__ = ["AlignedChart", "DayMarks", "Size", "Values", "aligned_chart"]

STAGES_END, ABOVE_PANEL, BELOW = 24.0, 26.0, 30.0


@dataclass(frozen=True, slots=True)
class Size:
    """Drawn at the size shown, so that words stay 13 px. `left` and `right` are the margins of the axis; static/css
    places the columns of days over them.
    """

    width: float = 720
    left: float = 108
    right: float = 72


@dataclass(frozen=True, slots=True)
class DayTold:
    """One column of the chart: its day, and its values in words."""

    day: str
    values: str


@dataclass(frozen=True, slots=True)
class AlignedChart:
    """`days` are the columns in their order; `numbered` the names of the lines of what matters."""

    chart: Chart
    days: tuple[DayTold, ...]
    numbered: tuple[str, ...]
    has_range: bool


def aligned_chart(
    values: Values, who: str, days: int | None = None, *, size: Size | None = None, name: str = "aligned"
) -> AlignedChart:
    """The last `days` days of the recovery, or all of it."""
    size, course = size or Size(), values.course
    first = course.first_day if days is None else max(course.first_day, course.last_day - days + 1)
    axis = DayAxis(first, course.last_day, size.left, size.width - size.right)
    panels = panels_of(values, axis)
    shapes, bottom = _drawn(values, panels, axis)
    description = f"Days {axis.first} to {axis.last}. {latest_pain(course)}"
    title = f"Pain, walking and exercises, {who}"
    table = aligned_table(values, axis)
    chart = Chart(name, size.width, bottom + BELOW, title, description, tuple(shapes), table=table)
    told = tuple(DayTold(_day_words(course, day), _values(values, _date(course, day))) for day in axis.days)
    is_scored = any(panel.name == MATTERS for panel in panels)
    numbered = tuple(f"{number} {each.activity.words}" for number, each in enumerate(values.matters, 1))
    return AlignedChart(chart, told, numbered if is_scored else (), bool(values.ranges))


def _drawn(values: Values, panels: Sequence[Panel], axis: DayAxis) -> tuple[list[Shape], float]:
    """The shapes, and the height at which the panels end."""
    marks, bottom = marks_drawn(values.marks, values.course, axis, STAGES_END)
    front = list(marks)
    for panel in panels:
        top = bottom + ABOVE_PANEL
        bottom = top + panel.height
        front += [words(panel.name, 0, top + 10, "t"), words(panel.unit, 0, top + 27)]
        if not panel.is_named:
            front.append(words(panel.name.split()[-1].capitalize(), axis.right + 4, top + 10, "t ph"))
        front += panel.draw(axis, top, bottom)
    bottom += 6
    behind = bands(axis, values.course.pathway, values.course.stage_names, bottom)
    return [*behind, *front, *ticks(axis, bottom + 22), *operation_line(axis, bottom)], bottom


def _date(course: Course, day: int) -> date:
    return course.operated_on + timedelta(days=day)


def _day_words(course: Course, day: int) -> str:
    """Sun 22 Nov, day 12."""
    on = _date(course, day)
    return f"{DAYS[on.weekday()][:3]} {short_day(on)}, day {day}"


def _values(values: Values, on: date) -> str:
    """Only what was recorded: nothing stands for a value that is missing."""
    course, figure = values.course, values.course.figures.get(on)
    told = ["no check-in"]
    if figure is not None:
        first, second = (name.lower() for name in course.pain_names)
        told = [_pain(first, figure.back_average, figure.back_worst)]
        told.append(_pain(second, figure.leg_average, figure.leg_worst))
        told.append(f"walked {counted(figure.walking_minutes, 'minute')}" if figure.walking_minutes is not None else "")
        told.append(counted(figure.steps, "step") if figure.steps is not None else "")
    told += [_exercises(values, on), *_scores(values.matters, on), *marks_of(values.marks, on)]
    return ", ".join(each for each in told if each)


def _pain(site: str, average: float | None, worst: int | None) -> str:
    if average is None and worst is None:
        return ""
    if average is None:
        return f"{site} pain worst {worst}"
    return f"{site} pain {show(average)}" + (f" (worst {worst})" if worst is not None else "")


def _exercises(values: Values, on: date) -> str:
    if on in values.excused:
        return "not well"
    units = values.therapy.get(on)
    if units is None or not units.planned:
        return ""
    missing = f" ({units.not_recorded} not recorded)" if units.not_recorded else ""
    return f"exercises {show_units(units.done)} of {units.planned}{missing}"


def _scores(matters: Sequence[ScoredActivity], on: date) -> list[str]:
    return [f"{each.activity.words} {show(each.scores[on])}" for each in matters if on in each.scores]


def aligned_table(values: Values, axis: DayAxis) -> Table:
    """Every day in sight with something recorded, due or marked, newest first."""
    course, matters = values.course, values.matters
    first, second = course.pain_names
    averages = (f"{first} pain", f"{second} pain", "Walking, minutes", "Exercises, done of due")
    more = (f"{first}, worst", f"{second}, worst", "Steps", *(each.activity.words for each in matters), "That day")
    in_sight = [_date(course, day) for day in reversed(axis.days)]
    rows = [(day_number(course, day), *_row(values, day)) for day in in_sight]
    told = tuple(row for row in rows if any(each not in ("–", "") for each in row[1:]))
    return Table("Pain, walking and exercises by day", ("Day", *averages, *more), told)


def _row(values: Values, on: date) -> tuple[str, ...]:
    figure, units = values.course.figures.get(on), values.therapy.get(on)
    done = f"{show_units(units.done)} of {units.planned}" if units and units.planned else "–"
    that_day = ["not well"] if on in values.excused else []
    last = ", ".join([*that_day, *marks_of(values.marks, on)])
    scores = tuple(cell(each.scores.get(on)) for each in values.matters)
    if figure is None:
        return ("–", "–", "–", done, "–", "–", "–", *scores, last)
    averages = (cell(figure.back_average), cell(figure.leg_average), cell(figure.walking_minutes))
    return (*averages, done, cell(figure.back_worst), cell(figure.leg_worst), cell(figure.steps), *scores, last)
