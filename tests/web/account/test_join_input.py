"""What somebody who joins is told when something is wrong; nothing is used up by it."""

import pytest
from enrolling import BORN, enrol, finish_joining, join, start_joining
from sqlalchemy import select

from recovery.extensions import db
from recovery.records.invitations import Invitation


@pytest.fixture
def code(visit, people):
    return enrol(visit(people.ben))


def is_used(app) -> bool:
    with app.app_context():
        return db.session.scalars(select(Invitation)).one().used_at is not None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"password": "short"}, "Use 12 letters or more"),
        ({"password": "password1234"}, "easy to guess"),
        ({"password": "aaaaaaaaaaaa"}, "easy to guess"),
        ({"password": "mia.lmia.lmia.l"}, "easy to guess"),
        ({"agrees": ""}, "Tick the box if you agree"),
        ({"user_name": "m"}, "Choose a user name of 3 letters or more"),
        ({"user_name": "mia@home"}, "Choose a user name of 3 letters or more"),
        ({"user_name": ""}, "Choose a user name"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_used_up(app, visit, code, changes, sentence):
    phone = visit()
    second = start_joining(phone, code)
    answer = finish_joining(phone, second, **changes)
    assert answer.status == 422
    assert sentence in answer.words
    assert not is_used(app)
    assert finish_joining(phone, answer).status == 303


def test_a_taken_user_name_is_said_and_another_can_be_chosen(visit, people, code):
    join(visit(), code)
    other = enrol(visit(people.ben), given_name="Una", family_name="Berg", born_on="1970-05-03", phone="")
    phone = visit()
    second = start_joining(phone, other)
    answer = finish_joining(phone, second, user_name="MIA.L")
    assert answer.status == 422
    assert "Somebody else has this user name" in answer.words
    assert finish_joining(phone, answer, user_name="una").status == 303


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"code": "123"}, "Write the 10 letters and numbers"),
        ({"code": ""}, "Write the 10 letters and numbers"),
        ({"born_day": "31", "born_month": "2"}, "There is no such day"),
        ({"born_year": "70"}, "Write the year in 4 numbers"),
        ({"born_day": ""}, "Write the day as a number"),
    ],
)
def test_bad_input_of_the_first_step_gets_a_clear_sentence_and_keeps_what_was_typed(visit, code, changes, sentence):
    sent = {"code": code, **BORN, **changes}
    answer = visit().post("/join", sent)
    assert answer.status == 422
    assert sentence in answer.words
    for name, value in changes.items():
        assert answer.page.find("input", {"name": name})["value"] == value


def test_problems_are_listed_in_the_order_of_the_page(visit, code):
    phone = visit()
    answer = finish_joining(phone, start_joining(phone, code), agrees="", user_name="m", password="short")
    linked = [link["href"].removeprefix("#") for link in answer.page.find(id="errors").find_all("a")]
    assert linked == ["agrees", "user_name", "password"]
    fields = [each["id"] for each in answer.page.main.find_all("input", id=True) if each["id"] in linked]
    assert fields == linked
