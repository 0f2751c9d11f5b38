"""The lead ticks the moments at which a passage is shown too, and sees them on the version's page."""

import pytest
import reading

from recovery.domain.guidance import Moment
from recovery.records.guidance import approved_passages


@pytest.fixture
def passages(app, people):
    with app.app_context():
        reading.approve_shipped(people.clinic, people.lena)
        return reading.ids(people.clinic)


@pytest.fixture
def lena(visit, people):
    return visit(people.lena)


def ticked(answer):
    return [each["value"] for each in answer.page.select("input[name=moments]") if each.has_attr("checked")]


def test_the_form_shows_what_is_ticked_and_the_version_page_says_it(lena, passages):
    form = lena.get(f"/passages/{passages['7.1']}")
    assert ticked(form) == ["after_session"]
    labels = [
        form.page.find("label", attrs={"for": each["id"]}).get_text()
        for each in form.page.select("input[name=moments]")
    ]
    assert labels == ["After a therapy session", "In the first days", "Beside the questions for the visit"]
    version = form.page.find("a", href=lambda each: each.startswith("/documents/versions/"))["href"]
    told = {each.h2.get_text(): each.p.get_text() for each in lena.get(version).page.find_all("article")}
    assert told[reading.PASSAGES["7.1"].heading].endswith("shown also after a therapy session")
    assert "shown also" not in told[reading.PASSAGES["9.2"].heading]


def save(lena, passage_id, moments, **values):
    page = lena.get(f"/passages/{passage_id}")
    sent = {
        **page.fields(f"/passages/{passage_id}"),
        "heading": "Heal",
        "plain": "You heal in your own way.",
        "placed": "first_days-all",
        "moments": moments,
        "do": "save",
        **values,
    }
    return lena.post(f"/passages/{passage_id}", sent)


def test_ticks_are_saved_with_the_change_and_shown_once_it_is_approved(app, people, lena, passages):
    answer = save(lena, passages["7.1"], ["first_days", "beside_questions"])
    assert answer.status == 303
    waiting = lena.get(answer.response.location).page.find("form", action=lambda each: each.endswith("/approve"))
    draft = waiting["action"].split("/")[2]
    assert ticked(lena.get(f"/passages/{draft}")) == ["first_days", "beside_questions"]
    sent = {each["name"]: each["value"] for each in waiting.find_all("input")}
    lena.post(waiting["action"], sent)
    with app.app_context():
        shown = {each.heading: each.moments for each in approved_passages(people.clinic)}
    assert shown["Heal"] == {Moment.FIRST_DAYS, Moment.BESIDE_QUESTIONS}


def test_no_tick_is_no_moment(app, people, lena, passages):
    answer = save(lena, passages["7.1"], [])
    waiting = lena.get(answer.response.location).page.find("form", action=lambda each: each.endswith("/approve"))
    assert ticked(lena.get(f"/passages/{waiting['action'].split('/')[2]}")) == []


def test_an_unknown_moment_is_refused_with_the_words_kept(lena, passages):
    answer = save(lena, passages["7.1"], ["at_midnight"])
    assert answer.status == 422
    assert answer.page.find("textarea").get_text().strip() == "You heal in your own way."
    assert answer.page.find(class_="err")


def test_checking_the_grade_keeps_the_ticks(lena, passages):
    assert ticked(save(lena, passages["7.1"], ["first_days"], do="grade")) == ["first_days"]
