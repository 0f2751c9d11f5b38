"""Why a patient stands where they stand on the caseload: assess(facts, thresholds, today) gives reasons as values.

The rules of CLINICAL.md 6 as a ladder: what a patient asked for or ticked, whatever the status; of an active recovery
what each rule that is on raises and nobody has seen. Reasons are computed when looked at and never stored. The numbers
stand in thresholds.py, what the rules read in facts.py, the rules by family in rules/.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from recovery.domain.episode import EpisodeStatus
from recovery.domain.facts import ExpectedLevel, Facts, ReasonKey, ReasonsSeen, RecordedSign
from recovery.domain.reasons import CallAsked, Group, Held, Reason, Silent, WarningRaised
from recovery.domain.rules.asked import call_asked, warning_signs_without_outcome
from recovery.domain.rules.exercises import exercise_pain, not_settled
from recovery.domain.rules.outcome import leg_not_down
from recovery.domain.rules.pain import high_pain, leg_up, not_bearable, pain_up
from recovery.domain.rules.seen import is_seen
from recovery.domain.rules.silence import silence
from recovery.domain.rules.therapy import low_adherence, not_well_running
from recovery.domain.rules.walking import walking_down
from recovery.domain.thresholds import Rule, Thresholds

__all__ = [
    "CallAsked",
    "ExpectedLevel",
    "Facts",
    "Group",
    "Held",
    "Reason",
    "ReasonKey",
    "ReasonsSeen",
    "RecordedSign",
    "Rule",
    "Silent",
    "Thresholds",
    "WarningRaised",
    "assess",
    "group_of",
    "urgency",
]

Raises = Callable[[Facts, Thresholds, date], Iterable[Held]]

BY_ENTRIES: tuple[tuple[Rule, Raises], ...] = (
    (Rule.W2, high_pain),
    (Rule.W2, not_bearable),
    (Rule.W3, pain_up),
    (Rule.W4, leg_up),
    (Rule.W7, low_adherence),
    (Rule.W8, walking_down),
    (Rule.W9, exercise_pain),
    (Rule.W9, not_settled),
    (Rule.W10, leg_not_down),
    (Rule.W12, not_well_running),
)
"""The rules that read entries."""

_PLACES = {group: place for place, group in enumerate(Group)}


def assess(facts: Facts, thresholds: Thresholds, today: date) -> tuple[Reason, ...]:
    """Reasons, most urgent first. `today` is the patient's own day."""
    asked = (warning_signs_without_outcome(facts), call_asked(facts))
    raised: list[Reason] = [reason for reason in asked if reason is not None]
    if facts.episode.status is EpisodeStatus.ACTIVE:
        raised += (each for each in _of_active(facts, thresholds, today) if not is_seen(each, facts, thresholds, today))
    return tuple(sorted(raised, key=_urgency_of))


def _of_active(facts: Facts, thresholds: Thresholds, today: date) -> Iterator[Held | Silent]:
    """Only active episodes raise W2 to W12: not in hospital, paused, discharged, moved, died."""
    for rule, raises in BY_ENTRIES:
        if thresholds.is_on(rule):
            yield from raises(facts, thresholds, today)
    silent = silence(facts, thresholds, today)
    if silent is not None:
        yield silent


def group_of(reasons: tuple[Reason, ...]) -> Group:
    return reasons[0].group if reasons else Group.NOTHING_RAISED


def urgency(reasons: tuple[Reason, ...]) -> tuple[int, int, float]:
    """Sort key: the group, and in it by how much changed. Warning signs tier 1 before 2, newest first; calls asked for
    before what was read from entries, the longest waiting first. It moves only when something was recorded, so a list
    stands as it stood.
    """
    return _urgency_of(reasons[0]) if reasons else (_PLACES[Group.NOTHING_RAISED], 0, 0)


def _urgency_of(reason: Reason) -> tuple[int, int, float]:
    place = _PLACES[reason.group]
    if isinstance(reason, WarningRaised):
        return (place, reason.tier, -reason.newest_at.timestamp())
    if isinstance(reason, CallAsked):
        return (place, 0, reason.call.asked_at.timestamp())
    return (place, 1, -reason.change)
