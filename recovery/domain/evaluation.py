"""Are the rules any good? The very assess() of the app, day by day, over simulated patients (CLINICAL.md 6 and 7).

A patient checks in on days on which the app says that a check-in is due, where the cohort says that they record. In the
evening the rules are read. On a day with a look, the physiotherapist sees all that stands and closes it; in some
conducts they also call who is silent, or say which pain they expect. Nudges, snoozes and what anybody does about it all
are not simulated.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from recovery.domain.cohort import Event, EventKind, SimulatedDay, SimulatedPatient
from recovery.domain.cohort_parameters import DAYS_A_MONTH
from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.evidence import ReadSession, RecordedDay, recorded_days
from recovery.domain.facts import ExpectedLevel, Facts, ReasonKey
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.reasons import Group, PainHigh, PainUp, Silent
from recovery.domain.rhythm import next_due_on
from recovery.domain.rules.seen import seen_on_page
from recovery.domain.simulated_entries import OPERATED_ON, PLAN, SimulatedEntries, on
from recovery.domain.thresholds import Rule, Thresholds
from recovery.domain.worklist import Reason, assess, group_of

FOUND_BY = frozenset({Rule.W2, Rule.W3, Rule.W4, Rule.W8, Rule.W9})
"""Rules that can find that something happened to a patient who answers."""

ANSWERS_WITHIN = 7
"""Who checks in within 7 days before an event and within 7 days from its onset is still answering [D]."""

FIGURES_READ = 3
"""Of the days with a check-in, the newest decide when the next one is due (rhythm.py)."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the app and the clinic go about it. `looks_every` so many days somebody looks and closes; None: nobody does.
    `is_due_after_jump`: a clear rise of leg pain makes the next check-in due tomorrow. Without therapy W7 and W9 have
    nothing to read, and a run takes far less time.

    `answers_calls`, 0 to 1: at each look somebody calls who is silent, and so many calls are answered; after two that
    were not the patient is set to "not recording" (W6). None: a look closes a silence as far as it had come.
    `expects_days`: pain that was looked at is expected for so many days, up to its highest day; 0: nobody says so.
    """

    thresholds: Thresholds
    looks_every: int | None = 1
    is_due_after_jump: bool = True
    has_therapy: bool = True
    answers_calls: float | None = None
    expects_days: int = 0


@dataclass(frozen=True, slots=True)
class Raised:
    """A new reason: its key did not stand the evening before, or a look closed it that evening and it is back. Who was
    set to "not recording" stands folded, which is no reason; asked again after a month, it is new.
    """

    day: int
    key: ReasonKey


@dataclass(frozen=True, slots=True)
class PatientResult:
    """One patient's recovery on `days` days. `events` are re-herniations and infections that began in them; flares are
    benign and no events. `recorded` are the days with a check-in; `standing` counts evenings by group.
    """

    procedure: Procedure
    index: int
    days: int
    events: tuple[Event, ...]
    recorded: tuple[int, ...]
    raised: tuple[Raised, ...]
    standing: Mapping[Group, int]

    @property
    def quiet_days(self) -> int:
        """Days before the first event."""
        return min((event.onset_day - 1 for event in self.events), default=self.days)

    @property
    def quiet_months(self) -> float:
        return self.quiet_days / DAYS_A_MONTH

    def raised_without_event(self, rules: Iterable[Rule]) -> int:
        """New reasons on quiet days."""
        wanted = frozenset(rules)
        return sum(each.key.rule in wanted and each.day <= self.quiet_days for each in self.raised)

    def delay(self, event: Event, rules: Iterable[Rule] = FOUND_BY) -> int | None:
        """Days from the onset to the first new reason; 0 on the day itself, None when there was none."""
        wanted = frozenset(rules)
        since = [each.day for each in self.raised if each.key.rule in wanted and each.day >= event.onset_day]
        return min(since) - event.onset_day if since else None

    def is_found(self, event: Event, within: int, rules: Iterable[Rule] = FOUND_BY) -> bool:
        delay = self.delay(event, rules)
        return delay is not None and delay <= within

    def is_answering(self, event: Event) -> bool:
        before = range(event.onset_day - ANSWERS_WITHIN, event.onset_day)
        since = range(event.onset_day, event.onset_day + ANSWERS_WITHIN)
        return any(day in before for day in self.recorded) and any(day in since for day in self.recorded)

    def is_ever_raised(self, rules: Iterable[Rule]) -> bool:
        return not frozenset(rules).isdisjoint(each.key.rule for each in self.raised)

    def standing_share(self, groups: Iterable[Group]) -> float:
        """The share of evenings on which the patient stands in one of the groups: rows, for 1 patient."""
        return sum(self.standing.get(group, 0) for group in groups) / self.days


def evaluate(patient: SimulatedPatient, conduct: Conduct, seed: int) -> PatientResult:
    """`seed` is that of the cohort; the same patient, conduct and seed give the same result."""
    course = _Course(patient, conduct, seed)
    for simulated in patient.days:
        course.live(simulated)
    return course.result()


class _Course:
    """One recovery as it goes on."""

    def __init__(self, patient: SimulatedPatient, conduct: Conduct, seed: int) -> None:
        self.patient, self.conduct = patient, conduct
        self.entries = SimulatedEntries(patient, seed)
        self.facts = _first_facts(patient, conduct)
        self.figures: dict[date, DayFigure] = {}
        self.raised: list[Raised] = []
        self.standing: Counter[Group] = Counter()
        self.recorded: list[int] = []
        self.stood: frozenset[ReasonKey] = frozenset()
        self.calls = Random(f"{seed}/{patient.procedure.value}/{patient.index}/calls")  # noqa: S311 - not secret
        self.tries = 0

    def live(self, simulated: SimulatedDay) -> None:
        today = on(simulated.day)
        if simulated.records:
            self._record(simulated, today)
        reasons = assess(self.facts, self.conduct.thresholds, today)
        keys = _keys(reasons)
        self.raised += [Raised(simulated.day, key) for key in sorted(keys - self.stood)]
        self.standing[group_of(reasons)] += 1
        every = self.conduct.looks_every
        self.stood = self._close(reasons, today) if reasons and every and simulated.day % every == 0 else keys

    def result(self) -> PatientResult:
        days = len(self.patient.days)
        happened = [each for each in self.patient.events if each.kind is not EventKind.FLARE]
        return PatientResult(
            procedure=self.patient.procedure,
            index=self.patient.index,
            days=days,
            events=tuple(sorted((each for each in happened if each.onset_day <= days), key=lambda e: e.onset_day)),
            recorded=tuple(self.recorded),
            raised=tuple(self.raised),
            standing=dict(self.standing),
        )

    def _record(self, simulated: SimulatedDay, today: date) -> None:
        facts, self.tries = self.facts, 0
        if next_due_on(facts.episode, self.figures, today) == today:
            check_in = self.entries.check_in(simulated, facts.episode.stage_on(today))
            (recorded,) = recorded_days([check_in])
            facts = replace(facts, days=_kept(facts.days, recorded, self.conduct), last_entry_on=today)
            self._note_figure(recorded)
            self.recorded.append(simulated.day)
        session = self.entries.session(simulated) if self.conduct.has_therapy else None
        if session is not None:
            facts = replace(facts, sessions=_kept_sessions(facts.sessions, session, self.conduct), last_entry_on=today)
        self.facts = facts

    def _note_figure(self, recorded: RecordedDay) -> None:
        """What decides when the next check-in is due. Without its leg no day is a rise."""
        figure = recorded.figure
        if not self.conduct.is_due_after_jump:
            figure = replace(figure, leg_average=None)
        self.figures = dict(list(self.figures.items())[1 - FIGURES_READ :]) | {recorded.day: figure}

    def _close(self, reasons: tuple[Reason, ...], today: date) -> frozenset[ReasonKey]:
        """All that stands is closed as seen; what still stands afterwards."""
        seen = seen_on_page(reasons, self.entries.received)
        self.facts = replace(self.facts, reviews=(*self.facts.reviews, seen), expected=self._expected(reasons, today))
        if any(isinstance(each, Silent) and each.group is Group.NOT_HEARD_FROM for each in reasons):
            self._see_silence(today)
        return _keys(assess(self.facts, self.conduct.thresholds, today))

    def _see_silence(self, today: date) -> None:
        if self.conduct.answers_calls is None:
            self.facts = replace(self.facts, silence_reviewed_on=today)
        elif self.calls.random() < self.conduct.answers_calls:
            self.facts, self.tries = replace(self.facts, last_answered_call_on=today), 0
        elif self.tries:
            self.facts, self.tries = replace(self.facts, not_recording_since=today), 0
        else:
            self.tries = 1

    def _expected(self, reasons: tuple[Reason, ...], today: date) -> tuple[ExpectedLevel, ...]:
        if not self.conduct.expects_days:
            return ()
        until = today + timedelta(days=self.conduct.expects_days)
        pain = (each for each in reasons if isinstance(each, PainHigh | PainUp))
        new = (ExpectedLevel(each.site, int(max(day.value for day in each.held)), until) for each in pain)
        return (*(each for each in self.facts.expected if each.until_on > today), *new)


def _keys(reasons: Iterable[Reason]) -> frozenset[ReasonKey]:
    return frozenset(each.key for each in reasons if each.group is not Group.NOT_RECORDING)


def _first_facts(patient: SimulatedPatient, conduct: Conduct) -> Facts:
    operation = Operation(frozenset({patient.procedure}), Approach.OPEN, Region.LUMBAR, OPERATED_ON)
    episode = Episode(
        id=UUID(int=1),
        patient_id=UUID(int=2),
        operation=operation,
        status=EpisodeStatus.ACTIVE,
        back_pain_before=patient.back_before,
        leg_pain_before=patient.leg_before,
    )
    plans = (PLAN,) if conduct.has_therapy else ()
    return Facts(episode, joined_on=OPERATED_ON, last_entry_on=None, plans=plans)


def _kept(days: tuple[RecordedDay, ...], new: RecordedDay, conduct: Conduct) -> tuple[RecordedDay, ...]:
    """As records/facts.py gathers them: no more than is read."""
    return (*days[-conduct.thresholds.looks_back_days :], new)


def _kept_sessions(sessions: tuple[ReadSession, ...], new: ReadSession, conduct: Conduct) -> tuple[ReadSession, ...]:
    return (*sessions[-conduct.thresholds.looks_back_days :], new)
