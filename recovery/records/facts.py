"""The one place that gathers what assess() reads: for one patient, and for a caseload in a fixed number of statements
however many patients and however long their history.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from recovery.domain.adherence import FORTNIGHT
from recovery.domain.calendar import day_in_zone, start_of_day
from recovery.domain.episode import Episode
from recovery.domain.evidence import recorded_days
from recovery.domain.facts import Facts
from recovery.domain.therapy import PlanVersion
from recovery.extensions import db
from recovery.records import call_requests, calls, plans, read_entries, signs
from recovery.records.entries import last_entry_days
from recovery.records.episodes import episodes_shown_of
from recovery.records.people import Patient, Person
from recovery.records.reasons_seen import NOTHING_DECIDED, Decided, decided_about

WINDOW = timedelta(days=42)
"""How far back the rules read; what is older and still counts (open signs, last entry) comes beside it."""

THERAPY_WINDOW = timedelta(days=FORTNIGHT)
"""How far back adherence reads: the longest of its windows, which ends yesterday."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who, and what the rules read: all that a count of reasons needs. `planned_on` is the day of the call that was
    planned last.
    """

    person_id: UUID
    number: int
    name: str
    zone: str
    today: date
    facts: Facts
    planned_on: date | None = None


def standing_of(people: Sequence[Person], now: datetime, window: timedelta = WINDOW) -> list[Standing]:
    """In the order given; patients without an episode are left out."""
    shown = episodes_shown_of(person.id for person in people)
    gathered = _Gathered(people, shown, now, window)
    return [
        Standing(
            person_id=person.id,
            number=person.patient.number,
            name=person.full_name,
            zone=person.patient.zone,
            today=day_in_zone(now, person.patient.zone),
            facts=gathered.facts_of(person.patient, shown[person.id]),
            planned_on=gathered.decided_of(shown[person.id]).planned_on,
        )
        for person in people
        if person.patient is not None and person.id in shown
    ]


def standing_of_one(patient_id: UUID, now: datetime) -> Standing | None:
    """None for a patient without an episode."""
    return next(iter(standing_of([db.session.get_one(Person, patient_id)], now)), None)


def facts_of_one(patient_id: UUID, episode: Episode, now: datetime) -> Facts:
    """What the rules read about one episode."""
    person = db.session.get_one(Person, patient_id)
    if person.patient is None:
        raise ValueError("only patients have a recovery")
    return _Gathered([person], {patient_id: episode}, now, WINDOW).facts_of(person.patient, episode)


class _Gathered:
    """Everything about these episodes, read once. `shown` gives the episode of each person's id."""

    def __init__(self, people: Sequence[Person], shown: dict[UUID, Episode], now: datetime, window: timedelta) -> None:
        episodes = [episode.id for episode in shown.values()]
        today = min((day_in_zone(now, each.patient.zone) for each in people if each.patient), default=now.date())
        since = today - window
        self.plans: dict[UUID, tuple[PlanVersion, ...]] = plans.plans_of(episodes)
        self.check_ins = read_entries.read_check_ins(episodes, since)
        self.sessions = read_entries.read_sessions(episodes, since, since + WINDOW - THERAPY_WINDOW)
        self.not_well = read_entries.read_not_well(episodes, since)
        self.leg_before = read_entries.leg_pain_before(list(shown.values()))
        self.last_days = last_entry_days(episodes)
        self.ticked = signs.signs_of_patients(list(shown))
        self.asked = call_requests.open_calls(episodes)
        self.answered = calls.last_answered_calls(episodes)
        self.tries = calls.tries_since_answer(episodes, self.answered)
        self.decided = decided_about(episodes, start_of_day(since, "UTC"), today)

    def decided_of(self, episode: Episode) -> Decided:
        return self.decided.get(episode.id, NOTHING_DECIDED)

    def facts_of(self, patient: Patient, episode: Episode) -> Facts:
        found, zone, decided = episode.id, patient.zone, self.decided_of(episode)
        return Facts(
            episode=episode,
            joined_on=_day(patient.joined_at, zone),
            last_entry_on=self.last_days.get(found),
            signs=self.ticked.get(patient.id, ()),
            last_answered_call_on=_day(self.answered.get(found), zone),
            silence_reviewed_on=_day(decided.silence_reviewed_at, zone),
            asked_call=self.asked.get(found),
            not_recording_since=_day(decided.not_recording_at, zone),
            unanswered_calls=_since_heard(self.tries.get(found, ()), self.last_days.get(found), zone),
            days=recorded_days(self.check_ins.get(found, ())),
            sessions=tuple(self.sessions.get(found, ())),
            not_well=tuple(self.not_well.get(found, ())),
            plans=self.plans.get(found, ()),
            leg_pain_before=self.leg_before.get(found),
            expected=decided.expected,
            reviews=decided.seen,
        )


def _since_heard(tries: Iterable[datetime], last_entry_on: date | None, zone: str) -> tuple[datetime, ...]:
    return tuple(each for each in tries if last_entry_on is None or day_in_zone(each, zone) > last_entry_on)


def _day(instant: datetime | None, zone: str) -> date | None:
    return day_in_zone(instant, zone) if instant else None
