"""What the patient asked for, on the staff's pages: the call, the questions, what matters."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
from moment import NOW
from progress_page import ago
from sqlalchemy import select

from recovery.actions.choose_activity import let_go_activity
from recovery.domain.activities import ActivityScore
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.audit import AuditRow
from recovery.records.call_requests import open_calls
from recovery.records.visit_questions import questions_of

HOUR = timedelta(hours=1)


@pytest.fixture
def ben(people, visit):
    return visit(people.ben)


@pytest.fixture
def summary(ben, people):
    return lambda: ben.get(f"/patients/{people.asha}")


def card(answer, name):
    return answer.page.find("section", {"aria-labelledby": name})


def told(found):
    return " ".join(found.get_text(" ").split())


def row(answer, name="Asha Rao"):
    return told(answer.page.find("li", {"data-name": name}))


def review(ben, people, answer, **written):
    seen = answer.page.find("input", {"name": "page"})["value"]
    return ben.post(f"/patients/{people.asha}/reviews", {"page": seen, **written})


@pytest.fixture
def ask(app, people):
    def asked(note="", **when):
        with app.app_context():
            return make.call_request(people.asha, note, **when)

    return asked


def test_a_call_asked_for_stands_under_look_at_today_and_counts_with_the_warning_signs(app, people, ben, ask):
    ask("a " * 140)
    with app.app_context():
        make.care_link(people.dev, people.ben)
        make.check_in(people.dev, warning_signs=answer_from(("chest-pain",), {}))
    answer = ben.get("/caseload")
    assert answer.page.h1.get_text() == "2 patients to look at today"
    assert "1 with a warning sign, 1 for another reason, 0 not heard from, 0 nothing raised." in answer.words
    heads = [told(section.h2) for section in answer.page.find_all("section", {"aria-labelledby": True})]
    assert heads == ["Warning signs: look now 1", "Look at today 1"]
    assert "Asked for a call, today 12:00" in row(answer)
    assert "a…" in row(answer)


def test_the_list_can_be_narrowed_to_them(ben, ask):
    assert "Asha Rao" not in ben.get("/caseload?state=look-today").words
    ask()
    assert "Asha Rao" in ben.get("/caseload?state=look-today").words
    assert "Asha Rao" not in ben.get("/caseload?state=warning-sign").words


@pytest.mark.parametrize(
    ("later", "words"), [(0, "today 12:00"), (1, "yesterday 12:00"), (2, "Sunday 22 November 12:00")]
)
def test_when_it_was_asked_is_said_in_the_patients_days(visit, people, clock, ask, later, words):
    ask()
    clock.move_to(NOW + timedelta(days=later))
    assert f"Asked for a call, {words}" in row(visit(people.ben).get("/caseload"))


def test_its_note_is_unread_until_the_summary_was_opened_and_then_stands_there(ben, summary, ask):
    ask("About <b>my</b> chair")
    assert "Unread note: About <b>my</b> chair" in row(ben.get("/caseload"))
    found = card(summary(), "asked-call")
    assert "Asked today 12:00 About <b>my</b> chair" in told(found)
    assert not found.find("b")
    assert "Unread note" not in row(ben.get("/caseload"))


def test_the_later_of_two_notes_is_the_unread_one(app, people, ben, ask):
    ask("About my chair")
    with app.app_context():
        make.check_in(people.asha, note="Slept well", now=NOW + HOUR)
    assert "Unread note: Slept well" in row(ben.get("/caseload"))


def test_looking_closes_what_was_on_the_page_and_not_what_came_after_it(app, people, ben, summary, ask):
    before = summary()
    ask()
    review(ben, people, before)
    assert "Asked for a call" in row(ben.get("/caseload"))
    review(ben, people, summary())
    assert "Asked for a call" not in row(ben.get("/caseload"))
    assert card(summary(), "asked-call") is None
    assert "Ben Okoro looked and closed it, today 12:00." in summary().words


@pytest.mark.parametrize(("call", "is_open"), [("called", False), ("called_no_answer", True), ("", False)])
def test_only_a_call_that_nobody_answered_leaves_it_listed(app, people, ben, summary, ask, call, is_open):
    ask()
    review(ben, people, summary(), outcome=call)
    with app.app_context():
        assert bool(open_calls([people.asha_episode])) is is_open
    assert ("Asked for a call" in row(ben.get("/caseload"))) is is_open
    if is_open:
        assert "Ben Okoro called today 12:00, no answer" in told(card(summary(), "asked-call"))
    elif call:
        assert "Ben Okoro called, and they answered, today 12:00." in summary().words


def test_taken_back_it_leaves_the_list_and_the_timeline_says_so(visit, people, ben, summary, ask):
    request_id = ask()
    visit(people.asha).post(f"/call-me/{request_id}/take-back")
    assert "Asked for a call" not in row(ben.get("/caseload"))
    assert "The patient asked for a call Taken back by the patient, today 12:00." in summary().words


def test_the_leads_counts_agree_and_a_patient_alone_is_listed_with_it(app, people, visit, ask):
    ask()
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.episode(nia)
        make.call_request(nia)
    answer = visit(people.lena).get("/")
    counts = {each.dt.get_text(): each.dd.get_text() for each in answer.page.find_all("div", class_="stat")}
    assert (counts["For another reason today"], counts["With a warning sign"]) == ("2", "0")
    assert "Asked for a call, today 12:00" in told(card(answer, "alone"))
    assert "Rao" not in answer.text


def test_a_question_is_ticked_off_with_a_name_and_the_patient_sees_it(app, people, visit, ben, summary):
    with app.app_context():
        make.question(people.asha, "May I <i>swim</i>?")
    found = card(summary(), "questions")
    assert "May I <i>swim</i>? Asked today 12:00" in told(found)
    address = found.find("form")["action"]
    assert [ben.post(address).status for _tap in range(2)] == [303, 303]
    after = summary()
    assert "It is written down. The patient sees that you talked about it." in after.words
    assert card(after, "questions") is None
    assert "Talked about a question May I <i>swim</i>? By Ben Okoro" in after.words
    assert "Talked about today, with Ben Okoro." in visit(people.asha).get("/questions").words
    assert "Wrote down that you talked about a question of yours" in visit(people.asha).get("/account/looks").words
    with app.app_context():
        rows = db.session.scalars(select(AuditRow).where(AuditRow.action == "talked about a question")).all()
        assert [(each.actor_id, each.patient_id) for each in rows] == [(people.ben, people.asha)]


def test_signs_to_mention_and_questions_about_a_passage_say_what_they_are(visit, people, summary):
    visit(people.asha).post("/questions", {"client_id": str(uuid4()), "signs": "poor-sleep"})
    assert "Poor sleep Ticked to be mentioned. Asked today 12:00" in told(card(summary(), "questions"))


def test_a_question_taken_back_meanwhile_is_told(app, people, visit, ben, summary):
    with app.app_context():
        question = make.question(people.asha)
    address = card(summary(), "questions").find("form")["action"]
    visit(people.asha).post(f"/questions/{question}/take-back")
    assert ben.post(address).status == 303
    assert "The patient took this question back meanwhile" in summary().words


def test_nobody_else_ticks_a_question_off(app, people, visit):
    with app.app_context():
        question, others = make.question(people.asha), make.question(people.dev)
        lasting = f"/patients/{people.asha}/questions/{question}/talked-about"
    for who in ("asha", "dev", "cleo", "lena", "eli", "fay"):
        assert visit(getattr(people, who)).post(lasting).status == 404, who
    for strange in (others, uuid4()):
        assert visit(people.ben).post(f"/patients/{people.asha}/questions/{strange}/talked-about").status == 404
    with app.app_context():
        assert all(each.is_open for each in questions_of(people.asha_episode))


def test_what_matters_stands_with_the_newest_score_and_its_day(app, people, ben, summary):
    assert card(summary(), "activities") is None
    with app.app_context():
        swim, gone = make.activity(people.asha, "Swim"), make.activity(people.asha, "Dig")
        let_go_activity(make.actor(people.asha), gone, NOW)
        make.activity(people.asha, "Cycle <b>far</b>", now=NOW + HOUR)
        for days, score in ((20, 2), (1, 6)):
            make.check_in(people.asha, on=ago(days), activities=(ActivityScore(swim, score),))
    found = told(card(summary(), "activities"))
    assert "Swim 6 of 10, Yesterday; 2 at first, 2 Nov" in found
    assert "Cycle <b>far</b> not scored yet" in found
    assert "Dig" not in found
