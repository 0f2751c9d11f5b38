"""Twenty at once: what can happen only once happens once, and the others are told (TRUST.md: fault catalogue)."""

from uuid import uuid4

import make
import pytest
import reading
from crowding import CROWD, at_once
from enrolling import MIA, enrol, start_joining
from moment import TODAY
from sqlalchemy import select

from recovery.content.expected_course import shipped_course
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.activities import ActivityRow
from recovery.records.audit import AuditRow
from recovery.records.call_requests import CallRequest
from recovery.records.care import HandOver
from recovery.records.check_ins import SignOutcomeRow, TickedSignRow
from recovery.records.documents import Approval
from recovery.records.entries import EntryRow
from recovery.records.expected_ranges import RangeApproval
from recovery.records.invitations import Invitation
from recovery.records.people import CareLink, Person
from recovery.records.plans import PlanVersionRow
from recovery.records.visit_questions import VisitQuestion

pytestmark = pytest.mark.usefixtures("audit_stays_whole")


def test_of_twenty_changes_of_the_same_plan_one_is_saved_and_none_is_lost_unseen(people, crowd, count):
    def change(visitor, turn):
        row = {"x0-name": f"Walk {turn}", "x0-minutes": "5", "x0-times_a_day": "1", "x0-weekdays": ["1"]}
        return visitor.post(
            f"/patients/{people.asha}/plan", {"do": "save", "based_on": "1", "starts": TODAY.isoformat(), **row}
        )

    assert at_once(crowd(people.ben), change) == [303] + [409] * (CROWD - 1)
    assert count(PlanVersionRow, PlanVersionRow.episode_id == people.asha_episode) == 2


def test_twenty_wrong_birth_dates_at_once_are_counted_and_the_code_is_void(visit, people, crowd, count):
    code = enrol(visit(people.ben))

    def guess(visitor, turn):
        return start_joining(visitor, code, born_year=str(1940 + turn))

    guesses = at_once(crowd(count=19), guess)
    assert set(guesses) == {422}
    assert count(Invitation, Invitation.voided_at.is_not(None)) == 1
    assert start_joining(visit(), code).status == 422


def test_a_patient_enrolled_by_twenty_at_once_is_enrolled_once(people, crowd, count):
    def send(visitor, _turn):
        return visitor.post("/patients", MIA)

    assert at_once(crowd(people.ben), send) == [200] + [409] * (CROWD - 1)
    assert count(Person, Person.given_name == "Mia") == 1


def test_a_hand_over_accepted_twenty_times_at_once_moves_the_care_once(app, visit, people, crowd, count):
    visit(people.ben).post(f"/patients/{people.asha}/hand-over", {"hand-colleague": str(people.cleo)})
    with app.app_context():
        offer = db.session.scalars(select(HandOver.id)).one()

    def accept(visitor, _turn):
        return visitor.post(f"/hand-overs/{offer}/accept")

    assert at_once(crowd(people.cleo), accept) == [303] + [404] * (CROWD - 1)
    running = (CareLink.patient_id == people.asha, CareLink.ended_at.is_(None))
    assert count(CareLink, *running) == count(CareLink, *running, CareLink.physiotherapist_id == people.cleo) == 1


def test_an_entry_moved_by_twenty_at_once_is_moved_once(app, people, crowd, count):
    with app.app_context():
        make.care_link(people.dev, people.ben)
        entry = make.check_in(people.asha, back_pain_average=3)

    def move(visitor, _turn):
        return visitor.post(f"/patients/{people.asha}/entries/{entry}/move", {"to": str(people.dev), "why": "Wrong"})

    assert at_once(crowd(people.ben), move) == [303] + [404] * (CROWD - 1)
    assert count(EntryRow, EntryRow.episode_id == people.dev_episode) == 1


def test_a_warning_sign_closed_by_twenty_at_once_is_closed_once(app, people, crowd, count):
    with app.app_context():
        make.check_in(people.asha, warning_signs=answer_from(("calf-sore-swollen",), {}))
        sign = db.session.scalars(select(TickedSignRow.id)).one()

    def close(visitor, _turn):
        sent = {"signs": str(sign), "outcome": "spoke", "sign_note": "Told to come in"}
        return visitor.post(f"/patients/{people.asha}/outcomes", sent)

    statuses = at_once(crowd(people.ben), close)
    assert 303 in statuses
    assert set(statuses) <= {303, 409}
    assert count(SignOutcomeRow) == 1


def test_a_passage_approved_by_twenty_at_once_is_approved_once(app, visit, people, crowd, count):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, skip=("4.3",))
    page = visit(people.lena).get("/documents").page
    version = page.find("a", href=lambda href: href and href.startswith("/documents/versions/"))["href"]
    answer = visit(people.lena).get(version)
    form = answer.page.find("form", action=lambda action: action and action.endswith("/approve"))["action"]
    fields, before = answer.fields(form), count(Approval)
    fields.pop("csrf_token")

    def approve(visitor, _turn):
        return visitor.post(form, fields)

    assert 303 in at_once(crowd(people.lena), approve)
    assert count(Approval) == before + 1


def test_usual_ranges_approved_or_withdrawn_by_twenty_at_once_are_so_once(visit, people, crowd, count):
    def approve(visitor, _turn):
        return visitor.post("/usual-ranges/approve", {"source": shipped_course().source})

    assert at_once(crowd(people.lena), approve) == [303] * CROWD
    assert count(RangeApproval) == 1
    forms = visit(people.lena).get("/usual-ranges").page.find_all("form", method="post")
    address = next(each["action"] for each in forms if each["action"].endswith("/withdraw"))

    def withdraw(visitor, _turn):
        return visitor.post(address)

    assert at_once(crowd(people.lena), withdraw) == [303] * CROWD
    assert count(AuditRow, AuditRow.action == "stopped showing the usual ranges") == 1


def test_a_record_opened_in_an_emergency_by_twenty_at_once_has_one_link(people, crowd, count):
    asked = {"given_name": "Asha", "family_name": "Rao", "born_on": "1961-03-14", "reason": "On the phone"}

    def ask(visitor, _turn):
        return visitor.post("/open-in-emergency", asked)

    assert at_once(crowd(people.cleo), ask) == [303] * CROWD
    assert count(CareLink, CareLink.is_emergency.is_(True)) == 1


def test_two_leads_who_disable_each_other_at_once_leave_one(app, visit, people, count):
    with app.app_context():
        other = make.staff(people.clinic, "Ola", "Berg", role="lead")
    leads = {people.lena: other, other: people.lena}
    visitors = [visit(lead) for lead in leads]
    assert all(visitor.token for visitor in visitors)

    def disable(visitor, turn):
        return visitor.post(f"/staff/{list(leads.values())[turn]}/disable")

    at_once(visitors, disable)
    assert count(Person, Person.id.in_(leads), Person.disabled_at.is_(None)) == 1


def test_of_twenty_activities_added_at_once_three_stand(people, crowd, count):
    def add(visitor, turn):
        return visitor.post("/activities", {"words": f"Walk {turn} miles"})

    assert at_once(crowd(people.asha), add) == [303] * 3 + [409] * (CROWD - 3)
    assert count(ActivityRow, ActivityRow.let_go_at.is_(None)) == 3


def test_of_twenty_questions_asked_at_once_three_stand_and_every_sign_once(people, crowd, count):
    def ask(visitor, turn):
        signs = {"signs": "poor-sleep"} if turn % 2 else {"words": f"Question {turn}"}
        return visitor.post("/questions", {"client_id": str(uuid4()), **signs})

    assert at_once(crowd(people.asha), ask) == [303] * 13 + [409] * 7
    assert count(VisitQuestion, VisitQuestion.sign == "") == 3
    assert count(VisitQuestion, VisitQuestion.sign == "poor-sleep") == 1


def test_a_call_asked_for_by_twenty_taps_is_one_request(people, crowd, count):
    def ask(visitor, _turn):
        return visitor.post("/call-me", {"client_id": str(uuid4()), "note": "About my chair"})

    assert at_once(crowd(people.asha), ask) == [303] * CROWD
    assert count(CallRequest) == count(AuditRow, AuditRow.action == "asked for a call") == 1


def test_a_question_ticked_off_and_taken_back_at_once_is_one_of_the_two(app, people, crowd, visit, count):
    with app.app_context():
        question = make.question(people.asha)
    visitors = [*crowd(people.ben, 10), *crowd(people.asha, 10)]

    def settle(visitor, turn):
        address = f"/patients/{people.asha}/questions/{question}/talked-about"
        return visitor.post(address if turn < 10 else f"/questions/{question}/take-back")

    assert at_once(visitors, settle) == [303] * 20
    settled = count(AuditRow, AuditRow.action.in_(["talked about a question", "took back a question"]))
    is_answered = count(VisitQuestion, VisitQuestion.answered_at.is_not(None))
    assert settled == 1
    assert is_answered + count(VisitQuestion, VisitQuestion.taken_back_at.is_not(None)) == 1
