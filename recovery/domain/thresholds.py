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
    """Every number is CLINICAL.md 6 [D] unless its line says otherwise. Numbers that were tuned name the version that
    they came with; what they bring stands in docs/rules-evaluation.md. Days are patient days, counted from the
    operation (day 0) where the name says `_day`; pain is NRS 0-10; shares are 0 to 1. `on` are the rules that a person
    signed off; W1, W6 and W11 are on without.
    """

    version: int = 2
    on: frozenset[Rule] = frozenset()

    looks_back_days: int = 42
    """What is older decides nothing, as in rhythm.py, so that pages that read more days say the same."""
    median_days: int = 7
    median_days_at_least: int = 4
    """W3, W4, W8: the median is of the previous 7 days that have the value, 4 at least."""

    high_pain: float = 8
    high_pain_days: int = 3
    high_pain_from_day: int = 8
    not_bearable_days: int = 3
    """W2. Most scores of 5 or more were called bearable (Thiel 2020), so "not bearable" speaks on any day. 3 days, not
    2 (version 2): a level says who has much pain, not that something happened. The third day takes a quarter of all
    reasons away; as many re-herniations are found, of infections 60 % within 7 days, not 70 %."""

    pain_up: float = 2
    pain_up_days: int = 3
    pain_up_days_leg: int = 4
    """W3. Up by 2, sustained, is worse (Ostelo 2008 [U], Copay 2008 [U], Suzuki 2020: CLINICAL.md 1). The leg waits for
    a fourth day (version 2), since W4 tells a larger rise at once."""
    leg_up: float = 3
    leg_up_days: int = 1
    leg_up_after_day: int = 14
    """W4. 1 day, not 2 (version 2): 84 % of re-herniations are found within 3 days, not 53 %, and 94 % within 7, not
    88 %, since the next check-in may be days away."""
    pain_now: float = 4
    """W3 and W4: the newest such day."""

    silent_days_early: int = 3
    early_until_day: int = 14
    silent_days_later: int = 7
    rhythms_missed: int = 2
    answered_call_quiet_days: int = 14
    not_recording_days: int = 30
    """W6, in complete days. Who was set to "not recording" is asked again monthly: after 30 days."""

    low_adherence: float = 0.3
    low_adherence_units: int = 8
    low_adherence_days: int = 14
    """W7: of the units recorded in 14 complete days. 70 % would be enough (MiSpEx). 30 %, not 50 % (version 2), is
    about one SD below the mean of MiSpEx (64 %, SD 31): with 50 % more than every second patient was raised in 120
    days, which tells nobody apart; with 30 % it is three in ten."""

    walking_down: float = 0.4
    walking_down_days: int = 3
    """W8."""

    exercise_pain_over: float = 5
    exercise_pain_above_average: float = 2
    exercise_pain_from_day: int = 15
    exercise_pain_from_day_fusion: int = 43
    exercise_times: int = 3
    not_settled_times: int = 2
    exercise_within_days: int = 7
    """W9. Over 5 is too much, and settled by next morning (Thomee 1997, Silbernagel 2007: tendon evidence). Pain
    3 times, not 2 (version 2): two in a week come by chance."""

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

    new_days_after_review: int = 7
    """After a review a reason that goes on comes back with so many new days with entries: nothing is closed by it, new
    days are counted together. 7, not 1 (version 2): with 1, what was looked at in the evening is back the next day,
    nearly half of all reasons are such returns, and 95 %, not 94 %, of re-herniations are found. One that was over and
    begins anew comes back at once."""
    back_after_days: int = 14
    """Or as soon as its newest day lies so many days after the newest that was on the page: with weekly entries 7 new
    days would take 7 weeks [D]."""
    further_by: float = 2
    """Neither a review nor a snooze holds back pain that is higher by 2 or more than all that was on its page (a change
    that matters, CLINICAL.md 1)."""

    def is_on(self, rule: Rule) -> bool:
        return rule in ALWAYS_ON or rule in self.on

    def signed_off(self) -> "Thresholds":
        """The same numbers with every rule on."""
        return replace(self, on=BY_SIGN_OFF)
