"""What many simulated recoveries say of the rules: rates, shares and delays, each with a 95 % interval.

Patients are the unit, since the reasons of one patient come together. A rate is a ratio of sums, its interval from the
spread between patients (linearised, as for a ratio estimate); a share has Wilson's interval; a median that of its order
statistics. All of it is arithmetic without chance, so that the same recoveries give the same figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, sqrt

from recovery.domain.cohort import Event, EventKind
from recovery.domain.evaluation import FOUND_BY, PatientResult
from recovery.domain.reasons import Group
from recovery.domain.thresholds import Rule

Z = 1.96
"""95 %."""

BUDGETED = frozenset(Rule) - {Rule.W1, Rule.W6, Rule.W11, Rule.W12}
"""W2 to W10 without W6 (CLINICAL.md 6)."""

LISTED = (Group.TODAY, Group.NOT_HEARD_FROM, Group.NEXT_VISIT)

AS_IF_ON_DAY = 48
"""The middle of the days on which a re-herniation begins: from here on "found by chance" is counted."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its interval; `inf` is "never". None where there was nothing to count."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Found:
    """Of events of one kind among patients who are still answering: the share with a new reason within so many days of
    the onset, and the median delay in days. `events` are all, `answering` those that are counted.
    """

    events: int
    answering: int
    within: dict[int, Estimate | None]
    delay: Estimate | None


def new_reasons(results: Iterable[PatientResult], rules: Iterable[Rule]) -> Estimate | None:
    """New reasons a patient-month without an event."""
    wanted = frozenset(rules)
    return _ratio([(each.raised_without_event(wanted), each.quiet_months) for each in results])


def evenings_with_a_new_reason(results: Iterable[PatientResult], rules: Iterable[Rule]) -> Estimate | None:
    """A patient-month without an event: two reasons on one evening are one row to look at."""
    wanted = frozenset(rules)
    counted = [
        (len({new.day for new in each.raised if new.key.rule in wanted and new.day <= each.quiet_days}), each)
        for each in results
    ]
    return _ratio([(evenings, each.quiet_months) for evenings, each in counted])


def standing_rows(results: Iterable[PatientResult], groups: Iterable[Group] = LISTED) -> Estimate | None:
    """Of 100 patients, how many stand in one of the groups on an evening, before anybody looks."""
    wanted = tuple(groups)
    return _ratio([(100 * each.standing_share(wanted) * each.days, each.days) for each in results])


def ever_raised(results: Sequence[PatientResult], rules: Iterable[Rule]) -> Estimate | None:
    wanted = frozenset(rules)
    return share(sum(each.is_ever_raised(wanted) for each in results), len(results))


def found(
    results: Iterable[PatientResult], kind: EventKind, within: Iterable[int], rules: Iterable[Rule] = FOUND_BY
) -> Found:
    happened = [(each, event) for each in results for event in each.events if event.kind is kind]
    answering = [(each, event) for each, event in happened if each.is_answering(event)]
    delays = [each.delay(event, rules) for each, event in answering]
    known = [delay for delay in delays if delay is not None]
    shares = {days: share(sum(delay <= days for delay in known), len(delays)) for days in within}
    return Found(len(happened), len(answering), shares, _median([inf if each is None else each for each in delays]))


def found_by_chance(results: Iterable[PatientResult], within: int) -> Estimate | None:
    """What a "found" is worth: patients without an event, as if one had begun on day 48."""
    nothing = Event(EventKind.FLARE, AS_IF_ON_DAY, 0)
    quiet = [each for each in results if not each.events and each.days >= AS_IF_ON_DAY + within]
    answering = [each for each in quiet if each.is_answering(nothing)]
    return share(sum(each.is_found(nothing, within) for each in answering), len(answering))


def share(part: int, whole: int) -> Estimate | None:
    """Wilson's interval: it stays inside 0 to 1 also for a few."""
    if not whole:
        return None
    p = part / whole
    middle = (p + Z * Z / (2 * whole)) / (1 + Z * Z / whole)
    half = Z * sqrt(p * (1 - p) / whole + Z * Z / (4 * whole * whole)) / (1 + Z * Z / whole)
    return Estimate(p, min(p, max(0.0, middle - half)), max(p, min(1.0, middle + half)))


def _ratio(pairs: Sequence[tuple[float, float]]) -> Estimate | None:
    """`pairs` are what was counted and over how much, one a patient."""
    over, count = sum(much for _counted, much in pairs), len(pairs)
    if not over:
        return None
    value = sum(counted for counted, _much in pairs) / over
    spread = sum((counted - value * much) ** 2 for counted, much in pairs)
    half = Z * sqrt(spread * count / (count - 1)) / over if count > 1 else inf
    return Estimate(value, max(0.0, value - half), value + half)


def _median(delays: Sequence[float]) -> Estimate | None:
    """Who was never found has the longest delay, so the median needs no other way to count them."""
    if not delays:
        return None
    ordered, middle = sorted(delays), len(delays) / 2
    half = Z * sqrt(len(ordered)) / 2
    places = (ceil(middle) - 1, floor(middle - half) - 1, ceil(middle + half))
    return Estimate(*(ordered[min(len(ordered) - 1, max(0, place))] for place in places))
