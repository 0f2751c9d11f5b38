"""The rules of the worklist by name, and their numbers as data with a version (CLINICAL.md 6).

W1, W6 and W11 are always on. The others only in a version that a clinic lead signed off by name. W5 is reserved for a
control-chart rule.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Rule(StrEnum):
    W1 = "W1"
    W2 = "W2"
    W3 = "W3"
    W4 = "W4"
    W6 = "W6"
    W7 = "W7"
    W8 = "W8"
    W9 = "W9"
    W10 = "W10"
    W11 = "W11"
    W12 = "W12"


ALWAYS_ON = frozenset({Rule.W1, Rule.W6, Rule.W11})
BY_SIGN_OFF = frozenset(Rule) - ALWAYS_ON


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every number is CLINICAL.md 6 [D] unless its line says otherwise. Days are patient days, counted from the
    operation (day 0) where the name says `_day`; pain is NRS 0-10; shares are 0 to 1. `on` are the rules that a person
    signed off; W1, W6 and W11 are on without.
    """

    version: int = 1
    on: frozenset[Rule] = frozenset()

    looks_back_days: int = 42
    """What is older decides nothing, as in rhythm.py, so that pages that read more days say the same."""
    median_days: int = 7
    median_days_at_least: int = 4
    """W3, W4, W8: the median is of the previous 7 days that have the value, 4 at least."""

    high_pain: float = 8
    high_pain_days: int = 2
    high_pain_from_day: int = 8
    not_bearable_days: int = 2
    """W2. Most scores of 5 or more were called bearable (Thiel 2020), so "not bearable" speaks on any day."""

    pain_up: float = 2
    pain_up_days: int = 3
    """W3. Up by 2, sustained, is worse (Ostelo 2008 [U], Copay 2008 [U], Suzuki 2020: CLINICAL.md 1)."""
    leg_up: float = 3
    leg_up_days: int = 2
    leg_up_after_day: int = 14
    """W4."""
    pain_now: float = 4
    """W3 and W4: the newest such day."""

    silent_days_early: int = 3
    early_until_day: int = 14
    silent_days_later: int = 7
    rhythms_missed: int = 2
    answered_call_quiet_days: int = 14
    not_recording_days: int = 30
    """W6, in complete days. Who was set to "not recording" is asked again monthly: after 30 days."""

    low_adherence: float = 0.5
    low_adherence_units: int = 8
    low_adherence_days: int = 14
    """W7: of the units recorded in 14 complete days. 70 % would be enough (MiSpEx); 50 % is ours."""

    walking_down: float = 0.4
    walking_down_days: int = 3
    """W8."""

    exercise_pain_over: float = 5
    exercise_pain_above_average: float = 2
    exercise_pain_from_day: int = 15
    exercise_pain_from_day_fusion: int = 43
    exercise_times: int = 2
    exercise_within_days: int = 7
    """W9. Over 5 is too much, and settled by next morning (Thomee 1997, Silbernagel 2007: tendon evidence)."""

    leg_before_at_least: float = 4
    leg_down: float = 0.3
    leg_down_by_day: int = 42
    leg_down_days_at_least: int = 2
    leg_down_until_day: int = 69
    """W10: better is down by 30 % (CLINICAL.md 1), read from the sixth week (days 35 to 41). From day 42, and no longer
    than day 69, while the sixth week lies among the days that are read [D]."""

    not_well_days: int = 3
    """W12."""
    past_stands_days: int = 14
    """W9 and W12 say nothing of now: what is over keeps standing for 14 days, until somebody saw it [D]."""

    new_days_after_review: int = 1
    """After a review a reason comes back with 1 new day, which is the letter of CLINICAL.md 6. More make fewer rows
    and later ones: nothing is closed by it, new days are counted together."""
    further_by: float = 2
    """A snooze never holds back pain that is higher by 2 or more than all that was on its page (a change that matters,
    CLINICAL.md 1)."""

    def is_on(self, rule: Rule) -> bool:
        return rule in ALWAYS_ON or rule in self.on

    def signed_off(self) -> "Thresholds":
        """The same numbers with every rule on."""
        return replace(self, on=BY_SIGN_OFF)
