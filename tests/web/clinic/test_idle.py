"""Staff are signed out after fifteen idle minutes and twelve hours; pressing "Stay signed in" is a use."""

from datetime import timedelta

import pytest

MINUTE = timedelta(minutes=1)


@pytest.fixture
def ben(people, visit):
    return visit(people.ben)


def test_fourteen_idle_minutes_are_forgiven_and_fifteen_are_not(ben, clock):
    clock.shift(14 * MINUTE)
    assert ben.get("/caseload").status == 200
    clock.shift(15 * MINUTE)
    assert ben.get("/caseload").response.headers["Location"] == "/sign-in?next=/caseload"


def test_staying_signed_in_is_a_use(ben, clock):
    for _quarter in range(4):
        clock.shift(14 * MINUTE)
        assert ben.get("/sign-in/still-here").status == 204
    assert ben.get("/caseload").status == 200


def test_twelve_hours_are_the_most_however_busy(ben, clock):
    for _turn in range(71):
        clock.shift(10 * MINUTE)
        assert ben.get("/sign-in/still-here").status == 204
    clock.shift(10 * MINUTE)
    assert ben.get("/sign-in/still-here").status == 303


def test_the_page_holds_the_warning_hidden_until_its_time(ben):
    warning = ben.get("/caseload").page.find(attrs={"data-idle-warning": True})
    assert warning.has_attr("hidden")
    assert warning["data-still-here"] == "/sign-in/still-here"
