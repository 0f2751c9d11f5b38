"""The ways to go about it that the evaluation of the rules compares: the numbers of the rules, and what a clinic does.

Nobody knows how a clinic will look, so it is stated: somebody looks each day at all that stands and closes it, and
calls who is silent. Six calls in ten are answered [D]; there is no published anchor for that.
"""

from dataclasses import replace

from recovery.domain.evaluation import Conduct
from recovery.domain.thresholds import Rule, Thresholds

ANSWERED = 0.6
EXPECTED_FOR_DAYS = 28

SHIPPED = Thresholds().signed_off()
FIRST = replace(
    SHIPPED,
    high_pain_days=2,
    not_bearable_days=2,
    pain_up_days_leg=3,
    leg_up_days=2,
    low_adherence=0.5,
    exercise_times=2,
    new_days_after_review=1,
)
"""Version 1: CLINICAL.md 6 to the letter, before it was tuned."""


def _looked_at(thresholds: Thresholds) -> Conduct:
    return Conduct(thresholds, answers_calls=ANSWERED)


def _without(*rules: Rule) -> Conduct:
    return _looked_at(replace(SHIPPED, on=SHIPPED.on - frozenset(rules)))


STANDARD = "version 2, as shipped"
_SHIPPED = _looked_at(SHIPPED)

VARIANTS: dict[str, Conduct] = {
    STANDARD: _SHIPPED,
    "version 1": _looked_at(FIRST),
    "version 1, back after 7 new days": _looked_at(replace(FIRST, new_days_after_review=7)),
    "version 2, back after 1 new day": _looked_at(replace(SHIPPED, new_days_after_review=1)),
    "version 2, back after 3 new days": _looked_at(replace(SHIPPED, new_days_after_review=3)),
    "version 2, W2 on 2 days": _looked_at(replace(SHIPPED, high_pain_days=2, not_bearable_days=2)),
    "version 2, without W2": _without(Rule.W2),
    "version 2, without W3": _without(Rule.W3),
    "version 2, W3 on 3 days also for the leg": _looked_at(replace(SHIPPED, pain_up_days_leg=3)),
    "version 2, W3 on 2 days": _looked_at(replace(SHIPPED, pain_up_days=2, pain_up_days_leg=2)),
    "version 2, W4 from 4 points": _looked_at(replace(SHIPPED, leg_up=4)),
    "version 2, W3 and W4 as in version 1": _looked_at(replace(SHIPPED, pain_up_days_leg=3, leg_up_days=2)),
    "version 2, only W4 of W2 to W10": _without(*(frozenset(Rule) - {Rule.W4})),
    "version 2, pain that was looked at is expected for 28 days": replace(_SHIPPED, expects_days=EXPECTED_FOR_DAYS),
    "version 2, one look a week": replace(_SHIPPED, looks_every=7),
    "version 2, nobody calls": replace(_SHIPPED, answers_calls=None),
    "version 2, next check-in not tomorrow": replace(_SHIPPED, is_due_after_jump=False),
    "version 1, next check-in not tomorrow": replace(_looked_at(FIRST), is_due_after_jump=False),
    "version 2, without W2 and W3": _without(Rule.W2, Rule.W3),
}
"""By the words of the report. The first is what a clinic gets; the others are compared with it."""
