"""Days in a row that stand away from the median of the days before them: what W3, W4 and W8 have in common.

The median is that of the 7 days before the row, and the row is the longest that fits: what holds for weeks does not
become its own measure, and the reason keeps standing until somebody saw it or it is over [D].
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from recovery.domain.evidence import HeldDay, Measure, RecordedDay
from recovery.domain.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Run:
    """Oldest day first."""

    held: tuple[HeldDay, ...]
    before: tuple[HeldDay, ...]
    median: float


def longest_run(
    days: Sequence[RecordedDay],
    measure: Measure,
    thresholds: Thresholds,
    lengths: range,
    is_away: Callable[[float, float], bool],
) -> Run | None:
    """`days` newest first, all with the value; `lengths` are how many days the row may have. `is_away(value, median)`
    tells of one day.
    """
    values = [day.value(measure) or 0 for day in days]
    best: tuple[int, float] | None = None
    for length in lengths:
        before = values[length : length + thresholds.median_days]
        if length > len(values) or len(before) < thresholds.median_days_at_least:
            break
        middle = median(before)
        if all(is_away(value, middle) for value in values[:length]):
            best = (length, middle)
    if best is None:
        return None
    length, middle = best
    compared = days[length : length + thresholds.median_days]
    return Run(_held(days[:length], measure), _held(compared, measure), middle)


def _held(newest_first: Sequence[RecordedDay], measure: Measure) -> tuple[HeldDay, ...]:
    return tuple(day.held(measure) for day in reversed(newest_first))
