"""How the leg came on since before surgery: W10 (better is down by 30 %, CLINICAL.md 1)."""

from collections.abc import Iterator
from datetime import date
from statistics import median

from recovery.domain.adherence import WEEK
from recovery.domain.evidence import HeldDay, Measure
from recovery.domain.facts import Facts
from recovery.domain.reasons import Group, LegNotDown
from recovery.domain.thresholds import Rule, Thresholds


def leg_not_down(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[LegNotDown]:
    """W10: leg pain, 4 or more before surgery, not down by 30 % by week 6. It stands from day 42 to day 69, until seen;
    once (rules/seen.py).
    """
    before, number = facts.leg_before, facts.episode.day_number(today)
    is_time = thresholds.leg_down_by_day <= number <= thresholds.leg_down_until_day
    if before is None or before < thresholds.leg_before_at_least or not is_time:
        return
    held = _sixth_week(facts, thresholds, today)
    if len(held) < thresholds.leg_down_days_at_least:
        return
    now = median(each.value for each in held)
    share_down = round(1 - now / before, 6)
    if share_down < thresholds.leg_down:
        change = 1 + thresholds.leg_down - share_down
        group = Group.NEXT_VISIT
        yield LegNotDown(rule=Rule.W10, about="", held=held, change=change, group=group, leg_before=before, median=now)


def _sixth_week(facts: Facts, thresholds: Thresholds, today: date) -> tuple[HeldDay, ...]:
    """Days 35 to 41 that have the value, oldest first. 2 at least are asked for, so that neither one bad day nor a week
    without entries says that the leg is not better.
    """
    week = range(thresholds.leg_down_by_day - WEEK, thresholds.leg_down_by_day)
    known = facts.days_with(Measure.LEG, thresholds, today)
    return tuple(each.held(Measure.LEG) for each in known if facts.episode.day_number(each.day) in week)[::-1]
