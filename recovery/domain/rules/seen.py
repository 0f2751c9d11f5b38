"""What people decided about a reason that was raised: closed as seen, or held back until a day (CLINICAL.md 6).

A review closes what was on its page. A reason comes back by what the clinic received later, whatever day it was felt:
with as many new days as thresholds.py says while it goes on, or as many days later where somebody records seldom; at
once where none of its days was on that page or where pain is clearly higher: a snooze lets that through, too. W7 is
raised once per plan version and W10 once: those a review closes for good. W1 and W11 are none of this file's: only an
outcome ends the one, and docs/decisions/0011 says what ends the other. Silence has no entries: its review is counted in
days (rules/silence.py).
"""

from collections.abc import Iterable
from datetime import date

from recovery.domain.facts import Facts, ReasonsSeen
from recovery.domain.reasons import Group, Held, PainHigh, PainUp, Reason, Silent
from recovery.domain.thresholds import Rule, Thresholds

ONCE = frozenset({Rule.W7, Rule.W10})


def is_seen(reason: Held | Silent, facts: Facts, thresholds: Thresholds, today: date) -> bool:
    """Whether a review closed it, or a snooze holds it back today. Who is not recording is always counted."""
    if reason.group is Group.NOT_RECORDING:
        return False
    own = (each for each in facts.reviews if reason.key in each.keys)
    return any(
        _is_closed(reason, each, thresholds)
        if each.snoozed_until is None
        else today < each.snoozed_until and _is_held_back(reason, each, thresholds)
        for each in own
    )


def _is_closed(reason: Held | Silent, review: ReasonsSeen, thresholds: Thresholds) -> bool:
    if isinstance(reason, Silent):
        return False
    if reason.rule in ONCE:
        return True
    new_days = sum(any(each.received > review.seen_through for each in day.versions) for day in reason.read)
    if new_days and (_is_another(reason, review) or _is_further(reason, review, thresholds)):
        return False
    return new_days < thresholds.new_days_after_review and not _is_long_ago(reason, review, thresholds)


def _is_long_ago(reason: Held, review: ReasonsSeen, thresholds: Thresholds) -> bool:
    """Its newest day lies so long after the newest one that was on the page. Who records once a week would need two
    months for as many new days as somebody who records daily has in a week.
    """
    seen = [day.day for day in reason.read if all(each.received <= review.seen_through for each in day.versions)]
    return bool(seen) and (reason.held[-1].day - max(seen)).days >= thresholds.back_after_days


def _is_another(reason: Held, review: ReasonsSeen) -> bool:
    """None of the days that hold it was on the page: it was over, and this is the next one."""
    return all(each.received > review.seen_through for day in reason.held for each in day.versions)


def _is_held_back(reason: Held | Silent, snooze: ReasonsSeen, thresholds: Thresholds) -> bool:
    """What goes on until that day, unless it is further. What was over and begins anew was on no page."""
    if isinstance(reason, Silent):
        return True
    return not _is_further(reason, snooze, thresholds) and not _is_another(reason, snooze)


def _is_further(reason: Held, seen: ReasonsSeen, thresholds: Thresholds) -> bool:
    """Pain that is higher by 2 or more than all that was on the page: neither a review nor a snooze is about that."""
    level = dict(seen.levels).get(reason.key)
    if not isinstance(reason, PainHigh | PainUp) or level is None:
        return False
    return reason.now >= level + thresholds.further_by


def seen_on_page(reasons: Iterable[Reason], seen_through: int, snoozed_until: date | None = None) -> ReasonsSeen:
    """What a review, or a snooze, of a page with these reasons stands for."""
    on_page = tuple(reasons)
    return ReasonsSeen(
        keys=frozenset(each.key for each in on_page),
        seen_through=seen_through,
        snoozed_until=snoozed_until,
        levels=tuple(
            (each.key, max(day.value for day in each.held)) for each in on_page if isinstance(each, PainHigh | PainUp)
        ),
    )
