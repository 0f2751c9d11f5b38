"""What the rules of the worklist read about one episode, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from recovery.domain.call_requests import AskedCall
from recovery.domain.episode import Episode
from recovery.domain.evidence import Measure, ReadNotWell, ReadSession, RecordedDay
from recovery.domain.expected_course import Site
from recovery.domain.outcomes import SignOutcome
from recovery.domain.therapy import PlanVersion
from recovery.domain.thresholds import Rule, Thresholds
from recovery.domain.warning_answer import TickedSign


@dataclass(frozen=True, slots=True)
class RecordedSign:
    """A ticked warning sign, tier 1 or 2, of any revision of an entry, with what a person decided about it so far.

    Correcting or taking back the entry closes nothing: only an outcome does. `taken_back_at` is when the
    patient did so.
    """

    id: int
    entry_id: UUID
    revision: int
    sign: TickedSign
    ticked_at: datetime
    recorded_on: date
    outcomes: tuple[SignOutcome, ...] = ()
    taken_back_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return not any(outcome.closes for outcome in self.outcomes)


@dataclass(frozen=True, slots=True, order=True)
class ReasonKey:
    """Which reason it is, however its numbers go on: the rule and what it is about ("leg", "steps", a plan version).

    So a review of back pain closes nothing about the leg.
    """

    rule: Rule
    about: str = ""


@dataclass(frozen=True, slots=True)
class ReasonsSeen:
    """A review, as the rules read it: `keys` are the reasons that were on its page, `seen_through` the audit's number
    when that page was read. With `snoozed_until` it closes nothing: it holds them back until that day. `levels` holds
    the highest score of each reason about pain that was on the page.
    """

    keys: frozenset[ReasonKey]
    seen_through: int
    snoozed_until: date | None = None
    levels: tuple[tuple[ReasonKey, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedLevel:
    """As in "expected for this patient up to 6 until 12 May": an average of that site that is no higher is no reason
    until that day is over. It says nothing about warning signs, and nothing about what is not bearable.
    """

    site: Site
    up_to: int
    until_on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules read about one episode. `signs` are of every episode of the patient: a new operation closes none.
    `last_entry_on` is the newest day with any entry;
    `last_answered_call_on` the day of the last call that the patient answered; `joined_on` is None while the
    invitation stands open; `silence_reviewed_on` is the day of the newest review that had W6 on its page;
    `asked_call` is the request for a call that stands. `not_recording_since` is the day on which a person set "not
    recording" after two tries.

    `unanswered_calls` are the tries since the patient was last heard from, oldest first; no rule reads them.
    `days` (oldest first: recorded_days), `sessions` and `not_well` hold the last 42 days; `plans` every version.
    `leg_pain_before` is the leg average before the operation as the patient recorded it, where the episode has none.
    """

    episode: Episode
    joined_on: date | None
    last_entry_on: date | None
    signs: tuple[RecordedSign, ...] = ()
    last_answered_call_on: date | None = None
    silence_reviewed_on: date | None = None
    asked_call: AskedCall | None = None
    not_recording_since: date | None = None
    unanswered_calls: tuple[datetime, ...] = ()
    days: tuple[RecordedDay, ...] = ()
    sessions: tuple[ReadSession, ...] = ()
    not_well: tuple[ReadNotWell, ...] = ()
    plans: tuple[PlanVersion, ...] = ()
    leg_pain_before: float | None = None
    expected: tuple[ExpectedLevel, ...] = ()
    reviews: tuple[ReasonsSeen, ...] = ()

    @property
    def leg_before(self) -> float | None:
        """What was asked when the episode was made, or else what the patient recorded."""
        told = self.episode.leg_pain_before
        return self.leg_pain_before if told is None else told

    def days_read(self, thresholds: Thresholds, today: date) -> Iterator[RecordedDay]:
        """Newest first, from the operation on: what was before it is no measure of what came after. `today` itself is
        there.
        """
        first = max(self.episode.operation.operated_on, today - timedelta(days=thresholds.looks_back_days))
        for day in reversed(self.days):
            if day.day < first:
                return
            if day.day <= today:
                yield day

    def days_with(self, measure: Measure, thresholds: Thresholds, today: date) -> Iterator[RecordedDay]:
        """Newest first: in a rule, a day with entries is one with the value that the rule reads (PRODUCT.md)."""
        return (day for day in self.days_read(thresholds, today) if getattr(day.figure, measure) is not None)

    def expects(self, site: Site, value: float, today: date) -> bool:
        """Whether a person said that so much is expected for this patient."""
        return any(each.site is site and value <= each.up_to and today <= each.until_on for each in self.expected)
