"""A starter library for a new clinic, in our own words: exercises, and a template for every procedure and stage [D].

They are examples that the clinic must check before it uses them. Before surgery is breathing, rolling and short walks.
None pushes: amounts are small, each text says when to ease off, and after fusion nothing is there for strength before
the stage "getting stronger" (CLINICAL.md 3 and 4: group training from week 6 after fusion did worse than from week 12).
A clinic edits all of it.
"""

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from recovery.domain.operation import Procedure
from recovery.domain.stage import Stage
from recovery.domain.therapy import AMOUNTS

EVERY_DAY = frozenset(range(1, 8))


@dataclass(frozen=True, slots=True)
class Exercise:
    """A prescription without an id. Hold is in seconds; weekdays are ISO, 1 is Monday."""

    name: str
    how_to: str
    weekdays: frozenset[int] = EVERY_DAY
    times_a_day: int = 1
    sets: int | None = None
    repetitions: int | None = None
    hold_seconds: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Template:
    name: str
    procedure: Procedure
    stage: Stage
    exercises: tuple[Exercise, ...]


def _library() -> tuple[dict[str, Exercise], tuple[Template, ...]]:
    told = json.loads(files("recovery.content").joinpath("starter_library.json").read_text(encoding="utf-8"))
    exercises = {each["key"]: _exercise(each) for each in told["exercises"]}
    return exercises, tuple(_template(each, exercises) for each in told["templates"])


def _exercise(told: dict[str, Any]) -> Exercise:
    return Exercise(told["name"], told["how_to"], **{name: told[name] for name in AMOUNTS})


def _template(told: dict[str, Any], exercises: dict[str, Exercise]) -> Template:
    lines = tuple(
        Exercise(
            name=exercises[line["key"]].name,
            how_to=exercises[line["key"]].how_to,
            weekdays=frozenset(int(digit) for digit in line["weekdays"]),
            times_a_day=line["times_a_day"],
            **{name: line[name] for name in AMOUNTS},
        )
        for line in told["exercises"]
    )
    return Template(told["name"], Procedure(told["procedure"]), Stage(told["stage"]), lines)


EXERCISES, TEMPLATES = _library()
"""Exercises by key."""
