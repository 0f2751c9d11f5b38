"""An appointment in words. The clinic's zone decides the hour; where it is not the patient's own, it is said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.domain.calendar import day_in_zone, offset_minutes
from recovery.records.appointments import Booked, Upcoming
from recovery.web.present.dates import clock_words, with_year_if_other


@dataclass(frozen=True, slots=True)
class AppointmentWords:
    title: str
    when: str
    where: str


def appointment_words(upcoming: Upcoming, zone: str, today: date) -> AppointmentWords:
    """`zone` and `today` are the patient's own."""
    at, clinic_zone = upcoming.starts_at, upcoming.clinic_zone
    on = day_in_zone(at, clinic_zone)
    day = with_year_if_other(on, today)
    other_clock = "" if offset_minutes(at, clinic_zone) == offset_minutes(at, zone) else " (clinic time)"
    return AppointmentWords(
        title=f"{upcoming.purpose} with {upcoming.with_name}" if upcoming.with_name else upcoming.purpose,
        when=f"{day}, {clock_words(at, clinic_zone)}{other_clock}",
        where=f"{_to_go((on - today).days)} {upcoming.place}".strip(),
    )


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    id: UUID
    title: str
    when: str
    where: str
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class AppointmentLines:
    """`ahead` earliest first, without cancelled ones; `past` newest first, with them."""

    ahead: tuple[AppointmentLine, ...]
    past: tuple[AppointmentLine, ...]


def appointment_lines(booked: Sequence[Booked], now: datetime, zone: str) -> AppointmentLines:
    """`zone` is the patient's own."""
    today = day_in_zone(now, zone)
    told = [(each, _line(each, zone, today)) for each in booked]
    ahead = [line for each, line in told if each.at.starts_at >= now and not each.is_cancelled]
    past = [line for each, line in told if each.at.starts_at < now or each.is_cancelled]
    return AppointmentLines(tuple(ahead), tuple(reversed(past)))


def _line(booked: Booked, zone: str, today: date) -> AppointmentLine:
    words = appointment_words(booked.at, zone, today)
    return AppointmentLine(booked.id, words.title, words.when, booked.at.place, booked.is_cancelled)


def _to_go(days: int) -> str:
    if days <= 0:
        return "Today."
    return "Tomorrow." if days == 1 else f"In {days} days."
