"""What the cohort's measures are called, how one value of each is told, and what is asked for."""

from dataclasses import dataclass

from recovery.domain.clinic_cohort import Group, Measure
from recovery.domain.operation import Approach, Procedure
from recovery.web.present.numbers import show
from recovery.web.present.operation_words import APPROACH_NAMES, PROCEDURE_NAMES, procedure_name

OF_UNITS = 10
"""A share of the exercises is told as so many of ten."""

HEADLINE_WEEK = 6
MEASURES = {
    Measure.LEG: "Leg pain",
    Measure.BACK: "Back pain",
    Measure.WALKING: "Walking minutes",
    Measure.EXERCISES: "Exercises done",
}
ABOUT = {
    Measure.LEG: "The leg’s average of a day, 0 to 10.",
    Measure.BACK: "The back’s average of a day, 0 to 10.",
    Measure.WALKING: "Minutes walked in a day, the most that was recorded.",
    Measure.EXERCISES: (
        "Of every 10 exercises of the plan that were recorded, how many were done. What nobody recorded is left out: "
        "not recorded is not “not done”. The table has how many had a plan that week, recorded or not."
    ),
}
MEASURE_CHOICES = tuple((each.value, words) for each, words in MEASURES.items())
PROCEDURE_CHOICES = tuple((each.value, words) for each, words in PROCEDURE_NAMES.items())
APPROACH_CHOICES = tuple((each.value, words) for each, words in APPROACH_NAMES.items())


@dataclass(frozen=True, slots=True)
class Wanted:
    """`procedure` and `approach` None: all of them."""

    measure: Measure
    procedure: Procedure | None
    approach: Approach | None

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        return tuple(Procedure) if self.procedure is None else (self.procedure,)


def on_scale(measure: Measure, value: float) -> float:
    """Exercises as so many of ten, everything else as it is."""
    return value * OF_UNITS if measure is Measure.EXERCISES else value


def value_words(measure: Measure, value: float) -> str:
    """As a table has it: 3.5, or 7 of 10."""
    told = show(on_scale(measure, value))
    return f"{told} of {OF_UNITS}" if measure is Measure.EXERCISES else told


def heading(measure: Measure, groups: tuple[Group, ...]) -> str:
    """What half of the largest group reached by week 6, or by the last week that is shown before it."""
    shown = [each for each in groups if each.weeks]
    if not shown:
        return "Not enough patients yet to show a week"
    largest = max(shown, key=lambda each: each.size or 0)
    week = max((each for each in largest.weeks if each <= HEADLINE_WEEK), default=min(largest.weeks))
    middle = largest.weeks[week].median
    return (
        f"Half of the {procedure_name(largest.procedure).lower()} patients {_reached(measure, middle)} in week {week}"
    )


def _reached(measure: Measure, value: float) -> str:
    told = show(on_scale(measure, value))
    if measure is Measure.WALKING:
        return f"walked {told} minutes a day or more"
    if measure is Measure.EXERCISES:
        return f"did {told} of 10 exercises or more"
    return f"had {MEASURES[measure].lower()} of {told} or less"
