"""Two patients on one phone: a form that one of them opened never lands in the record of the other."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
from sqlalchemy import func, select

from recovery.extensions import db
from recovery.records.activities import ActivityRow
from recovery.records.call_requests import CallRequest
from recovery.records.entries import EntryRow
from recovery.records.visit_questions import VisitQuestion

FORMS = {
    "/check-ins": ("/check-ins/new", {"back_pain_average": "7", "note": "private words"}),
    "/therapy-sessions": ("/therapy-sessions/new", {"note": "private words"}),
    "/not-well": ("/not-well/new", {"note": "private words"}),
    "/questions": ("/questions", {"words": "private words"}),
    "/call-me": ("/call-me", {"note": "private words"}),
    "/activities": ("/activities", {"words": "private words"}),
}

TABLES = (EntryRow, VisitQuestion, CallRequest, ActivityRow)


@pytest.fixture
def send_left_open(app, people, visit):
    """send_left_open("/check-ins") sends what Asha had open, after Dev signed in on the same phone."""

    def send(address, **more):
        page, values = FORMS[address]
        left_open = visit(people.asha).get(page).fields(address)
        dev = visit(people.dev)
        return dev.post(address, {**left_open, "csrf_token": dev.token, "client_id": str(uuid4()), **values, **more})

    return send


def entries(app):
    with app.app_context():
        return sum(db.session.scalar(select(func.count()).select_from(table)) for table in TABLES)


@pytest.mark.parametrize("address", FORMS)
def test_it_is_not_saved_and_not_shown(app, send_left_open, address):
    answer = send_left_open(address)
    assert answer.status == 409
    assert "belong to somebody else" in answer.words
    assert "private words" not in answer.text
    assert entries(app) == 0


def test_a_ticked_sign_in_it_is_answered_all_the_same_and_truthfully(app, send_left_open):
    answer = send_left_open("/check-ins", warning_signs="numb-between-legs")
    assert answer.page.h1.get_text().startswith("Call 999 now")
    assert "not saved" in answer.words.lower()
    assert "private words" not in answer.text
    assert entries(app) == 0


def test_opening_it_again_for_corrections_does_not_make_it_the_others(app, people, visit):
    left_open = visit(people.asha).get("/check-ins/new").fields("/check-ins")
    dev = visit(people.dev)
    answer = dev.post("/check-ins/unfinished", {**left_open, "csrf_token": dev.token, "note": "private words"})
    assert answer.status == 409
    assert "private words" not in answer.text


def test_ones_own_form_is_saved(app, people, visit):
    asha = visit(people.asha)
    left_open = asha.get("/check-ins/new").fields("/check-ins")
    assert asha.post("/check-ins", {**left_open, "back_pain_average": "7"}).status == 303
    assert entries(app) == 1


@pytest.mark.parametrize("address", ["/questions", "/call-me", "/activities"])
def test_what_was_asked_after_the_sign_in_ended_is_carried_along_and_saved(app, people, visit, clock, address):
    page, values = FORMS[address]
    asha = visit(people.asha)
    sent = {**asha.get(page).fields(address), **values}
    clock.shift(timedelta(days=61))
    answer = asha.post(address, sent)
    assert answer.status == 401
    assert entries(app) == 0
    carried = answer.fields("/sign-in")
    signed_in = asha.post("/sign-in", {**carried, "email": "asha.rao@example.org", "password": make.PASSWORD})
    assert "One more tap to save" in signed_in.words
    assert asha.post(address, signed_in.fields(address)).status == 303
    assert entries(app) == 1
