"""This week's exercises as seven dots, Monday to Sunday, by the one rule for a day's mark."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from recovery.content import wording
from recovery.domain.adherence import Adherence
from recovery.web.present.charts.shapes import Chart, words
from recovery.web.present.charts.therapy import DayMark, drawn, mark_of
from recovery.web.present.dates import weekday

WORDS = wording.words("exercises")
WIDTH, HEIGHT, CELL = 322, 56, 46


def week_marks(by_day: Mapping[date, Adherence], today: date, excused: frozenset[date]) -> dict[date, DayMark]:
    return {day: mark_of(adherence, day, today, excused) for day, adherence in by_day.items()}


def week_chart(marks: Mapping[date, DayMark], today: date) -> Chart:
    """The name of today stands out."""
    shapes, told = [], []
    for column, (day, mark) in enumerate(marks.items()):
        x = CELL * (column + 0.5)
        shapes.append(words(weekday(day)[:3], x, 12, "t" if day == today else "", anchor="middle"))
        shapes += drawn(mark, x, 38)
        told.append(WORDS.week_day.format(day=weekday(day), mark=mark.value))
    return Chart("week", WIDTH, HEIGHT, WORDS.week_title, f"{', '.join(told)}.", tuple(shapes))


def days_by_mark(marks: Mapping[date, DayMark]) -> str:
    """2 all done, 1 partly done: days, in the order of the marks; "" while all is still to come."""
    counts = Counter(marks.values())
    return ", ".join(f"{counts[mark]} {mark.value}" for mark in DayMark if counts[mark] and mark is not DayMark.TO_COME)
