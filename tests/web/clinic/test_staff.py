"""Staff and accounts: disabled means out with the next request, and the last lead cannot go."""

import make
import pytest

from recovery.extensions import db
from recovery.records.people import Patient


@pytest.fixture
def lena(visit, people):
    return visit(people.lena)


@pytest.fixture
def number(app, people) -> int:
    with app.app_context():
        return db.session.get_one(Patient, people.asha).number


def test_a_disabled_member_of_staff_is_out_with_the_next_request_and_can_be_let_in_again(people, visit, lena):
    ben = visit(people.ben)
    assert ben.get("/caseload").status == 200
    assert lena.post(f"/staff/{people.ben}/disable").status == 303
    assert ben.get("/caseload").status == 303
    assert lena.post(f"/staff/{people.ben}/enable").status == 303
    assert ben.get("/caseload").status == 303
    assert visit(people.ben).get("/caseload").status == 200


def test_patients_of_a_disabled_physiotherapist_stand_on_the_leads_list(people, lena):
    assert "Asha Rao" not in lena.get("/").words
    lena.post(f"/staff/{people.ben}/disable")
    assert "Asha Rao" in lena.get("/").words


def test_the_last_lead_cannot_be_disabled_and_one_of_two_can(app, people, visit, lena):
    answer = lena.post(f"/staff/{people.lena}/disable")
    assert answer.status == 409
    assert lena.get("/staff").status == 200
    with app.app_context():
        other = make.staff(people.clinic, "Ola", "Berg", role="lead")
    assert lena.post(f"/staff/{people.lena}/disable").status == 303
    assert lena.get("/staff").status == 303
    assert visit(other).post(f"/staff/{other}/disable").status == 409


def test_a_patients_account_is_disabled_by_number_and_the_record_stays(people, visit, lena, number):
    asha = visit(people.asha)
    assert lena.post("/patient-accounts", {"number": str(number), "what": "disable"}).status == 303
    told = lena.get("/staff").words
    assert f"The account of patient {number} is disabled" in told
    assert "Asha" not in told
    assert asha.get("/").status == 303
    assert "Asha Rao" in visit(people.ben).get(f"/patients/{people.asha}").words
    lena.post("/patient-accounts", {"number": str(number), "what": "enable"})
    assert visit(people.asha).get("/").status == 200


@pytest.mark.parametrize("sent", ["", "x", "0", "999999", "-1", "9" * 5000])
def test_a_number_that_is_no_patients_is_said(lena, sent):
    answer = lena.post("/patient-accounts", {"number": sent, "what": "disable"})
    assert answer.status == 422
    assert answer.page.find(id="number-error")


def test_a_lead_of_another_clinic_disables_and_invites_nobody_here(app, people, visit, number):
    with app.app_context():
        stranger = make.staff(people.other_clinic, "Ola", "Berg", role="lead")
    visitor = visit(stranger)
    for path in ("disable", "enable", "invitation", "invitation/cancel"):
        assert visitor.post(f"/staff/{people.ben}/{path}").status == 404
    before = visit(people.asha)
    visitor.post("/patient-accounts", {"number": str(number), "what": "disable"})
    assert before.get("/").status == 200


def test_an_address_that_somebody_has_is_not_invited_twice(people, lena):
    sent = {"given_name": "Ben", "family_name": "Two", "email": "ben.okoro@example.org", "role": "physiotherapist"}
    first = lena.post("/staff", {**sent, "email": "new@example.org"})
    assert first.status == 200
    assert first.page.select_one(".code")
    assert lena.post("/staff", {**sent, "email": "New@Example.org"}).status == 422
