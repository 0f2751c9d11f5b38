"""Ask my physiotherapist to call me: one request, what to do otherwise, and truthfully what came of it."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import update

from recovery.actions.review_patient import Page, review_patient
from recovery.domain.episode import EpisodeStatus
from recovery.domain.facts import ReasonsSeen
from recovery.domain.reviews import Decision, ReviewOutcome
from recovery.extensions import db
from recovery.records.audit import audit_number
from recovery.records.call_requests import calls_asked_for
from recovery.records.episodes import EpisodeRow

PAGE = "/call-me"
HOUR = timedelta(hours=1)


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


@pytest.fixture
def review(app, people):
    """review(answered=True) is Ben's, an hour after NOW."""

    def written(**told):
        with app.app_context():
            page = Page(people.asha_episode, NOW, ReasonsSeen(frozenset(), audit_number()), TODAY)
            outcomes = {None: ReviewOutcome.LOOKED, True: ReviewOutcome.CALLED, False: ReviewOutcome.CALLED_NO_ANSWER}
            decision = Decision(outcomes[told.get("answered")])
            review_patient(make.actor(people.ben), page, decision, NOW + HOUR)

    return written


def send(visitor, **values):
    return visitor.post(PAGE, {**visitor.get(PAGE).fields(PAGE), **values})


def asked(app, people):
    with app.app_context():
        return calls_asked_for(people.asha_episode)


def test_what_to_do_otherwise_stands_before_the_form(asha):
    answer = asha.get(PAGE)
    assert answer.page.h1.get_text() == "Ask my physiotherapist to call me"
    text = answer.text
    assert text.index("Do you have a warning sign?") < text.index('href="/warning-signs">', text.index("<main"))
    assert text.index("Do you have a warning sign?") < text.index("Nobody watches this app all the time.")
    assert text.index("Nobody watches this app all the time.") < text.index('action="/call-me"')
    assert "tel:01632960123" in text


def test_the_hours_of_the_clinic_stand_there(app, people, visit):
    page = visit(people.asha).get(PAGE)
    assert "Your team: If nobody answers, call 01632 960 999." in page.words


def test_once_asked_it_says_when_and_there_is_no_form(app, people, asha):
    answer = send(asha, note="About my\nchair")
    assert (answer.status, answer.response.headers["Location"]) == (303, PAGE)
    page = asha.get(PAGE)
    assert page.page.h1.get_text() == "You asked for a call"
    assert "You asked today at 12:00. Your team can see it." in page.words
    assert "You wrote: About my chair" in page.words
    assert not page.page.find(id="note")
    assert "Ask my physiotherapist to call me You asked today at 12:00" in asha.get("/").words


def test_asked_twice_it_is_one_and_other_words_are_shown_back_as_not_sent(app, people, asha):
    form = asha.get(PAGE).fields(PAGE)
    assert [asha.post(PAGE, {**form, "note": "My chair"}).status for _tap in range(2)] == [303, 303]
    answer = asha.post(PAGE, {**form, "client_id": str(uuid4()), "note": "My scar"})
    assert answer.status == 409
    assert "You have asked for a call already. What you wrote now is not sent." in answer.words
    assert "You wrote now: My scar" in answer.words
    assert [each.note for each in asked(app, people)] == ["My chair"]


def test_taken_back_it_says_so_and_the_same_form_asks_only_when_pressed_again(app, people, asha):
    form = asha.get(PAGE).fields(PAGE)
    asha.post(PAGE, form)
    address = asha.get(PAGE).page.find("form", action=lambda action: "take-back" in action)["action"]
    assert [asha.post(address).status for _tap in range(2)] == [303, 303]
    page = asha.get(PAGE)
    assert "You asked today at 12:00. You took it back today at 12:00." in page.words
    assert page.page.find(id="note")
    answer = asha.post(PAGE, form)
    assert answer.status == 409
    assert "Press the button again to ask anew" in answer.words
    assert asha.post(PAGE, answer.fields(PAGE)).status == 303
    assert [each.is_open for each in asked(app, people)] == [True, False]


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        (True, "Ben Okoro called you today at 13:00, and you spoke."),
        (None, "Ben Okoro looked at it today at 13:00 and closed it. If you still need a call, ask again."),
    ],
)
def test_what_came_of_it_is_told_truthfully(clock, asha, review, answered, told):
    send(asha)
    clock.move_to(NOW + HOUR)
    review(answered=answered)
    page = asha.get(PAGE)
    assert told in page.words
    assert page.page.h1.get_text() == "Ask my physiotherapist to call me"


def test_a_call_that_nobody_answered_is_told_and_the_request_stands(clock, asha, review):
    send(asha)
    clock.move_to(NOW + timedelta(days=1))
    review(answered=False)
    page = asha.get(PAGE)
    assert page.page.h1.get_text() == "You asked for a call"
    assert "Ben Okoro called you yesterday at 13:00. There was no answer." in page.words


def test_a_request_that_the_team_closed_before_is_not_taken_back(asha, review):
    send(asha)
    address = asha.get(PAGE).page.find("form", action=lambda action: "take-back" in action)["action"]
    review(answered=True)
    asha.post(address)
    assert "Your team had closed it before." in asha.get(PAGE).words


def test_another_patients_request_is_not_there(people, visit, asha):
    send(asha)
    address = asha.get(PAGE).page.find("form", action=lambda action: "take-back" in action)["action"]
    assert visit(people.dev).post(address).status == 404
    assert asha.get(PAGE).page.h1.get_text() == "You asked for a call"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"note": "a" * 301}, "Make this shorter: it has 301 letters, and 300 fit"),
        ({"note": "My chair", "client_id": ""}, "press Save again"),
    ],
)
def test_what_cannot_be_taken_is_said_and_kept(app, people, asha, sent, sentence):
    answer = send(asha, **sent)
    assert answer.status == 422
    assert sentence in answer.page.find(id="errors").get_text()
    assert answer.page.find(id="note").get_text().strip() == sent["note"]
    assert asked(app, people) == ()


def set_status(app, people, status):
    with app.app_context():
        db.session.execute(update(EpisodeRow).where(EpisodeRow.id == people.asha_episode).values(status=status))
        db.session.commit()


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (EpisodeStatus.IN_HOSPITAL, "It says here that you are in hospital. Your team still sees it"),
        (EpisodeStatus.PAUSED, "Your recovery here is paused. Your team still sees it"),
    ],
)
def test_in_hospital_and_paused_one_can_ask_and_the_team_sees_it(app, people, visit, asha, status, told):
    set_status(app, people, status)
    assert told in asha.get(PAGE).words
    assert send(asha).status == 303
    assert told in asha.get(PAGE).words
    assert "Asked for a call, today 12:00" in visit(people.ben).get("/caseload").words


def test_after_the_recovery_has_ended_a_request_still_stands_on_both_sides(app, people, visit, asha):
    send(asha)
    set_status(app, people, EpisodeStatus.DISCHARGED)
    page = asha.get(PAGE)
    assert page.page.h1.get_text() == "You asked for a call"
    assert "Asked for a call, today 12:00" in visit(people.ben).get("/caseload").words
    asha.post(page.page.find("form", action=lambda action: "take-back" in action)["action"])
    assert not asha.get(PAGE).page.find(id="note")
    assert asha.post(PAGE, {"client_id": str(uuid4())}).status == 409


def test_without_any_request_an_ended_recovery_has_nothing_to_ask(app, people, asha):
    set_status(app, people, EpisodeStatus.DISCHARGED)
    assert "Your recovery here has ended." in asha.get(PAGE).words
