""" "I have read this" and "I have a question" under a passage, on Learn and on Today, without script."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
import reading
from moment import NOW
from sqlalchemy import select

from recovery.domain.readability import flesch_kincaid
from recovery.extensions import db
from recovery.records.passage_reads import reads_of
from recovery.records.visit_questions import VisitQuestion

KEPT = "Your question is on the list for your next visit."


@pytest.fixture
def passages(app, people):
    """Ids by what they are called; Asha had a minimally invasive fusion and is in her first days."""
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
        reading.approve_shipped(people.other_clinic, people.eli)
        return reading.ids(people.clinic)


@pytest.fixture
def asha(people, visit, passages):
    return visit(people.asha)


def articles(answer, passage_id, stage="first_days"):
    return answer.page.find("article", id=f"{stage}-{passage_id}")


def read(visitor, passage_id, place="first_days"):
    return visitor.post("/learn/read", {"passage_id": str(passage_id), "place": place})


def test_under_each_passage_stand_both_and_say_which_passage(asha, passages):
    for article in asha.get("/learn").page.find_all("article"):
        form, link = article.find("form", action="/learn/read"), article.find("a")
        heading = article.h3.get_text()
        assert form.button.get_text() == f"I have read this about “{heading}”"
        assert link.get_text() == f"I have a question about “{heading}”"
        assert link["href"] == f"/learn/passages/{form.find('input', {'name': 'passage_id'})['value']}/question"


def test_read_leads_back_to_its_place_and_the_day_is_told_wherever_it_stands(asha, passages):
    form = articles(asha.get("/learn"), passages["7.1"]).find("form", action="/learn/read")
    sent = {each["name"]: each["value"] for each in form.find_all("input")}
    answer = asha.post("/learn/read", sent)
    assert (answer.status, answer.response.location) == (303, f"/learn#first_days-{passages['7.1']}")
    page = asha.get("/learn")
    for stage in ("first_days", "before", "building_up"):
        article = articles(page, passages["7.1"], stage)
        assert "You read this on Sunday 22 November" in article.get_text()
        assert not article.find("form", action="/learn/read")
    assert articles(page, passages["4.1-2"]).find("form", action="/learn/read")


def test_from_today_it_leads_back_to_today(asha, passages):
    form = asha.get("/").fields("/learn/read")
    assert form["passage_id"] == str(passages["7.1"])
    answer = asha.post("/learn/read", form)
    assert (answer.status, answer.response.location) == (303, "/#reading")
    assert "You read this on Sunday 22 November" in asha.get("/").words


@pytest.mark.parametrize("place", ["", "https://elsewhere.example", "first_days\r\nX: y"])
def test_any_other_place_leads_to_learn(asha, passages, place):
    assert read(asha, passages["7.1"], place).response.location == "/learn"


def test_read_again_the_first_day_stays(app, people, asha, passages, clock):
    read(asha, passages["7.1"])
    clock.shift(timedelta(days=1))
    assert read(asha, passages["7.1"]).status == 303
    with app.app_context():
        assert reads_of(people.asha) == {passages["7.1"]: NOW}


def test_the_day_is_the_patients_own(app, people, visit, passages):
    nia = visit(reading.reader(app, people.clinic, zone="Pacific/Auckland", day=5))
    read(nia, passages["7.1"])
    assert "You read this on Monday 23 November" in nia.get("/learn").words


def elsewhere(app, people, passages):
    with app.app_context():
        return [passages["3.1-2"], reading.ids(people.other_clinic)["7.1"], uuid4(), "nonsense", ""]


def test_what_the_patient_cannot_see_is_not_there(app, people, asha, passages):
    for passage_id in elsewhere(app, people, passages):
        assert read(asha, passage_id).status == 404
        assert asha.get(f"/learn/passages/{passage_id}/question").status == 404
        assert ask(asha, passage_id).status == 404
    with app.app_context():
        assert not reads_of(people.asha)
        assert not questions()


def ask(visitor, passage_id, **changes):
    sent = {"client_id": str(uuid4()), "passage_id": str(passage_id), "words": "Why is this?"}
    return visitor.post("/learn/questions", {**sent, **changes})


def questions():
    return [(row.words, row.passage_id, row.episode_id) for row in db.session.scalars(select(VisitQuestion))]


def test_a_question_stands_on_the_list_for_the_visit_with_its_passage(app, people, asha, passages):
    page = asha.get(f"/learn/passages/{passages['7.1']}/question")
    assert page.page.h2.get_text() == reading.PASSAGES["7.1"].heading
    answer = asha.post("/learn/questions", {**page.fields("/learn/questions"), "words": " When am I  well? "})
    assert (answer.status, answer.response.location) == (303, "/learn")
    assert KEPT in asha.get("/learn").words
    assert KEPT not in asha.get("/learn").words
    with app.app_context():
        assert questions() == [("When am I  well?", passages["7.1"], people.asha_episode)]


def test_sent_twice_it_is_one_question(app, asha, passages):
    client_id = str(uuid4())
    assert [ask(asha, passages["7.1"], client_id=client_id).status for _time in range(2)] == [303, 303]
    other = ask(asha, passages["7.1"], client_id=client_id, words="Something else?")
    assert other.status == 409
    assert other.page.find("textarea").get_text().strip() == "Something else?"
    assert "You sent another question from this page before." in other.words
    assert other.fields("/learn/questions")["client_id"] != client_id
    with app.app_context():
        assert len(questions()) == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": "  \n"}, "Write your question"),
        ({"words": "a" * 301}, "301"),
        ({"client_id": "nonsense"}, "The form was not complete."),
    ],
)
def test_a_question_that_cannot_be_kept_is_asked_again_with_what_was_typed(app, asha, passages, changes, sentence):
    answer = ask(asha, passages["7.1"], **changes)
    assert answer.status == 422
    field = answer.page.find("textarea")
    assert field.get_text().strip() == {"words": "Why is this?", **changes}["words"].strip()
    assert sentence in answer.page.find(id=field["aria-describedby"].split()[0]).get_text()
    assert answer.page.find("a", href=f"#{field['id']}")
    with app.app_context():
        assert not questions()


def test_three_stand_and_the_fourth_is_kept_in_the_form(app, asha, passages):
    for _each in range(3):
        ask(asha, passages["7.1"])
    answer = ask(asha, passages["7.1"], words="And this?")
    assert answer.status == 409
    assert "You have 3 questions on your list." in answer.words
    assert answer.page.find("textarea").get_text().strip() == "And this?"


def test_a_passage_that_was_replaced_meanwhile_keeps_the_question_and_names_the_new_one(app, people, asha, passages):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, version=2)
        newer = reading.ids(people.clinic)["7.1"]
    assert ask(asha, passages["7.1"]).status == 303
    with app.app_context():
        assert questions() == [("Why is this?", newer, people.asha_episode)]


def test_it_is_carried_over_a_sign_in_that_ended(app, people, asha, visit, passages):
    form = asha.get(f"/learn/passages/{passages['7.1']}/question").fields("/learn/questions")
    visitor = visit()
    answer = visitor.post("/learn/questions", {**form, "csrf_token": visitor.token, "words": "Why is this?"})
    assert answer.status == 401
    carried = {**answer.fields("/sign-in"), "email": "asha.rao@example.org", "password": make.PASSWORD}
    done = visitor.post("/sign-in", carried)
    finish = done.fields("/learn/questions")
    assert finish["words"] == "Why is this?"
    assert visitor.post("/learn/questions", finish).status == 303
    with app.app_context():
        assert questions() == [("Why is this?", passages["7.1"], people.asha_episode)]


def test_after_the_recovery_ended_one_can_read_and_no_longer_ask(app, people, visit, passages):
    nia = visit(reading.reader(app, people.clinic, status="discharged", day=200))
    page = nia.get("/learn")
    assert page.page.find("form", action="/learn/read")
    assert "I have a question" not in page.words
    assert ask(nia, passages["7.1"]).status == 409
    with app.app_context():
        assert not questions()


def test_talking_with_the_team_stands_beside_the_question_and_not_beside_itself(app, people, visit, passages):
    nia = visit(reading.reader(app, people.clinic, day=200))
    heading, title = reading.PASSAGES["8.1"].heading, "To read before your visit"
    beside = nia.get(f"/learn/passages/{passages['9.2']}/question")
    assert title in beside.words
    assert heading in [each.get_text() for each in beside.page.find_all("h2")]
    itself = nia.get(f"/learn/passages/{passages['8.1']}/question")
    assert title not in itself.words


def test_talking_with_the_team_stands_beside_the_list_of_questions_where_it_suits(app, people, asha, visit, passages):
    nia = visit(reading.reader(app, people.clinic, day=200))
    section = nia.get("/questions").page.find(id="reading")
    assert section.h2.get_text() == reading.PASSAGES["8.1"].heading
    assert not asha.get("/questions").page.find(id="reading")


def test_a_question_about_a_passage_stands_on_the_list(asha, passages):
    ask(asha, passages["7.1"], words="When am I well?")
    assert "When am I well?" in asha.get("/questions").words
    page = asha.get(f"/learn/passages/{passages['7.1']}/question").page
    assert page.find("main").find("a", href="/questions")


def test_the_pages_own_words_are_plain(asha, passages):
    page = asha.get(f"/learn/passages/{passages['7.1']}/question")
    own = reading.own_sentences(page.page, *(f"“{each.heading}”" for each in reading.PASSAGES.values()))
    assert flesch_kincaid(own) <= 6
