"""Which therapy session the next check-in asks about: how was the pain on the next morning? (CLINICAL.md 3)"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

REMEMBERED_FOR = timedelta(days=7)
"""A morning longer ago is not asked about any more [D]."""


@dataclass(frozen=True, slots=True)
class SessionDay:
    """A recorded session. `is_answered`: a check-in told about its next morning."""

    entry_id: UUID
    day: date
    is_answered: bool = False


def morning_to_ask(sessions: Iterable[SessionDay], day: date) -> SessionDay | None:
    """The last session of the newest day before `day` with one, unless its morning is known already. `sessions` are in
    the order of their days, and in one day in the order they were received.
    """
    before = [each for each in sessions if day - REMEMBERED_FOR <= each.day < day]
    newest = [each for each in before if each.day == before[-1].day]
    return newest[-1] if newest and not any(each.is_answered for each in newest) else None
