"""Therapy by day, a row a week from Monday to Sunday: done, partly, not done, not recorded, rest, excused, to come."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from recovery.content import wording
from recovery.domain.adherence import Adherence, outcome_of
from recovery.domain.therapy import Outcome
from recovery.web.present.charts.shapes import Chart, Shape, Table, dot, path, short, words
from recovery.web.present.dates import DAYS
from recovery.web.present.numbers import show_units

WORDS = wording.words("progress")
LEFT, WIDTH, ROW = 62, 358, 42
CELL = (WIDTH - LEFT) / 7


class DayMark(StrEnum):
    """The value is told in the table and the description."""

    DONE = WORDS.mark_done
    PARTLY = WORDS.mark_partly
    NOT_DONE = WORDS.mark_not_done
    NOT_RECORDED = WORDS.mark_not_recorded
    REST = WORDS.mark_rest
    EXCUSED = WORDS.mark_excused
    TO_COME = WORDS.mark_to_come


def mark_of(adherence: Adherence, day: date, today: date, excused: frozenset[date]) -> DayMark:
    """One mark for a day's units; today stays open while nothing was recorded."""
    outcome = outcome_of(adherence)
    if outcome is not None:
        return {Outcome.DONE: DayMark.DONE, Outcome.PARTLY: DayMark.PARTLY, Outcome.NOT_DONE: DayMark.NOT_DONE}[outcome]
    if day in excused:
        return DayMark.EXCUSED
    if day >= today:
        return DayMark.TO_COME
    return DayMark.NOT_RECORDED if adherence.planned else DayMark.REST


def therapy_chart(
    by_day: Mapping[date, Adherence],
    excused: frozenset[date],
    today: date,
    operated_on: date,
    *,
    weeks: int = 5,
    name: str = "therapy",
) -> Chart:
    """The `weeks` calendar weeks that end with this one."""
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    shapes = [words(day[:3], LEFT + CELL * (column + 0.5), 14, anchor="middle") for column, day in enumerate(DAYS)]
    rows, counts = [], dict.fromkeys(DayMark, 0)
    for place, start in enumerate(starts):
        label, y = _week(start, operated_on), 44 + place * ROW
        shapes.append(words(label, 0, y + 5, "t" if start == monday else ""))
        for column in range(7):
            day = start + timedelta(days=column)
            adherence = by_day.get(day, Adherence(0, 0, 0))
            mark = mark_of(adherence, day, today, excused)
            counts[mark] += 1
            shapes += drawn(mark, LEFT + CELL * (column + 0.5), y)
            if mark is not DayMark.TO_COME:
                rows.append((f"{DAYS[column]} {day.day}/{day.month}", mark.value, _amount(adherence)))
    told = ", ".join(f"{count} {mark.value}" for mark, count in counts.items() if count and mark is not DayMark.TO_COME)
    table = Table(WORDS.exercises_by_day, (WORDS.head_day, WORDS.head_recorded, WORDS.head_done), tuple(reversed(rows)))
    height = 44 + weeks * ROW - 16
    return Chart(
        name,
        WIDTH,
        height,
        WORDS.exercises_by_day,
        WORDS.days_told.format(told=told) if told else WORDS.no_days_yet,
        tuple(shapes),
        table=table,
    )


def _week(start: date, operated_on: date) -> str:
    """Counted from the operation; the week of the operation is week 0, weeks before it have their date."""
    week = (start + timedelta(days=6) - operated_on).days // 7
    return WORDS.week_number.format(week=week) if week >= 0 else f"{start.day}/{start.month}"


def _amount(adherence: Adherence) -> str:
    if not adherence.planned:
        return "–"
    return WORDS.done_of_planned.format(done=show_units(adherence.done), planned=adherence.planned)


def drawn(mark: DayMark, x: float, y: float) -> list[Shape]:
    """Told apart by shape: filled, half, ring, dots around, line."""
    if mark is DayMark.DONE:
        return [dot("dn", x, y, 14), path("tk", f"M{short(x - 6)} {short(y)}l4.5 5l8-9")]
    if mark is DayMark.PARTLY:
        return [dot("no", x, y, 13), path("dn", f"M{short(x)} {short(y - 14)}a14 14 0 0 0 0 28z")]
    if mark is DayMark.NOT_DONE:
        return [dot("no", x, y, 13)]
    if mark is DayMark.NOT_RECORDED:
        return [dot("nr", x, y, 13)]
    if mark is DayMark.TO_COME:
        return [dot("eo", x, y, 2)]
    return [path("no", f"M{short(x - 6)} {short(y)}h12")]
