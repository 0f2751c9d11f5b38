"""Closing from a row of the list: two clicks, and back to the list as it stood. What must be put right: the summary."""

from dataclasses import replace
from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY

from recovery.domain.thresholds import Thresholds
from recovery.domain.warning_signs import answer_from
from recovery.extensions import db
from recovery.records.thresholds import ThresholdSignOff, numbers_of

DAY = timedelta(days=1)
UP = (2, 2, 2, 2, 2, 6, 6, 7)


@pytest.fixture
def leg_up(app, people):
    """Asha's leg is up (W3), and the clinic has signed off the rules, with one new day after a review."""
    with app.app_context():
        rules = replace(Thresholds().signed_off(), pain_up_days_leg=3, leg_up_days=2, new_days_after_review=1)
        on = [rule.value for rule in rules.on]
        told = {"number": 1, "shipped_version": 1, "numbers": numbers_of(rules), "rules": on, "signed_off_at": NOW}
        db.session.add(ThresholdSignOff(clinic_id=people.clinic, signed_off_by_id=people.lena, **told))
        db.session.commit()
        for place, score in enumerate(UP):
            make.check_in(people.asha, on=TODAY - (len(UP) - 1 - place) * DAY, leg_pain_average=score)


@pytest.fixture
def ben(visit, people, leg_up):
    return visit(people.ben)


def form_in(row, action):
    """What the form of a row would send, but for its button."""
    form = row.find("form", {"action": lambda to: to.endswith(action)})
    typed = {each["name"]: each["value"] for each in form.select("input[name][value]") if each["name"] != "csrf_token"}
    chosen = {
        each["name"]: (each.select_one("option[selected]") or each.option)["value"]
        for each in form.select("select[name]")
    }
    return {**typed, **chosen}


def row_of(ben, people, query=""):
    return ben.get(f"/caseload{query}").page.find("li", {"id": f"p-{people.asha.hex}"})


def press(ben, people, outcome, query="", **typed):
    sent = form_in(row_of(ben, people, query), "/reviews")
    return ben.post(f"/patients/{people.asha}/reviews", {**sent, "outcome": outcome, **typed})


def chips(ben, people):
    return [chip.get_text(" ", strip=True) for chip in row_of(ben, people).select(".why a.chip")]


def test_a_row_says_its_reason_and_has_a_closing_part(ben, people):
    assert any("Leg pain up 5" in chip for chip in chips(ben, people))
    assert row_of(ben, people).select_one("details.closing summary").get_text(" ", strip=True).startswith("Close")


@pytest.mark.parametrize("outcome", ["looked", "called", "snoozed", "call_planned"])
def test_with_one_press_the_reason_is_gone_from_the_list(ben, people, outcome):
    answer = press(ben, people, outcome)
    assert (answer.status, answer.response.location.split("#")[0]) == (303, "/caseload")
    assert chips(ben, people) == []


def test_expected_holds_the_levels_of_the_page_beforehand(ben, people):
    assert {name: form_in(row_of(ben, people), "/reviews")[name] for name in ("site", "up_to")} == {
        "site": "leg",
        "up_to": "7",
    }
    press(ben, people, "expected")
    assert chips(ben, people) == []
    words = ben.get(f"/patients/{people.asha}").words
    assert "Expected: leg pain up to 7 until Sunday 6 December" in words


def test_an_expected_level_ends_with_one_press_on_the_summary(ben, people):
    press(ben, people, "expected")
    page = ben.get(f"/patients/{people.asha}").page
    form = page.find("button", {"value": "expected_ended"}).find_parent("form")
    sent = {each["name"]: each["value"] for each in form.select("input") if each["name"] != "csrf_token"}
    assert ben.post(f"/patients/{people.asha}/reviews", {**sent, "outcome": "expected_ended"}).status == 303
    words = ben.get(f"/patients/{people.asha}").words
    assert "No longer expected: leg pain" in words
    assert "Expected: leg pain up to 7 until" in words, "the timeline keeps it"
    assert ben.get(f"/patients/{people.asha}").page.find("button", {"value": "expected_ended"}) is None


def test_a_planned_call_stands_on_the_row_until_its_day_is_over(clock, visit, people, leg_up):
    press(visit(people.ben), people, "call_planned")
    for days, words in ((0, "Call planned for Monday 23 November"), (1, "Call planned for today"), (2, "")):
        clock.move_to(NOW + days * DAY)
        told = [each.get_text(" ", strip=True) for each in row_of(visit(people.ben), people).select(".why span.small")]
        assert told == ([words] if words else []), days


def test_what_no_snooze_holds_back_is_not_offered_one(app, ben, people):
    press(ben, people, "looked")
    with app.app_context():
        make.call_request(people.asha)
    assert {each["value"] for each in row_of(ben, people).select("button[name=outcome]")} == {
        "looked",
        "called",
        "called_no_answer",
        "call_planned",
    }


def test_called_without_an_answer_it_stays(ben, people):
    press(ben, people, "called_no_answer")
    assert any("Leg pain up 5" in chip for chip in chips(ben, people))
    assert "Called, no answer" in ben.get(f"/patients/{people.asha}").words


def test_the_list_goes_on_as_it_was_narrowed_at_the_row_after(app, ben, people):
    with app.app_context():
        nia = make.patient(people.clinic, "Nia", "Cole")
        make.episode(nia, day=40)
        make.care_link(nia, people.ben)
        make.check_in(nia, warning_signs=answer_from(["calf-sore-swollen"], {}))
    assert press(ben, people, "looked", "?procedure=fusion").response.location == "/caseload?procedure=fusion#list"
    listed = ben.get("/caseload?procedure=fusion").page.find("li", {"id": f"p-{nia.hex}"})
    assert form_in(listed, "/outcomes")["from_list"] == "list"


@pytest.mark.parametrize(
    ("outcome", "typed", "sentence"),
    [
        ("snoozed", {"snooze_until": ""}, "Choose the day on which it stands on the list again"),
        ("snoozed", {"snooze_until": TODAY.isoformat()}, "Choose a day from 23 November 2026 to 21 February 2027"),
        ("call_planned", {"planned_for": "soon"}, "Choose the day from the calendar"),
        ("expected", {"up_to": "11"}, "Write a whole number from 0 to 10, like 6"),
        ("expected", {"expected_until": ""}, "Choose the last day"),
        ("expected", {"site": "head"}, "Choose which pain"),
        ("not_recording", {}, "Call twice first"),
        ("gone", {}, "Press one of the buttons"),
    ],
)
def test_what_must_be_put_right_is_said_on_the_summary_and_nothing_is_closed(ben, people, outcome, typed, sentence):
    answer = press(ben, people, outcome, note="Spoke to her son", **typed)
    assert (answer.status, sentence in answer.words) == (422, True)
    assert "Spoke to her son" in answer.page.find("textarea", {"name": "note"}).get_text()
    assert any("Leg pain up 5" in chip for chip in chips(ben, people))


def test_what_came_after_the_list_was_opened_is_not_closed_by_it(app, ben, people):
    sent = form_in(row_of(ben, people), "/reviews")
    with app.app_context():
        make.check_in(people.asha, leg_pain_average=8)
    ben.post(f"/patients/{people.asha}/reviews", {**sent, "outcome": "looked"})
    assert any("Leg pain up" in chip for chip in chips(ben, people))


def test_a_warning_sign_has_its_own_outcome_and_the_other_reason_stays(app, ben, people):
    with app.app_context():
        make.check_in(people.asha, warning_signs=answer_from(["calf-sore-swollen"], {}))
    sent = form_in(row_of(ben, people), "/outcomes")
    answer = ben.post(f"/patients/{people.asha}/outcomes", {**sent, "outcome": "sent_to_emergency"})
    assert (answer.status, answer.response.location) == (303, "/caseload#list")
    left = chips(ben, people)
    assert [("Warning sign" in chip, "Leg pain up 5" in chip) for chip in left] == [(False, True)]


def test_handed_over_from_the_row_the_patient_stays_until_it_is_accepted(ben, people):
    sent = form_in(row_of(ben, people), "/hand-over")
    assert sent["hand-colleague"] == str(people.cleo)
    assert ben.post(f"/patients/{people.asha}/hand-over", sent).response.location == "/caseload#list"
    assert any("Leg pain up 5" in chip for chip in chips(ben, people))
    assert "Cleo Marsh" in ben.get("/caseload").words
    assert "Hand-over offered to Cleo Marsh" in ben.get(f"/patients/{people.asha}").words


def test_not_recording_is_offered_after_two_tries_and_folds_the_row(clock, visit, people, leg_up):
    press(visit(people.ben), people, "looked")
    clock.move_to(NOW + 20 * DAY)
    ben = visit(people.ben)
    for _try in range(2):
        press(ben, people, "called_no_answer")
    row = row_of(ben, people)
    assert "not_recording" in {each["value"] for each in row.select("button[name=outcome]")}
    press(ben, people, "not_recording")
    folded = ben.get("/caseload").page.find("section", {"aria-labelledby": "not_recording"})
    assert folded.find("li", {"id": f"p-{people.asha.hex}"}) is not None
    assert "1 not recording" in ben.get("/caseload").words
