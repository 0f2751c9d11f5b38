"""Joining with a code: once, by the right person, in time; attacked from every side (TRUST.md 5)."""

from datetime import timedelta
from threading import Barrier, Thread

import make
import pytest
from enrolling import BORN, PASSWORD, code_on, enrol, finish_joining, join, start_joining
from sqlalchemy import func, select

from recovery.actions.disable_account import disable_account
from recovery.domain.invitation import ALPHABET, CODE_LENGTH
from recovery.extensions import db
from recovery.records.consents import Consent
from recovery.records.invitations import Invitation
from recovery.records.people import Patient, Person
from recovery.web.account import throttle

NAMES = ("Mia", "Lund", "Riverside")


@pytest.fixture
def code(visit, people):
    return enrol(visit(people.ben))


def joined(app) -> int:
    """How often Mia agreed; the cast agreed before."""
    with app.app_context():
        agreed = select(func.count()).select_from(Consent).join(Person, Person.id == Consent.patient_id)
        return db.session.scalar(agreed.where(Person.given_name == "Mia"))


def invitation(app) -> Invitation:
    with app.app_context():
        return db.session.scalars(select(Invitation).order_by(Invitation.made_at.desc(), Invitation.id)).first()


def test_code_birth_date_agreement_and_password_let_a_patient_in(app, visit, code):
    phone = visit()
    second = start_joining(phone, code)
    assert "Hello Mia" in second.words
    assert "Nobody watches this app all the time" in second.words
    assert finish_joining(phone, second).status == 303
    assert "Day 2" in phone.get("/").words
    with app.app_context():
        patient = db.session.scalars(select(Person).where(Person.user_name == "mia.l")).one()
        assert patient.patient.joined_at is not None
        assert db.session.scalars(select(Consent.version).where(Consent.patient_id == patient.id)).all() == [1]
    assert visit().post("/sign-in", {"email": "mia.l", "password": PASSWORD}).status == 303


@pytest.mark.parametrize("written", ["{}-{}", "{} {}", " {}{} "])
def test_a_code_is_read_as_people_write_it(visit, code, written):
    typed = written.format(code[:5], code[5:]).lower().replace("0", "o").replace("1", "l")
    assert "Hello Mia" in start_joining(visit(), typed).words


def test_nothing_is_named_before_code_and_birth_date_are_right(visit, code):
    pages = [
        visit().get("/join"),
        start_joining(visit(), code, born_day="4"),
        start_joining(visit(), "0" * CODE_LENGTH),
    ]
    assert not [name for page in pages for name in NAMES if name in page.text]


def test_an_unknown_code_and_a_wrong_birth_date_are_answered_alike(visit, code):
    wrong_code, wrong_birth = start_joining(visit(), "0" * 10), start_joining(visit(), code, born_day="4")
    assert wrong_code.status == wrong_birth.status == 422
    assert wrong_code.page.select_one("#code-error").text == wrong_birth.page.select_one("#code-error").text


def test_a_code_works_once(app, visit, code):
    second = start_joining(visit(), code)
    assert finish_joining(visit(), second).status == 303
    assert start_joining(visit(), code).status == 422
    assert finish_joining(visit(), second, user_name="other").status == 410
    assert joined(app) == 1


def test_of_twenty_at_once_one_joins(app, visit, code):
    second = start_joining(visit(), code)
    visitors, statuses, gate = [visit() for _ in range(20)], [], Barrier(20)
    for visitor in visitors:
        assert visitor.token

    def send(visitor, number):
        gate.wait()
        statuses.append(finish_joining(visitor, second, user_name=f"mia{number}").status)

    threads = [Thread(target=send, args=(visitor, number)) for number, visitor in enumerate(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [303] + [410] * 19
    assert joined(app) == 1


def test_five_wrong_birth_dates_void_the_code(app, visit, code):
    for _ in range(4):
        start_joining(visit(), code, born_year="1971")
    assert invitation(app).voided_at is None
    start_joining(visit(), code, born_year="1971")
    assert invitation(app).voided_at is not None
    assert start_joining(visit(), code).status == 422


def test_four_wrong_birth_dates_leave_the_code_good(visit, code):
    for _ in range(4):
        start_joining(visit(), code, born_year="1971")
    assert start_joining(visit(), code).status == 200


def test_unknown_codes_count_against_the_address_and_a_code_of_ones_own_does_not(app, visit, code, monkeypatch):
    guesser = visit()
    for number in range(throttle.UNKNOWN_CODES_PER_ADDRESS.amount):
        guess = "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(CODE_LENGTH))
        assert start_joining(guesser, guess).status == 422
    assert start_joining(guesser, code).status == 429
    elsewhere = {"environ_overrides": {"REMOTE_ADDR": "10.9.8.7"}}
    assert visit().post("/join", {"code": code, **BORN}, **elsewhere).status == 200


def test_a_throttled_address_still_lets_those_sign_in_who_joined(visit, code):
    visitor = visit()
    join(visitor, code)
    for _ in range(throttle.UNKNOWN_CODES_PER_ADDRESS.amount + 1):
        last = start_joining(visitor, "0" * CODE_LENGTH)
    assert last.status == 429
    assert visit().post("/sign-in", {"email": "mia.l", "password": PASSWORD}).status == 303


@pytest.mark.parametrize(("shown_on", "minutes"), [("paper", 72 * 60), ("screen", 15)])
def test_a_code_ends_in_time(visit, people, clock, shown_on, minutes):
    code = enrol(visit(people.ben), shown_on=shown_on)
    clock.shift(timedelta(minutes=minutes) - timedelta(seconds=1))
    assert start_joining(visit(), code).status == 200
    clock.shift(timedelta(minutes=31))
    assert start_joining(visit(), code).status == 422


def test_there_is_half_an_hour_to_read_and_choose_once_code_and_birth_date_were_right(visit, people, clock):
    code, phone = enrol(visit(people.ben), shown_on="screen"), visit()
    clock.shift(timedelta(minutes=14))
    second = start_joining(phone, code)
    clock.shift(timedelta(minutes=29))
    assert finish_joining(phone, second).status == 303


def test_too_late_in_the_second_step_nobody_joins(app, visit, code, clock):
    second = start_joining(visit(), code)
    clock.shift(timedelta(hours=73))
    assert finish_joining(visit(), second).status == 410
    assert joined(app) == 0


@pytest.mark.parametrize("path", ["/join", "/join/staff", "/sign-in"])
def test_a_scanner_that_opens_addresses_uses_nothing_up(app, visit, code, path):
    for _ in range(3):
        visit().get(f"{path}?code={code}")
        visit().client.head(f"{path}?code={code}")
    assert invitation(app).used_at is None
    assert start_joining(visit(), code).status == 200


def test_a_made_up_second_step_is_refused(visit, code):
    second = start_joining(visit(), code)
    for joining in ("made.up", ""):
        answer = finish_joining(visit(), second, joining=joining)
        assert answer.status == 410


def test_a_patients_code_is_unknown_at_the_door_for_staff_and_the_other_way_round(visit, people, code):
    answer = visit().post("/join/staff", {"code": code, "email": "mia@example.org"})
    assert answer.status == 422
    invited = visit(people.lena).post(
        "/staff", {"given_name": "Gus", "family_name": "Hay", "email": "gus@example.org", "role": "physiotherapist"}
    )
    assert start_joining(visit(), code_on(invited)).status == 422


def test_staff_join_with_their_work_email(visit, people):
    invited = visit(people.lena).post(
        "/staff", {"given_name": "Gus", "family_name": "Hay", "email": "Gus@Example.org", "role": "physiotherapist"}
    )
    gus, code = visit(), code_on(invited)
    assert gus.post("/join/staff", {"code": code, "email": "other@example.org"}).status == 422
    second = gus.post("/join/staff", {"code": code, "email": " gus@example.ORG "})
    assert "Hello Gus" in second.words
    assert "agree" not in second.words
    assert finish_joining(gus, second).status == 303
    assert gus.get("/caseload").status == 200


def test_a_new_code_voids_the_one_before_and_a_cancelled_one_lets_nobody_in(app, visit, people, code):
    ben = visit(people.ben)
    with app.app_context():
        mia = db.session.scalars(select(Patient.id).order_by(Patient.number.desc())).first()
    newer = code_on(ben.post(f"/patients/{mia}/invitation"))
    assert start_joining(visit(), code).status == 422
    assert start_joining(visit(), newer).status == 200
    assert ben.post(f"/patients/{mia}/invitation/cancel").status == 303
    assert start_joining(visit(), newer).status == 422


def test_the_same_kind_of_code_is_the_way_back_and_ends_old_sign_ins(visit, people):
    asha = visit(people.asha)
    code = code_on(visit(people.ben).post(f"/patients/{people.asha}/invitation"))
    phone = visit()
    second = phone.post("/join", {"code": code, "born_day": "14", "born_month": "3", "born_year": "1961"})
    assert "Choose a new password" in second.words
    assert asha.get("/").status == 200
    assert finish_joining(phone, second).status == 303
    assert asha.get("/").status == 303
    assert visit().post("/sign-in", {"email": "asha.rao@example.org", "password": make.PASSWORD}).status == 422
    assert visit().post("/sign-in", {"email": "asha.rao@example.org", "password": PASSWORD}).status == 303


def test_a_disabled_person_cannot_join(app, visit, people, code):
    with app.app_context():
        mia = db.session.scalars(select(Person).where(Person.given_name == "Mia")).one()
        disable_account(make.actor(people.lena), mia.id, make.NOW)
    assert start_joining(visit(), code).status == 422


def test_only_a_keyed_hash_of_the_code_is_stored(app, visit, code):
    stored = invitation(app)
    assert code not in (stored.code_hash, str(stored.id))
    assert len(stored.code_hash) == 64


def test_who_only_needs_a_new_password_is_not_asked_to_agree_again(app, people, visit, code):
    join(visit(), code)
    with app.app_context():
        mia = db.session.scalars(select(Person.id).where(Person.given_name == "Mia")).one()
    card = visit(people.ben).post(f"/patients/{mia}/invitation")
    assert card.page.find(id="card").get_text() == "Mia, choose a new password"
    assert "invited" not in card.words
    phone = visit()
    second = start_joining(phone, code_on(card))
    assert "Before you start" not in second.words
    assert finish_joining(phone, second, agrees="", password="green boat candle").status == 303
    assert joined(app) == 1
