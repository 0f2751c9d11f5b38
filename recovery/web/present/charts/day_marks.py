"""What happened on which day, above the panels of the aligned chart: each kind has a row and a shape of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from recovery.web.present.charts.axis import DayAxis
from recovery.web.present.charts.pain import Course
from recovery.web.present.charts.shapes import Shape, dot, path, rect, short, words

ROW = 18.0


@dataclass(frozen=True, slots=True)
class DayMarks:
    """The days on which a warning sign was ticked, that hold a reason of the worklist, on which somebody reviewed, and
    from which a version of the plan is in force.
    """

    signs: frozenset[date] = frozenset()
    reasons: frozenset[date] = frozenset()
    reviews: frozenset[date] = frozenset()
    plans: frozenset[date] = frozenset()


def _up(x: float, y: float) -> Shape:
    return path("ev", f"M{short(x)} {short(y - 7)}l7 13h-14z")


def _down(x: float, y: float) -> Shape:
    return path("re", f"M{short(x)} {short(y + 6)}l6-11h-12z")


def _disc(x: float, y: float) -> Shape:
    return dot("eo", x, y, 5)


def _square(x: float, y: float) -> Shape:
    return rect("eo", x - 4.5, y - 4.5, 9, 9)


@dataclass(frozen=True, slots=True)
class MarkRow:
    name: str
    told: str
    days: frozenset[date]
    draw: Callable[[float, float], Shape]


def mark_rows(marks: DayMarks) -> tuple[MarkRow, ...]:
    """`told` says in the values of a day what its mark says."""
    return (
        MarkRow("Warning sign", "warning sign ticked", marks.signs, _up),
        MarkRow("Reason", "a reason on the worklist", marks.reasons, _down),
        MarkRow("Review", "reviewed", marks.reviews, _disc),
        MarkRow("Plan", "a plan began", marks.plans, _square),
    )


def marks_of(marks: DayMarks, day: date) -> list[str]:
    return [row.told for row in mark_rows(marks) if day in row.days]


def marks_drawn(marks: DayMarks, course: Course, axis: DayAxis, top: float) -> tuple[list[Shape], float]:
    """The shapes of the rows that have something in sight, and the height at which they end."""
    shapes, y = [], top
    for row in mark_rows(marks):
        days = [day for each in sorted(row.days) if axis.holds(day := (each - course.operated_on).days)]
        if days:
            y += ROW
            shapes += [row.draw(8, y - 5), words(row.name, 20, y), *(row.draw(axis.x(day), y - 5) for day in days)]
    return shapes, y
