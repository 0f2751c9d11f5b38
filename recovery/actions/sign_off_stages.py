"""A clinic's own stages: drafted as a new version, looked at, and signed off by a lead by name. Nothing is changed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recovery.actions.transaction import Note, write_down, writing
from recovery.domain import access
from recovery.domain.access import Action, Actor
from recovery.domain.calendar import day_in_zone
from recovery.domain.clinic_stages import SHIPPED_IN_FORCE, ClinicStages
from recovery.extensions import db
from recovery.records.stages import StagesSignOff, StagesVersion, newest_version, stages_in_force


class NoSuchVersion(LookupError):  # noqa: N818 - named for what it is
    """No such version in this clinic."""


class StagesChanged(ValueError):  # noqa: N818 - named for what it is
    """A newer version was drafted after this one: the page is out of date."""


class SameStages(ValueError):  # noqa: N818 - named for what it is
    """The draft says what stands already."""


def draft_stages(actor: Actor, stages: ClinicStages, why: str, now: datetime) -> UUID:
    """A draft counts for nobody. Raises SameStages, Refused."""
    access.require(actor, Action.EDIT_STAGES)
    with writing():
        if stages == _standing(actor.clinic_id):
            raise SameStages
        row = StagesVersion(
            clinic_id=actor.clinic_id,
            version=newest_version(actor.clinic_id) + 1,
            begins={
                procedure.value: {stage.value: day for stage, day in days.items()}
                for procedure, days in stages.begins.items()
            },
            rhythms={stage.value: rhythm.value for stage, rhythm in stages.rhythms.items()},
            why=why,
            drafted_by_id=actor.id,
            drafted_at=now,
        )
        db.session.add(row)
        db.session.flush()
        write_down(actor, Note("drafted the stages", subject=str(row.version)), now)
        return row.id


def sign_off_stages(actor: Actor, version_id: UUID, now: datetime) -> bool:
    """The newest version, from the clinic's today on. False when it was signed off before. Raises NoSuchVersion,
    StagesChanged, Refused.
    """
    access.require(actor, Action.EDIT_STAGES)
    with writing():
        row = db.session.scalar(
            select(StagesVersion).where(StagesVersion.id == version_id, StagesVersion.clinic_id == actor.clinic_id)
        )
        if row is None:
            raise NoSuchVersion
        if db.session.get(StagesSignOff, version_id) is not None:
            return False
        if row.version != newest_version(actor.clinic_id):
            raise StagesChanged
        from_on = day_in_zone(now, actor.zone)
        db.session.add(StagesSignOff(version_id=row.id, signed_by_id=actor.id, signed_at=now, from_on=from_on))
        write_down(actor, Note("signed off the stages", subject=str(row.version)), now)
        return True


def _standing(clinic_id: UUID) -> ClinicStages:
    return stages_in_force([clinic_id]).get(clinic_id, SHIPPED_IN_FORCE)[-1].stages
