"""The usual ranges that come with the app: `recovery expected-course` makes the file from the synthetic cohort.

A clinic's lead approves them under their `source`. That name holds a digest of the numbers: other numbers are another
source, and nobody sees them before they are approved too.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from recovery.domain.expected_course import ExpectedCourse, Site, Step, UsualRange
from recovery.domain.operation import Procedure

ID, LABEL = "estimate-1", "an estimate from published studies"
SEED, SIZE = 2026, 2000
"""Which made-up patients, and how many of each procedure."""

DIGITS = 12


@dataclass(frozen=True, slots=True)
class ShippedCourse:
    """`label` is what patients and staff read of where the ranges are from."""

    source: str
    label: str
    seed: int
    size: int
    course: ExpectedCourse


def shipped_file() -> Path:
    return Path(str(files("recovery.content").joinpath("expected_course.json")))


@lru_cache(maxsize=1)
def shipped_course() -> ShippedCourse:
    return read_course(shipped_file().read_text(encoding="utf-8"))


def read_course(text: str) -> ShippedCourse:
    told = json.loads(text)
    digest = hashlib.sha256(json.dumps(told["ranges"]).encode()).hexdigest()
    return ShippedCourse(
        source=f"{told['id']}-{digest[:DIGITS]}",
        label=told["label"],
        seed=told["seed"],
        size=told["size"],
        course=course_from(told["ranges"]),
    )


def course_from(ranges: Mapping[str, Mapping[str, Sequence[Sequence[int]]]]) -> ExpectedCourse:
    """From lists of (from day, lowest, highest), or (from day) alone where ranges end; by procedure and site."""
    return ExpectedCourse(
        {
            (procedure, site): tuple(_step(*each) for each in ranges[procedure.value][site.value])
            for procedure in Procedure
            for site in Site
            if site.value in ranges.get(procedure.value, {})
        }
    )


def _step(from_day: int, *ends: int) -> Step:
    return Step(from_day, UsualRange(*ends) if ends else None)


def numbers_of(steps: Iterable[Step]) -> list[list[int]]:
    return [[each.from_day, each.range.low, each.range.high] if each.range else [each.from_day] for each in steps]


def course_text(steps: Mapping[Procedure, Mapping[Site, tuple[Step, ...]]], seed: int, size: int) -> str:
    """What the file holds: from which day on, lowest and highest, by procedure and site."""
    ranges: dict[str, Any] = {
        procedure.value: {site.value: numbers_of(steps[procedure][site]) for site in Site} for procedure in Procedure
    }
    told = {"id": ID, "label": LABEL, "seed": seed, "size": size, "ranges": ranges}
    return json.dumps(told, separators=(",", ":")) + "\n"
