"""Pain that is high, not bearable, or clearly up: W2, W3 and W4. Change says more than level (CLINICAL.md 6).

Back and leg are read apart: eight in the back on Monday and eight in the leg on Tuesday are not two days. Today's own
check-in counts. An expected level holds back what its newest day does not pass, but never what is not bearable [D].
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from recovery.domain.evidence import Measure, RecordedDay
from recovery.domain.expected_course import Site
from recovery.domain.facts import Facts
from recovery.domain.reasons import NotBearable, PainHigh, PainUp
from recovery.domain.rules.runs import longest_run
from recovery.domain.thresholds import Rule, Thresholds

MEASURES = {Site.BACK: Measure.BACK, Site.LEG: Measure.LEG}
BEARABLE = "bearable"


def high_pain(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[PainHigh]:
    """W2: an average of 8 or more on the 3 newest days that have it, all from day 8 on. It is over with the first day
    that is lower.
    """
    for site, measure in MEASURES.items():
        run = _high_days(facts, thresholds, today, measure)
        if len(run) >= thresholds.high_pain_days:
            held = tuple(day.held(measure) for day in reversed(run))
            if not facts.expects(site, held[-1].value, today):
                change = held[-1].value / thresholds.high_pain
                yield PainHigh(rule=Rule.W2, about=site.value, held=held, change=change, site=site)


def _high_days(facts: Facts, thresholds: Thresholds, today: date, measure: Measure) -> list[RecordedDay]:
    """The high days that no lower one follows, newest first."""
    run = []
    for day in facts.days_with(measure, thresholds, today):
        is_high = (day.value(measure) or 0) >= thresholds.high_pain
        if not is_high or facts.episode.day_number(day.day) < thresholds.high_pain_from_day:
            break
        run.append(day)
    return run


def not_bearable(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[NotBearable]:
    """W2: "not bearable" on the 3 newest days of which that is known, from day 0 on: "from day 8" stands with the
    scores.
    """
    known = (day for day in facts.days_read(thresholds, today) if day.bearable is not None)
    run = list(takewhile(lambda day: not day.bearable, known))
    if len(run) >= thresholds.not_bearable_days:
        held = tuple(day.held_not_bearable for day in reversed(run))
        yield NotBearable(rule=Rule.W2, about=BEARABLE, held=held, change=len(run) / thresholds.not_bearable_days)


@dataclass(frozen=True, slots=True)
class _Rise:
    rule: Rule
    by: float
    days: int
    after_day: int


def pain_up(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[PainUp]:
    """W3: up by 2 or more over the median of the previous 7 days that have the value (4 at least), on 3 such days (leg:
    4), and 4 or more on the newest. From day 0: the days before the operation are no measure.
    """
    for site, days in ((Site.BACK, thresholds.pain_up_days), (Site.LEG, thresholds.pain_up_days_leg)):
        yield from _up(facts, thresholds, today, site, _Rise(Rule.W3, thresholds.pain_up, days, after_day=-1))


def leg_up(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[PainUp]:
    """W4: the same for the leg by 3 or more on 1 day, all days of the rise after day 14."""
    rise = _Rise(Rule.W4, thresholds.leg_up, thresholds.leg_up_days, thresholds.leg_up_after_day)
    return _up(facts, thresholds, today, Site.LEG, rise)


def _up(facts: Facts, thresholds: Thresholds, today: date, site: Site, rise: _Rise) -> Iterator[PainUp]:
    measure = MEASURES[site]
    days = facts.days_with(measure, thresholds, today)
    newest = next(days, None)
    now = newest.value(measure) if newest else None
    if newest is None or now is None or now < thresholds.pain_now or facts.expects(site, now, today):
        return
    known = [newest, *days]
    lengths = range(rise.days, _days_raised(known, measure, facts, rise) + 1)
    if not lengths:
        return
    run = longest_run(known, measure, thresholds, lengths, lambda value, middle: round(value - middle, 6) >= rise.by)
    if run is not None:
        yield PainUp(
            rule=rise.rule,
            about=site.value,
            held=run.held,
            before=run.before,
            change=round(now - run.median, 6) / thresholds.pain_up,
            site=site,
            median=run.median,
        )


def _days_raised(newest_first: Sequence[RecordedDay], measure: Measure, facts: Facts, rise: _Rise) -> int:
    """How many of the newest days could be a rise over any median, since none is below 0."""
    for place, day in enumerate(newest_first):
        if (day.value(measure) or 0) < rise.by or facts.episode.day_number(day.day) <= rise.after_day:
            return place
    return len(newest_first)
