"""Timed tests in the clinic: switched on by name, recorded by who was there, put right with nothing lost."""

from datetime import timedelta

import make
import pytest
from moment import TODAY

from recovery.domain.timed_tests import TimedTest
from recovery.records.timed_tests import timed_tests_of


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def address(people):
    return f"/patients/{people.asha}/timed-tests"


@pytest.fixture
def on(ben, address):
    assert ben.post(f"{address}/on").status == 303


@pytest.fixture
def summary(ben, people):
    return lambda: ben.get(f"/patients/{people.asha}").words


def open_form(ben, address, **told):
    """What a page that was opened now would send."""
    return {**ben.get(address).fields(address), "done_on": TODAY.isoformat(), **told}


def values(app, people):
    with app.app_context():
        return [[each.result.value for each in test.versions] for test in timed_tests_of(people.asha_episode)]


def sent(ben, address, **told):
    return ben.post(address, open_form(ben, address, **told))


def test_they_are_off_and_switching_stands_in_the_timeline_with_a_name(ben, address, summary):
    page = ben.get(address)
    assert "Off for this patient: nothing can be recorded." in page.words
    assert not page.page.select('input[name="seconds"]')
    ben.post(f"{address}/on")
    page = ben.get(address)
    assert "On for this patient. Switched on by Ben Okoro." in page.words
    assert page.page.select('input[name="seconds"]')
    assert "Timed tests switched on By Ben Okoro" in summary()
    ben.post(f"{address}/off")
    assert "Timed tests switched off By Ben Okoro" in summary()


def test_both_tests_of_one_visit_are_recorded_at_once_and_stand_on_the_summary(app, people, ben, address, on, summary):
    assert "Timed up and go" not in summary()
    assert sent(ben, address, seconds="14", stands="0", note="With a stick").status == 303
    assert sorted(values(app, people)) == [[0], [14]]
    told = summary()
    assert "Timed up and go 14 s, today To compare: 12 s or less" in told
    assert "30-second chair stand 0 stands, today" in told
    assert "Timed up and go: 14 s With a stick By Ben Okoro" in told
    assert "Timed up and go: 14 s Today, with Ben Okoro With a stick" in ben.get(address).words


def test_change_since_the_first_and_the_one_before_stands_as_a_fact(app, people, ben, address, on, summary):
    with app.app_context():
        for days, value in ((9, 19), (5, 11)):
            make.timed_test(people.asha, people.ben, value, on=TODAY - timedelta(days=days))
    sent(ben, address, seconds="14")
    told = summary()
    assert "14 s, today 3 s more than the one before (11 s, 17 Nov) 5 s less than the first (19 s, 13 Nov)" in told


@pytest.mark.parametrize(
    ("told", "field", "sentence"),
    [
        ({}, "seconds", "Write a result"),
        ({"seconds": "0"}, "seconds", "whole number from 1 to 120"),
        ({"seconds": "121"}, "seconds", "whole number from 1 to 120"),
        ({"seconds": "11.5"}, "seconds", "whole number from 1 to 120"),
        ({"stands": "61"}, "stands", "whole number from 0 to 60"),
        ({"stands": "9", "done_on": "2026-11-23"}, "done_on", "Choose a day from"),
        ({"stands": "9", "done_on": ""}, "done_on", "Choose the day of the test"),
        ({"stands": "9", "note": "x" * 501}, "note", "shorter"),
    ],
)
def test_what_cannot_be_is_asked_again_and_kept(app, people, ben, address, on, told, field, sentence):
    answer = sent(ben, address, **told)
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()
    assert all(answer.page.find(attrs={"name": name}) for name in told)
    assert values(app, people) == []


def test_a_second_tap_records_nothing_twice_and_other_results_under_the_same_id_are_asked_about(
    app, people, ben, address, on
):
    fields = open_form(ben, address, seconds="14")
    assert [ben.post(address, fields).status for _tap in range(2)] == [303, 303]
    asked = ben.post(address, {**fields, "seconds": "15"})
    assert asked.status == 409
    assert "saved before, with other results" in asked.words
    assert values(app, people) == [[14]]
    assert ben.post(address, {**fields, **asked.fields(address), "seconds": "15"}).status == 303
    assert ben.post(address, {**fields, "client_id": "lost"}).status == 409


def test_while_they_are_off_a_form_that_was_open_saves_nothing_and_says_so(app, people, ben, address, on):
    fields = open_form(ben, address, seconds="14")
    ben.post(f"{address}/off")
    answer = ben.post(address, fields)
    assert answer.status == 409
    assert "Timed tests are off for this patient" in answer.words
    assert answer.page.find("input", {"name": "seconds"})["value"] == "14"
    assert values(app, people) == []


def test_a_result_put_right_keeps_the_original_in_the_page_and_in_the_timeline(app, people, ben, address, on, summary):
    sent(ben, address, seconds="41")
    one = ben.get(address).page.select_one("ol.list a")["href"]
    assert ben.get(one).page.find("input", {"name": "seconds"})["value"] == "41"
    fields = open_form(ben, one)
    assert ben.post(one, {**fields, "seconds": ""}).status == 422
    assert ben.post(one, {**fields, "seconds": "14"}).status == 303
    assert values(app, people) == [[14, 41]]
    stale = ben.post(one, {**fields, "seconds": "15"})
    assert stale.status == 409
    assert "was changed meanwhile" in stale.words
    assert "14 s, today Written by Ben Okoro" in stale.words
    told = summary()
    assert "Timed up and go: 14 s By Ben Okoro Before that: 41 s, by Ben Okoro, today" in told
    assert ben.post(one, {**fields, **stale.fields(one), "seconds": "14", "is_taken_back": "y"}).status == 303
    assert "Timed up and go: 14 s, taken back" in summary()
    assert "To compare" not in summary()


def test_another_recoverys_result_is_missing(app, people, visit, address):
    with app.app_context():
        make.timed_test(people.dev, people.cleo, 9, test=TimedTest.CHAIR_STAND)
        (test,) = timed_tests_of(people.dev_episode)
    assert visit(people.ben).get(f"{address}/{test.id}").status == 404
    assert visit(people.ben).get(f"/patients/{people.dev}/timed-tests/{test.id}").status == 404
    assert "A timed test" not in visit(people.ben).get(f"{address}/{test.id}").words


def test_the_patient_reads_the_result_and_that_it_changed_in_plain_words_and_not_the_note(
    app, people, visit, ben, address, on
):
    asha = visit(people.asha)
    assert "Timed tests" not in asha.get("/progress").words
    sent(ben, address, seconds="41", stands="1", note="For the team")
    told = asha.get("/progress").words
    assert "Today You got up, walked 3 metres and back, and sat down in 41 seconds." in told
    assert "In 30 seconds you stood up from a chair 1 time." in told
    assert "For the team" not in told
    one = next(each["href"] for each in ben.get(address).page.select("ol.list a") if "41 s" in each.get_text())
    ben.post(one, open_form(ben, one, seconds="14"))
    assert "sat down in 14 seconds. Changed at " in asha.get("/progress").words
    ben.post(one, open_form(ben, one, seconds="14", is_taken_back="y"))
    assert ". It does not count." in asha.get("/progress").words


def test_the_patient_reads_who_did_what(app, people, visit, ben, address, on):
    sent(ben, address, seconds="14")
    told = visit(people.asha).get("/account/looks").words
    assert "Switched on timed tests for you at the clinic" in told
    assert "Wrote down a timed test that you did at the clinic" in told
