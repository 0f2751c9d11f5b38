"""The summary's own parts: what came in since the last review, how much the chart shows, and the usual range in it."""

from datetime import timedelta

import make
import pytest
from correcting import change
from moment import NOW, TODAY

from recovery.actions.approve_ranges import approve_ranges
from recovery.actions.review_patient import Page, review_patient
from recovery.content.expected_course import shipped_course
from recovery.domain.facts import ReasonsSeen
from recovery.domain.reviews import Decision
from recovery.domain.warning_signs import answer_from

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def summary(people, visit):
    """summary() is Asha's, as Ben opens it."""
    return lambda query="": visit(people.ben).get(f"/patients/{people.asha}{query}")


def since(answer) -> str:
    return " ".join(answer.page.find("section", {"aria-labelledby": "since"}).get_text(" ").split())


def reviewed(people, at) -> None:
    page = Page(people.asha_episode, at, ReasonsSeen(frozenset(), 0), TODAY)
    review_patient(make.actor(people.ben), page, Decision(note="Looked"), at)


def test_since_the_review_stands_what_changed_and_what_came_in_after_its_page_was_opened(app, people, visit, summary):
    with app.app_context():
        for back in range(10, 4, -1):
            make.check_in(
                people.asha, on=TODAY - back * DAY, now=NOW - back * DAY, leg_pain_average=2, note="Before it"
            )
        old = make.check_in(people.asha, on=TODAY - 9 * DAY, now=NOW - 9 * DAY, walking_minutes=20, note="Old words")
        reviewed(people, NOW - 4 * DAY)
        for back in (3, 2, 1):
            make.check_in(people.asha, on=TODAY - back * DAY, now=NOW - back * DAY, leg_pain_average=5)
        gone = make.check_in(people.asha, on=TODAY - 2 * DAY, now=NOW - 2 * DAY, leg_pain_average=10)
        make.take_back(people.asha, gone)
        make.question(people.asha, "May I swim?")
    change(visit(people.asha), "check_in", old, walking_minutes="25", note="New words")
    told = since(summary())
    assert "Leg pain up 3 since the review on 18 Nov" in told
    assert "Reviewed by Ben Okoro, 4 days ago." in told
    assert "up 3 from 2" in told
    assert "The patient changed the check-in of 13 Nov, today 12:00: “New words” What stood there before" in told
    assert "Taken back: the check-in of 20 Nov, today 12:00" in told
    assert "Question, today 12:00: “May I swim?”" in told
    assert "3 of 3" in told
    assert "“Old”" not in told


def test_without_a_review_everything_is_new_and_nothing_recorded_is_said(summary):
    told = since(summary())
    assert "Nothing recorded since the operation on 10 Nov" in told
    assert "Nobody has reviewed this recovery yet." in told
    assert "0 of 12" in told
    assert "No warning sign, call, question, note or correction came in since." in told


@pytest.mark.parametrize(("query", "columns", "chosen"), [("", 42, "6 weeks"), ("?range=2-weeks", 14, "2 weeks"),
                                                           ("?range=all&entries=all", 61, "All")])  # fmt: skip
def test_the_chart_shows_as_much_as_is_asked_for(app, people, summary, query, columns, chosen):
    with app.app_context():
        make.check_in(people.asha, on=TODAY - 60 * DAY, back_pain_average=7)
    page = summary(query).page
    assert len(page.select(".days input")) == columns
    assert [each.get_text() for each in page.select(".ranges a[aria-current]")] == [chosen]
    is_all = ["entries=all" in each["href"] for each in page.select(".ranges a")]
    assert is_all == ["entries=all" in query] * 3, "the timeline keeps its own"


def test_the_usual_range_stands_behind_the_pain_once_approved_until_a_warning_sign_is_ticked(app, people, summary):
    assert not summary().page.select(".ch .ie")
    with app.app_context():
        approve_ranges(make.actor(people.lena), shipped_course().source, NOW)
    answer = summary()
    assert len(answer.page.select(".ch .ie")) == 2
    assert "Shaded: what many people score." in answer.words
    with app.app_context():
        make.check_in(people.asha, warning_signs=answer_from(["calf-sore-swollen"], {}))
    answer = summary()
    assert not answer.page.select(".ch .ie")
    assert "Shaded" not in answer.words
    assert "Warning sign ticked today 12:00" in since(answer)
