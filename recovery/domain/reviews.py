"""What a physiotherapist decided after a look at a patient, and what that does to the reasons (CLINICAL.md 6).

What was on the page is closed, or held back until a day. A warning sign needs an outcome of its own (outcomes.py), and
a hand-over decides nothing about a reason: it stays with the giver until somebody accepts it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from recovery.domain.expected_course import Site
from recovery.domain.pain import NRS

NOTE_LENGTH = 2000
NOTE_FOR_PATIENT_LENGTH = 500
LONGEST_HOLD = timedelta(days=91)
"""How far ahead a snooze or a planned call can lie: a season, so that nobody is held back and forgotten [D]."""
LONGEST_EXPECTED = timedelta(days=365)
TRIES_BEFORE_NOT_RECORDING = 2
"""After two unanswered tries a person may set "not recording" (W6)."""


class ReviewOutcome(StrEnum):
    LOOKED = "looked"
    CALLED = "called"
    CALLED_NO_ANSWER = "called_no_answer"
    CALL_PLANNED = "call_planned"
    SNOOZED = "snoozed"
    EXPECTED = "expected"
    EXPECTED_ENDED = "expected_ended"
    NOT_RECORDING = "not_recording"

    @property
    def closes(self) -> bool:
        """The reasons that were on the page. A call that nobody answered closes nothing."""
        return self in {ReviewOutcome.LOOKED, ReviewOutcome.CALLED, ReviewOutcome.EXPECTED}

    @property
    def holds_back(self) -> bool:
        """Until its day, after which what was on the page stands again."""
        return self in {ReviewOutcome.CALL_PLANNED, ReviewOutcome.SNOOZED}

    @property
    def answers_call(self) -> bool:
        """Whether a call that the patient asked for is closed by it (docs/decisions/0011)."""
        return self in {ReviewOutcome.LOOKED, ReviewOutcome.CALLED}

    @property
    def is_call(self) -> bool:
        return self in {ReviewOutcome.CALLED, ReviewOutcome.CALLED_NO_ANSWER}


_WITH_DAY = (ReviewOutcome.CALL_PLANNED, ReviewOutcome.SNOOZED, ReviewOutcome.EXPECTED)


@dataclass(frozen=True, slots=True)
class Decision:
    """`until_on` is the patient's day of a planned call, or the day on which what is snoozed stands again, or the last
    day of an expected level. `site` and `up_to` (NRS) are those of an expected level; `site` alone of one that ends.
    `note` is for the team, `note_for_patient` for the patient's own page. Raises ValueError, OutOfBounds.
    """

    outcome: ReviewOutcome = ReviewOutcome.LOOKED
    note: str = ""
    note_for_patient: str = ""
    until_on: date | None = None
    site: Site | None = None
    up_to: int | None = None

    def __post_init__(self) -> None:
        NRS.require("up_to", self.up_to)
        is_about_level = self.outcome in {ReviewOutcome.EXPECTED, ReviewOutcome.EXPECTED_ENDED}
        if (self.until_on is not None) != (self.outcome in _WITH_DAY):
            raise ValueError("a planned call, a snooze and an expected level have a day, and nothing else has one")
        if (self.site is not None) != is_about_level:
            raise ValueError("an expected level is about one site, and nothing else is")
        if (self.up_to is not None) != (self.outcome is ReviewOutcome.EXPECTED):
            raise ValueError("an expected level has a score, and nothing else has one")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review. `by` is a name; `seen_through` the audit's number when its page was read."""

    decision: Decision
    by: str
    at: datetime
    seen_through: int

    @property
    def note(self) -> str:
        return self.decision.note

    @property
    def note_for_patient(self) -> str:
        return self.decision.note_for_patient


def is_day_in_reach(outcome: ReviewOutcome, day: date, today: date) -> bool:
    """A call can be planned for today; what is snoozed stands again tomorrow at the earliest."""
    first = today + timedelta(days=1) if outcome is ReviewOutcome.SNOOZED else today
    return first <= day <= last_day(outcome, today)


def last_day(outcome: ReviewOutcome, today: date) -> date:
    return today + (LONGEST_EXPECTED if outcome is ReviewOutcome.EXPECTED else LONGEST_HOLD)


def may_set_not_recording(unanswered_tries: int) -> bool:
    """`unanswered_tries` are the calls since the patient was last heard from (Facts.unanswered_calls)."""
    return unanswered_tries >= TRIES_BEFORE_NOT_RECORDING
