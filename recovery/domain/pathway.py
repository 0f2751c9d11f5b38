"""Which stage on which day, by procedure [D] (CLINICAL.md 4).

Boundaries lean on Rushton BMJ Open table 5 (discectomy), nhs.uk lumbar decompression recovery and OrthoIndy
(laminectomy) and Penrose (fusion). With several procedures the slowest decides. Minimally invasive surgery has no
clock of its own (Arts 2011, Overdevest 2017). Lumbar stages do not apply to a cervical operation by themselves:
until the physiotherapist sets a stage none is named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recovery.domain.operation import Operation, Procedure, Region
from recovery.domain.stage import SHIPPED_RHYTHMS, Rhythm, Stage, StageSpan

_LAST_DAYS: dict[Procedure, tuple[tuple[Stage, int], ...]] = {
    Procedure.DISCECTOMY: (
        (Stage.FIRST_DAYS, 6),
        (Stage.EARLY_HEALING, 27),
        (Stage.BUILDING_UP, 55),
        (Stage.GETTING_STRONGER, 83),
        (Stage.BACK_TO_LIFE, 364),
    ),
    Procedure.LAMINECTOMY: (
        (Stage.FIRST_DAYS, 6),
        (Stage.EARLY_HEALING, 41),
        (Stage.BUILDING_UP, 83),
        (Stage.BACK_TO_LIFE, 364),
    ),
    Procedure.FUSION: (
        (Stage.FIRST_DAYS, 13),
        (Stage.EARLY_HEALING, 41),
        (Stage.BUILDING_UP, 83),
        (Stage.GETTING_STRONGER, 181),
        (Stage.BACK_TO_LIFE, 364),
    ),
}


@dataclass(frozen=True, slots=True)
class Pathway:
    """`spans` in the order of days, without gap or overlap; after a step back a stage can have two. `without_day` are
    stages ahead whose day nobody has set, such as those behind a hold. `rhythms` are the stages' own.
    """

    spans: tuple[StageSpan, ...]
    without_day: tuple[Stage, ...] = ()
    rhythms: Mapping[Stage, Rhythm] = field(default_factory=lambda: SHIPPED_RHYTHMS)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Each stage once, in the order of recovery."""
        known = {*self.without_day, *(span.stage for span in self.spans)}
        return tuple(stage for stage in Stage if stage in known)

    def span_on(self, day: int) -> StageSpan | None:
        return next((span for span in self.spans if day in span), None)

    def stage_on(self, day: int) -> Stage | None:
        """The stage on a day since the operation; None where the pathway names no stage (cervical)."""
        span = self.span_on(day)
        return span.stage if span else None

    def next_after(self, day: int) -> StageSpan | None:
        """The span that begins next after `day`; None in the last one."""
        return next((span for span in self.spans if span.first_day is not None and span.first_day > day), None)

    def next_of(self, stage: Stage, day: int) -> StageSpan | None:
        """The span of a stage that begins next after `day`; None where it does not, or its day is not known."""
        ahead = (span for span in self.spans if span.first_day is not None and span.first_day > day)
        return next((span for span in ahead if span.stage is stage), None)


def _spans(last_days: tuple[tuple[Stage, int], ...]) -> tuple[StageSpan, ...]:
    spans = [StageSpan(Stage.BEFORE, None, -1)]
    first = 0
    for stage, last in last_days:
        spans.append(StageSpan(stage, first, last))
        first = last + 1
    return (*spans, StageSpan(Stage.LONG_TERM, first, None))


PATHWAYS: dict[Procedure, Pathway] = {
    procedure: Pathway(_spans(last_days)) for procedure, last_days in _LAST_DAYS.items()
}
"""As shipped, until a clinic's lead signs off other boundaries (domain/clinic_stages.py)."""

NO_STAGES = Pathway(())


def pathway_of(operation: Operation) -> Pathway:
    """The slowest procedure's pathway as shipped; the empty one after a cervical operation."""
    if operation.region is Region.CERVICAL:
        return NO_STAGES
    return PATHWAYS[operation.slowest]
