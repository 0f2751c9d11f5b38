"""The lead's page of rules: what each says, what it would have listed, and who signed off which version."""

from datetime import timedelta

import make
import pytest
from moment import NOW, TODAY

from recovery.domain.thresholds import BY_SIGN_OFF, Rule, Thresholds
from recovery.records.thresholds import thresholds_of
from recovery.web.forms.thresholds import EVERY_NUMBER, rule_field

DAY = timedelta(days=1)
PAGE = "/rules"


@pytest.fixture
def lena(visit, people):
    return visit(people.lena)


def sent(visitor, **other):
    """What the page's form would send, as it stands."""
    form = visitor.get(PAGE).page.find("form", {"action": PAGE})
    fields = {each["name"]: each.get("value", "") for each in form.select("input[name]") if each["type"] != "checkbox"}
    ticks = {each["name"]: "y" for each in form.select("input[type=checkbox][checked]")}
    return {**fields, **ticks, "do": "sign", "has_read": "y", **other}


def standing(app, people):
    with app.app_context():
        return thresholds_of(people.clinic)


def back_up(people):
    for ago, score in enumerate((6, 6, 6, 2, 2, 2, 2, 2)):
        make.check_in(people.asha, on=TODAY - ago * DAY, back_pain_average=score)


def test_every_number_of_the_form_is_one_of_the_thresholds_and_fits_its_bounds():
    shipped = Thresholds()
    assert all(number.low <= number.shown(shipped) <= number.high for number in EVERY_NUMBER)
    assert all(number.meant(number.shown(shipped)) == getattr(shipped, number.name) for number in EVERY_NUMBER)


def test_before_a_sign_off_only_warning_signs_calls_and_silence_are_listed(app, people, visit, lena):
    with app.app_context():
        back_up(people)
    assert "Only warning signs, calls and silence are listed" in lena.get(PAGE).words
    assert "1 patient to look at today" not in visit(people.ben).get("/caseload").words
    assert standing(app, people).on == frozenset()


def test_each_rule_says_how_often_it_would_have_listed_somebody_though_it_is_off(app, people, lena):
    with app.app_context():
        back_up(people)
    section = lena.get(PAGE).page.find("section", {"aria-labelledby": "rule-W3"})
    assert "1 time in 28 days" in section.get_text(" ")
    assert "Suzuki 2020" in section.get_text(" ")


def test_signed_off_by_name_the_lists_are_made_by_it_at_once(app, people, visit, lena):
    with app.app_context():
        back_up(people)
    assert lena.post(PAGE, sent(lena)).status == 303
    words = lena.get(PAGE).words
    assert (
        "Version 1: signed off by Lena Fox on 22 November 2026 at 12:00. On: W2, W3, W4, W7, W8, W9, W10, W12." in words
    )
    assert standing(app, people).on == BY_SIGN_OFF
    assert "1 patient to look at today" in visit(people.ben).get("/caseload").words


def test_another_clinics_lists_are_not_made_by_it(app, people, lena):
    lena.post(PAGE, sent(lena))
    with app.app_context():
        assert thresholds_of(people.other_clinic).on == frozenset()


def test_numbers_are_signed_off_as_they_were_typed_and_only_the_ticked_rules(app, people, lena):
    values = sent(lena, pain_up="3", walking_down="55")
    values.pop(rule_field(Rule.W7))
    lena.post(PAGE, values)
    stands = standing(app, people)
    assert (stands.pain_up, stands.walking_down, stands.on) == (3, 0.55, BY_SIGN_OFF - {Rule.W7})
    assert "Other than the app’s own: pain up 3, walking down 0.55." in lena.get(PAGE).words


def test_counting_again_signs_nothing_off_and_keeps_what_was_typed(app, people, lena):
    with app.app_context():
        back_up(people)
    answer = lena.post(PAGE, sent(lena, do="count", pain_up="7"))
    assert answer.status == 200
    assert answer.page.find("input", {"name": "pain_up"})["value"] == "7"
    assert "0 times in 28 days" in answer.page.find("section", {"aria-labelledby": "rule-W3"}).get_text(" ")
    assert standing(app, people).on == frozenset()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"pain_up": "two"}, "Write a whole number from 1 to 10 for “Up by at least”"),
        ({"pain_up": ""}, "Write a whole number from 1 to 10 for “Up by at least”"),
        ({"walking_down": "101"}, "Write a whole number from 1 to 100 for “Down by at least”"),
        ({"has_read": ""}, "Tick that you have read each rule"),
    ],
)
def test_what_cannot_be_signed_off_is_said_and_kept(app, people, lena, typed, sentence):
    values = sent(lena, high_pain="9") | typed
    answer = lena.post(PAGE, {name: value for name, value in values.items() if name != "has_read" or value})
    assert (answer.status, sentence in answer.words) == (422, True)
    assert answer.page.find("input", {"name": "high_pain"})["value"] == "9"
    assert standing(app, people).on == frozenset()


def test_a_page_opened_before_another_sign_off_signs_nothing(app, people, lena):
    first, second = sent(lena), sent(lena, pain_up="5")
    lena.post(PAGE, first)
    answer = lena.post(PAGE, second)
    assert (answer.status, "since you opened this page" in answer.words) == (409, True)
    assert standing(app, people).pain_up == Thresholds().pain_up


def test_withdrawn_only_what_is_always_on_is_left_and_the_history_says_who(app, people, visit, lena, clock):
    lena.post(PAGE, sent(lena))
    clock.move_to(NOW + DAY)
    lena = visit(people.lena)
    lena.post(f"{PAGE}/withdraw", {"number": "1"})
    assert standing(app, people) == Thresholds()
    assert "Version 2: Lena Fox withdrew version 1 on 23 November 2026" in lena.get(PAGE).words
    assert lena.post(f"{PAGE}/withdraw", {"number": "1"}).status == 303
    assert lena.post(PAGE, sent(lena)).status == 303
    assert "Version 3: signed off by Lena Fox" in lena.get(PAGE).words
