"""How much of each list stands on one A4 page. Nearly always it is all; a page that is too full has the first of each
list, shortened, and says that the rest stands in the record. tests/journeys prints the longest that there can be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from recovery.web.present.paper.shortened import first_of

LINE, HALF = 85, 40
"""Letters that stand in a line, and in half a one, in a wide typeface."""
LINES = 18
"""What is left for the lists below the chart, whatever stands above it."""
NAME = 45
"""Letters of an exercise's name where it has to be short: how much of it is never cut."""


@dataclass(frozen=True, slots=True)
class Told:
    """The lists of a sheet. `plan` has the name of each exercise and how much of it: two side by side where there is
    room for all. What `is_shortened` is set in smaller print.
    """

    signs: tuple[str, ...]
    reasons: tuple[str, ...]
    questions: tuple[str, ...]
    plan: tuple[tuple[str, str], ...]
    is_shortened: bool = False

    @property
    def lines(self) -> int:
        """A list has the lines of its heading at least."""
        plan = sum(_lines([f"{name}: {amount}"], HALF) for name, amount in self.plan)
        full = (_lines(each, LINE) for each in (self.reasons, self.questions))
        return max(2, _lines(self.signs, LINE)) + sum(max(1, each) for each in full) + max(2, ceil(plan / 2) + 1)


def fitted(whole: Told) -> Told:
    if whole.lines <= LINES:
        return whole
    return Told(
        signs=first_of(whole.signs, 3, 2 * LINE),
        reasons=first_of(whole.reasons, 3, LINE),
        questions=first_of(whole.questions, 3, LINE),
        plan=_plan(whole.plan, 5),
        is_shortened=True,
    )


def _plan(exercises: Sequence[tuple[str, str]], most: int) -> tuple[tuple[str, str], ...]:
    """With more exercises than places the last place says so."""
    more = len(exercises) - most
    shown = exercises if more <= 0 else exercises[: most - 1]
    told = tuple((name if len(name) <= NAME else f"{name[:NAME].rstrip()}…", amount) for name, amount in shown)
    return (*told, (f"And {more + 1} more", "see the record")) if more > 0 else told


def _lines(told: Sequence[str], letters: int) -> int:
    return sum(max(1, ceil(len(each) / letters)) for each in told)
