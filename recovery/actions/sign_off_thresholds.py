"""Sign off the rules of the worklist with their numbers, by name; or withdraw what was signed off.

What was signed off stays written down. Without a version that stands only W1, W6 and W11 are on (CLINICAL.md 6).
"""

from dataclasses import replace
from datetime import datetime

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.thresholds import BY_SIGN_OFF, Thresholds
from recovery.extensions import db
from recovery.records.thresholds import ThresholdSignOff, newest_sign_off, numbers_of


class SignedOffMeanwhile(Exception):  # noqa: N818 - named for what it is
    """Another version was signed off, or the one that was on the page was withdrawn."""


def sign_off_thresholds(actor: access.Actor, thresholds: Thresholds, seen_number: int, now: datetime) -> int:
    """The number of the version. `seen_number` is that of the newest one when the page was opened, 0 for none. Raises
    SignedOffMeanwhile, Refused.
    """
    rules = sorted(rule.value for rule in thresholds.on & BY_SIGN_OFF)
    return _add(actor, thresholds, seen_number, now, Note("signed off the rules", fields=tuple(rules)))


def withdraw_thresholds(actor: access.Actor, number: int, now: datetime) -> int:
    """Only the version that stands can be withdrawn; nothing that was signed off before it comes back. The number of
    the withdrawal, which is a version too. Raises SignedOffMeanwhile, Refused.
    """
    return _add(actor, Thresholds(), number, now, Note("withdrew the rules"), is_withdrawal=True)


def _add(
    actor: access.Actor,
    thresholds: Thresholds,
    seen_number: int,
    now: datetime,
    note: Note,
    *,
    is_withdrawal: bool = False,
) -> int:
    access.require(actor, access.Action.SIGN_OFF_THRESHOLDS)
    with writing():
        newest = newest_sign_off(actor.clinic_id)
        number = newest.number if newest else 0
        has_nothing = newest is None or newest.is_withdrawal
        if number != seen_number or (is_withdrawal and has_nothing):
            raise SignedOffMeanwhile
        db.session.add(
            ThresholdSignOff(
                clinic_id=actor.clinic_id,
                number=number + 1,
                shipped_version=thresholds.version,
                numbers=numbers_of(thresholds),
                rules=sorted(rule.value for rule in thresholds.on & BY_SIGN_OFF),
                signed_off_by_id=actor.id,
                signed_off_at=now,
                is_withdrawal=is_withdrawal,
            )
        )
        write_down(actor, replace(note, subject=f"version {number + 1}"), now)
        return number + 1
