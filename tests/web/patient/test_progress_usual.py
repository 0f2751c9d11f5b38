"""What is usual on this day: in exactly the words of CLINICAL.md 11, and only where it may be shown."""

import make
import pytest
import reading
from check_in_form import stored
from progress_page import ago, table
from statements import statements

from recovery.actions.approve_ranges import approve_ranges, withdraw_ranges
from recovery.content.expected_course import shipped_course
from recovery.domain.day_figures import day_figures
from recovery.domain.expected_course import Site
from recovery.domain.operation import Procedure
from recovery.domain.outcomes import SignOutcome
from recovery.domain.readability import flesch_kincaid
from recovery.domain.warning_signs import answer_from
from recovery.records.expected_ranges import approvals_of_ranges
from recovery.web.present.numbers import show

HEADING = "What is usual on this day"
COURSE = shipped_course().course


@pytest.fixture
def approved(app, people, clock):
    with app.app_context():
        approve_ranges(make.actor(people.lena), shipped_course().source, make.NOW)


def card(answer):
    return next((each for each in answer.page.find_all("section") if each.h2 and each.h2.get_text() == HEADING), None)


def told(answer):
    """The sentences under the names of the sites."""
    found = card(answer)
    return {each.get_text(): each.find_next("p").get_text() for each in found.find_all("h3")} if found else {}


def sentence(procedure, site, day, score):
    held = COURSE.range_on(procedure, site, day)
    return (
        f"On day {day} many people score {held.low} to {held.high}. You scored {score}. "
        "A score cannot tell if something is wrong. If you are worried, call."
    )


def test_each_site_is_told_in_exactly_these_words(approved, record, progress):
    record(0, back_pain_average=4, leg_pain_average=9)
    assert told(progress()) == {
        "Back pain": "On day 12 many people score 4 to 7. You scored 4. "
        "A score cannot tell if something is wrong. If you are worried, call.",
        "Leg pain": "On day 12 many people score 2 to 5. You scored 9. "
        "A score cannot tell if something is wrong. If you are worried, call.",
    }


def test_call_opens_the_page_about_warning_signs(approved, record, progress):
    record(0, back_pain_average=4)
    (link,) = card(progress()).find_all("a")
    assert (link.get_text(), link["href"]) == ("call", "/warning-signs")


def test_it_says_that_it_is_an_estimate_and_who_approved_it_when(approved, record, progress):
    record(0, back_pain_average=4)
    words = card(progress()).get_text(" ")
    assert "This is an estimate from published studies. Lena Fox approved it on 22 November 2026." in words


def test_it_stands_after_the_pain_chart(approved, record, progress):
    record(0, back_pain_average=4)
    headings = [each.h2.get_text() for each in progress().page.main.find_all("section")]
    assert headings[:3] == ["Pain", HEADING, "Walking"]


def test_each_site_is_told_for_the_newest_day_on_which_it_has_a_score(approved, record, progress):
    record(6, back_pain_average=5, leg_pain_average=1)
    record(2, leg_pain_average=3)
    record(0, walking_minutes=20)
    assert told(progress()) == {
        "Back pain": sentence(Procedure.FUSION, Site.BACK, 6, "5"),
        "Leg pain": sentence(Procedure.FUSION, Site.LEG, 10, "3"),
    }


def test_several_entries_of_a_day_are_told_as_the_days_one_figure(app, people, approved, record, progress):
    for score in (3, 4, 4):
        record(0, back_pain_average=score)
    figures = day_figures(stored(app, people.asha_episode))
    assert told(progress()) == {"Back pain": sentence(Procedure.FUSION, Site.BACK, 12, "3.7")}
    assert show(figures[ago(0)].back_average) == "3.7"


def test_a_score_of_0_is_told_as_0(approved, record, progress):
    record(0, leg_pain_average=0)
    assert told(progress()) == {"Leg pain": sentence(Procedure.FUSION, Site.LEG, 12, "0")}


def test_nothing_stands_without_an_approval_or_after_it_was_withdrawn(app, people, record, progress):
    record(0, back_pain_average=4)
    assert not card(progress())
    with app.app_context():
        lena = make.actor(people.lena)
        approve_ranges(lena, shipped_course().source, make.NOW)
        (approval,) = approvals_of_ranges(people.clinic)
    assert card(progress())
    with app.app_context():
        withdraw_ranges(lena, approval.id, make.NOW)
    assert not card(progress())


def test_an_approval_reaches_no_other_clinic(app, people, approved, visit):
    with app.app_context():
        make.check_in(people.fay, back_pain_average=4)
        make.check_in(people.dev, back_pain_average=4)
    assert not card(visit(people.fay).get("/progress"))
    assert card(visit(people.dev).get("/progress"))


def test_without_a_score_nothing_stands(approved, record, progress):
    record(0, walking_minutes=10)
    assert not card(progress())


@pytest.mark.parametrize("days_ago", [0, 3, 20])
def test_while_a_sign_of_any_day_waits_for_its_outcome_nothing_stands(
    app, people, approved, record, progress, days_ago
):
    record(0, back_pain_average=4)
    entry = record(days_ago, warning_signs=answer_from(("calf-sore-swollen",), {}))
    assert not card(progress())
    with app.app_context():
        make.sign_outcome(entry, "calf-sore-swollen", people.ben, SignOutcome.CALLED_NO_ANSWER)
    assert not card(progress())
    with app.app_context():
        make.sign_outcome(entry, "calf-sore-swollen", people.ben, SignOutcome.SPOKE)
    assert card(progress())


@pytest.mark.parametrize(("day", "stands"), [(2, False), (3, True), (364, True), (365, False)])
def test_it_stands_from_day_3_to_day_364(app, people, approved, visit, day, stands):
    patient = reading.reader(app, people.clinic, day=day, procedures=("discectomy",))
    with app.app_context():
        make.check_in(patient, leg_pain_average=2)
    told_of = told(visit(patient).get("/progress"))
    assert told_of == ({"Leg pain": sentence(Procedure.DISCECTOMY, Site.LEG, day, "2")} if stands else {})


def test_after_a_neck_operation_nothing_stands(app, people, approved, visit):
    patient = reading.reader(app, people.clinic, day=12, region="cervical")
    with app.app_context():
        make.check_in(patient, back_pain_average=4, leg_pain_average=4)
    assert not card(visit(patient).get("/progress"))


def test_of_several_procedures_the_slowest_is_told(app, people, approved, visit):
    patient = reading.reader(app, people.clinic, day=12, procedures=("discectomy", "fusion"))
    with app.app_context():
        make.check_in(patient, back_pain_average=4)
    expected = sentence(Procedure.FUSION, Site.BACK, 12, "4")
    assert told(visit(patient).get("/progress")) == {"Back pain": expected}


def test_each_site_has_a_chart_with_the_range_behind_it_and_the_numbers_below(approved, record, progress):
    record(10, back_pain_average=7)
    record(4, back_pain_average=5, leg_pain_average=2)
    record(0, back_pain_average=4)
    answer = progress()
    back, leg = card(answer).find_all("svg", role="img")
    assert back.title.get_text() == "Back pain and what many people score"
    assert back.desc.get_text() == "On day 12 you scored 4. Many people score 4 to 7."
    assert [len(chart.find_all(class_="iq")) for chart in (back, leg)] == [1, 1]
    assert table(answer, "Your scores and what many people score, by day") == [
        ["Day", "Back, you", "Back, many people", "Leg, you", "Leg, many people"],
        ["Day 12", "4", "4 to 7", "–", "2 to 5"],
        ["Day 8", "5", "4 to 7", "2", "2 to 5"],
        ["Day 2", "7", "–", "–", "–"],
    ]


def test_it_costs_two_statements_whatever_there_is_to_show(app, people, record, visit):
    asha = visit(people.asha)
    record(0, back_pain_average=4)
    with statements() as few:
        asha.get("/progress")
    with app.app_context():
        approve_ranges(make.actor(people.lena), shipped_course().source, make.NOW)
    for days in range(1, 9):
        record(days, back_pain_average=4, warning_signs=answer_from(("calf-sore-swollen",), {}))
    with statements() as many:
        asha.get("/progress")
    assert len(few) == len(many)
    assert len([each for each in many if "range_approvals" in each or "sign_outcomes" in each]) == 2


def test_the_card_is_easy_to_read_and_promises_nothing(approved, record, progress):
    record(0, back_pain_average=4, leg_pain_average=3)
    answer = progress()
    words = card(answer).get_text(" ").lower()
    for word in ("normal", "expected", "should", "good", "bad", "target"):
        assert word not in words
    assert flesch_kincaid(reading.own_sentences(answer.page)) <= 6
