"""In hospital, not recording for now, recording again: said by the patient, seen by staff, and nothing is lost."""

from uuid import uuid4

import make
import pytest

from recovery.domain.episode import EpisodeStatus
from recovery.records.changes import changes_of
from recovery.records.episodes import current_episode

ADDRESS = "/recording-status"


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


@pytest.fixture
def status(app, people):
    def now():
        with app.app_context():
            return current_episode(people.asha).status.value

    return now


@pytest.fixture
def changes(app, people):
    def count():
        with app.app_context():
            return len(changes_of(people.asha, people.asha_episode))

    return count


def say(visitor, status, **more):
    form = visitor.get(ADDRESS).fields(ADDRESS)
    return visitor.post(ADDRESS, {**form, "status": status, **more})


def test_the_page_says_what_stands_what_each_means_and_that_it_calls_nobody(asha):
    answer = asha.get(ADDRESS)
    assert "Now it says: I am recording." in answer.words
    assert "Days without an entry are not listed for them." in answer.words
    assert "This does not tell anybody that you need help." in answer.words
    assert "You can record at any time" in answer.words
    assert [each["value"] for each in answer.page.select('input[name="status"]')] == ["active", "in_hospital", "paused"]


@pytest.mark.parametrize(
    ("said", "on_today", "for_staff"),
    [
        ("in_hospital", "It says here that you are in hospital.", "In hospital"),
        ("paused", "It says here that you are not recording for now.", "Paused"),
    ],
)
def test_it_is_seen_by_the_patient_and_by_their_physiotherapist_with_who_said_it(
    people, visit, asha, said, on_today, for_staff
):
    answer = say(asha, said, note="A planned scan")
    assert (answer.status, answer.response.headers["Location"]) == (303, "/")
    today = asha.get("/")
    assert "Your team can see it." in today.words
    assert on_today in today.words
    assert "You can check in whenever you like." in today.words
    assert "I am recording again" in today.page.find("a", href=ADDRESS).get_text()
    ben = visit(people.ben)
    summary = ben.get(f"/patients/{people.asha}").words
    assert f"Status {for_staff}" in summary
    assert f"Status: {for_staff.lower()} since 22 November 2026" in summary
    assert "A planned scan By Asha Rao" in summary
    assert for_staff.lower() in ben.get("/caseload").words


def test_and_back_again(asha, status):
    say(asha, "paused")
    assert say(asha, "active").status == 303
    assert status() == "active"
    today = asha.get("/").words
    assert "It says here" not in today
    assert "In hospital, or not recording for now?" in today


def test_meanwhile_everything_can_be_recorded_and_saving_changes_no_status(asha, status):
    say(asha, "in_hospital")
    assert asha.record(back_pain_average="3").status == 303
    assert "Checked in" in asha.get("/").words
    assert status() == "in_hospital"
    assert "It says here that you are in hospital." in asha.get("/").words


def test_no_silence_is_listed_meanwhile_but_a_warning_sign_is(people, visit, asha):
    ben = visit(people.ben)
    assert "No entry yet" in ben.get(f"/patients/{people.asha}").words
    say(asha, "paused")
    assert "No entry yet" not in ben.get(f"/patients/{people.asha}").words
    asha.record(warning_signs="calf-sore-swollen")
    assert "Warning sign:" in ben.get(f"/patients/{people.asha}").words


def test_sent_twice_it_is_said_once(asha, changes):
    form = {**asha.get(ADDRESS).fields(ADDRESS), "status": "paused"}
    for _again in range(3):
        assert asha.post(ADDRESS, form).status == 303
    assert changes() == 1


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Choose which one it is"),
        ({"status": "discharged"}, "Choose which one it is"),
        ({"status": "died"}, "Choose which one it is"),
        ({"status": "active"}, "It says this already"),
        ({"status": "paused", "note": "x" * 301}, "shorter"),
        ({"status": "paused", "client_id": ""}, "changed while this page was open"),
        ({"status": "paused", "seen": "discharged"}, "changed while this page was open"),
    ],
)
def test_what_cannot_be_saved_is_asked_again_and_kept(asha, changes, sent, told):
    form = asha.get(ADDRESS).fields(ADDRESS)
    answer = asha.post(ADDRESS, {**form, "note": "keep me", **sent})
    assert answer.status == 422
    assert told in answer.page.find(id="errors").get_text()
    assert answer.page.find("textarea").get_text().strip() == sent.get("note", "keep me")
    assert changes() == 0


def test_what_staff_changed_meanwhile_is_shown_and_asked_about(people, visit, asha, status):
    form = asha.get(ADDRESS).fields(ADDRESS)
    visit(people.ben).post(f"/patients/{people.asha}/status", {"status": "in_hospital", "since": "2026-11-21"})
    answer = asha.post(ADDRESS, {**form, "status": "paused", "note": "keep me"})
    assert answer.status == 409
    assert "Now it says: I am in hospital." in answer.words
    assert "It was changed while this page was open." in answer.words
    assert answer.page.select_one('input[name="status"][checked]')["value"] == "paused"
    assert "keep me" in answer.text
    assert status() == "in_hospital"
    assert asha.post(ADDRESS, {**answer.fields(ADDRESS), "status": "paused"}).status == 303
    assert status() == "paused"


@pytest.mark.parametrize("ended", ["discharged", "moved"])
def test_a_recovery_that_ended_has_nothing_to_say(app, people, visit, ended):
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.episode(nia, status=ended)
    visitor = visit(nia)
    assert "Your recovery here has ended." in visitor.get(ADDRESS).words
    answer = visitor.post(ADDRESS, {"status": "active", "seen": "active", "client_id": str(uuid4())})
    assert answer.status == 409
    assert "Your recovery here has ended." in answer.words


def test_a_recovery_that_ends_while_the_page_is_open_stays_ended(people, visit, asha):
    form = asha.get(ADDRESS).fields(ADDRESS)
    visit(people.ben).post(f"/patients/{people.asha}/status", {"status": "discharged", "since": "2026-11-22"})
    assert asha.post(ADDRESS, {**form, "status": "paused"}).status == 409


def test_sent_after_the_sign_in_ended_it_is_carried_along(people, visit, status):
    form = visit(people.asha).get(ADDRESS).fields(ADDRESS)
    nobody = visit()
    answer = nobody.post(ADDRESS, {**form, "status": "paused", "note": "keep me", "csrf_token": nobody.token})
    assert answer.status == 401
    assert answer.page.find("input", {"name": "kept-status"})["value"] == "paused"
    assert answer.page.find("input", {"name": "kept-note"})["value"] == "keep me"
    assert status() == EpisodeStatus.ACTIVE


def test_somebody_else_on_the_same_phone_does_not_say_it(people, visit, status):
    form = visit(people.asha).get(ADDRESS).fields(ADDRESS)
    dev = visit(people.dev)
    assert dev.post(ADDRESS, {**form, "csrf_token": dev.token, "status": "paused"}).status == 409
    assert status() == EpisodeStatus.ACTIVE
