"""What came in about one recovery since a review, whatever day it is about. Three statements for the entries, one for
the review.
"""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select, true

from recovery.domain.access import Role
from recovery.domain.arrivals import Arrival
from recovery.domain.entries import EntryKind
from recovery.extensions import db
from recovery.records.entries import LISTED, EntryRow
from recovery.records.entry_versions import TABLES
from recovery.records.people import Person
from recovery.records.reviews import CLOSING, Review


class LastReview(NamedTuple):
    """`opened_at` is when the page was opened that was reviewed."""

    opened_at: datetime
    by: str


def last_review_of(episode_id: UUID, before: datetime | None = None) -> LastReview | None:
    """The newest that closed what was on its page, of those made before `before` if that is given. A call that nobody
    answered, a planned call and a snooze put off what is to be looked at: the change is still told from before them.
    """
    row = db.session.execute(
        select(Review.opened_at, Person.given_name, Person.family_name)
        .join(Person, Person.id == Review.by_id)
        .where(Review.episode_id == episode_id, Review.outcome.in_(CLOSING))
        .where(Review.reviewed_at < before if before else true())
        .order_by(Review.reviewed_at.desc())
        .limit(1)
    ).first()
    return LastReview(row[0], f"{row[1]} {row[2]}") if row else None


def arrivals_since(episode_id: UUID, since: datetime | None) -> tuple[Arrival, ...]:
    """Entries whose newest version was received, or that were taken back, from `since` on; None is everything. Those
    that were undone or moved are nowhere.
    """
    return tuple(arrival for kind in TABLES for arrival in _of_kind(kind, episode_id, since))


def _of_kind(kind: EntryKind, episode_id: UUID, since: datetime | None) -> list[Arrival]:
    table = TABLES[kind]
    told = [EntryRow.received_at, EntryRow.taken_back_at, Person.given_name, Person.family_name]
    query = (
        select(table.entry_id, table.recorded_on, table.revision, table.received_at, table.note, *told)
        .join(EntryRow, (EntryRow.id == table.entry_id) & (EntryRow.revision == table.revision))
        .outerjoin(Person, (Person.id == table.author_id) & (Person.role != Role.PATIENT))
        .where(EntryRow.episode_id == episode_id, LISTED)
    )
    if since is not None:
        query = query.where((table.received_at >= since) | (EntryRow.taken_back_at >= since))
    return [
        Arrival(entry_id, kind, day, revision, at, first_at, taken_back_at, note, f"{given} {family}" if given else "")
        for entry_id, day, revision, at, note, first_at, taken_back_at, given, family in db.session.execute(query)
    ]
