"""A record opened in an emergency: for an hour, with a reason that everybody concerned can read, and nothing more."""

from datetime import timedelta

import make
import pytest
from moment import NOW
from sqlalchemy import select

from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.people import CareLink, Person

ASHA = {
    "given_name": "asha",
    "family_name": "RAO",
    "born_on": "1961-03-14",
    "reason": "On the phone, cannot lift her foot",
}


@pytest.fixture
def cleo(visit, people):
    return visit(people.cleo)


def ask(visitor, **changes):
    return visitor.post("/open-in-emergency", {**ASHA, **changes})


def status_of(visitor, people) -> int:
    return visitor.get(f"/patients/{people.asha}").status


def test_the_record_opens_for_an_hour_and_closes_by_itself(visit, people, cleo, clock):
    assert status_of(cleo, people) == 404
    assert ask(cleo).response.location == f"/patients/{people.asha}"
    assert "Open to you in an emergency, until" in cleo.get(f"/patients/{people.asha}").words
    assert "Open to you in an emergency, until" in cleo.get("/caseload").words
    clock.move_to(NOW + timedelta(minutes=59))
    assert status_of(visit(people.cleo), people) == 200
    clock.move_to(NOW + timedelta(minutes=60))
    assert status_of(visit(people.cleo), people) == 404
    assert "Asha Rao" not in visit(people.cleo).get("/caseload").page.find("main").get_text()


def test_the_reason_stands_in_the_timeline_and_patient_and_lead_see_who_opened_it(visit, people, cleo):
    ask(cleo)
    told = visit(people.ben).get(f"/patients/{people.asha}").words
    assert "Opened in an emergency, for an hour, by Cleo Marsh" in told
    assert ASHA["reason"] in told
    assert "Opened your record in an emergency, for an hour" in visit(people.asha).get("/account/looks").words
    assert "opened in an emergency" in visit(people.lena).get("/audit?kind=emergency").words


@pytest.mark.parametrize(
    "wrong",
    [{"given_name": "Asher"}, {"family_name": "Raoul"}, {"born_on": "1961-03-15"}],
    ids=["first name", "last name", "birth date"],
)
def test_nothing_opens_unless_name_and_birth_date_are_right_and_the_try_is_written_down(app, people, cleo, wrong):
    answer = ask(cleo, **wrong)
    assert answer.status == 422
    assert "No patient of this clinic has this name and date of birth" in answer.words
    assert ASHA["reason"] in answer.page.find("textarea").get_text()
    assert status_of(cleo, people) == 404
    with app.app_context():
        assert db.session.scalars(select(AuditRow.action)).all().count("looked for a record in an emergency") == 1


def test_without_a_reason_nothing_opens(people, cleo):
    answer = ask(cleo, reason="  ")
    assert answer.status == 422
    assert "Write why you need this record now" in answer.words
    assert status_of(cleo, people) == 404


def test_two_patients_with_the_same_name_and_birth_date_are_not_guessed_between(app, people, cleo):
    with app.app_context():
        clinic_id = db.session.get_one(Person, people.asha).clinic_id
        twin = db.session.get_one(Person, make.patient(clinic_id, "Ash", "Roe"))
        twin.given_name, twin.family_name = "Asha", "Rao"
        db.session.commit()
    assert ask(cleo).status == 422


def test_another_clinics_patient_is_not_found(visit, people):
    assert ask(visit(people.eli)).status == 422
    assert status_of(visit(people.eli), people) == 404


def test_after_ten_unknown_names_an_hour_the_page_waits_but_other_people_can_still_ask(visit, people, cleo):
    for _try in range(10):
        assert ask(cleo, family_name="Nobody").status == 422
    assert ask(cleo).status == 429
    assert ask(visit(people.ben)).status == 303


def test_an_emergency_link_hands_nothing_on(app, people, cleo):
    ask(cleo)
    colleague = {"add-colleague": str(people.ben), "hand-colleague": str(people.ben)}
    for path in ("colleagues", "hand-over", "care/end", "invitation"):
        assert cleo.post(f"/patients/{people.asha}/{path}", colleague).status == 404, path
    page = cleo.get(f"/patients/{people.asha}/care").page
    assert not [form["action"] for form in page.find_all("form") if str(people.asha) in form["action"]]
    with app.app_context():
        assert len(db.session.scalars(select(CareLink).where(CareLink.patient_id == people.asha)).all()) == 2


def test_an_emergency_link_is_nobodys_active_care(visit, people, cleo):
    visit(people.ben).post(f"/patients/{people.asha}/care/end", {"end-lead_finds_successor": "y"})
    assert "Asha Rao" in visit(people.lena).get("/").words
    ask(cleo)
    assert "Asha Rao" in visit(people.lena).get("/").words


def test_a_colleague_who_covers_does_not_get_what_was_opened_in_an_emergency(visit, people, cleo):
    ask(cleo)
    today = NOW.date().isoformat()
    assert cleo.post("/away", {"from_on": today, "until_on": today, "colleague": str(people.ben)}).status == 303
    visit(people.ben).post(f"/patients/{people.asha}/care/end", {"end-lead_finds_successor": "y"})
    assert status_of(visit(people.ben), people) == 404


def test_somebody_in_ones_own_care_simply_opens(app, visit, people):
    assert ask(visit(people.ben)).response.location == f"/patients/{people.asha}"
    with app.app_context():
        assert not db.session.scalars(select(CareLink).where(CareLink.is_emergency.is_(True))).all()
