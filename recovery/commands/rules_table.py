"""Estimates and tables as Markdown. A number never stands without its interval."""

from collections.abc import Iterable, Sequence
from math import isinf

from recovery.domain.rule_figures import Estimate

NOTHING = "–"
"""Nothing was there to count, which is not 0."""


def rate(estimate: Estimate | None, digits: int = 2) -> str:
    if estimate is None:
        return NOTHING
    return f"{estimate.value:.{digits}f} ({estimate.low:.{digits}f}–{estimate.high:.{digits}f})"


def percent(estimate: Estimate | None) -> str:
    if estimate is None:
        return NOTHING
    return f"{100 * estimate.value:.0f} % ({100 * estimate.low:.0f}–{100 * estimate.high:.0f})"


def days(estimate: Estimate | None) -> str:
    if estimate is None:
        return NOTHING
    value, low, high = (
        "never" if isinf(each) else f"{each:.0f}" for each in (estimate.value, estimate.low, estimate.high)
    )
    return f"{value} ({low}–{high})"


def table(title: str, head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    lines = [_line(head), _line(["---"] * len(head)), *map(_line, rows)]
    return f"## {title}\n\n" + "\n".join(lines) + "\n"


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
