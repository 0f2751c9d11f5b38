"""Which usual ranges a clinic's lead let patients see, and when: those that come with the app, or the clinic's own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from recovery.content.expected_course import course_from, numbers_of
from recovery.domain.clinic_course import ClinicCourse, Key
from recovery.domain.expected_course import Site
from recovery.domain.operation import Procedure
from recovery.extensions import db
from recovery.records.database import Instant
from recovery.records.people import Clinic, Person


class RangeApproval(db.Model):
    """`source` names the ranges with their version. `numbers` are the clinic's own as they were approved, so that later
    entries change nothing; None for those that come with the app.
    """

    __tablename__ = "range_approvals"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    clinic_id: Mapped[UUID] = mapped_column(ForeignKey(Clinic.id), index=True)
    source: Mapped[str] = mapped_column(String(60))
    numbers: Mapped[str | None] = mapped_column(Text)
    approved_by_id: Mapped[UUID] = mapped_column(ForeignKey(Person.id))
    approved_at: Mapped[datetime] = mapped_column(Instant)
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(Person.id))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)


@dataclass(frozen=True, slots=True)
class ApprovedRanges:
    """One approval with names. Withdrawn or not, it is kept. `own`: the clinic's own numbers, where it is of them."""

    id: UUID
    source: str
    approved_by: str
    approved_at: datetime
    withdrawn_by: str
    withdrawn_at: datetime | None
    own: ClinicCourse | None = None

    @property
    def is_standing(self) -> bool:
        return self.withdrawn_at is None


def approvals_of_ranges(clinic_id: UUID) -> tuple[ApprovedRanges, ...]:
    """Every approval of a clinic, newest first."""
    approver, withdrawer = aliased(Person), aliased(Person)
    rows = db.session.execute(
        select(
            RangeApproval,
            approver.given_name + " " + approver.family_name,
            withdrawer.given_name + " " + withdrawer.family_name,
        )
        .join(approver, approver.id == RangeApproval.approved_by_id)
        .outerjoin(withdrawer, withdrawer.id == RangeApproval.withdrawn_by_id)
        .where(RangeApproval.clinic_id == clinic_id)
        .order_by(RangeApproval.approved_at.desc(), RangeApproval.id)
    )
    return tuple(
        ApprovedRanges(
            row.id,
            row.source,
            approved_by,
            row.approved_at,
            withdrawn_by or "",
            row.withdrawn_at,
            _read(row.source, row.numbers) if row.numbers else None,
        )
        for row, approved_by, withdrawn_by in rows
    )


class Standing(NamedTuple):
    """Under which approvals patients see ranges: the clinic's own where they have a day, else the estimate's.

    Only the newest approval of the clinic's own can stand: withdrawing it brings no older one back.
    """

    own: ApprovedRanges | None
    estimate: ApprovedRanges | None


def standing_of(approvals: tuple[ApprovedRanges, ...], shipped_source: str) -> Standing:
    """`approvals` newest first."""
    own = next((each for each in approvals if each.own), None)
    estimate = next((each for each in approvals if each.is_standing and each.source == shipped_source), None)
    return Standing(own if own and own.is_standing else None, estimate)


def standing_ranges(clinic_id: UUID, shipped_source: str) -> Standing:
    return standing_of(approvals_of_ranges(clinic_id), shipped_source)


def standing_approval(clinic_id: UUID, source: str) -> ApprovedRanges | None:
    """The approval under which patients see the ranges of this source; None where there is none."""
    standing = standing_ranges(clinic_id, source)
    if standing.own and standing.own.source == source:
        return standing.own
    return standing.estimate


def numbers_text(course: ClinicCourse) -> str:
    """As a snapshot holds it."""
    told = {
        "made_on": course.made_on.isoformat(),
        "ranges": _nested({key: numbers_of(steps) for key, steps in course.course.steps.items()}),
        "people": _nested(course.people),
    }
    return json.dumps(told, separators=(",", ":"))


def _nested(by_key: Mapping[Key, object]) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for (procedure, site), value in by_key.items():
        found.setdefault(procedure.value, {})[site.value] = value
    return found


def _read(source: str, numbers: str) -> ClinicCourse:
    told = json.loads(numbers)
    people = {
        (Procedure(procedure), Site(site)): (least, most)
        for procedure, sites in told["people"].items()
        for site, (least, most) in sites.items()
    }
    return ClinicCourse(source, date.fromisoformat(told["made_on"]), course_from(told["ranges"]), people)
