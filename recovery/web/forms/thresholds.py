"""The clinic lead's form over the numbers of the worklist's rules: what can be changed, and within which bounds [D]."""

from dataclasses import dataclass, replace
from typing import Any

from wtforms import BooleanField

from recovery.domain.bounds import Bounds
from recovery.domain.thresholds import BY_SIGN_OFF, Rule, Thresholds
from recovery.web.forms.staff_form import StaffForm
from recovery.web.forms.whole_number import WholeNumberField

TICK = "Tick that you have read each rule"


@dataclass(frozen=True, slots=True)
class Number:
    """A field of Thresholds. A share is asked as percent."""

    name: str
    label: str
    low: int
    high: int
    unit: str = ""
    is_share: bool = False

    def shown(self, thresholds: Thresholds) -> int:
        value = getattr(thresholds, self.name)
        return round(value * 100) if self.is_share else round(value)

    def meant(self, typed: int) -> float:
        return typed / 100 if self.is_share else typed


NUMBERS: dict[Rule, tuple[Number, ...]] = {
    Rule.W2: (
        Number("high_pain", "An average of at least", 1, 10),
        Number("high_pain_days", "on so many days with entries, one after the other", 1, 14),
        Number("high_pain_from_day", "from this day after the operation", 0, 60),
        Number("not_bearable_days", "Or “not bearable” on so many", 1, 14),
    ),
    Rule.W3: (
        Number("pain_up", "Up by at least", 1, 10, "points"),
        Number("pain_up_days", "held for so many days with entries", 1, 14),
        Number("pain_up_days_leg", "the leg for so many", 1, 14),
        Number("pain_now", "and now at least (W4 too)", 0, 10),
    ),
    Rule.W4: (
        Number("leg_up", "The leg up by at least", 1, 10, "points"),
        Number("leg_up_days", "held for so many days with entries", 1, 14),
        Number("leg_up_after_day", "after this day since the operation", 0, 60),
    ),
    Rule.W6: (
        Number("silent_days_early", "Complete days without an entry at first", 1, 14),
        Number("early_until_day", "“At first” ends on this day", 0, 60),
        Number("silent_days_later", "Complete days without an entry later", 1, 60),
        Number("answered_call_quiet_days", "A call that was answered closes it for", 1, 60, "days"),
        Number("not_recording_days", "“Not recording” is asked again after", 7, 90, "days"),
    ),
    Rule.W7: (
        Number("low_adherence", "Less than this of the recorded units done, in 14 days", 1, 100, "%", is_share=True),
        Number("low_adherence_units", "with at least so many units recorded", 1, 100),
    ),
    Rule.W8: (
        Number("walking_down", "Down by at least", 1, 100, "%", is_share=True),
        Number("walking_down_days", "for so many days with entries", 1, 14),
    ),
    Rule.W9: (
        Number("exercise_pain_over", "Pain in exercises over", 0, 9),
        Number("exercise_pain_above_average", "and so much above that day’s average", 0, 10),
        Number("exercise_times", "so many times", 1, 7),
        Number("not_settled_times", "or not settled by next morning so many times", 1, 7),
        Number("exercise_within_days", "within so many days", 1, 14),
        Number("exercise_pain_from_day", "from this day after the operation", 0, 90),
        Number("exercise_pain_from_day_fusion", "after a fusion from this day", 0, 180),
    ),
    Rule.W10: (
        Number("leg_before_at_least", "Leg pain before surgery at least", 1, 10),
        Number("leg_down", "not down by", 1, 100, "%", is_share=True),
    ),
    Rule.W12: (Number("not_well_days", "“Not well” on so many days running", 1, 14),),
}
AFTER_REVIEW = (
    Number("new_days_after_review", "New days with entries after a review", 1, 7),
    Number("back_after_days", "or so many days after the last day that was seen", 1, 42),
)
"""For all rules that read entries."""

EVERY_NUMBER = (*(number for of_rule in NUMBERS.values() for number in of_rule), *AFTER_REVIEW)


class ThresholdsForm(StaffForm):
    """One field a number (below), one tick a rule, and that they were read."""

    seen = WholeNumberField("Version", Bounds(0, 10**6), "Open this page again")
    has_read = BooleanField("I have read each rule and where its numbers are from")

    def read(self, shipped: Thresholds) -> Thresholds | None:
        """The numbers and rules as typed; None with sentences where one cannot be read."""
        self.validate()
        for number in EVERY_NUMBER:
            field = self[number.name]
            if field.data is None and not field.errors:
                self.complain(field, sentence_for(number))
        if not self.is_fine:
            return None
        numbers = {number.name: number.meant(self[number.name].data) for number in EVERY_NUMBER}
        on = frozenset(rule for rule in BY_SIGN_OFF if self[rule_field(rule)].data)
        return replace(shipped, on=on, **numbers)

    def require_read(self) -> bool:
        if not self.has_read.data:
            self.complain(self.has_read, TICK)
        return self.is_fine


def rule_field(rule: Rule) -> str:
    return f"on_{rule.value}"


def sentence_for(number: Number) -> str:
    return f"Write a whole number from {number.low} to {number.high} for “{number.label}”"


def _declare() -> None:
    """The fields of every number and rule, in the order of the page."""
    for number in EVERY_NUMBER:
        bounds = Bounds(number.low, number.high)
        setattr(ThresholdsForm, number.name, WholeNumberField(number.label, bounds, sentence_for(number)))
    for rule in sorted(BY_SIGN_OFF):
        setattr(ThresholdsForm, rule_field(rule), BooleanField("On"))


_declare()


def thresholds_form(thresholds: Thresholds, newest_number: int) -> ThresholdsForm:
    """Unsent. Where nothing was ever signed off every rule is proposed."""
    told: dict[str, Any] = {number.name: number.shown(thresholds) for number in EVERY_NUMBER}
    told |= {rule_field(rule): rule in thresholds.on or not newest_number for rule in BY_SIGN_OFF}
    return ThresholdsForm(formdata=None, seen=newest_number, **told)
