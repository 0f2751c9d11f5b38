"""Progress or ease a prescription by one readable step [D]. A person decides; nothing here says which way to go.

The guide beside it (CLINICAL.md 3): pain during exercises 0 to 3 fine, 4 to 5 acceptable, over 5 too much, settled by
the next morning (Thomee 1997, Silbernagel 2007: tendon evidence); 70 % or more done is enough (MiSpEx,
adherence.ENOUGH).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from recovery.domain.bounds import Bounds
from recovery.domain.therapy import HOLD_SECONDS, MINUTES, REPETITIONS, SETS

PAIN_FINE = Bounds(0, 3)
PAIN_ACCEPTABLE = Bounds(4, 5)

CHANGED_IN_ORDER = {"repetitions": REPETITIONS, "hold_seconds": HOLD_SECONDS, "minutes": MINUTES, "sets": SETS}
"""What a step changes: the first of these that the prescription has and that can still go that way [D]."""

_RUNGS = (*range(1, 6), *range(6, 20, 2), *range(20, 60, 5), *range(60, 301, 10))
"""Amounts as people say them: 1 to 6 one by one, to 20 by 2, to 60 by 5, then by 10 [D]. So a step is about a fifth,
and one back leads to where it began.
"""


class Way(StrEnum):
    PROGRESS = "progress"
    EASE = "ease"


@dataclass(frozen=True, slots=True)
class Step:
    """`amount` is one of CHANGED_IN_ORDER."""

    amount: str
    before: int
    after: int


def next_step(amounts: Mapping[str, int | None], way: Way) -> Step | None:
    """None when no amount is named, or none can go further. An amount of 0 is none."""
    for amount, bounds in CHANGED_IN_ORDER.items():
        before = amounts.get(amount)
        after = _next_rung(before, way) if before else None
        if before and after is not None and after in bounds:
            return Step(amount, before, after)
    return None


def _next_rung(value: int, way: Way) -> int | None:
    if way is Way.PROGRESS:
        return next((rung for rung in _RUNGS if rung > value), None)
    return next((rung for rung in reversed(_RUNGS) if rung < value), None)
