"""The one place that gathers what assess() reads: for one patient, and for a caseload in a fixed number of statements
however many patients and however long their history.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from recovery.domain.adherence import FORTNIGHT
from recovery.domain.calendar import day_in_zone
from recovery.domain.call_requests import AskedCall
from recovery.domain.day_figures import DayFigure, day_figures
from recovery.domain.episode import Episode
from recovery.domain.therapy import PlanVersion, TherapySession
from recovery.domain.worklist import Facts
from recovery.extensions import db
from recovery.records import call_requests, check_ins, plans, reviews, scope, sessions, signs
from recovery.records.appointments import next_appointments
from recovery.records.entries import last_entry_days
from recovery.records.episodes import episodes_shown_of
from recovery.records.people import Person

WINDOW = timedelta(days=42)
"""How far back the caseload reads; what is older and still counts (open signs, last entry) comes beside it."""

THERAPY_WINDOW = timedelta(days=FORTNIGHT)
"""How far back adherence reads: the longest of its windows, which ends yesterday."""


@dataclass(frozen=True, slots=True)
class ComesIn:
    """The next appointment: the instant, its zone (the clinic's), and how many of the clinic's days there are to go."""

    at: datetime
    zone: str
    days_to_go: int


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One patient on a list: who, what the rules read, the figures of the last 42 days and the therapy of the last
    fortnight. `today` is theirs.
    """

    person: Person
    episode: Episode
    today: date
    facts: Facts
    figures: dict[date, DayFigure]
    sessions: tuple[TherapySession, ...]
    excused: frozenset[date]
    plans: tuple[PlanVersion, ...]
    unread_note: str
    comes_in: ComesIn | None


def caseload(people: Sequence[Person], now: datetime) -> list[CaseloadRow]:
    """Rows for patients that the caller may see, in the order given; patients without an episode are left out."""
    shown = episodes_shown_of(person.id for person in people)
    episodes = [episode.id for episode in shown.values()]
    today = min((_today(person, now) for person in people), default=now.date())
    since, therapy_since = today - WINDOW, today - THERAPY_WINDOW
    figures = check_ins.lean_check_ins(episodes, since)
    units = sessions.units_done(episodes, therapy_since)
    excused = sessions.days_not_well(episodes, therapy_since)
    plans_by_episode = plans.plans_of(episodes)
    facts = facts_of(people, shown)
    notes = check_ins.newest_notes(episodes, since)
    opened = scope.summaries_last_opened([person.id for person in people], now)
    appointments = next_appointments([person.id for person in people], now)
    rows = []
    for person in people:
        episode = shown.get(person.id)
        if episode is None:
            continue
        note = _newest_note(notes.get(episode.id), facts[episode.id].asked_call)
        seen_at = opened.get(person.id)
        rows.append(
            CaseloadRow(
                person=person,
                episode=episode,
                today=_today(person, now),
                facts=facts[episode.id],
                figures=day_figures(figures.get(episode.id, ())),
                sessions=tuple(units.get(episode.id, ())),
                excused=excused.get(episode.id, frozenset()),
                plans=plans_by_episode.get(episode.id, ()),
                unread_note=note.text if note and (seen_at is None or note.received_at > seen_at) else "",
                comes_in=_comes_in(appointments.get(person.id), person.clinic.zone, now),
            )
        )
    return rows


def _newest_note(note: check_ins.UnreadNote | None, call: AskedCall | None) -> check_ins.UnreadNote | None:
    """Of the newest check-in with a note and of the call that is asked for, the later one."""
    if call is None or not call.note or (note is not None and note.received_at > call.asked_at):
        return note
    return check_ins.UnreadNote(call.asked_at, call.note)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who, and what the rules read: all that a count of reasons needs."""

    person_id: UUID
    number: int
    name: str
    zone: str
    today: date
    facts: Facts


def standing_of(people: Sequence[Person], now: datetime) -> list[Standing]:
    """In the order given; patients without an episode are left out."""
    shown = episodes_shown_of(person.id for person in people)
    facts = facts_of(people, shown)
    return [
        Standing(
            person_id=person.id,
            number=person.patient.number,
            name=person.full_name,
            zone=person.patient.zone,
            today=day_in_zone(now, person.patient.zone),
            facts=facts[shown[person.id].id],
        )
        for person in people
        if person.patient is not None and person.id in shown
    ]


def facts_of(people: Sequence[Person], shown: dict[UUID, Episode]) -> dict[UUID, Facts]:
    """What the rules read, by episode; `shown` gives the episode of each person's id."""
    episodes = [episode.id for episode in shown.values()]
    last_days = last_entry_days(episodes)
    ticked = signs.signs_of_patients(list(shown))
    asked = call_requests.open_calls(episodes)
    calls, reviewed = reviews.last_answered_calls(episodes), reviews.last_silence_reviews(episodes)
    facts = {}
    for person in people:
        episode = shown.get(person.id)
        if episode is None or person.patient is None:
            continue
        zone, joined_at = person.patient.zone, person.patient.joined_at
        facts[episode.id] = Facts(
            episode=episode,
            joined_on=_day(joined_at, zone),
            last_entry_on=last_days.get(episode.id),
            signs=ticked.get(person.id, ()),
            last_answered_call_on=_day(calls.get(episode.id), zone),
            silence_reviewed_on=_day(reviewed.get(episode.id), zone),
            asked_call=asked.get(episode.id),
        )
    return facts


def facts_of_one(patient_id: UUID, episode: Episode) -> Facts:
    """What the rules read about one episode."""
    person = db.session.get_one(Person, patient_id)
    return facts_of([person], {patient_id: episode})[episode.id]


def _comes_in(at: datetime | None, zone: str, now: datetime) -> ComesIn | None:
    return ComesIn(at, zone, (day_in_zone(at, zone) - day_in_zone(now, zone)).days) if at else None


def _day(instant: datetime | None, zone: str) -> date | None:
    return day_in_zone(instant, zone) if instant else None


def _today(person: Person, now: datetime) -> date:
    if person.patient is None:
        raise ValueError("only patients stand on a caseload")
    return day_in_zone(now, person.patient.zone)
