"""A physiotherapist's list, as rows: who, what the rules read, and what else a row shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from recovery.domain.calendar import day_in_zone
from recovery.domain.call_requests import AskedCall
from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode
from recovery.domain.facts import Facts
from recovery.records import check_ins, scope
from recovery.records.appointments import next_appointments
from recovery.records.facts import WINDOW, Standing, standing_of
from recovery.records.people import Person


@dataclass(frozen=True, slots=True)
class ComesIn:
    """The next appointment: the instant, its zone (the clinic's), and how many of the clinic's days there are to go."""

    at: datetime
    zone: str
    days_to_go: int


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One patient on a list."""

    person: Person
    standing: Standing
    unread_note: str = ""
    comes_in: ComesIn | None = None

    @property
    def facts(self) -> Facts:
        return self.standing.facts

    @property
    def episode(self) -> Episode:
        return self.standing.facts.episode

    @property
    def today(self) -> date:
        """Their own."""
        return self.standing.today

    @property
    def figures(self) -> dict[date, DayFigure]:
        """Of the last 42 days."""
        return {each.day: each.figure for each in self.facts.days}

    @property
    def excused(self) -> frozenset[date]:
        return frozenset(each.recorded_on for each in self.facts.not_well)


def caseload(people: Sequence[Person], now: datetime) -> list[CaseloadRow]:
    """Rows for patients that the caller may see, in the order given; patients without an episode are left out."""
    standing = standing_of(people, now)
    by_id = {person.id: person for person in people}
    episodes = [each.facts.episode.id for each in standing]
    since = min((each.today for each in standing), default=now.date()) - WINDOW
    notes = check_ins.newest_notes(episodes, since)
    opened = scope.summaries_last_opened(list(by_id), now)
    appointments = next_appointments(list(by_id), now)
    rows = []
    for each in standing:
        person, episode = by_id[each.person_id], each.facts.episode
        note, seen_at = _newest_note(notes.get(episode.id), each.facts.asked_call), opened.get(person.id)
        rows.append(
            CaseloadRow(
                person=person,
                standing=each,
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


def _comes_in(at: datetime | None, zone: str, now: datetime) -> ComesIn | None:
    return ComesIn(at, zone, (day_in_zone(at, zone) - day_in_zone(now, zone)).days) if at else None
