"""Whether what an entry names is of the same recovery: a session, activities, prescriptions."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select

from recovery.domain.entries import EntryKind
from recovery.extensions import db
from recovery.records.activities import ActivityRow
from recovery.records.entries import EntryRow
from recovery.records.plans import PlanVersionRow, PrescriptionRow


def is_session_of(episode_id: UUID, entry_id: UUID) -> bool:
    """Also one that was taken back: what was said about its next morning stays."""
    head = db.session.get(EntryRow, entry_id)
    return head is not None and head.episode_id == episode_id and head.kind is EntryKind.SESSION


def are_activities_of(episode_id: UUID, activities: Collection[UUID]) -> bool:
    """Also those that were let go."""
    own = select(func.count()).where(ActivityRow.id.in_(activities), ActivityRow.episode_id == episode_id)
    return db.session.scalar(own) == len(activities)


def are_prescriptions_of(episode_id: UUID, prescriptions: Collection[UUID]) -> bool:
    """Of any version of the plan."""
    own = (
        select(func.count())
        .select_from(PrescriptionRow)
        .join(PlanVersionRow, PlanVersionRow.id == PrescriptionRow.plan_version_id)
        .where(PrescriptionRow.id.in_(prescriptions), PlanVersionRow.episode_id == episode_id)
    )
    return db.session.scalar(own) == len(prescriptions)
