"""Who looked at my record: every doing by somebody else, lists once a day, and never what the patient did."""

from datetime import timedelta

import make
from moment import NOW

from recovery.actions.arrange_care import begin_care
from recovery.actions.transaction import writing
from recovery.extensions import db
from recovery.records.people import Person


def looks(visit, people) -> str:
    return visit(people.asha).get("/account/looks").words


def test_nobody_else_has_looked_at_first(people, visit):
    told = looks(visit, people)
    assert "Nobody else has looked at your record." in told
    assert "Your record opens only to you and to Ben Okoro. When they are away" in told


def test_a_look_and_a_list_are_told_by_name_and_lists_once_a_day(people, visit):
    ben = visit(people.ben)
    ben.get(f"/patients/{people.asha}")
    for _turn in range(3):
        ben.get("/caseload")
    told = looks(visit, people)
    assert "Looked at your record Today, 12:00. Ben Okoro, physiotherapist" in told
    assert told.count("Opened a list with your name on it") == 1
    assert "Opened a list with your name on it, 3 times that day" in told


def test_what_the_patient_does_is_not_listed_and_another_patients_looks_neither(people, visit):
    visit(people.asha).record(back_pain_average="3")
    visit(people.cleo).get(f"/patients/{people.dev}")
    assert "Nobody else has looked at your record." in looks(visit, people)


def test_lists_older_than_90_days_are_gone_and_looks_at_the_record_stay(people, visit, clock):
    ben = visit(people.ben)
    ben.get("/caseload")
    ben.get(f"/patients/{people.asha}")
    clock.move_to(NOW + timedelta(days=91))
    told = looks(visit, people)
    assert "Opened a list" not in told
    assert "Looked at your record" in told


def test_two_who_care_are_named_and_a_disabled_one_is_not(app, people, visit):
    with app.app_context(), writing():
        cleo = db.session.get_one(Person, people.cleo)
        begin_care(make.actor(people.ben), people.asha, cleo, NOW)
    assert "only to you and to Ben Okoro and Cleo Marsh. When one of them is away" in looks(visit, people)
    visit(people.lena).post(f"/staff/{people.cleo}/disable")
    assert "only to you and to Ben Okoro. When they are away" in looks(visit, people)


def test_only_the_patient_reads_it(people, visit):
    assert [visit(who).get("/account/looks").status for who in (people.ben, people.lena)] == [404, 404]
