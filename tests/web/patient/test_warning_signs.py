"""The public page about warning signs: one tap from every page, for everybody, whatever else is broken."""

from dataclasses import replace

import make
import pytest
from clinical_signs import TIER_1, TIER_2
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from recovery.domain.warning_signs import SIGNS
from recovery.extensions import db

ADDRESS = "/warning-signs"
WHO = ("nobody", "asha", "ben", "lena")


@pytest.fixture
def everybody(people, visit):
    """everybody() is a visitor for each of WHO, by name."""
    return lambda: {who: visit(getattr(people, who) if who != "nobody" else None) for who in WHO}


@pytest.fixture
def break_database(app):
    """Nothing answers any more: no new connection, no statement."""

    def refuse(*_anything):
        raise OperationalError("down", {}, Exception())

    def broken():
        with app.app_context():
            db.engine.dispose()
            event.listen(db.engine, "do_connect", refuse)

    yield broken
    with app.app_context():
        if event.contains(db.engine, "do_connect", refuse):
            event.remove(db.engine, "do_connect", refuse)


def has_link(answer):
    return bool(answer.page.find("a", href=ADDRESS))


def test_it_is_open_without_signing_in_and_sets_no_cookie(visit):
    answer = visit().get(ADDRESS)
    assert answer.status == 200
    assert "Call 999 now" in answer.page.h1.get_text()
    assert "Set-Cookie" not in answer.response.headers


@pytest.mark.parametrize("who", WHO)
def test_it_answers_without_a_database(visit, everybody, break_database, who):
    visitor, whole = everybody()[who], visit().get(ADDRESS).text
    break_database()
    answer = visitor.get(ADDRESS)
    assert (answer.status, answer.text) == (200, whole)


def test_a_ticked_sign_shows_what_to_do_without_a_database(people, visit, break_database):
    visitor = visit(people.asha)
    form = visitor.get("/check-ins/new").fields("/check-ins")
    break_database()
    answer = visitor.post("/check-ins", {**form, "warning_signs": "chest-pain"})
    assert answer.status == 503
    assert answer.page.find("a", href="tel:999")
    assert "This is NOT saved. Call anyway." in answer.words


def test_it_works_for_everybody_and_tells_everybody_the_same(everybody):
    answers = {who: visitor.get(ADDRESS) for who, visitor in everybody().items()}
    assert {answer.status for answer in answers.values()} == {200}
    assert len({answer.text for answer in answers.values()}) == 1


def test_a_cookie_that_means_nothing_changes_nothing(app, visit):
    visitor = visit()
    visitor.client.set_cookie(app.config["SIGN_IN_COOKIE_NAME"], "made up")
    visitor.client.set_cookie(app.config["SESSION_COOKIE_NAME"], "broken")
    assert visitor.get(ADDRESS).status == 200


def test_the_emergency_number_and_its_signs_stand_before_the_teams(visit):
    text = visit().get(ADDRESS).text
    places = [text.index(each) for each in ("tel:999", "Any chest pain", "tel:01632960999", "My wound is opening")]
    assert places == sorted(places)


def test_every_sign_stands_in_the_tier_of_the_clinical_basis(visit):
    emergency, team = visit().get(ADDRESS).text.split("tel:01632960999", 1)
    assert not [key for key in TIER_1.values() if SIGNS[key].ask not in emergency]
    assert not [key for key in TIER_2.values() if SIGNS[key].ask not in team]


def test_the_numbers_are_those_of_the_settings(app, visit):
    app.config["SETTINGS"] = replace(
        app.config["SETTINGS"],
        emergency_number="112",
        team_number="+49 30 1234",
        crisis_number="0800 111",
        team_hours="Mornings",
    )
    answer = visit().get(ADDRESS)
    dialled = {each["href"] for each in answer.page.select('a[href^="tel:"]')}
    assert dialled == {"tel:112", "tel:+49301234", "tel:0800111"}
    for words in ("Call 112 now", "Call +49 30 1234", "Mornings"):
        assert words in answer.words
    assert "999" not in answer.words


def test_it_needs_no_script_and_never_says_that_no_sign_means_safe(visit):
    answer = visit().get(ADDRESS)
    assert not answer.page.find_all(["script", "form", "button"])
    assert "No list has everything. If you are worried, call, even if your sign is not here." in answer.words
    assert "Nobody watches this app all the time." in answer.words
    assert "you are safe" not in answer.words.lower()


def test_no_address_on_it_holds_a_query(visit):
    page = visit().get(ADDRESS).page
    assert not [each["href"] for each in page.find_all("a") if "?" in each["href"]]


def test_a_made_up_query_changes_nothing(visit):
    assert visit().get(f"{ADDRESS}?sign=chest-pain").text == visit().get(ADDRESS).text


def pages_of(app):
    """Every address that shows a page, whoever may see it; one of a patient's stands for all."""
    endpoints = {"static", "bootstrap.static", "health.show", "sign_in.still_here"}
    rules = [each for each in app.url_map.iter_rules() if "GET" in each.methods and each.endpoint not in endpoints]
    return sorted(each.rule for each in rules)


def test_it_is_one_tap_from_every_page(app, people, everybody):
    without, seen = [], set()
    for who, visitor in everybody().items():
        for address in pages_of(app):
            answer = visitor.get(address.replace("<uuid:patient_id>", str(people.asha)))
            if answer.status != 303:
                seen.add(address)
                without += [] if has_link(answer) else [(who, address, answer.status)]
    assert not without
    assert seen == set(pages_of(app))


def test_it_is_one_tap_from_the_pages_that_a_form_answers_with(people, visit):
    visitor = visit(people.asha)
    answers = [
        visitor.record(recorded_on="2026-11-22"),
        visitor.post("/therapy-sessions", {}),
        visitor.post("/check-ins", {"back_pain_average": "3"}, token="wrong"),
        visit().post("/sign-in", {"email": "x", "password": "y"}),
        visitor.record(warning_signs="calf-sore-swollen"),
        visitor.record(warning_signs="chest-pain"),
    ]
    assert [answer.status for answer in answers] == [422, 422, 400, 422, 200, 200]
    assert [has_link(answer) for answer in answers] == [True] * len(answers)


def test_it_is_one_tap_where_there_is_nothing_to_record(app, people, visit):
    with app.app_context():
        patient = make.patient(people.clinic, "Nia", "Cole")
    assert all(has_link(visit(patient).get(address)) for address in ("/", "/progress", "/learn", "/check-ins/new"))


@pytest.mark.parametrize("who", WHO)
def test_it_is_one_tap_from_every_error_page(app, people, everybody, who):
    app.config["TESTING"] = app.config["PROPAGATE_EXCEPTIONS"] = False
    visitor = everybody()[who]

    def broken():
        raise RuntimeError

    broken.guard = app.view_functions["health.show"].guard
    app.view_functions["health.show"] = broken
    answers = [
        visitor.get("/nothing-here"),
        visitor.post("/warning-signs"),
        visitor.post("/sign-in", {}, token="wrong"),
        visitor.post("/sign-in", {"email": "x" * 600_000}),
        visitor.get("/healthz"),
    ]
    assert [answer.status for answer in answers] == [404, 405, 400, 413, 500]
    assert [has_link(answer) for answer in answers] == [True] * 5


def test_it_is_one_tap_from_the_page_that_says_the_database_is_down(people, visit, break_database):
    visitor = visit(people.asha)
    break_database()
    answer = visitor.get("/progress")
    assert (answer.status, has_link(answer)) == (503, True)
