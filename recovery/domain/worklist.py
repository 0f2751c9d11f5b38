"""Why a patient stands where they stand on the caseload: assess(facts, thresholds, today) gives reasons as values.

Rules W1, W6 and W11 of CLINICAL.md 6, which are always on. Reasons are computed when looked at and never stored.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from recovery.domain.call_requests import AskedCall
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_answer import TickedSign


class Rule(StrEnum):
    W1 = "W1"
    W6 = "W6"
    W11 = "W11"


class Group(StrEnum):
    """In order of need."""

    NOW = "now"
    TODAY = "today"
    NOT_HEARD_FROM = "not_heard_from"
    NOTHING_RAISED = "nothing_raised"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Data with a version, so that a clinic's own numbers can be signed off. Days are complete patient days [D]."""

    version: int = 1
    silent_days_early: int = 3
    early_until_day: int = 14
    silent_days_later: int = 7
    rhythms_missed: int = 2
    answered_call_quiet_days: int = 14


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


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules read about one episode. `signs` are of every episode of the patient: a new operation closes none.
    `last_entry_on` is the newest day with any entry;
    `last_answered_call_on` the day of the last call that the patient answered; `joined_on` is None while the
    invitation stands open; `silence_reviewed_on` is the day of the newest review that had W6 on its page;
    `asked_call` is the request for a call that stands.
    """

    episode: Episode
    joined_on: date | None
    last_entry_on: date | None
    signs: tuple[RecordedSign, ...] = ()
    last_answered_call_on: date | None = None
    silence_reviewed_on: date | None = None
    asked_call: AskedCall | None = None


@dataclass(frozen=True, slots=True)
class WarningRaised:
    signs: tuple[RecordedSign, ...]
    rule: Rule = Rule.W1
    group: Group = Group.NOW

    @property
    def tier(self) -> int:
        return min(sign.sign.tier for sign in self.signs)

    @property
    def newest_at(self) -> datetime:
        """When the newest sign of the most urgent tier was received."""
        return max(sign.ticked_at for sign in self.signs if sign.sign.tier == self.tier)


@dataclass(frozen=True, slots=True)
class CallAsked:
    call: AskedCall
    rule: Rule = Rule.W11
    group: Group = Group.TODAY


@dataclass(frozen=True, slots=True)
class Silent:
    """`days` complete days without an entry, counted from the day after `since` (None: nothing was ever recorded)."""

    days: int
    since: date | None
    rule: Rule = Rule.W6
    group: Group = Group.NOT_HEARD_FROM


Reason = WarningRaised | CallAsked | Silent


def assess(facts: Facts, thresholds: Thresholds, today: date) -> tuple[Reason, ...]:
    """Reasons, most urgent first. `today` is the patient's own day."""
    raised = (warning_signs_without_outcome(facts), call_asked(facts), silence(facts, thresholds, today))
    return tuple(reason for reason in raised if reason is not None)


def warning_signs_without_outcome(facts: Facts) -> WarningRaised | None:
    """W1: stands whatever the status, except died, until a person records the outcome."""
    open_signs = [sign for sign in facts.signs if sign.is_open]
    if facts.episode.status is EpisodeStatus.DIED or not open_signs:
        return None
    newest_first = sorted(open_signs, key=lambda sign: sign.ticked_at, reverse=True)
    return WarningRaised(tuple(sorted(newest_first, key=lambda sign: sign.sign.tier)))


def call_asked(facts: Facts) -> CallAsked | None:
    """W11: stands whatever the status, except died: who asked in hospital or while paused, or was discharged since, was
    told that the team sees it (docs/decisions/0011).
    """
    call = facts.asked_call
    if facts.episode.status is EpisodeStatus.DIED or call is None or not call.is_open:
        return None
    return CallAsked(call)


def silence(facts: Facts, thresholds: Thresholds, today: date) -> Silent | None:
    """W6: no entry for 3 complete days within the first 14 days, for 7 days (or twice the rhythm, if longer) later.

    Counted from day 0, or from joining if later. Where no check-in is due (before surgery, long term) there is no
    silence. Three silent days that began early keep standing after day 14, until an entry comes. A review that had the
    silence on its page closes it as far as it had come: it stands again after as many new days.
    """
    episode = facts.episode
    if episode.status is not EpisodeStatus.ACTIVE or facts.joined_on is None:
        return None
    first_counted = max(episode.operation.operated_on, facts.joined_on)
    if facts.last_entry_on is not None:
        first_counted = max(first_counted, facts.last_entry_on + timedelta(days=1))
    first_new = max(first_counted, facts.silence_reviewed_on or first_counted)
    last_early = episode.operation.operated_on + timedelta(days=thresholds.early_until_day + 1)
    new_days, early_days = (today - first_new).days, (min(today, last_early) - first_new).days
    allowed_later = _silent_days_allowed_later(episode, thresholds, today)
    if allowed_later is None or _is_quiet_after_call(facts, thresholds, today):
        return None
    if new_days >= allowed_later or early_days >= thresholds.silent_days_early:
        return Silent((today - first_counted).days, facts.last_entry_on)
    return None


def _silent_days_allowed_later(episode: Episode, thresholds: Thresholds, today: date) -> float | None:
    """None where the stage has no rhythm. Until a stage is set (cervical) the rhythm is that of the first days."""
    if episode.day_number(today) < 0:
        return None
    rhythm = episode.check_in_interval(today)
    return None if rhythm is None else max(thresholds.silent_days_later, thresholds.rhythms_missed * rhythm)


def _is_quiet_after_call(facts: Facts, thresholds: Thresholds, today: date) -> bool:
    called = facts.last_answered_call_on
    return called is not None and (today - called).days < thresholds.answered_call_quiet_days


def group_of(reasons: tuple[Reason, ...]) -> Group:
    return reasons[0].group if reasons else Group.NOTHING_RAISED


def urgency(reasons: tuple[Reason, ...]) -> tuple[int, int, float]:
    """Sort key: warning signs first (tier 1 before 2, newest first), then calls asked for (the longest waiting first),
    then silence, then the rest.
    """
    first = reasons[0] if reasons else None
    if isinstance(first, WarningRaised):
        return (0, first.tier, -first.newest_at.timestamp())
    if isinstance(first, CallAsked):
        return (1, 0, first.call.asked_at.timestamp())
    return (2, 0, 0) if isinstance(first, Silent) else (3, 0, 0)
