"""Sign off the rules of the worklist with their numbers, by name; or withdraw what was signed off.

What was signed off stays written down. Without a version that stands only W1, W6 and W11 are on (CLINICAL.md 6).
"""

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
    access.require(actor, access.Action.SIGN_OFF_THRESHOLDS)
    with writing():
        newest = newest_sign_off(actor.clinic_id)
        number = newest.number if newest else 0
        if number != seen_number:
            raise SignedOffMeanwhile
        rules = sorted(rule.value for rule in thresholds.on & BY_SIGN_OFF)
        db.session.add(
            ThresholdSignOff(
                clinic_id=actor.clinic_id,
                number=number + 1,
                shipped_version=thresholds.version,
                numbers=numbers_of(thresholds),
                rules=rules,
                signed_off_by_id=actor.id,
                signed_off_at=now,
            )
        )
        write_down(actor, Note("signed off the rules", subject=f"version {number + 1}", fields=tuple(rules)), now)
        return number + 1


def withdraw_thresholds(actor: access.Actor, number: int, now: datetime) -> None:
    """Only the version that stands can be withdrawn. Raises SignedOffMeanwhile, Refused."""
    access.require(actor, access.Action.SIGN_OFF_THRESHOLDS)
    with writing():
        newest = newest_sign_off(actor.clinic_id)
        if newest is None or newest.number != number or newest.withdrawn_at is not None:
            raise SignedOffMeanwhile
        newest.withdrawn_by_id, newest.withdrawn_at = actor.id, now
        write_down(actor, Note("withdrew the rules", subject=f"version {number}"), now)
