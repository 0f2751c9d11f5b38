"""Bad days: a slow line, back after sending, two tabs, midnight while filling in, a phone clock a year wrong."""

from datetime import UTC, date, datetime, timedelta

import cast
import make
import pytest
from check_in_form import count, stored
from correcting import sent_by
from progress_page import ago

from recovery.records.record import record_of

NEW, SAVE = "/check-ins/new", "/check-ins"


@pytest.fixture
def asha(visit, people):
    return visit(people.asha)


def test_a_double_tap_is_one_entry_and_twice_the_same_page(app, asha):
    form = {**sent_by(asha.get(NEW), SAVE), "back_pain_average": "3"}
    first, second = (asha.post(SAVE, form).response.location for _tap in range(2))
    assert first == second
    assert count(app) == 1


def test_back_after_sending_and_sent_again_unchanged_is_the_same_entry(app, people, asha):
    form = {**sent_by(asha.get(NEW), SAVE), "back_pain_average": "3"}
    first = asha.post(SAVE, form).response.location
    asha.get("/progress")
    assert asha.post(SAVE, form).response.location == first
    assert count(app) == 1


def test_back_after_sending_and_sent_with_other_answers_is_told_and_the_next_press_makes_a_new_one(app, people, asha):
    form = {**sent_by(asha.get(NEW), SAVE), "back_pain_average": "3"}
    asha.post(SAVE, form)
    told = asha.post(SAVE, {**form, "back_pain_average": "5"})
    assert told.status == 409
    assert "You saved this check-in before, with other answers." in told.words
    assert asha.post(SAVE, sent_by(told, SAVE)).status == 303
    assert [each.back_pain_average for each in stored(app, people.asha_episode)] == [3, 5]


def test_back_after_correcting_the_original_is_the_same_entry_and_nothing_is_undone(app, people, asha):
    form = {**sent_by(asha.get(NEW), SAVE), "back_pain_average": "3"}
    location = asha.post(SAVE, form).response.location
    entry = location.split("/")[2]
    change = sent_by(asha.get(f"/check-ins/{entry}/change"), "/check-ins/changes")
    asha.post("/check-ins/changes", {**change, "back_pain_average": "4"})
    assert asha.post(SAVE, form).response.location == location
    assert [each.back_pain_average for each in stored(app, people.asha_episode)] == [4]


def test_back_after_taking_back_says_so_and_the_next_press_records_it_as_a_new_one(app, people, asha, clock):
    form = {**sent_by(asha.get(NEW), SAVE), "back_pain_average": "3"}
    location = asha.post(SAVE, form).response.location
    asha.post("/entries/take-back", sent_by(asha.get(location), "/entries/take-back"))
    told = asha.post(SAVE, form)
    assert told.status == 409
    assert "You took this back before. Press Save to record it again, as a new one" in told.words
    assert asha.post(SAVE, sent_by(told, SAVE)).status == 303
    assert [each.back_pain_average for each in stored(app, people.asha_episode)] == [3]


def test_two_tabs_are_two_entries_and_one_figure_that_says_so(app, people, asha):
    tabs = [sent_by(asha.get(NEW), SAVE) for _tab in range(2)]
    for form, score in zip(tabs, ("3", "4"), strict=True):
        assert asha.post(SAVE, {**form, "back_pain_average": score}).status == 303
    assert "2 entries" in asha.get("/").words
    with app.app_context():
        (figure,) = record_of(people.asha_episode, ago(7)).figures.values()
    assert (figure.entries, figure.back_average) == (2, 3.5)


def test_a_form_opened_before_midnight_keeps_the_day_it_was_opened_for(app, people, asha, clock):
    clock.move_to(datetime(2026, 11, 22, 23, 58, tzinfo=UTC))
    forms = {
        SAVE: {**sent_by(asha.get(NEW), SAVE), "back_pain_average": "3"},
        "/therapy-sessions": {**sent_by(asha.get("/therapy-sessions/new"), "/therapy-sessions"), "note": "x"},
        "/not-well": sent_by(asha.get("/not-well/new"), "/not-well"),
    }
    clock.shift(timedelta(minutes=5))
    for address, form in forms.items():
        location = asha.post(address, form).response.location
        assert "For Sunday 22 November" in asha.get(location).words
    with app.app_context():
        told = record_of(people.asha_episode, ago(7)).entries
    assert [(each.recorded_on, each.first_received_at.day) for each in told] == [(date(2026, 11, 22), 23)] * 3
    assert "Yesterday: Check-in" in asha.get("/progress").words


@pytest.mark.parametrize("day", ["2025-11-22", "2027-11-22"])
@pytest.mark.parametrize(
    ("new", "address", "typed"),
    [
        (NEW, SAVE, {"note": "keep me", "back_pain_average": "3", "walking_minutes": "20"}),
        ("/therapy-sessions/new", "/therapy-sessions", {"note": "keep me", "extra-1-name": "Swim"}),
        ("/not-well/new", "/not-well", {"note": "keep me"}),
    ],
)
def test_a_day_a_year_off_is_refused_with_a_sentence_and_everything_typed_is_kept(app, asha, day, new, address, typed):
    answer = asha.post(address, {**sent_by(asha.get(new), address), **typed, "recorded_on": day})
    assert answer.status == 422
    assert "Choose a day from 12 August 2026 to 23 November 2026" in answer.words
    assert count(app) == 0
    kept = sent_by(answer, address)
    for name, value in typed.items():
        assert kept[name] in (value, [value]), name
    assert asha.post(address, {**kept, "recorded_on": "2026-11-22"}).status == 303
    assert count(app) == 1


@pytest.mark.parametrize(
    ("new", "address", "typed"),
    [
        (NEW, SAVE, {"back_pain_average": "3"}),
        ("/therapy-sessions/new", "/therapy-sessions", {}),
        ("/not-well/new", "/not-well", {}),
    ],
)
def test_a_sign_in_that_ended_mid_form_loses_nothing_and_keeps_the_day(app, people, asha, clock, new, address, typed):
    assert asha.token
    form = {**sent_by(asha.get(new), address), **typed, "note": "keep me"}
    clock.shift(timedelta(days=61))
    answer = asha.post(address, form)
    assert answer.status == 401
    carried = {**answer.fields("/sign-in"), "email": "asha.rao@example.org", "password": make.PASSWORD}
    done = asha.post("/sign-in", carried)
    asha.is_signed_in = True
    assert asha.post(address, done.fields(address)).status == 303
    with app.app_context():
        (entry,) = record_of(people.asha_episode, ago(7)).entries
    assert (entry.recorded_on, entry.content.note) == (cast.TODAY, "keep me")
