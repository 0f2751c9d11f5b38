"""One operation: what was done, where, and how. Day 0 is the operation day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Procedure(StrEnum):
    """In order of pathway: the slowest comes first (CLINICAL.md 4: fusion, then laminectomy, then discectomy)."""

    FUSION = "fusion"
    LAMINECTOMY = "laminectomy"
    DISCECTOMY = "discectomy"


class Approach(StrEnum):
    OPEN = "open"
    MINIMALLY_INVASIVE = "minimally_invasive"


class Region(StrEnum):
    LUMBAR = "lumbar"
    CERVICAL = "cervical"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Operation:
    """`procedures` holds one or more; `levels` is text such as "L4-L5"."""

    procedures: frozenset[Procedure]
    approach: Approach
    region: Region
    operated_on: date
    levels: str = ""
    side: Side | None = None
    surgeon: str = ""

    def __post_init__(self) -> None:
        if not self.procedures:
            raise ValueError("an operation has one procedure or more")

    def day_number(self, on: date) -> int:
        """Days since the operation; negative before it."""
        return (on - self.operated_on).days

    @property
    def slowest(self) -> Procedure:
        return next(procedure for procedure in Procedure if procedure in self.procedures)

    @property
    def in_order(self) -> tuple[Procedure, ...]:
        """The procedures, slowest first: one order on every screen."""
        return tuple(procedure for procedure in Procedure if procedure in self.procedures)
