"""Let patients see the usual ranges, by name and time; or stop showing them. What was approved stays written down.

Of the clinic's own ranges the numbers themselves are kept: what was approved is what is shown, whatever is recorded
later.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.actions.transaction import Note, write_down, writing
from recovery.content.expected_course import shipped_course
from recovery.domain import access
from recovery.domain.clinic_course import ID
from recovery.extensions import db
from recovery.records.clinic_scores import own_offer
from recovery.records.expected_ranges import RangeApproval, numbers_text, standing_approval


class RangesChanged(ValueError):  # noqa: N818 - named for what it is
    """The ranges that were on the page are not the ones that the app has now."""


class NoSuchApproval(LookupError):  # noqa: N818 - named for what it is
    """No such approval in this clinic."""


def approve_ranges(actor: access.Actor, source: str, now: datetime) -> bool:
    """True when they are newly approved, False when somebody had approved them before. `source` names the ranges that
    the actor looked at. Raises RangesChanged, Refused.
    """
    access.require(actor, access.Action.APPROVE_RANGES)
    numbers = None if source == shipped_course().source else _own_numbers(actor.clinic_id, source, now)
    with writing():
        if standing_approval(actor.clinic_id, source) is not None:
            return False
        db.session.add(
            RangeApproval(
                clinic_id=actor.clinic_id, source=source, numbers=numbers, approved_by_id=actor.id, approved_at=now
            )
        )
        write_down(actor, Note("approved the usual ranges", subject=source), now)
        return True


def _own_numbers(clinic_id: UUID, source: str, now: datetime) -> str:
    """Read before the write begins, because it takes seconds in a large clinic. Raises RangesChanged where the clinic's
    own numbers are others by now.
    """
    own = own_offer(clinic_id, now).course if source.startswith(ID) else None
    if own is None or own.source != source:
        raise RangesChanged
    return numbers_text(own)


def withdraw_ranges(actor: access.Actor, approval_id: UUID, now: datetime) -> bool:
    """False when somebody had withdrawn that approval before. Raises NoSuchApproval, Refused."""
    access.require(actor, access.Action.APPROVE_RANGES)
    with writing():
        row = db.session.scalar(
            select(RangeApproval).where(RangeApproval.id == approval_id, RangeApproval.clinic_id == actor.clinic_id)
        )
        if row is None:
            raise NoSuchApproval
        if row.withdrawn_at is not None:
            return False
        row.withdrawn_by_id, row.withdrawn_at = actor.id, now
        write_down(actor, Note("stopped showing the usual ranges", subject=row.source), now)
        return True
