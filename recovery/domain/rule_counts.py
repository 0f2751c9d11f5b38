"""How many reasons the rules would have raised over some past days: what a clinic lead looks at before a sign-off.

Each day is assessed as it stood by what was recorded for it and before, with every rule on and as if nobody had closed
anything: a reason that stands counts once, and again after a day without it. Corrections and late entries stand as they
are now. W1 and W11 are no readings of entries and are counted by their own records.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recovery.domain.episode import EpisodeStatus
from recovery.domain.facts import Facts, ReasonKey
from recovery.domain.thresholds import BY_SIGN_OFF, Rule, Thresholds
from recovery.domain.worklist import assess

DAYS_COUNTED = 28


@dataclass(frozen=True, slots=True)
class RuleCounts:
    """`raised` new reasons by rule, of `patients` active recoveries, over DAYS_COUNTED days."""

    raised: Counter[Rule]
    patients: int


def count_reasons(everybody: Iterable[tuple[Facts, date]], thresholds: Thresholds) -> RuleCounts:
    """Of each the facts and the patient's own today, the last day that is counted. The facts have to reach
    DAYS_COUNTED further back than the rules read.
    """
    every_rule = replace(thresholds, on=BY_SIGN_OFF)
    active = [each for each in everybody if each[0].episode.status is EpisodeStatus.ACTIVE]
    raised = sum((_raised(facts, every_rule, today) for facts, today in active), Counter[Rule]())
    return RuleCounts(raised, len(active))


def _raised(facts: Facts, thresholds: Thresholds, today: date) -> Counter[Rule]:
    story = _Story(facts)
    first = today - timedelta(days=DAYS_COUNTED)
    stood = _keys(story.as_of(first), thresholds, first)
    raised: Counter[Rule] = Counter()
    for back in range(DAYS_COUNTED - 1, -1, -1):
        day = today - timedelta(days=back)
        standing = _keys(story.as_of(day), thresholds, day)
        raised.update(key.rule for key in standing - stood)
        stood = standing
    return raised


def _keys(facts: Facts, thresholds: Thresholds, day: date) -> frozenset[ReasonKey]:
    return frozenset(each.key for each in assess(facts, thresholds, day))


class _Story:
    """The facts of one episode as they stood at the end of any day."""

    def __init__(self, facts: Facts) -> None:
        sessions = sorted(facts.sessions, key=lambda each: each.recorded_on)
        not_well = sorted(facts.not_well, key=lambda each: each.recorded_on)
        self.facts = replace(facts, sessions=tuple(sessions), not_well=tuple(not_well), reviews=(), signs=())
        self.days = [each.day for each in facts.days]
        self.session_days = [each.recorded_on for each in sessions]
        self.not_well_days = [each.recorded_on for each in not_well]

    def as_of(self, day: date) -> Facts:
        kept = bisect_right(self.days, day), bisect_right(self.session_days, day), bisect_right(self.not_well_days, day)
        recorded = [
            of[count - 1]
            for of, count in zip((self.days, self.session_days, self.not_well_days), kept, strict=True)
            if count
        ]
        return replace(
            self.facts,
            days=self.facts.days[: kept[0]],
            sessions=self.facts.sessions[: kept[1]],
            not_well=self.facts.not_well[: kept[2]],
            last_entry_on=max(recorded) if recorded else self._before(day),
            asked_call=None,
            not_recording_since=None,
        )

    def _before(self, day: date) -> date | None:
        """The last entry is older than everything that was read, or there is none."""
        last = self.facts.last_entry_on
        return last if last is not None and last <= day else None
