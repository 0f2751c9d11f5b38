"""How well the activities that matter go, 0 to 10: each line has its own mark and dash, and its number at its end.

Scores come about once a month (CLINICAL.md 12), so a line joins days up to six weeks apart; a longer gap stays open.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recovery.content import wording
from recovery.domain.activities import ABILITY
from recovery.records.activity_scores import ScoredActivity
from recovery.web.present.activities_page import ActivityLine, activity_lines, score_words
from recovery.web.present.charts.axis import DayAxis, bands, operation_line, ticks
from recovery.web.present.charts.pain import Course, cell, day_number
from recovery.web.present.charts.shapes import (
    Chart,
    Shape,
    Table,
    diamond,
    dot,
    level,
    line_through,
    path,
    rect,
    words,
)

WORDS = wording.words("team")
BRIDGED_DAYS = 42
LABEL_HEIGHT = 16.0


def _square(css: str, x: float, y: float, radius: float) -> Shape:
    return rect(css, x - radius, y - radius, 2 * radius, 2 * radius)


MARKS: tuple[tuple[str, Callable[[str, float, float, float], Shape], float], ...] = (
    ("1", dot, 4.5),
    ("2", diamond, 5.5),
    ("3", _square, 4.0),
)
"""Number, mark and its size: classes a1, a2 and a3 give each its line."""


@dataclass(frozen=True, slots=True)
class ActivitiesPart:
    """The part of Progress: a sentence for each activity, the chart and its table."""

    lines: tuple[ActivityLine, ...]
    chart: Chart | None


def activities_part(scored: Sequence[ScoredActivity], course: Course) -> ActivitiesPart | None:
    """None where nothing matters and nothing was scored."""
    lines, chart = activity_lines(scored, course.today), activities_chart(scored, course)
    return ActivitiesPart(lines, chart) if lines or chart else None


def activities_chart(
    scored: Sequence[ScoredActivity], course: Course, *, name: str = "activities", width: float = 358
) -> Chart | None:
    """None without any score. Those that were let go stand in the table only."""
    if not any(each.scores for each in scored):
        return None
    height, top = 220.0, 36.0
    current, bottom = [each for each in scored if not each.is_let_go], height - 28
    days = [(day - course.operated_on).days for each in scored for day in each.scores]
    axis = DayAxis(min([course.first_day, *days]), max([course.last_day, *days]), 24, width - 24)
    shapes = [*bands(axis, course.pathway, course.stage_names, bottom), *_grid(axis, top, bottom)]
    shapes += activity_lines_drawn(current, course, axis, (top, bottom))
    shapes += [*operation_line(axis, bottom), *ticks(axis, height - 8)]
    told = (
        WORDS.chart_told.format(number=number, words=each.activity.words, score=score_words(each, course.today))
        for each, (number, _mark, _size) in zip(current, MARKS, strict=False)
    )
    return Chart(name, width, height, WORDS.chart_title, " ".join(told), tuple(shapes), table=_table(scored, course))


def activity_lines_drawn(
    current: Sequence[ScoredActivity], course: Course, axis: DayAxis, between: tuple[float, float]
) -> list[Shape]:
    """A line, marks and a number for each, of the days in sight, between two heights."""
    top, bottom = between
    shapes, ends = [], []
    for each, (number, mark, size) in zip(current, MARKS, strict=False):
        days = {(day - course.operated_on).days: score for day, score in each.scores.items()}
        points = [(day, _y(score, top, bottom)) for day, score in days.items() if axis.holds(day)]
        xs, ys = [axis.x(day) for day, _y_at in points], [y for _day, y in points]
        shapes.append(path(f"a{number}l", line_through([day for day, _y_at in points], xs, ys, BRIDGED_DAYS)))
        shapes += [mark(f"a{number}", x, y, size) for x, y in zip(xs, ys, strict=True)]
        ends += [(ys[-1], xs[-1], number)] if points else []
    return [*shapes, *_labels(ends)]


def _y(score: float, top: float, bottom: float) -> float:
    return bottom - score / ABILITY.high * (bottom - top)


def _grid(axis: DayAxis, top: float, bottom: float) -> list[Shape]:
    return [
        shape
        for score in (0, 5, 10)
        for shape in (
            level("gr", _y(score, top, bottom), axis.left, axis.right),
            words(str(score), axis.left - 6, _y(score, top, bottom) + 4, anchor="end"),
        )
    ]


def _labels(ends: Sequence[tuple[float, float, str]]) -> list[Shape]:
    """Numbers at the ends of the lines, each below the one above where they would touch."""
    shapes, last = [], float("-inf")
    for y, x, number in sorted(ends):
        last = max(y, last + LABEL_HEIGHT)
        shapes.append(words(number, x + 10, last + 5, "t"))
    return shapes


def _table(scored: Sequence[ScoredActivity], course: Course) -> Table:
    """Every day with a score, newest first; those that were let go stand last."""
    days = sorted({day for each in scored for day in each.scores}, reverse=True)
    heads = (
        WORDS.head_let_go.format(words=each.activity.words) if each.is_let_go else each.activity.words
        for each in scored
    )
    rows = ((day_number(course, day), *(cell(each.scores.get(day)) for each in scored)) for day in days)
    return Table(WORDS.table_caption, (WORDS.head_day, *heads), tuple(rows))
