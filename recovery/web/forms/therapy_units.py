"""What a form asks about each unit of the day, and about exercises outside the plan. Nothing is chosen beforehand."""

from typing import Any, NamedTuple

from wtforms import Field, StringField
from wtforms.form import BaseForm
from wtforms.validators import Length

from recovery.content.wording import words
from recovery.domain.bounds import Bounds
from recovery.domain.therapy import (
    EXTRA_LENGTH,
    MINUTES,
    REPETITIONS,
    SETS,
    SHARES,
    Extra,
    Outcome,
    Prescription,
    Unit,
    UnitDone,
    WhyNot,
)
from recovery.web.forms.plain_text import clean
from recovery.web.forms.tiles import WordField
from recovery.web.forms.whole_number import WholeNumberField
from recovery.web.present.exercise_words import OUTCOME_NAMES, SHARE_NAMES, WHY_NAMES, time_name

WORDS = words("exercises")
_OUTCOMES = {outcome.value: (outcome, OUTCOME_NAMES[outcome]) for outcome in Outcome}
_SHARES = {str(share): (share, SHARE_NAMES[share]) for share in SHARES}
_WHYS = {why.value: (why, WHY_NAMES[why]) for why in WhyNot}


class Amount(NamedTuple):
    label: str
    bounds: Bounds
    noun: str
    example: int

    def field(self) -> WholeNumberField:
        low, high = self.bounds.low, self.bounds.high
        sentence = WORDS.whole_number.format(what=self.noun, low=low, high=high, example=self.example)
        return WholeNumberField(self.label, self.bounds, sentence)


AMOUNTS = {
    "sets": Amount(WORDS.label_sets, SETS, WORDS.noun_sets, 2),
    "repetitions": Amount(WORDS.label_repetitions, REPETITIONS, WORDS.noun_repetitions, 10),
    "minutes": Amount(WORDS.label_minutes, MINUTES, WORDS.minutes, 10),
}


class UnitForm(BaseForm):  # type: ignore[misc]
    """One unit: done, partly (how much) or not done (why), and how much it was. Names end in the unit's own key."""

    def __init__(self, prescription: Prescription, time: int) -> None:
        self.unit = Unit(prescription.id, time)
        time_words = time_name(time, prescription.times_a_day)
        self.name = f"{prescription.name}, {time_words.lower()}" if time_words else prescription.name
        self.key = f"{prescription.id}-{time}"
        offered = [kind for kind in AMOUNTS if getattr(prescription, kind)]
        self.offered = tuple(offered or ["minutes"])
        super().__init__(
            {
                f"unit-{self.key}": WordField("", _OUTCOMES, self._ask(WORDS.choose_outcome)),
                f"share-{self.key}": WordField("", _SHARES, self._ask(WORDS.choose_share)),
                f"why-{self.key}": WordField("", _WHYS, self._ask(WORDS.choose_why)),
                **{f"{kind}-{self.key}": AMOUNTS[kind].field() for kind in self.offered},
            }
        )

    def _ask(self, sentence: str) -> str:
        return sentence.format(exercise=self.name)

    def field(self, kind: str) -> Field:
        """`kind` is unit, share, why, sets, repetitions or minutes."""
        return self[f"{kind}-{self.key}"]

    def fill(self, done: UnitDone) -> None:
        """With what was recorded before."""
        self.field("unit").data = done.outcome
        for kind in ("share", "why", *self.offered):
            self.field(kind).data = getattr(done, kind)

    @property
    def amounts(self) -> tuple[Field, ...]:
        """The amounts that fit the prescription."""
        return tuple(self.field(kind) for kind in self.offered)

    @property
    def has_amount(self) -> bool:
        return any(field.data is not None or field.errors for field in self.amounts)

    def read(self, *, is_all_done: bool) -> UnitDone | None:
        """What became of the unit; None when nothing was said, or with every problem written beside its field."""
        self.validate()
        if is_all_done:
            self._take_as_done()
        outcome = self.field("unit").data
        self._check(outcome)
        if outcome is None or self.errors:
            return None
        return UnitDone(
            unit=self.unit,
            outcome=outcome,
            share=self.field("share").data if outcome is Outcome.PARTLY else None,
            why=self.field("why").data if outcome is not Outcome.DONE else None,
            **{kind: self.field(kind).data for kind in self.offered},
        )

    def _take_as_done(self) -> None:
        """Having done all as planned answers what was left open; it never changes an answer."""
        field = self.field("unit")
        if field.data is None and not field.errors:
            field.data = Outcome.DONE
        elif field.data is not Outcome.DONE:
            chosen = OUTCOME_NAMES[field.data].lower() if field.data else ""
            field.errors = [WORDS.chosen_otherwise.format(chosen=chosen, exercise=self.name)]

    def _check(self, outcome: Outcome | None) -> None:
        field, share = self.field("unit"), self.field("share")
        told = [self.field("share"), self.field("why"), *self.amounts]
        if outcome is None and not field.errors and any(each.data is not None for each in told):
            field.errors = [self._ask(WORDS.choose_outcome)]
        if outcome is Outcome.PARTLY and share.data is None and not share.errors:
            share.errors = [self._ask(WORDS.how_much_did_you_do_of)]
        if outcome is Outcome.NOT_DONE and any(each.data for each in self.amounts):
            field.errors = [self._ask(WORDS.not_done_with_amount)]


class ExtraForm(BaseForm):  # type: ignore[misc]
    """Something outside the plan: what it was, and for how long."""

    def __init__(self, place: int) -> None:
        self.place = place
        too_long = WORDS.shorter_name.format(longest=EXTRA_LENGTH)
        super().__init__(
            {
                f"extra-{place}-name": StringField(
                    "", [Length(max=EXTRA_LENGTH, message=too_long)], filters=[_one_line]
                ),
                f"extra-{place}-minutes": AMOUNTS["minutes"].field(),
            }
        )

    @property
    def what(self) -> Field:
        return self[f"extra-{self.place}-name"]

    @property
    def minutes(self) -> Field:
        return self[f"extra-{self.place}-minutes"]

    @property
    def is_filled(self) -> bool:
        return bool(self.what.data or self.minutes.data is not None or self.errors)

    def read(self) -> Extra | None:
        """None when left empty, or with every problem written beside its field."""
        self.validate()
        if self.minutes.data is not None and not self.what.data:
            self.what.errors = [WORDS.what_in_these_minutes]
        if self.errors or not self.what.data:
            return None
        return Extra(self.what.data, self.minutes.data)


def _one_line(text: Any) -> str:
    return " ".join(clean(text or "").split())
