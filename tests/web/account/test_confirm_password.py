"""The password once more before an export: for ten minutes, in this sign-in only, guessing throttled."""

from datetime import timedelta

import make
import pytest
from moment import NOW
from sqlalchemy import select

from recovery.actions.confirm_password import HOLDS
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import Person

PAGE = "/confirm-password"
THEN = "/caseload/export"


@pytest.fixture
def ben(app, people, visit):
    """ben() is Ben in a new sign-in, with the password of the tests."""
    with app.app_context():
        db.session.get_one(Person, people.ben).password_hash = make.PASSWORD_HASH
        db.session.commit()
    return lambda: visit(people.ben)


def confirm(visitor, password=make.PASSWORD, next_page=THEN):
    return visitor.post(PAGE, {"present": password, "next_page": next_page})


def asks_again(visitor) -> bool:
    answer = visitor.get(THEN)
    return answer.status == 303 and answer.response.location == f"{PAGE}?next=/caseload/export"


def test_it_goes_on_to_what_was_asked_for_and_holds_ten_minutes_in_this_sign_in_only(app, ben, clock):
    here, elsewhere = ben(), ben()
    assert asks_again(here)
    assert here.get(f"{PAGE}?next={THEN}").page.find("input", {"name": "next_page"})["value"] == THEN
    assert confirm(here).response.location == THEN
    assert here.get(THEN).status == 200
    assert asks_again(elsewhere)
    clock.move_to(NOW + HOLDS - timedelta(seconds=1))
    assert here.get(THEN).status == 200
    clock.move_to(NOW + HOLDS)
    assert asks_again(here)
    with app.app_context():
        assert db.session.scalars(select(AuditRow).where(AuditRow.action == "confirmed the password")).one()


@pytest.mark.parametrize("address", ["//[", "http://[", "http://[x]/"])
def test_an_address_that_nobody_can_read_leads_home(ben, address):
    here = ben()
    assert here.get(PAGE, query_string={"next": address}).status == 200
    assert confirm(here, next_page=address).response.location == "/"


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Write the password you have now"),
        ("a guess", "That is not your password now"),
        ("x" * 5000, "That is not your password now"),
    ],
)
def test_a_wrong_one_lets_nothing_through_and_is_never_shown(ben, password, sentence):
    visitor = ben()
    answer = confirm(visitor, password)
    assert answer.status == 422
    assert sentence in answer.page.find(id="present-error").get_text()
    assert not password or password not in answer.text
    assert asks_again(visitor)


def test_guessing_is_throttled_like_a_sign_in(ben):
    visitor = ben()
    assert [confirm(visitor, f"guess {turn}").status for turn in range(21)] == [422] * 20 + [429]
    assert confirm(visitor).status == 429
    assert asks_again(visitor)


@pytest.mark.parametrize("next_page", ["https://example.org/", "//example.org", "/no-such-page", ""])
def test_nobody_is_sent_out_of_the_app(ben, next_page):
    assert confirm(ben(), next_page=next_page).response.location == "/"
