"""An appointment in words. The clinic's zone decides the hour; where it is not the patient's own, it is said so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone, offset_minutes
from recovery.records.appointments import Booked, Upcoming
from recovery.web.present.dates import clock_words, with_year_if_other

WORDS = words("today")


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
    is_own_clock = offset_minutes(at, clinic_zone) == offset_minutes(at, zone)
    when = WORDS.day_and_time if is_own_clock else WORDS.day_and_clinic_time
    purpose, with_name = upcoming.purpose, upcoming.with_name
    return AppointmentWords(
        title=WORDS.purpose_with_whom.format(purpose=purpose, name=with_name) if with_name else purpose,
        when=when.format(day=day, time=clock_words(at, clinic_zone)),
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
    told = appointment_words(booked.at, zone, today)
    return AppointmentLine(booked.id, told.title, told.when, booked.at.place, booked.is_cancelled)


def _to_go(days: int) -> str:
    if days <= 0:
        return WORDS.appointment_today
    return WORDS.appointment_tomorrow if days == 1 else WORDS.appointment_in_days.format(days=days)
