"""How pain had changed 6 weeks, 3, 6 and 12 months after surgery: better, about the same, or worse (CLINICAL.md 1).

Better is down by 2 or more and by 30 % or more; worse is up by 2 or more; 1 point is "about the same" (Ostelo 2008 [U],
Copay 2008 [U], Suzuki 2020). Both sides are medians of the days in a window [D], so that one bad day decides nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from uuid import UUID

from recovery.domain.clinic_cohort import Member, is_shown
from recovery.domain.expected_course import Site
from recovery.domain.operation import Approach, Procedure
from recovery.domain.week import PAIN_CHANGE

DOWN_BY_SHARE = 0.30


@dataclass(frozen=True, slots=True)
class Window:
    """Days since the operation, both included; the day 0 itself is in none."""

    first: int
    last: int


BEFORE = Window(-28, -1)
"""What the patient recorded counts as "before" where nobody asked when the episode was made [D]."""


class Milestone(Enum):
    """Around its day as many days as there have to be for one check-in at the rhythm of the stage [D]."""

    SIX_WEEKS = Window(36, 48)
    THREE_MONTHS = Window(84, 98)
    SIX_MONTHS = Window(168, 196)
    TWELVE_MONTHS = Window(351, 379)


class Outcome(StrEnum):
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NO_SCORE_BEFORE = "no_score_before"
    NO_ENTRY_THEN = "no_entry_then"


MISSING = (Outcome.NO_SCORE_BEFORE, Outcome.NO_ENTRY_THEN)
Medians = Mapping[tuple[UUID, Window], float]
"""By episode and window the median of the days in it that have a score."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`counts` are None where fewer than 5 people could be compared, or where so few of another approach could be
    worked out.
    """

    procedure: Procedure
    site: Site
    milestone: Milestone
    counts: Mapping[Outcome, int] | None

    @property
    def compared(self) -> int:
        return sum(count for outcome, count in (self.counts or {}).items() if outcome not in MISSING)


def outcome(before: float | None, then: float | None) -> Outcome:
    """NRS scores 0 to 10. Without either it says which one is missing; without both, the score before."""
    if before is None:
        return Outcome.NO_SCORE_BEFORE
    if then is None:
        return Outcome.NO_ENTRY_THEN
    down = round(before - then, 6)
    if down <= -PAIN_CHANGE:
        return Outcome.WORSE
    is_better = down >= PAIN_CHANGE and down >= round(DOWN_BY_SHARE * before, 6)
    return Outcome.BETTER if is_better else Outcome.SAME


def has_come(milestone: Milestone, operated_on: date, today: date) -> bool:
    """Once its last day is over, so that nobody counts as missing who can still record."""
    return today > operated_on + timedelta(days=milestone.value.last)


def outcomes(
    group: tuple[Procedure, Approach | None],
    at: tuple[Site, Milestone],
    members: Iterable[Member],
    medians: Medians,
    today: date,
) -> Outcomes:
    """Of one procedure, all approaches or one; `members` are the whole clinic's, each counted once."""
    (procedure, wanted), (site, milestone) = group, at
    found: dict[Approach, Counter[Outcome]] = {approach: Counter() for approach in Approach}
    for member in members:
        if member.procedure is procedure and has_come(milestone, member.operated_on, today):
            then = medians.get((member.episode_id, milestone.value))
            found[member.approach][outcome(_before(member, site, medians), then)] += 1
    due = {approach: counts.total() for approach, counts in found.items()}
    compared = {approach: due[approach] - sum(counts[each] for each in MISSING) for approach, counts in found.items()}
    if not (is_shown(due, wanted) and is_shown(compared, wanted)):
        return Outcomes(procedure, site, milestone, None)
    told = found.values() if wanted is None else [found[wanted]]
    counts = {each: sum(counts[each] for counts in told) for each in Outcome}
    return Outcomes(procedure, site, milestone, counts)


def _before(member: Member, site: Site, medians: Medians) -> float | None:
    """What was asked when the episode was made, or else what the patient recorded."""
    asked = member.back_before if site is Site.BACK else member.leg_before
    return medians.get((member.episode_id, BEFORE)) if asked is None else asked
