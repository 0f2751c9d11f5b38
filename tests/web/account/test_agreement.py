"""What a patient agreed to: read again at any time, asked again when it means something new."""

import pytest
from sqlalchemy import select

from recovery.content import consent
from recovery.extensions import db
from recovery.records.consents import Consent

ASKED = "We changed what you agreed to when you joined. Please read it and agree again."


@pytest.fixture
def newer(monkeypatch):
    """The words mean something new since everybody joined."""
    monkeypatch.setattr(consent, "VERSION", consent.VERSION + 1)
    return consent.VERSION


def versions(app, people) -> list[int]:
    with app.app_context():
        query = select(Consent.version).where(Consent.patient_id == people.asha).order_by(Consent.given_at)
        return list(db.session.scalars(query))


def test_what_was_agreed_to_can_be_read_with_its_day_and_is_not_asked_again(people, visit):
    asha = visit(people.asha)
    answer = asha.get("/account/agreement")
    assert "You agreed to version 1 on " in answer.words
    assert all(point in answer.words for point in consent.POINTS)
    assert not answer.page.find("form", action="/account/agreement")
    assert ASKED not in asha.get("/").words


def test_a_new_version_is_asked_about_on_today_and_agreed_to_once(app, people, visit, newer):
    asha = visit(people.asha)
    assert ASKED in asha.get("/").words
    page = asha.get("/account/agreement")
    assert f"The words below are version {newer}." in page.words
    sent = {**page.fields("/account/agreement"), "agrees": "y"}
    assert asha.post("/account/agreement", sent).status == 303
    assert versions(app, people) == [1, newer]
    assert ASKED not in asha.get("/").words


def test_without_the_tick_nothing_is_agreed(app, people, visit, newer):
    asha = visit(people.asha)
    answer = asha.post("/account/agreement", asha.get("/account/agreement").fields("/account/agreement"))
    assert answer.status == 422
    assert "Tick the box if you agree" in answer.words
    assert versions(app, people) == [1]


def test_words_that_changed_while_the_page_was_open_are_read_first(app, people, visit, newer, monkeypatch):
    asha = visit(people.asha)
    sent = {**asha.get("/account/agreement").fields("/account/agreement"), "agrees": "y"}
    monkeypatch.setattr(consent, "VERSION", newer + 1)
    answer = asha.post("/account/agreement", sent)
    assert answer.status == 422
    assert "The words have changed since you opened this page" in answer.words
    assert versions(app, people) == [1]


def test_recording_goes_on_while_the_question_is_open(people, visit, newer):
    assert visit(people.asha).record(back_pain_average="3").status == 303
