"""This week's exercises as the patient sees them: dots, the same in words, and the last 7 days in units.

The figures are those of Progress and of the caseload: the same functions make them.
"""

from dataclasses import dataclass

from recovery.content.wording import words
from recovery.domain.therapy_week import TherapyWeek
from recovery.web.present.adherence_words import adherence_words
from recovery.web.present.charts.shapes import Chart
from recovery.web.present.charts.therapy import DayMark
from recovery.web.present.charts.week import days_by_mark, week_chart, week_marks

WORDS = words("progress")
_NOTHING_TO_SHOW = {DayMark.REST, DayMark.TO_COME}


@dataclass(frozen=True, slots=True)
class WeekDots:
    """`days` and `adherence` are "" where there is nothing to tell yet."""

    chart: Chart
    days: str
    adherence: str


def week_dots(week: TherapyWeek) -> WeekDots | None:
    """None without anything planned or recorded in these days."""
    by_day, today, adherence = week.by_day, week.today.day, week.last_7_days
    marks = week_marks(by_day, today, week.excused)
    is_empty = set(marks.values()) <= _NOTHING_TO_SHOW and not any(each.planned for each in by_day.values())
    if is_empty and not adherence.planned:
        return None
    told = days_by_mark(marks)
    return WeekDots(
        chart=week_chart(marks, today),
        days=WORDS.days_told.format(told=told) if told else "",
        adherence=WORDS.exercises_in_7_days.format(adherence=adherence_words(adherence)) if adherence.planned else "",
    )
