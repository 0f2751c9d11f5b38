"""Pinned advice stands above the document and in the place of a passage, and the passage stays readable below."""

from uuid import uuid4

import make
import pytest
import reading
from moment import NOW
from statements import statements

from recovery.actions.approve_passage import withdraw_passage
from recovery.actions.pin_advice import NewAdvice, end_advice, pin_advice
from recovery.domain.guidance import Moment
from recovery.domain.readability import flesch_kincaid
from recovery.records.episodes import current_episode
from recovery.web.patient.reading import moment_passage_words

WORDS = "Rest today.\nWalk tomorrow."
TITLE, MARK = "Advice from Ben Okoro", "Ben Okoro’s advice takes its place."
HEADING = reading.PASSAGES["7.1"].heading


@pytest.fixture
def passages(app, people):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
        return reading.ids(people.clinic)


@pytest.fixture
def pin(app, people, passages):
    """pin("7.1") pins Ben's advice for Asha in the place of that passage; pin() is about everything."""

    def pin_for(called=None, *, words=WORDS, ended=False):
        with app.app_context():
            ben, client_id = make.actor(people.ben), uuid4()
            pin_advice(ben, people.asha, NewAdvice(client_id, words, passages.get(called)), NOW)
            if ended:
                end_advice(ben, people.asha, client_id, NOW)

    return pin_for


@pytest.fixture
def learn(people, visit):
    return lambda: visit(people.asha).get("/learn")


def advice_on(answer):
    """The card, and every article that stands after it."""
    title = answer.page.find("h2", string=TITLE)
    return title.find_parent("section") if title else None


def marked(answer):
    return {each.h3.get_text() for each in answer.page.find_all("article") if MARK in each.get_text()}


def test_it_stands_above_the_document_with_whose_it_is_since_when_and_in_what_place(learn, pin):
    pin("7.1")
    answer = learn()
    card = advice_on(answer)
    assert card.find(class_="own-words").get_text() == WORDS
    assert f"For you, since Sunday 22 November. It takes the place of “{HEADING}”." in card.get_text()
    assert card.find_all_next("article") == answer.page.find_all("article")


def test_the_replaced_passage_stays_readable_folded_and_marked_wherever_it_stands(learn, pin, passages):
    pin("7.1")
    answer = learn()
    assert marked(answer) == {HEADING}
    for article in answer.page.find_all("article", id=lambda each: each.endswith(str(passages["7.1"]))):
        folded = article.details
        assert folded.summary.get_text() == "Read it all the same"
        assert not folded.has_attr("open")
        assert reading.WORDS["7.1"] in folded.get_text()
        assert reading.PASSAGES["7.1"].plain in folded.get_text()
        assert "Approved by Lena Fox" in folded.get_text()


def test_advice_about_everything_takes_the_place_of_every_passage(learn, pin):
    pin()
    answer = learn()
    assert "It takes the place of all the reading here." in advice_on(answer).get_text()
    assert len(marked(answer)) == len({each.h3.get_text() for each in answer.page.find_all("article")})


def test_what_has_ended_is_not_shown(learn, pin):
    pin("7.1", ended=True)
    assert not advice_on(learn())
    assert not marked(learn())


def test_it_is_nobody_elses(people, visit, pin):
    pin("7.1")
    for other in (people.dev, people.fay):
        answer = visit(other).get("/learn")
        assert TITLE not in answer.words
        assert MARK not in answer.words


def test_through_a_new_version_it_keeps_its_place(app, people, learn, pin):
    pin("7.1")
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, version=2)
    answer = learn()
    assert "Version 2." in answer.words
    assert marked(answer) == {HEADING}
    assert f"It takes the place of “{HEADING}”." in advice_on(answer).get_text()


def test_when_its_passage_is_not_shown_any_more_the_advice_stays_and_names_no_place(app, people, learn, pin, passages):
    pin("7.1")
    with app.app_context():
        withdraw_passage(make.actor(people.lena), passages["7.1"], NOW)
    assert advice_on(learn())
    assert "It takes the place" not in learn().words


def test_without_any_approved_document_advice_is_shown_all_the_same(app, people, visit):
    with app.app_context():
        pin_advice(make.actor(people.ben), people.asha, NewAdvice(uuid4(), WORDS), NOW)
    for address in ("/learn", "/"):
        assert TITLE in visit(people.asha).get(address).words


def test_a_search_says_that_advice_takes_the_place_of_what_was_found(people, visit, pin):
    pin("7.1")
    answer = visit(people.asha).post("/learn/search", {"query": "therapy"})
    marked_in = [each.h2.get_text() for each in answer.page.find_all("article") if MARK in each.get_text()]
    assert HEADING not in marked_in
    answer = visit(people.asha).post("/learn/search", {"query": "heal"})
    assert [each.h2.get_text() for each in answer.page.find_all("article") if MARK in each.get_text()] == [HEADING]


def test_on_today_it_stands_instead_of_the_passage_and_says_so(people, visit, pin):
    pin("7.1")
    answer = visit(people.asha).get("/")
    card = advice_on(answer)
    assert "For this stage" in card.get_text()
    assert f"It takes the place of “{HEADING}”." in card.get_text()
    assert card.find("a", href="/learn")
    assert HEADING not in [each.get_text() for each in answer.page.find_all("h2")]


def test_on_today_advice_about_another_passage_changes_nothing(people, visit, pin):
    pin("4.1-2")
    answer = visit(people.asha).get("/")
    assert not advice_on(answer)
    assert answer.page.find("h2", string=HEADING)


def at_moment(app, people, moment):
    with app.app_context():
        actor, episode = make.actor(people.asha), current_episode(people.asha)
        return moment_passage_words(actor, episode, NOW.date(), moment)


def test_at_a_moment_the_fitting_passage_stands_with_its_reason(app, people, passages):
    after = at_moment(app, people, Moment.AFTER_SESSION)
    assert (after.title, after.passage.id) == ("To read after your exercises", passages["7.1"])
    assert after.passage.why == "You see this because it fits the stage “First days”."
    first = at_moment(app, people, Moment.FIRST_DAYS)
    assert (first.title, first.passage.id) == ("To read in these first days", passages["4.1-2"])
    assert "your operation has a fusion in it" in first.passage.why
    assert at_moment(app, people, Moment.BESIDE_QUESTIONS) is None


def test_at_a_moment_advice_stands_in_the_place_of_its_passage(app, people, pin):
    pin("4.1-2")
    shown = at_moment(app, people, Moment.FIRST_DAYS)
    assert shown.passage is None
    assert (shown.advice.title, shown.advice.words) == (TITLE, WORDS)
    assert at_moment(app, people, Moment.AFTER_SESSION).advice is None


def test_after_a_neck_operation_no_moment_has_a_passage(app, people, passages):
    with app.app_context():
        nia = reading.reader(app, people.clinic, region="cervical", day=5)
        for moment in Moment:
            assert moment_passage_words(make.actor(nia), current_episode(nia), NOW.date(), moment) is None


def test_learn_and_a_moment_cost_the_same_however_much_was_read_and_pinned(app, people, visit, pin, passages):
    asha = visit(people.asha)
    asha.get("/learn")
    with statements() as few:
        asha.get("/learn")
    for called in ("7.1", "4.1-2"):
        asha.post("/learn/read", {"passage_id": str(passages[called])})
        pin(called)
    pin()
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena, version=2)
    with statements() as many:
        asha.get("/learn")
    assert len(few) == len(many) == LEARN_STATEMENTS
    with app.app_context():
        actor, episode = make.actor(people.asha), current_episode(people.asha)
        with statements() as sent:
            moment_passage_words(actor, episode, NOW.date(), Moment.FIRST_DAYS)
    assert len(sent) == MOMENT_STATEMENTS


LEARN_STATEMENTS, MOMENT_STATEMENTS = 9, 6


def test_the_words_around_advice_are_plain(learn, pin):
    pin("7.1", words="Rest today.")
    own = reading.own_sentences(learn().page, f"“{reading.DOCUMENT.title}”")
    assert flesch_kincaid(own) <= 6
