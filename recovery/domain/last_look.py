"""What is new on a worklist since the same person looked last. A refresh is no new look: it takes no mark away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from recovery.domain.facts import Facts, ReasonKey
from recovery.domain.reasons import CallAsked, Reason, WarningRaised
from recovery.domain.thresholds import Thresholds
from recovery.domain.worklist import assess

SAME_LOOK = timedelta(minutes=30)
"""Looks that are no further apart are one look [D]."""


@dataclass(frozen=True, slots=True)
class ListLook:
    """One time the whole list was shown. `number` is that of its audit row: what the clinic received later has a higher
    one. `at` is UTC.
    """

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class NewSince:
    """Of one patient's reasons those that are new, and of the warning signs among them which."""

    keys: frozenset[ReasonKey] = frozenset()
    sign_ids: frozenset[int] = frozenset()


NOTHING_NEW = NewSince()


def last_look(earlier: Iterable[ListLook], now: datetime) -> ListLook | None:
    """The newest look that is not part of the one that goes on now. `earlier` comes newest first; None at the first
    look ever.
    """
    begun = now
    for look in earlier:
        if begun - look.at > SAME_LOOK:
            return look
        begun = look.at
    return None


def new_since(
    look: ListLook, look_day: date, reasons: Iterable[Reason], facts: Facts, thresholds: Thresholds
) -> NewSince:
    """`look_day` is the patient's own day of that look.

    What was ticked or asked for is new by its moment. Any other reason is new when the clinic received one of its entry
    versions after the look, or when it did not stand yet on the day of the look: silence, and what only the end of a
    day or of a week brings.
    """
    given, keys, signs = tuple(reasons), set(), set()
    stood = {each.key for each in assess(facts, thresholds, look_day)} if given else set()
    for reason in given:
        if isinstance(reason, WarningRaised):
            newer = {sign.id for sign in reason.signs if sign.ticked_at > look.at}
            signs |= newer
            is_new = bool(newer)
        elif isinstance(reason, CallAsked):
            is_new = reason.call.asked_at > look.at
        else:
            is_later = any(version.received > look.number for version in reason.evidence)
            is_new = is_later or reason.key not in stood
        if is_new:
            keys.add(reason.key)
    return NewSince(frozenset(keys), frozenset(signs))
