"""What a physiotherapist had decided in the demo's known stories before its day: a review with what was on its page."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from recovery.content.demo_story import DROPPED_OUT_DAYS, Twist
from recovery.domain.expected_course import Site
from recovery.domain.facts import ReasonKey
from recovery.domain.reviews import Decision, ReviewOutcome
from recovery.domain.rules.pain import BEARABLE
from recovery.domain.thresholds import Rule


@dataclass(frozen=True, slots=True)
class DemoReview:
    """`level` is the highest score of the reason that was on the page, where it was one about pain."""

    decision: Decision
    at: datetime
    key: ReasonKey
    level: float | None = None


class _Told(NamedTuple):
    """`ago` in days; `until` in days from the demo's day."""

    ago: int
    outcome: ReviewOutcome
    key: ReasonKey
    note: str
    until: int | None = None
    level: int | None = None


_SILENT = ReasonKey(Rule.W6)
"""Its day is that of the last entry."""
_TOLD = {
    Twist.DROPPED_OUT: (
        _Told(6, ReviewOutcome.CALLED_NO_ANSWER, _SILENT, "The mailbox is full."),
        _Told(4, ReviewOutcome.CALLED_NO_ANSWER, _SILENT, "Wrote a letter too."),
        _Told(4, ReviewOutcome.NOT_RECORDING, _SILENT, "Comes to the ward in person."),
    ),
    Twist.EXPECTED: (
        _Told(
            2,
            ReviewOutcome.EXPECTED,
            ReasonKey(Rule.W2, Site.BACK.value),
            "Moved house at the weekend. We spoke, and it is what we expect for now.",
            until=10,
            level=8,
        ),
    ),
    Twist.CALL_PLANNED: (
        _Told(
            1,
            ReviewOutcome.CALL_PLANNED,
            ReasonKey(Rule.W2, BEARABLE),
            "Back at work until then, asked for the evening.",
            until=2,
        ),
    ),
}


def reviews_of(twist: Twist, today: date, now: datetime) -> tuple[DemoReview, ...]:
    """In order of time. `today` is the patient's own."""
    return tuple(_review(told, place, today, now) for place, told in enumerate(_TOLD.get(twist, ())))


def _review(told: _Told, place: int, today: date, now: datetime) -> DemoReview:
    is_level = told.outcome is ReviewOutcome.EXPECTED
    decision = Decision(
        outcome=told.outcome,
        note=told.note,
        until_on=None if told.until is None else today + timedelta(days=told.until),
        site=Site(told.key.about) if is_level else None,
        up_to=told.level if is_level else None,
    )
    last_entry_on = today - timedelta(days=DROPPED_OUT_DAYS)
    key = ReasonKey(Rule.W6, last_entry_on.isoformat()) if told.key == _SILENT else told.key
    return DemoReview(decision, now - timedelta(days=told.ago) + timedelta(minutes=place), key, told.level)
