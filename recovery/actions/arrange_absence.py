"""Away from one day to another, covered by a colleague: the colleague then has the same patients in care."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import Exists, exists, select

from recovery.actions.arrange_care import NoSuchColleague
from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.extensions import db
from recovery.records.care import Absence
from recovery.records.staff import physiotherapists_of


class NotArranged(StrEnum):
    """`OVERLAPS`: another absence of theirs covers some of these days."""

    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    OVERLAPS = "overlaps"


class NoSuchAbsence(LookupError):  # noqa: N818 - named for what it is
    """Not one of the actor's own, or cancelled before."""


def arrange_absence(
    actor: Actor, from_on: date, until_on: date, covered_by_id: UUID | None, now: datetime
) -> NotArranged | None:
    """None when it is arranged. Days are the clinic's, both included. Raises NoSuchColleague, Refused."""
    access.require(actor, Action.ARRANGE_CARE)
    if until_on < from_on:
        return NotArranged.ENDS_BEFORE_IT_BEGINS
    with writing():
        if covered_by_id and covered_by_id not in {one.id for one in physiotherapists_of(actor.clinic_id, actor.id)}:
            raise NoSuchColleague
        if db.session.scalar(select(_overlapping(actor.id, from_on, until_on))):
            return NotArranged.OVERLAPS
        absence = Absence(
            id=uuid4(),
            physiotherapist_id=actor.id,
            covered_by_id=covered_by_id,
            from_on=from_on,
            until_on=until_on,
            made_by_id=actor.id,
            made_at=now,
        )
        db.session.add(absence)
        write_down(actor, Note("arranged an absence", subject=str(absence.id)), now)
        return None


def cancel_absence(actor: Actor, absence_id: UUID, now: datetime) -> None:
    """Raises NoSuchAbsence, Refused."""
    access.require(actor, Action.ARRANGE_CARE)
    with writing():
        absence = db.session.get(Absence, absence_id)
        if absence is None or absence.physiotherapist_id != actor.id or absence.cancelled_at is not None:
            raise NoSuchAbsence
        absence.cancelled_at = now
        write_down(actor, Note("cancelled an absence", subject=str(absence_id)), now)


def _overlapping(physiotherapist_id: UUID, from_on: date, until_on: date) -> Exists:
    return exists().where(
        Absence.physiotherapist_id == physiotherapist_id,
        Absence.cancelled_at.is_(None),
        Absence.from_on <= until_on,
        Absence.until_on >= from_on,
    )
