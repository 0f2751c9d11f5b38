"""Why a patient stands where they stand: each reason is a value with its numbers, its days and the entry versions
behind it, so that it can be told in words and open the very entries.

Every reason has `rule`, `group`, `key` (which reason it is), `read` (the days it read), `evidence` (their entry
versions) and `change`: how much changed, in the smallest change that its rule raises, so that points, minutes and days
can stand in one order [D].
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recovery.domain.adherence import Adherence
from recovery.domain.call_requests import AskedCall
from recovery.domain.evidence import EntryVersion, HeldDay, Measure
from recovery.domain.expected_course import Site
from recovery.domain.facts import ReasonKey, RecordedSign
from recovery.domain.thresholds import Rule


class Group(StrEnum):
    """In order of need. Who was set to "not recording" stands folded at the end, always counted."""

    NOW = "now"
    TODAY = "today"
    NOT_HEARD_FROM = "not_heard_from"
    NEXT_VISIT = "next_visit"
    NOTHING_RAISED = "nothing_raised"
    NOT_RECORDING = "not_recording"


@dataclass(frozen=True, slots=True)
class WarningRaised:
    """W1. No review closes it, so its versions carry no audit number."""

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

    @property
    def key(self) -> ReasonKey:
        return ReasonKey(self.rule)

    @property
    def evidence(self) -> tuple[EntryVersion, ...]:
        return tuple(EntryVersion(sign.entry_id, sign.revision) for sign in self.signs)


@dataclass(frozen=True, slots=True)
class CallAsked:
    """W11. Nothing was recorded in an entry: `evidence` is empty."""

    call: AskedCall
    rule: Rule = Rule.W11
    group: Group = Group.TODAY
    evidence: tuple[EntryVersion, ...] = ()

    @property
    def key(self) -> ReasonKey:
        return ReasonKey(self.rule)


@dataclass(frozen=True, slots=True)
class Silent:
    """W6: `days` complete days without an entry, counted from the day after `since` (None: nothing was ever recorded).
    Silence has no entries behind it. `change` counts the days that no review closed.
    """

    days: int
    since: date | None
    rule: Rule = Rule.W6
    group: Group = Group.NOT_HEARD_FROM
    change: float = 1
    evidence: tuple[EntryVersion, ...] = ()

    @property
    def key(self) -> ReasonKey:
        """A silence after another entry is another one."""
        return ReasonKey(self.rule, self.since.isoformat() if self.since else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A reason that days with entries hold. `held`, oldest first, are the days that raise it; `before` those that they
    are compared with.
    """

    rule: Rule
    about: str
    held: tuple[HeldDay, ...]
    change: float
    before: tuple[HeldDay, ...] = ()
    group: Group = Group.TODAY

    @property
    def key(self) -> ReasonKey:
        return ReasonKey(self.rule, self.about)

    @property
    def read(self) -> tuple[HeldDay, ...]:
        return (*self.before, *self.held)

    @property
    def evidence(self) -> tuple[EntryVersion, ...]:
        return tuple(sorted({version for day in self.read for version in day.versions}))

    @property
    def now(self) -> float:
        """The newest value."""
        return self.held[-1].value


@dataclass(frozen=True, slots=True, kw_only=True)
class PainHigh(Held):
    """W2: the average of `site`, high on every day held."""

    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class NotBearable(Held):
    """W2: the patient said that it was not bearable on every day held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainUp(Held):
    """W3 and W4: the average of `site`, up over `median`, that of the days before, on every day held."""

    site: Site
    median: float

    @property
    def by(self) -> float:
        """How far the newest day stands above that median."""
        return round(self.now - self.median, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkingDown(Held):
    """W8: minutes or steps, down against `median`, that of the days before, on every day held."""

    measure: Measure
    median: float

    @property
    def share_down(self) -> float:
        """0 to 1: how far the newest day stands below that median."""
        return round(1 - self.now / self.median, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePain(Held):
    """W9: pain during exercises on each day held, and `averages`, that day's own average, in the same order."""

    averages: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSettled(Held):
    """W9: exercises after which the pain had not settled by the next morning, by the day of the exercises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotWellRunning(Held):
    """W12: not well on each day held, with no day between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdherenceLow(Held):
    """W7: `adherence` of the plan version over the days from the first to the last of `window`; `held` are those with
    a session.
    """

    adherence: Adherence
    plan_version: int
    window: tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegNotDown(Held):
    """W10: `leg_before` before surgery, and `median` of the days held, those of the sixth week."""

    leg_before: float
    median: float


Reason = WarningRaised | CallAsked | Silent | Held
