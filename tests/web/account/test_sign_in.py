"""Sign-in, its lifetimes, its throttles, and forms that are carried across it (TRUST.md 3, 4, 6)."""

from datetime import timedelta
from uuid import uuid4

import cast
import make
import pytest
from sqlalchemy import func, select, update

from recovery.actions import sign_in
from recovery.extensions import db
from recovery.records.entries import EntryRow
from recovery.records.people import Person
from recovery.records.sign_ins import SignIn

ASHA = {"email": "asha.rao@example.org", "password": make.PASSWORD}


def signed_in_as(visitor):
    return visitor.get("/").status == 200


def test_the_right_name_and_password_open_the_patients_home(people, visit):
    visitor = visit()
    answer = visitor.post("/sign-in", ASHA)
    assert (answer.status, answer.response.headers["Location"]) == (303, "/")
    visitor.is_signed_in = True
    assert signed_in_as(visitor)


def test_names_are_taken_in_any_case_and_with_spaces_around(people, visit):
    assert visit().post("/sign-in", {**ASHA, "email": "  Asha.RAO@example.org "}).status == 303


def test_a_user_name_serves_as_well(app, people, visit):
    with app.app_context():
        db.session.execute(update(Person).where(Person.id == people.asha).values(user_name="asha61"))
        db.session.commit()
    assert visit().post("/sign-in", {**ASHA, "email": "Asha61"}).status == 303


@pytest.mark.parametrize(
    "wrong",
    [{"password": "not it at all"}, {"email": "nobody@example.org"}, {"email": "<script>"}, {"password": "x" * 900}],
)
def test_wrong_names_and_wrong_passwords_look_the_same(people, visit, wrong):
    answer = visit().post("/sign-in", {**ASHA, **wrong})
    assert answer.status == 422
    assert "We do not know that name and password together" in answer.words
    assert not answer.page.find("input", type="password")["value"]


@pytest.mark.parametrize("empty", ["email", "password"])
def test_an_empty_field_is_asked_for(people, visit, empty):
    answer = visit().post("/sign-in", {**ASHA, empty: ""})
    assert answer.status == 422
    assert answer.page.find("a", href=f"#{empty}")


def test_a_disabled_person_cannot_sign_in_and_an_open_sign_in_ends_at_once(app, people, visit):
    visitor = visit(people.asha)
    assert signed_in_as(visitor)
    with app.app_context():
        db.session.execute(update(Person).where(Person.id == people.asha).values(disabled_at=cast.NOW))
        db.session.commit()
    assert visitor.get("/").status == 303
    assert visit().post("/sign-in", ASHA).status == 422


def test_only_the_digest_of_the_token_is_kept(app, people, visit):
    visitor = visit(people.asha)
    token = visitor.client.get_cookie(app.config["SIGN_IN_COOKIE_NAME"]).value
    with app.app_context():
        row = db.session.scalar(select(SignIn))
        assert row.token_sha256 == sign_in.sha256(token)
        assert token not in str(vars(row))


def test_signing_out_ends_it_for_good_even_for_a_kept_cookie(app, people, visit):
    visitor = visit(people.asha)
    name = app.config["SIGN_IN_COOKIE_NAME"]
    token = visitor.client.get_cookie(name).value
    assert visitor.post("/sign-out").status == 303
    visitor.client.set_cookie(name, token)
    assert visitor.get("/").status == 303


@pytest.mark.parametrize(
    ("who", "idle", "is_open"),
    [
        ("asha", timedelta(days=59), True),
        ("asha", timedelta(days=61), False),
        ("ben", timedelta(minutes=14), True),
        ("ben", timedelta(minutes=16), False),
    ],
)
def test_patients_stay_60_days_idle_and_clinicians_15_minutes(people, visit, clock, who, idle, is_open):
    visitor = visit(getattr(people, who))
    clock.shift(idle)
    location = visitor.get("/").response.headers.get("Location", "")
    assert (not location.startswith("/sign-in")) is is_open


def test_no_sign_in_outlives_its_lifetime_however_busy(people, visit, clock):
    visitor = visit(people.ben)
    for _turn in range(71):
        clock.shift(timedelta(minutes=10))
        assert visitor.get("/sign-out").status == 200
    clock.shift(timedelta(minutes=11))
    assert visitor.get("/sign-out").status == 303


def test_last_use_is_written_at_most_once_a_minute(app, people, visit, clock):
    visitor = visit(people.asha)

    def last_used():
        with app.app_context():
            return db.session.scalar(select(SignIn.last_used_at))

    clock.shift(timedelta(seconds=59))
    visitor.get("/sign-out")
    assert last_used() == cast.NOW
    clock.shift(timedelta(seconds=1))
    visitor.get("/sign-out")
    assert last_used() == cast.NOW + timedelta(minutes=1)


def test_twenty_wrong_tries_close_an_account_to_one_address_only(people, visit):
    stranger = visit()
    for _try in range(20):
        assert stranger.post("/sign-in", {**ASHA, "password": "guess"}).status == 422
    assert stranger.post("/sign-in", ASHA).status == 429
    visitor = visit()
    page = visitor.get("/sign-in", environ_base={"REMOTE_ADDR": "192.0.2.7"}).page
    token = page.find("input", {"name": "csrf_token"})["value"]
    answer = visitor.post("/sign-in", {**ASHA, "csrf_token": token}, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert answer.status == 303


def test_a_device_that_signed_in_before_is_never_locked_out_by_strangers(people, visit):
    own = visit()
    own.post("/sign-in", ASHA)
    own.is_signed_in = True
    own.post("/sign-out")
    own.is_signed_in, own._token = False, ""
    stranger = visit()
    for _try in range(21):
        stranger.post("/sign-in", {**ASHA, "password": "guess"})
    assert stranger.post("/sign-in", ASHA).status == 429
    assert own.post("/sign-in", ASHA).status == 303


def test_right_passwords_are_never_counted(people, visit):
    for _time in range(25):
        assert visit().post("/sign-in", ASHA).status == 303


@pytest.mark.parametrize(
    "away", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/nothing"]
)
def test_nobody_is_sent_away_after_signing_in(people, visit, away):
    page = visit().get("/sign-in", query_string={"next": away}).page
    assert not page.find("input", {"name": "next_page"})
    answer = visit().post("/sign-in", {**ASHA, "next_page": away})
    assert answer.response.headers["Location"] == "/"


def test_the_page_that_was_asked_for_opens_after_signing_in(people, visit):
    visitor = visit()
    redirect = visitor.get("/progress")
    assert redirect.response.headers["Location"] == "/sign-in?next=/progress"
    page = visitor.get(redirect.response.headers["Location"])
    answer = visitor.post("/sign-in", {**page.fields("/sign-in"), **ASHA})
    assert answer.response.headers["Location"] == "/progress"


def entries(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(EntryRow))


def test_a_form_sent_after_the_sign_in_ended_is_carried_along_and_saved(app, people, visit, clock):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    clock.shift(timedelta(days=61))
    answer = visitor.post("/check-ins", {**fields, "back_pain_average": "3", "note": "keep me"})
    assert answer.status == 401
    assert "It is not saved yet" in answer.words
    done = visitor.post("/sign-in", {**answer.fields("/sign-in"), **ASHA})
    saved = visitor.post("/check-ins", done.fields("/check-ins"))
    assert saved.status == 303
    assert entries(app) == 1


def test_a_carried_form_is_never_shown_to_or_saved_for_somebody_else(app, people, visit, clock):
    visitor = visit(people.asha)
    fields = visitor.get("/check-ins/new").fields("/check-ins")
    clock.shift(timedelta(days=61))
    answer = visitor.post("/check-ins", {**fields, "back_pain_average": "3", "note": "private words"})
    dev = {"email": "dev.patel@example.org", "password": make.PASSWORD}
    done = visitor.post("/sign-in", {**answer.fields("/sign-in"), **dev})
    assert "private words" not in done.text
    assert "belong to somebody else" in done.words
    assert entries(app) == 0


def test_a_form_of_another_site_is_not_carried(people, visit):
    answer = visit().post("/check-ins", {"client_id": str(uuid4()), "back_pain_average": "9", "form_owner": "made up"})
    assert answer.status == 303
    assert answer.response.headers["Location"] == "/sign-in"


def test_passwords_are_kept_as_argon2id():
    assert sign_in.hash_password("twelve letters").startswith("$argon2id$")


def test_an_unknown_name_costs_the_same_work(context, monkeypatch):
    asked = []
    monkeypatch.setattr(sign_in, "_hasher", type("Counted", (), {"verify": lambda _self, *_words: asked.append(1)})())
    assert sign_in.person_with_password("nobody@example.org", "x") is None
    assert asked == [1]


def test_who_has_a_code_and_cannot_scan_finds_the_way_to_join(app, visit):
    assert "/join" in {link["href"] for link in visit().get("/sign-in").page.main.find_all("a")}


def test_a_wrong_password_is_said_without_a_word_about_saving(people, visit):
    answer = visit().post("/sign-in", {**ASHA, "password": "a wrong guess"})
    assert answer.page.find(id="errors-title").get_text() == "Please look at this:"
