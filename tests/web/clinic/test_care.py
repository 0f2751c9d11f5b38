"""Care: a patient is always with somebody, or on the clinic lead's list; others see nothing, at every moment."""

from datetime import UTC, datetime, timedelta

import make
import pytest
from moment import NOW, TODAY
from sqlalchemy import select

from recovery.actions.disable_account import disable_account
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.care import HandOver

DAY = timedelta(days=1)


@pytest.fixture
def ben(visit, people):
    return visit(people.ben)


@pytest.fixture
def cleo(visit, people):
    return visit(people.cleo)


@pytest.fixture
def lena(visit, people):
    return visit(people.lena)


def sees(visitor, people) -> bool:
    status = visitor.get(f"/patients/{people.asha}").status
    assert status in {200, 404}
    assert ("Asha Rao" in visitor.get("/caseload").page.find("main").get_text()) is (status == 200)
    return status == 200


def alone(lena) -> bool:
    return "Asha Rao" in lena.get("/").words


def hand_over(ben, people, **changes):
    sent = {"hand-colleague": str(people.cleo), "hand-note": "Knows her from before", **changes}
    return ben.post(f"/patients/{people.asha}/hand-over", sent)


def offer(app):
    with app.app_context():
        return db.session.scalars(select(HandOver.id).where(HandOver.answered_at.is_(None))).one()


def test_a_hand_over_stays_with_the_giver_until_it_is_accepted(app, people, ben, cleo):
    assert hand_over(ben, people).status == 303
    assert (sees(ben, people), cleo.get(f"/patients/{people.asha}").status) == (True, 404)
    offered = cleo.get("/caseload").words
    assert "Asha Rao Born 14 Mar 1961. Offered by Ben Okoro" in offered
    assert "Knows her from before" in offered
    assert cleo.post(f"/hand-overs/{offer(app)}/accept").status == 303
    assert (sees(ben, people), sees(cleo, people)) == (False, True)
    assert "In the care of Cleo Marsh" in cleo.get(f"/patients/{people.asha}?entries=all").words


def test_the_giver_is_told_that_a_hand_over_was_declined_for_a_week_or_until_the_next_offer(app, people, clock, visit):
    ben, told = (
        visit(people.ben),
        "Cleo Marsh declined to take over Asha Rao on 22 Nov 2026. The patient stays with you.",
    )
    hand_over(ben, people)
    visit(people.cleo).post(f"/hand-overs/{offer(app)}/decline")
    pages = ("/caseload", f"/patients/{people.asha}/care")
    assert [told in ben.get(each).words for each in pages] == [True, True]
    assert told not in visit(people.cleo).get("/caseload").words
    clock.shift(8 * DAY)
    ben = visit(people.ben)
    assert [told in ben.get(each).words for each in pages] == [False, False]
    clock.move_to(NOW)
    ben = visit(people.ben)
    hand_over(ben, people)
    assert [told in ben.get(each).words for each in pages] == [False, False]


def test_a_declined_hand_over_names_nobody_once_the_care_has_ended(app, people, ben, cleo):
    hand_over(ben, people)
    cleo.post(f"/hand-overs/{offer(app)}/decline")
    ben.post(f"/patients/{people.asha}/care/end", {"end-lead_finds_successor": "y"})
    assert not sees(ben, people)


def test_a_declined_or_withdrawn_hand_over_changes_nothing(app, people, ben, cleo):
    hand_over(ben, people)
    declined = offer(app)
    assert cleo.post(f"/hand-overs/{declined}/decline").status == 303
    assert cleo.post(f"/hand-overs/{declined}/accept").status == 404
    hand_over(ben, people)
    withdrawn = offer(app)
    assert ben.post(f"/hand-overs/{withdrawn}/withdraw").status == 303
    assert cleo.post(f"/hand-overs/{withdrawn}/accept").status == 404
    assert (sees(ben, people), sees(cleo, people)) == (True, False)


def test_only_the_one_it_was_offered_to_can_accept(app, visit, people, ben):
    hand_over(ben, people)
    for who in (people.ben, people.eli, people.lena, people.asha):
        assert visit(who).post(f"/hand-overs/{offer(app)}/accept").status == 404


def test_a_new_offer_takes_the_place_of_the_open_one(app, people, ben, cleo):
    hand_over(ben, people)
    first = offer(app)
    hand_over(ben, people)
    assert offer(app) != first
    assert cleo.post(f"/hand-overs/{first}/accept").status == 404


@pytest.mark.parametrize("to", ["ben", "lena", "eli", "dev"])
def test_a_patient_is_handed_to_a_colleague_of_the_clinic_only(people, ben, to):
    answer = hand_over(ben, people, **{"hand-colleague": str(getattr(people, to))})
    assert answer.status == 422
    assert "Choose a colleague from the list" in answer.words


def test_ending_the_last_link_asks_for_a_successor(people, ben, lena):
    asked = ben.post(f"/patients/{people.asha}/care/end")
    assert asked.status == 409
    assert "Nobody else cares for this patient" in asked.words
    assert (sees(ben, people), alone(lena)) == (True, False)
    assert ben.post(f"/patients/{people.asha}/care/end", {"end-lead_finds_successor": "y"}).status == 303
    assert (sees(ben, people), alone(lena)) == (False, True)


def test_with_a_colleague_in_care_the_own_link_ends_without_a_question(people, ben, cleo):
    assert ben.post(f"/patients/{people.asha}/colleagues", {"add-colleague": str(people.cleo)}).status == 303
    assert sees(cleo, people)
    assert ben.post(f"/patients/{people.asha}/care/end").status == 303
    assert (sees(ben, people), sees(cleo, people)) == (False, True)


def test_a_colleague_added_until_a_day_sees_the_patient_up_to_its_end(people, clock, ben, visit):
    until = (TODAY + DAY).isoformat()
    ben.post(f"/patients/{people.asha}/colleagues", {"add-colleague": str(people.cleo), "add-until": until})
    assert sees(visit(people.cleo), people)
    clock.move_to(NOW + timedelta(days=1, hours=11))
    assert sees(visit(people.cleo), people)
    clock.move_to(NOW + timedelta(days=1, hours=12))
    assert not sees(visit(people.cleo), people)


def test_a_colleague_covers_from_the_first_day_to_the_last_and_no_longer(people, clock, visit, ben, lena):
    sent = {"from_on": "2026-11-24", "until_on": "2026-11-25", "colleague": str(people.cleo)}
    assert ben.post("/away", sent).status == 303
    seen = {}
    clock.move_to(NOW.replace(day=24))
    assert "You cover for Ben Okoro" in visit(people.cleo).get("/caseload").words
    for day in range(22, 28):
        clock.move_to(NOW.replace(day=day))
        seen[day] = (sees(visit(people.cleo), people), alone(visit(people.lena)))
    assert seen == {day: (day in {24, 25}, False) for day in range(22, 28)}


def test_away_without_cover_the_patients_stand_on_the_leads_list_with_reasons(people, clock, visit, ben):
    ben.post("/away", {"from_on": "2026-11-23", "until_on": "2026-11-24"})
    assert not alone(visit(people.lena))
    clock.move_to(NOW + DAY)
    listed = visit(people.lena).get("/").words
    assert "Asha Rao No entry yet, 13 days" in listed
    assert sees(visit(people.ben), people)


def test_a_cancelled_absence_covers_nothing(app, people, ben, cleo):
    ben.post("/away", {"from_on": TODAY.isoformat(), "until_on": TODAY.isoformat(), "colleague": str(people.cleo)})
    assert sees(cleo, people)
    form = ben.get("/away").page.find("form", action=lambda action: action and action.endswith("/cancel"))
    assert cleo.post(form["action"]).status == 404
    assert ben.post(form["action"]).status == 303
    assert not sees(cleo, people)


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({"from_on": "", "until_on": "2026-11-25"}, "from_on", "Choose the first day away"),
        ({"from_on": "2026-11-25", "until_on": "2026-11-24"}, "until_on", "cannot be before the first"),
        ({"from_on": "2026-11-21", "until_on": "2026-11-25"}, "from_on", "Choose a day from"),
        ({"from_on": "2026-12-03", "until_on": "2026-12-04"}, "from_on", "Cancel that first"),
    ],
)
def test_a_bad_absence_is_said(ben, sent, field, sentence):
    ben.post("/away", {"from_on": "2026-12-01", "until_on": "2026-12-03"})
    answer = ben.post("/away", sent)
    assert answer.status == 422
    assert sentence in answer.page.select_one(f"#{field}-error").get_text()


def test_a_disabled_physiotherapist_leaves_the_patients_on_the_leads_list(app, people, ben, lena):
    with app.app_context():
        disable_account(make.actor(people.lena), people.ben, NOW)
    assert ben.get("/caseload").status == 303
    assert alone(lena)


def test_the_lead_assigns_whom_nobody_cares_for_and_nobody_else(people, ben, cleo, lena):
    address = f"/patients/{people.asha}/physiotherapist"
    assert lena.post(address, {"colleague": str(people.cleo)}).status == 404
    ben.post(f"/patients/{people.asha}/care/end", {"end-lead_finds_successor": "y"})
    assert lena.post(address, {"colleague": ""}).status == 422
    assert lena.post(address, {"colleague": str(people.eli)}).status == 422
    assert lena.post(address, {"colleague": str(people.cleo)}).status == 303
    assert (sees(cleo, people), alone(lena)) == (True, False)
    assert lena.get(f"/patients/{people.asha}").status == 404


def test_every_step_is_in_the_audit_by_name(app, people, ben, cleo):
    hand_over(ben, people)
    cleo.post(f"/hand-overs/{offer(app)}/accept")
    with app.app_context():
        rows = db.session.scalars(select(AuditRow).where(AuditRow.patient_id == people.asha)).all()
        told = {(row.action, row.actor_id) for row in rows}
    assert {
        ("offered a hand-over", people.ben),
        ("accepted a hand-over", people.cleo),
        ("care began", people.cleo),
        ("care ended", people.cleo),
    } <= told


def test_on_29_february_a_colleague_can_be_added_until_two_years_on(people, visit, clock):
    clock.move_to(datetime(2028, 2, 29, 12, tzinfo=UTC))
    sent = {"add-colleague": str(people.cleo), "add-until": "2030-02-28"}
    assert visit(people.ben).post(f"/patients/{people.asha}/colleagues", sent).status == 303
