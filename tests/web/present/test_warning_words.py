"""The pages about warning signs: one number first, plain words, and the truth about what was saved."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warning_drawings import (
    ACTION,
    DAY,
    GRADE,
    LIST,
    NUMBERS,
    OPERATION,
    drawn,
    drawn_rows,
    every_page,
    page_of,
    sentences,
)

from recovery.domain.operation import Approach, Operation, Region
from recovery.domain.readability import flesch_kincaid
from recovery.domain.sign import Line
from recovery.domain.stage import Stage
from recovery.domain.warning_answer import NONE_OF_THESE, TickedSign, Tier, WarningAnswer
from recovery.domain.warning_signs import SIGNS, answer_from, full_list_for, rows_for, said_words
from recovery.web.present.warning_page import PhoneNumbers, Saved, action_page, public_page
from recovery.web.present.warning_words import blank_script, phone_script

SIGN_SETS = st.sets(st.sampled_from(list(SIGNS)), min_size=1)


def test_a_tier_1_sign_says_call_the_emergency_number_now_and_nothing_else_in_the_heading():
    page = page_of("numb-between-legs", "calf-sore-swollen")
    assert page.title == "Call 999 now"
    drawing = drawn(ACTION, page=page)
    assert drawing.h1.get_text() == "Call 999 now"
    assert [link["href"] for link in drawing.find_all("a")] == ["tel:999"]


def test_a_tier_2_sign_says_call_your_team_today_and_what_would_make_it_an_emergency():
    drawing = drawn(ACTION, page=page_of("calf-sore-swollen"))
    assert drawing.h1.get_text() == "Call your team today"
    assert [link["href"] for link in drawing.find_all("a")] == ["tel:01632960123", "tel:999"]
    assert NUMBERS.team_hours in drawing.get_text()


def test_thoughts_of_harming_oneself_lead_to_the_crisis_number_first():
    page = page_of("self-harm", "calf-sore-swollen")
    assert page.title == "Call 116 123 now"
    assert [call.href for call in page.calls] == ["tel:116123", "tel:999", "tel:01632960123"]


def test_with_another_tier_1_sign_the_emergency_number_comes_first_and_the_crisis_number_stays():
    page = page_of("self-harm", "chest-or-breathing")
    assert page.title == "Call 999 now"
    assert [call.href for call in page.calls] == ["tel:999", "tel:116123"]


def test_numbers_come_from_configuration():
    elsewhere = PhoneNumbers("112", "+44 (0)1632 960 999", "0800 111", "")
    page = action_page(
        answer_from(["self-harm", "cannot-pee"], {}),
        operation=None,
        recorded_on=None,
        saved=Saved.SAVED,
        numbers=elsewhere,
    )
    assert page.title == "Call 112 now"
    assert elsewhere.call(Line.TEAM).href == "tel:+4401632960999"
    assert "999" not in drawn(ACTION, page=page).get_text()


@given(SIGN_SETS, st.sampled_from(Saved), st.sampled_from([None, OPERATION]), st.sampled_from([None, DAY]))
def test_any_ticked_signs_get_a_page_with_the_number_of_the_most_urgent(ticked, saved, operation, recorded_on):
    page = page_of(*ticked, saved=saved, operation=operation, recorded_on=recorded_on)
    tier = min(SIGNS[key].tier for key in ticked)
    urgent = {SIGNS[key].line for key in ticked if SIGNS[key].tier is tier}
    assert page.is_emergency == (tier is Tier.EMERGENCY)
    assert {NUMBERS.call(line).number for line in urgent} <= {call.number for call in page.calls}
    assert len(page.ticked) == len(ticked)


def test_a_sign_that_is_not_listed_any_more_still_gets_a_page_by_its_tier():
    answer = WarningAnswer(is_answered=True, ticked=(TickedSign(Tier.EMERGENCY, "from-an-older-list"),))
    page = action_page(answer, operation=None, recorded_on=None, saved=Saved.SAVED, numbers=NUMBERS)
    assert page.title == "Call 999 now"


def test_without_a_ticked_sign_there_is_no_action_page():
    with pytest.raises(ValueError, match="ticked"):
        action_page(NONE_OF_THESE, operation=None, recorded_on=None, saved=Saved.SAVED, numbers=NUMBERS)


@pytest.mark.parametrize("key", ["cannot-pee", "calf-sore-swollen", "self-harm"])
@pytest.mark.parametrize(
    ("saved", "told", "never"),
    [
        (Saved.SAVED, "Your check-in is saved.", "not saved"),
        (Saved.SIGN_ONLY, "The rest of your check-in is not saved yet.", "this is not saved"),
        (Saved.NOT_SAVED, "This is NOT saved. Call anyway.", "is saved"),
    ],
)
def test_the_page_says_truthfully_what_was_saved(key, saved, told, never):
    text = " ".join(drawn(ACTION, page=page_of(key, saved=saved)).get_text(" ").split())
    assert told in text
    assert never not in text.lower()
    assert ("Nobody watches this app all the time." in text) == (saved is not Saved.NOT_SAVED)


def test_the_phone_script_holds_operation_date_each_sign_and_the_day():
    answer = answer_from(["wound-changed", "chest-or-breathing", "self-harm"], {"wound-changed": "changed"})
    script = " ".join(phone_script(OPERATION, DAY, answer.ticked))
    assert "I had an operation on a disc in my lower back (discectomy), on 15 October 2026." in script
    assert all(said_words(sign) in script for sign in answer.ticked)
    assert "Sunday 22 November" in script


@given(SIGN_SETS, st.sampled_from([None, OPERATION]), st.sampled_from([None, DAY, date(2026, 10, 1)]))
def test_whatever_is_known_the_script_says_every_ticked_sign_in_order(ticked, operation, recorded_on):
    answer = answer_from(ticked, {})
    script = phone_script(operation, recorded_on, answer.ticked)
    said = tuple(said_words(sign) for sign in answer.ticked)
    assert script[1 : 1 + len(said)] == said


def test_before_the_operation_nobody_says_that_they_had_it():
    first = phone_script(OPERATION, date(2026, 10, 14), ())[0]
    assert first.startswith("I am waiting for an operation")
    assert "I had" not in " ".join(phone_script(OPERATION, None, ()))


def test_without_a_known_operation_the_script_asks_for_it_in_words():
    assert blank_script(None)[1] == "My operation and its date are …"
    assert "15 October 2026" in blank_script(OPERATION)[0]


def test_a_wound_that_bleeds_is_pressed_while_waiting():
    bleeding = page_of("wound-changed", details={"wound-changed": "bleeding"})
    assert any("pressing" in line for line in bleeding.while_waiting)
    assert not any("pressing" in line for line in page_of("chest-pain").while_waiting)


def test_swelling_in_the_neck_is_told_to_those_operated_on_there():
    neck = Operation(OPERATION.procedures, Approach.OPEN, Region.CERVICAL, OPERATION.operated_on)
    assert any("neck" in line for line in page_of("calf-sore-swollen", operation=neck).starts)
    assert not any("neck" in line for line in page_of("calf-sore-swollen").starts)


@pytest.mark.parametrize("region", [None, *Region])
def test_the_public_page_shows_the_emergency_number_its_signs_the_teams_number_and_its_signs(region):
    text = drawn(LIST, page=public_page(region, NUMBERS)).get_text("\n")
    signs = full_list_for(region)
    first, second = (text.index(words) for words in ("Call 999 now", "Call your team today"))
    assert first < second
    for sign in signs:
        assert sign.ask in (text[first:second] if sign.tier is Tier.EMERGENCY else text[second:])
    assert "Call 116 123" in text[first:second]
    assert text.index("Poor sleep") > second


def test_nothing_is_ticked_before_the_patient_ticks_it():
    assert not drawn_rows().find_all(checked=True)


def test_what_was_ticked_before_stays_ticked():
    drawing = drawn_rows(["wound-changed", "none", "shivering"], {"wound-changed": "changed"})
    assert {tick["id"] for tick in drawing.find_all(checked=True)} == {
        "warning_signs-wound-changed",
        "warning_signs-none",
        "warning_signs-shivering",
        "warning_detail_wound-changed-changed",
    }
    assert drawing.details.has_attr("open")


@pytest.mark.parametrize("region", Region)
@pytest.mark.parametrize("stage", [None, Stage.BEFORE, Stage.EARLY_HEALING])
def test_every_row_has_its_number_beside_it_and_none_is_offered(region, stage):
    drawing = drawn_rows(region=region, stage=stage)
    assert drawing.find("input", value="none")
    for sign in (*rows_for(stage, region), *full_list_for(region)):
        row = drawing.find("input", value=sign.key).find_parent(class_="warn-row")
        assert row.find("a", href=NUMBERS.call(sign.line).href)


def test_a_row_with_a_further_question_shows_both_numbers_and_all_answers():
    drawing = drawn_rows()
    for row in (row for row in rows_for(None, Region.LUMBAR) if row.detail):
        block = drawing.find("input", value=row.key).find_parent(class_="warn-row")
        radios = block.find_all("input", attrs={"name": f"warning_detail_{row.key}"})
        assert [radio["value"] for radio in radios] == [choice.key for choice in row.detail.choices]
        assert {link["href"] for link in block.find_all("a")} == {"tel:999", "tel:01632960123"}
        today = {radio["value"] for radio in radios if "is-today" in radio.find_parent(class_="form-check")["class"]}
        assert today == {choice.key for choice in row.detail.choices if choice.tier is Tier.TODAY}


def test_ids_are_unique_and_every_label_has_its_input():
    drawing = drawn_rows(region=Region.CERVICAL)
    ids = [each["id"] for each in drawing.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {label["for"] for label in drawing.find_all("label")} <= set(ids)


def test_every_page_is_grade_6_or_lower():
    grades = {sentences(page)[:60]: flesch_kincaid(sentences(page)) for page in every_page()}
    assert not {page: grade for page, grade in grades.items() if grade > GRADE}


def test_no_page_frightens_promises_or_calls_anything_safe():
    banned = re.compile(
        r"\b(detect|diagnos|monitor|alarm|normal|safe|fine|nothing to worry|no need|paralys|death|die\b|dying)",
        re.IGNORECASE,
    )
    for page in every_page():
        assert not banned.search(page.get_text(" ")), page.get_text(" ")


def test_no_page_holds_inline_style_or_script():
    for page in every_page():
        assert not page.find_all("script")
        assert not page.find_all(style=True)
