"""The versions of a clinic's stages as its lead reads them: drafts, what was signed off, by whom and when."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from recovery.domain.clinic_stages import ClinicStages
from recovery.extensions import db
from recovery.records.people import Person
from recovery.records.stages import StagesSignOff, StagesVersion


@dataclass(frozen=True, slots=True)
class Version:
    """`signed_by` is "" and `signed_at` None while it is a draft."""

    id: UUID
    number: int
    stages: ClinicStages
    why: str
    drafted_by: str
    drafted_at: datetime
    signed_by: str
    signed_at: datetime | None
    from_on: date | None

    @property
    def is_signed_off(self) -> bool:
        return self.signed_at is not None


def versions_of(clinic_id: UUID) -> tuple[Version, ...]:
    """Every version of a clinic, newest first, in one statement."""
    drafter, signer = aliased(Person), aliased(Person)
    rows = db.session.execute(
        select(
            StagesVersion,
            StagesSignOff,
            drafter.given_name + " " + drafter.family_name,
            signer.given_name + " " + signer.family_name,
        )
        .join(drafter, drafter.id == StagesVersion.drafted_by_id)
        .outerjoin(StagesSignOff, StagesSignOff.version_id == StagesVersion.id)
        .outerjoin(signer, signer.id == StagesSignOff.signed_by_id)
        .where(StagesVersion.clinic_id == clinic_id)
        .order_by(StagesVersion.version.desc())
    )
    return tuple(
        Version(
            id=row.id,
            number=row.version,
            stages=row.as_value(),
            why=row.why,
            drafted_by=drafted_by,
            drafted_at=row.drafted_at,
            signed_by=signed_by or "",
            signed_at=sign_off.signed_at if sign_off else None,
            from_on=sign_off.from_on if sign_off else None,
        )
        for row, sign_off, drafted_by, signed_by in rows
    )


def standing_among(versions: tuple[Version, ...]) -> Version | None:
    """The newest that was signed off; None while the shipped one stands. `versions` newest first."""
    return next((each for each in versions if each.is_signed_off), None)
