"""Bad dates: clocks that change, flights over the date line, 29 February, an operation date put right later."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import cast
import make
import pytest
from check_in_form import stored
from correcting import sent_by, versions
from progress_page import ago, entries
from sqlalchemy import select

from recovery.domain.calendar import day_in_zone
from recovery.extensions import db
from recovery.records.check_ins import CheckInRow
from recovery.records.episodes import EpisodeRow
from recovery.records.people import Patient
from recovery.records.record import record_of

NEW, SAVE = "/check-ins/new", "/check-ins"
LONDON, KIRITIMATI, PAGO_PAGO = "Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago"
PAGES = ("/", "/progress", NEW, "/therapy-sessions/new", "/not-well/new")


@pytest.fixture
def asha(visit, people):
    return visit(people.asha)


@pytest.fixture
def traveller(app, people, visit, clock):
    """traveller(zone, at) is somebody operated on 1 February 2024 who lives in that zone, and their episode."""

    def made(zone, at, operated_on=date(2024, 2, 1)):
        clock.move_to(at)
        with app.app_context():
            patient = make.patient(people.clinic, "Nia", "Cole", zone=zone, joined_at=at - timedelta(days=90))
            episode = make.episode(patient, operated_on=operated_on)
            make.care_link(patient, people.ben, started_at=at - timedelta(days=90))
        return visit(patient), patient, episode

    return made


def move(app, patient, zone):
    with app.app_context():
        db.session.get(Patient, patient).zone = zone
        db.session.commit()


def rows(app):
    """(day, zone, offset) of every revision, in the order they were received."""
    with app.app_context():
        found = db.session.scalars(select(CheckInRow).order_by(CheckInRow.sequence))
        return [(row.recorded_on, row.zone, row.offset_minutes) for row in found]


@pytest.mark.parametrize(
    ("at", "offset"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 0),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 60),
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), 60),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), 0),
    ],
)
def test_when_clocks_change_the_day_and_the_hour_are_the_ones_the_patient_saw(app, traveller, at, offset):
    visitor, *_rest = traveller(LONDON, at, operated_on=at.date() - timedelta(days=20))
    assert visitor.record(back_pain_average="3").status == 303
    assert rows(app) == [(at.date(), LONDON, offset)]
    hour = (at.hour * 60 + at.minute + offset) // 60
    assert f"Recorded at {hour}:{at.minute:02d}" in entries(visitor.get("/progress"))[0]


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 10, 24)])
def test_the_night_the_clocks_change_doubles_and_skips_no_day(app, traveller, clock, day):
    start, step = datetime(day.year, day.month, day.day, 21, tzinfo=UTC), timedelta(minutes=30)
    visitor, _patient, episode = traveller(LONDON, start, operated_on=day - timedelta(days=20))
    for _half_hour in range(12):
        visitor.record(back_pain_average="3")
        clock.shift(step)
    with app.app_context():
        figures = record_of(episode, date.min).figures
    seen = [day_in_zone(start + each * step, LONDON) for each in range(12)]
    assert {each: figure.entries for each, figure in figures.items()} == {each: seen.count(each) for each in seen}


@pytest.mark.parametrize(("first", "second"), [(KIRITIMATI, PAGO_PAGO), (PAGO_PAGO, KIRITIMATI)])
def test_over_the_date_line_each_entry_stands_on_the_day_that_was_seen(app, traveller, clock, first, second):
    at = datetime(2024, 2, 20, 12, 0, tzinfo=UTC)
    visitor, patient, episode = traveller(first, at)
    assert visitor.record(back_pain_average="3").status == 303
    move(app, patient, second)
    clock.shift(timedelta(hours=10))
    assert visitor.record(back_pain_average="7").status == 303
    here, there = day_in_zone(at, first), day_in_zone(at + timedelta(hours=10), second)
    assert [each[:2] for each in rows(app)] == [(here, first), (there, second)]
    with app.app_context():
        assert {day: each.back_average for day, each in record_of(episode, date.min).figures.items()} == {
            here: 3,
            there: 7,
        }
    for page in PAGES:
        assert visitor.get(page).status == 200, page
    assert len(entries(visitor.get("/progress"))) == 2


def test_an_entry_of_a_day_that_has_not_begun_here_can_be_corrected_and_keeps_its_day(app, traveller):
    visitor, patient, episode = traveller(KIRITIMATI, datetime(2024, 2, 20, 12, 0, tzinfo=UTC))
    entry = visitor.record(back_pain_average="3").response.location.split("/")[2]
    move(app, patient, PAGO_PAGO)
    form = sent_by(visitor.get(f"/check-ins/{entry}/change"), "/check-ins/changes")
    assert visitor.post("/check-ins/changes", {**form, "back_pain_average": "4"}).status == 303
    assert visitor.get(f"/entries/{entry}/saved").status == 200
    told = versions(app, episode, UUID(entry))
    assert [(each.recorded_on, each.back_pain_average) for each in told] == [
        (date(2024, 2, 21), 3),
        (date(2024, 2, 21), 4),
    ]


def test_29_february_is_a_day_like_any_other(app, visit, traveller, clock):
    visitor, patient, episode = traveller(LONDON, datetime(2024, 2, 28, 12, 0, tzinfo=UTC))
    for _day in range(3):
        assert visitor.record(back_pain_average="3").status == 303
        clock.shift(timedelta(days=1))
    with app.app_context():
        days = list(record_of(episode, date.min).figures)
    assert days == [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]
    clock.move_to(datetime(2025, 2, 28, 12, 0, tzinfo=UTC))
    visitor = visit(patient)
    everything = visitor.get("/progress?entries=all")
    assert "Thursday 29 February 2024: Check-in" in everything.words
    assert visitor.record(back_pain_average="3", recorded_on="2025-02-29").status == 422


def test_the_operation_day_is_day_0_and_takes_an_entry(app, traveller):
    visitor, *_rest = traveller(LONDON, datetime(2024, 2, 1, 21, 0, tzinfo=UTC))
    assert "Day 0" in visitor.get("/").words
    location = visitor.record(back_pain_average="8").response.location
    assert "Back pain 8" in visitor.get(location).words
    assert rows(app) == [(date(2024, 2, 1), LONDON, 0)]
    assert visitor.get("/progress").status == 200


@pytest.mark.parametrize("days", [-40, -1, 1, 12, 30, 400])
def test_an_operation_date_put_right_later_moves_days_and_stages_and_no_entry(app, people, asha, record, days):
    record(12, back_pain_average=3)
    record(0, back_pain_average=4)
    with app.app_context():
        db.session.get(EpisodeRow, people.asha_episode).operated_on += timedelta(days=days)
        db.session.commit()
    number = 12 - days
    expected = f"Day {number}" if number >= 0 else "1 day" if number == -1 else f"{-number} days"
    assert expected in asha.get("/").words
    for page in PAGES:
        assert asha.get(page).status == 200, page
    told = asha.get("/progress?entries=all")
    assert len(entries(told)) == 2
    assert "Tuesday 10 November" in told.words
    assert [each.recorded_on for each in stored(app, people.asha_episode)] == [ago(12), cast.TODAY]
