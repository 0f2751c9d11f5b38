"""The shared day axis: day 0 is the operation, stage bands behind, weeks or months below."""

from collections.abc import Mapping
from dataclasses import dataclass

from recovery.content import wording
from recovery.domain.pathway import Pathway
from recovery.domain.stage import Stage
from recovery.web.present.charts.shapes import Shape, path, rect, short, words

WORDS = wording.words("progress")
LETTER_WIDTH = 7.4
MONTH = 30.44


@dataclass(frozen=True, slots=True)
class DayAxis:
    """Days `first` to `last` (since the operation) between x `left` and `right`."""

    first: int
    last: int
    left: float
    right: float

    @property
    def step(self) -> float:
        return (self.right - self.left) / (self.last - self.first + 1)

    def x(self, day: float) -> float:
        """The middle of a day's column."""
        return self.left + (day - self.first + 0.5) * self.step

    @property
    def days(self) -> range:
        return range(self.first, self.last + 1)

    def holds(self, day: int) -> bool:
        return self.first <= day <= self.last


def bands(axis: DayAxis, pathway: Pathway, names: Mapping[Stage, str], bottom: float) -> list[Shape]:
    """A band for each stage in sight, named where the name fits. A pathway without stages has none."""
    shapes = []
    for span in pathway.spans:
        first = axis.first if span.first_day is None else max(axis.first, span.first_day)
        last = axis.last if span.last_day is None else min(axis.last, span.last_day)
        if first > last:
            continue
        left, right = axis.x(first - 0.5), axis.x(last + 0.5)
        shapes.append(rect("bd", left + 1, 0, right - left - 2, bottom, 6))
        if right - left > len(names[span.stage]) * LETTER_WIDTH + 12:
            shapes.append(words(names[span.stage], left + 8, 17, "t" if axis.last in span else ""))
    return shapes


def operation_line(axis: DayAxis, bottom: float) -> list[Shape]:
    return [path("z", f"M{short(axis.x(0))} 26V{short(bottom)}")] if axis.holds(0) else []


def ticks(axis: DayAxis, y: float) -> list[Shape]:
    """Surgery at day 0, then weeks, or months when the weeks would crowd."""
    shapes = [words(WORDS.surgery, axis.x(0), y, anchor="middle" if axis.first < 0 else "")] if axis.holds(0) else []
    room = (axis.right - axis.left) / max(1, axis.last - axis.first + 1)
    every = next((weeks for weeks in (1, 2, 4, 8) if weeks * 7 * room > 68), None)  # noqa: PLR2004 - a label's width
    if every:
        marks = [(week * 7, WORDS.week_number.format(week=week)) for week in range(every, axis.last // 7 + 1, every)]
    else:
        step = max(1, round(68 / (MONTH * room) + 0.5))
        marks = [
            (round(month * MONTH), WORDS.month_number.format(month=month))
            for month in range(step, axis.last // 30 + 1, step)
        ]
    shapes += [words(label, axis.x(day), y, anchor="middle") for day, label in marks if axis.holds(day)]
    return shapes
