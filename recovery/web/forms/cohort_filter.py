"""What the cohort is narrowed to. It stands in the address: it is about no person."""

from enum import Enum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from recovery.domain.clinic_cohort import Measure
from recovery.domain.operation import Approach, Procedure
from recovery.web.present.cohort_words import Wanted

Choice = TypeVar("Choice", bound=Enum)


def read_wanted(values: MultiDict[str, str]) -> Wanted:
    """An unknown choice narrows nothing, and an unknown measure is leg pain."""
    return Wanted(
        measure=_choice(Measure, values.get("measure", "")) or Measure.LEG,
        procedure=_choice(Procedure, values.get("procedure", "")),
        approach=_choice(Approach, values.get("approach", "")),
    )


def _choice(choices: type[Choice], value: str) -> Choice | None:
    return next((each for each in choices if each.value == value), None)
