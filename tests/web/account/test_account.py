"""One's own account: another password, and where one is signed in. Nobody is locked out, and nobody else gets in."""

from datetime import timedelta

import make
import pytest
from moment import NOW
from sqlalchemy import select

from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import Person

NEW = "orange boat lamp"


def with_password(app, person_id) -> str:
    """Give somebody the password of the tests; the name they sign in with."""
    with app.app_context():
        person = db.session.get_one(Person, person_id)
        person.password_hash = make.PASSWORD_HASH
        db.session.commit()
        return person.email


def change(visitor, present=make.PASSWORD, chosen=NEW):
    return visitor.post("/account/password", {"present": present, "password": chosen})


def sign_in(visitor, name, password):
    return visitor.post("/sign-in", {"email": name, "password": password})


def actions(app) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(select(AuditRow.action).order_by(AuditRow.number)))


@pytest.mark.parametrize("who", ["asha", "ben", "lena"])
def test_a_changed_password_lets_in_ends_every_other_sign_in_and_keeps_this_one(app, people, visit, who):
    person_id = getattr(people, who)
    name, here, elsewhere = with_password(app, person_id), visit(person_id), visit(person_id)
    assert elsewhere.get("/account").status == 200
    assert change(here).status == 303
    assert "Your password is changed. You are signed out on 1 other device." in here.get("/account").words
    assert elsewhere.get("/account").status == 303
    assert sign_in(visit(), name, make.PASSWORD).status == 422
    assert sign_in(visit(), name, NEW).status == 303
    assert any("password" in action for action in actions(app))


@pytest.mark.parametrize(
    ("present", "chosen", "sentence", "field"),
    [
        ("", NEW, "Write the password you have now", "present"),
        ("not this one at all", NEW, "That is not your password now", "present"),
        ("x" * 5000, NEW, "That is not your password now", "present"),
        (make.PASSWORD, "short", "Use 12 letters or more", "password"),
        (make.PASSWORD, "password1234", "easy to guess", "password"),
        (make.PASSWORD, "Asha Rao Riverside", "easy to guess", "password"),
        (make.PASSWORD, make.PASSWORD, "That is the password you have now", "password"),
        (make.PASSWORD, "x" * 5000, "Use at most 1,024 letters", "password"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_changes(
    app, people, visit, present, chosen, sentence, field
):
    name, asha = with_password(app, people.asha), visit(people.asha)
    answer = change(asha, present, chosen)
    assert answer.status == 422
    assert sentence in answer.page.find(id=f"{field}-error").get_text()
    assert chosen not in answer.text or not chosen
    assert sign_in(visit(), name, make.PASSWORD).status == 303


def test_guessing_the_present_password_is_throttled_and_the_owner_still_signs_in_on_a_known_device(app, people, visit):
    name, phone = with_password(app, people.asha), visit()
    assert sign_in(phone, name, make.PASSWORD).status == 303
    left_lying_about = visit(people.asha)
    statuses = [change(left_lying_about, f"a guess, number {turn}").status for turn in range(21)]
    assert statuses == [422] * 20 + [429]
    assert change(left_lying_about).status == 429
    assert sign_in(phone, name, make.PASSWORD).status == 303


def test_each_sign_in_stands_with_device_and_last_use_this_one_first(people, visit, clock):
    visit(people.asha)
    clock.move_to(NOW + timedelta(days=1))
    here = visit(people.asha)
    words = here.get("/account").page.main.get_text(" ", strip=True)
    assert words.index("This device") < words.index("Yesterday, 12:00")
    assert "Since: Today, 12:00" in words


def test_one_other_sign_in_is_ended_twice_is_no_harm_and_only_ones_own(people, visit):
    here, elsewhere, ben = visit(people.asha), visit(people.asha), visit(people.ben)
    form = here.get("/account").page.find("form", action=lambda to: to.startswith("/account/sign-ins/"))["action"]
    assert ben.post(form).status == 404
    assert elsewhere.get("/").status == 200
    assert here.post(form).status == 303
    assert (here.get("/").status, elsewhere.get("/").status) == (200, 303)
    assert here.post(form).status == 303


def test_all_others_are_ended_at_once(app, people, visit):
    here, others = visit(people.ben), [visit(people.ben) for _turn in range(3)]
    assert here.post("/account/sign-ins/end-others").status == 303
    assert "You are signed out on 3 other devices." in here.get("/account").words
    assert {other.get("/caseload").status for other in others} == {303}
    here.post("/account/sign-ins/end-others")
    assert "You were signed in nowhere else." in here.get("/account").words


def test_a_patient_reads_the_teams_number_and_staff_do_not(people, visit):
    assert "Your team’s number is 01632 960 123" in visit(people.asha).get("/account").words
    assert "Your team’s number" not in visit(people.ben).get("/account").words
