"""What an entry may be tied to: the sessions, activities and exercises of the very recovery that it is part of."""

from uuid import UUID

from recovery.actions.entry_shapes import Content
from recovery.domain.check_in import CheckIn
from recovery.domain.therapy import TherapySession
from recovery.records.ties import are_activities_of, are_prescriptions_of, is_session_of


class NotOwn(LookupError):  # noqa: N818 - an answer, not an accident
    """A session, activity or exercise of another recovery, or of none: to the caller it is not there."""


def require_own_ties(episode_id: UUID, content: Content) -> None:
    """Raises NotOwn."""
    if isinstance(content, CheckIn):
        is_own = _is_own_check_in(episode_id, content)
    else:
        is_own = not isinstance(content, TherapySession) or _is_own_session(episode_id, content)
    if not is_own:
        raise NotOwn


def _is_own_check_in(episode_id: UUID, check_in: CheckIn) -> bool:
    is_morning_own = check_in.morning_after is None or is_session_of(episode_id, check_in.morning_after)
    scored = {each.activity_id for each in check_in.activities}
    return is_morning_own and (not scored or are_activities_of(episode_id, scored))


def _is_own_session(episode_id: UUID, session: TherapySession) -> bool:
    done = {each.unit.prescription_id for each in session.units}
    return not done or are_prescriptions_of(episode_id, done)
