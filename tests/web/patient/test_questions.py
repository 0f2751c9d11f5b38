"""Questions for the next visit, on the patient's own page."""

from datetime import timedelta
from uuid import uuid4

import make
import pytest
import reading
from moment import NOW

from recovery.actions.settle_question import answer_question
from recovery.domain.full_signs import MENTION_NEXT_TIME
from recovery.domain.readability import flesch_kincaid
from recovery.records.visit_questions import questions_of

PAGE = "/questions"


@pytest.fixture
def asha(people, visit):
    return visit(people.asha)


def send(visitor, **values):
    return visitor.post(PAGE, {**visitor.get(PAGE).fields(PAGE), **values})


def words(app, people):
    with app.app_context():
        return [each.words for each in questions_of(people.asha_episode)]


def on_the_list(answer):
    section = next(each for each in answer.page.find_all("section") if each.h2.get_text() == "On your list")
    return [each.strong.get_text() for each in section.find_all("li")]


def test_a_question_stands_on_the_list_and_today_counts_it(app, people, asha):
    assert "Questions for my next visit Nothing on your list" in asha.get("/").words
    answer = send(asha, words="May I\r\n swim?")
    assert (answer.status, answer.response.headers["Location"]) == (303, PAGE)
    page = asha.get(PAGE)
    assert on_the_list(page) == ["May I swim?"]
    assert "It is on your list. Your team can see it." in page.words
    assert "You put this here today." in page.words
    assert "Questions for my next visit 1 on your list" in asha.get("/").words


def test_a_double_tap_is_one_question(app, people, asha):
    form = {**asha.get(PAGE).fields(PAGE), "words": "May I swim?"}
    assert [asha.post(PAGE, form).status for _tap in range(3)] == [303] * 3
    assert words(app, people) == ["May I swim?"]


def test_other_words_under_a_used_id_are_kept_in_the_form(app, people, asha):
    form = asha.get(PAGE).fields(PAGE)
    asha.post(PAGE, {**form, "words": "May I swim?"})
    answer = asha.post(PAGE, {**form, "words": "May I drive?"})
    assert answer.status == 409
    assert answer.page.find(id="words").get_text().strip() == "May I drive?"
    assert asha.post(PAGE, {**answer.fields(PAGE), "words": "May I drive?"}).status == 303
    assert set(words(app, people)) == {"May I swim?", "May I drive?"}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Write your question, or tick one below"),
        ({"words": " \n "}, "Write your question, or tick one below"),
        ({"signs": "no-such-sign"}, "Write your question, or tick one below"),
        ({"words": "a" * 301}, "Make this shorter: it has 301 letters, and 300 fit"),
        ({"words": "May I swim?", "client_id": "lost"}, "press Save again"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_the_field_and_kept(app, people, asha, sent, sentence):
    answer = send(asha, **sent)
    assert answer.status == 422
    assert sentence in answer.page.find(id="errors").get_text()
    assert answer.page.find(id="words").get_text().strip() == sent.get("words", "").strip()
    assert words(app, people) == []


def test_after_three_there_is_no_form_and_one_more_sent_from_another_tab_is_kept_as_typed(app, people, asha):
    form = asha.get(PAGE).fields(PAGE)
    for number in range(3):
        send(asha, words=f"Question {number}")
    assert not asha.get(PAGE).page.find(id="words")
    assert "That is as much as fits into one visit." in asha.get(PAGE).words
    answer = asha.post(PAGE, {**form, "client_id": str(uuid4()), "words": "One more"})
    assert answer.status == 409
    assert "That is as much as fits into one visit." in answer.page.find(id="errors").get_text()
    assert answer.page.find(id="words").get_text().strip() == "One more"
    assert len(words(app, people)) == 3


def test_signs_to_mention_are_ticked_together_and_stand_beside_three_of_their_own(app, people, asha):
    for number in range(3):
        send(asha, words=f"Question {number}")
    answer = send(asha, signs=["poor-sleep", "constipation"])
    assert answer.status == 303
    page = asha.get(PAGE)
    mentioned = {"Poor sleep", "It is hard to poo (constipation)"}
    assert set(on_the_list(page)) == {"Question 0", "Question 1", "Question 2", *mentioned}
    left = {each["value"] for each in page.page.select('input[name="signs"]')}
    assert left == {each.key for each in MENTION_NEXT_TIME} - {"poor-sleep", "constipation"}


def test_with_every_sign_on_the_list_nothing_is_left_to_tick(asha):
    send(asha, signs=[each.key for each in MENTION_NEXT_TIME])
    assert "All of these are on your list now." in asha.get(PAGE).words


def test_a_sign_is_kept_even_where_the_question_beside_it_has_to_wait(app, people, asha):
    for number in range(3):
        send(asha, words=f"Question {number}")
    answer = send(asha, words="One more", signs="low-mood")
    assert answer.status == 409
    assert set(words(app, people)) == {"Question 0", "Question 1", "Question 2", "Low mood"}


def test_one_is_taken_back_and_another_patients_is_not_there(app, people, visit, asha):
    send(asha, words="May I swim?")
    address = asha.get(PAGE).page.find("form", action=lambda action: "take-back" in action)["action"]
    assert visit(people.dev).post(address).status == 404
    assert [asha.post(address).status for _tap in range(2)] == [303, 303]
    assert "It is off your list." in asha.get(PAGE).words
    assert words(app, people) == []


def test_what_was_talked_about_says_when_and_with_whom_and_stays(app, people, clock, asha):
    send(asha, words="May I swim?")
    with app.app_context():
        question = questions_of(people.asha_episode)[0].id
        answer_question(make.actor(people.ben), people.asha, question, NOW)
    clock.move_to(NOW + timedelta(days=1))
    assert asha.post(f"/questions/{question}/take-back").status == 303
    page = asha.get(PAGE)
    assert "Your team has talked about this one, so it stays." in page.words
    assert "May I swim? Talked about yesterday, with Ben Okoro." in page.words
    assert "There is nothing on your list yet." in page.words


def test_the_next_visit_is_told(app, people, asha):
    with app.app_context():
        make.appointment(people.asha)
    assert "Your next visit: 6-week review, Thursday 26 November, 12:00." in asha.get(PAGE).words


def test_the_page_of_warning_signs_links_to_it_for_a_patient_only(people, visit, asha):
    def links(visitor):
        return {link["href"] for link in visitor.get("/warning-signs").page.main.find_all("a")}

    asha.get("/")
    assert PAGE in links(asha)
    for other in (visit(), visit(people.ben)):
        other.get("/")
        assert PAGE not in links(other)
    asha.post("/sign-out")
    assert PAGE not in links(asha)


def test_without_a_running_recovery_the_team_is_named(app, people, visit):
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.episode(nia, status="discharged")
    nia = visit(nia)
    assert "01632 960 123" in nia.get(PAGE).words
    assert nia.post(PAGE, {"words": "May I swim?", "client_id": str(uuid4())}).status == 409


@pytest.mark.parametrize("address", [PAGE, "/call-me", "/activities"])
def test_the_pages_about_the_team_are_plain(app, people, asha, address):
    with app.app_context():
        make.question(people.asha)
        make.activity(people.asha)
        assert flesch_kincaid(reading.own_sentences(asha.get(address).page)) <= 6
        make.call_request(people.asha, "About my chair")
        assert flesch_kincaid(reading.own_sentences(asha.get(address).page)) <= 6
