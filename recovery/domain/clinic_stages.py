"""A clinic's own stages: when each begins after each operation, and how often a check-in is due in it (CLINICAL.md 4).

The shipped ones [D] are those of domain/pathway.py and domain/stage.py; a clinic's lead signs off others by name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from recovery.domain.bounds import Bounds
from recovery.domain.operation import Operation, Procedure, Region
from recovery.domain.pathway import PATHWAYS, Pathway
from recovery.domain.stage import SHIPPED_RHYTHMS, Rhythm, Stage, StageSpan

FIRST, LAST = Stage.FIRST_DAYS, Stage.LONG_TERM
AFTER_OPERATION = tuple(stage for stage in Stage if stage is not Stage.BEFORE)
BEGINS = Bounds(1, 3650)
"""Days since the operation on which a stage after the first can begin [D]: ten years."""

Begins = Mapping[Stage, int]
"""The first day of each stage after the operation, in days since it. A stage that is left out does not come."""


class Wrong(StrEnum):
    """What is wrong with the days on which stages begin."""

    FIRST_IS_NOT_DAY_0 = "first_is_not_day_0"
    NO_LONG_TERM = "no_long_term"
    NOT_IN_ORDER = "not_in_order"
    OUT_OF_BOUNDS = "out_of_bounds"


def wrong_with(begins: Begins) -> tuple[Wrong, Stage] | None:
    """The first thing that is wrong, and the stage it is about; None when nothing is. Since only beginnings are given
    and each stage lasts until the next, days in order leave no gap and no overlap.
    """
    if begins.get(FIRST) != 0:
        return Wrong.FIRST_IS_NOT_DAY_0, FIRST
    if LAST not in begins:
        return Wrong.NO_LONG_TERM, LAST
    in_order = [stage for stage in AFTER_OPERATION if stage in begins]
    for stage in in_order[1:]:
        if begins[stage] not in BEGINS:
            return Wrong.OUT_OF_BOUNDS, stage
    late = next((later for earlier, later in pairwise(in_order) if begins[earlier] >= begins[later]), None)
    return (Wrong.NOT_IN_ORDER, late) if late else None


@dataclass(frozen=True)
class ClinicStages:
    """`begins` by procedure; `rhythms` by stage, every one of them."""

    begins: Mapping[Procedure, Begins]
    rhythms: Mapping[Stage, Rhythm]

    def __post_init__(self) -> None:
        if set(self.begins) != set(Procedure) or set(self.rhythms) != set(Stage):
            raise ValueError("every procedure has its days and every stage its rhythm")
        wrong = {procedure: wrong_with(begins) for procedure, begins in self.begins.items()}
        if any(wrong.values()):
            raise ValueError(f"stages in order, from day 0 to the long term: {wrong}")

    @cached_property
    def _pathways(self) -> Mapping[Procedure, Pathway]:
        return {procedure: Pathway(spans_of(begins), (), self.rhythms) for procedure, begins in self.begins.items()}

    def pathway_of(self, operation: Operation) -> Pathway:
        """The slowest procedure's; after a cervical operation no stage is named, but rhythms are known."""
        if operation.region is Region.CERVICAL:
            return Pathway((), (), self.rhythms)
        return self._pathways[operation.slowest]


def spans_of(begins: Begins) -> tuple[StageSpan, ...]:
    """Before the operation, and each stage until the day before the next begins; the last one is open."""
    starts = [(stage, begins[stage]) for stage in AFTER_OPERATION if stage in begins]
    lasts: Iterator[int | None] = iter([*(first - 1 for _stage, first in starts[1:]), None])
    after = (StageSpan(stage, first, last) for (stage, first), last in zip(starts, lasts, strict=True))
    return (StageSpan(Stage.BEFORE, None, -1), *after)


def _begins(pathway: Pathway) -> Begins:
    return {span.stage: span.first_day for span in pathway.spans if span.first_day is not None}


SHIPPED = ClinicStages({procedure: _begins(pathway) for procedure, pathway in PATHWAYS.items()}, SHIPPED_RHYTHMS)
"""Version 0 of every clinic."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A version from the day on which it was signed off; None for the shipped one, which was always there."""

    from_on: date | None
    stages: ClinicStages


SHIPPED_IN_FORCE = (InForce(None, SHIPPED),)
