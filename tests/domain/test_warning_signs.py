"""The lists are those of CLINICAL.md 5, and a ticked sign always gets an answer."""

import pytest
from clinical_signs import DAILY_TIERS, DETAIL_TIERS, TIER_1, TIER_2
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.daily_signs import DAILY_ROWS
from recovery.domain.full_signs import FULL_LIST, MENTION_NEXT_TIME
from recovery.domain.operation import Region
from recovery.domain.sign import Line
from recovery.domain.stage import Stage
from recovery.domain.warning_answer import NONE_OF_THESE, NOT_ANSWERED, TickedSign, Tier
from recovery.domain.warning_signs import (
    NO_LONGER_LISTED,
    NONE,
    SIGNS,
    UnknownSign,
    answer_from,
    asked_words,
    full_list_for,
    rows_for,
    said_words,
)

ROWS_WITH_DETAIL = [row for row in DAILY_ROWS if row.detail]
WORDS = st.text(max_size=30) | st.sampled_from([*SIGNS, NONE, "", " none "])


def keys(signs):
    return [sign.key for sign in signs]


def test_every_bullet_of_both_tiers_is_on_the_full_list_with_its_tier():
    assert {sign.key: int(sign.tier) for sign in FULL_LIST} == (
        dict.fromkeys(TIER_1.values(), 1) | dict.fromkeys(TIER_2.values(), 2)
    )


def test_the_daily_rows_stand_in_their_order_with_their_tiers():
    assert [(row.key, int(row.tier)) for row in DAILY_ROWS] == list(DAILY_TIERS.items())


def test_each_further_answer_has_its_tier():
    assert {
        row.key: {choice.key: int(choice.tier) for choice in row.detail.choices} for row in ROWS_WITH_DETAIL
    } == DETAIL_TIERS


def test_rows_3_5_6_and_8_open_one_more_question():
    assert [place for place, row in enumerate(DAILY_ROWS, start=1) if row.detail] == [3, 5, 6, 8]


def test_no_key_is_used_twice_and_all_fit_their_column():
    every = [*keys(DAILY_ROWS), *keys(FULL_LIST)]
    assert len(every) == len(set(every)) == len(SIGNS)
    assert max(len(key) for key in every) <= 60
    assert NONE not in every


def test_low_mood_is_mentioned_next_time_and_constipation_too():
    assert len(MENTION_NEXT_TIME) == 6


@pytest.mark.parametrize("stage", [None, *(stage for stage in Stage if stage is not Stage.BEFORE)])
def test_eight_rows_for_everyone_and_two_more_after_cervical_surgery(stage):
    assert keys(rows_for(stage, Region.LUMBAR)) == list(DAILY_TIERS)[:8]
    assert keys(rows_for(stage, Region.CERVICAL)) == list(DAILY_TIERS)


@pytest.mark.parametrize("region", Region)
def test_before_surgery_only_cauda_equina_is_asked(region):
    assert keys(rows_for(Stage.BEFORE, region)) == ["numb-between-legs", "pee-poo-or-sex"]


def test_signs_after_neck_surgery_are_listed_for_the_neck_and_where_the_region_is_unknown():
    neck = {key for words, key in (TIER_1 | TIER_2).items() if words.startswith("neck:")}
    assert neck.isdisjoint(keys(full_list_for(Region.LUMBAR)))
    assert keys(full_list_for(Region.CERVICAL)) == keys(full_list_for(None)) == keys(FULL_LIST)
    assert set(keys(full_list_for(Region.LUMBAR))) == set(keys(FULL_LIST)) - neck


def test_only_thoughts_of_harming_oneself_lead_to_the_crisis_number():
    assert [sign.key for sign in SIGNS.values() if sign.line is Line.CRISIS] == ["self-harm"]


def test_tier_1_leads_to_the_emergency_number_and_tier_2_to_the_team():
    lines = {(sign.tier, sign.line) for sign in SIGNS.values() if sign.key != "self-harm"}
    assert lines == {(Tier.EMERGENCY, Line.EMERGENCY), (Tier.TODAY, Line.TEAM)}


def test_nothing_sent_is_not_answered():
    assert answer_from([], {}) == NOT_ANSWERED
    assert answer_from(["", "  "], {"wound-changed": "bleeding"}) == NOT_ANSWERED


def test_none_of_these_alone_is_none_of_these():
    assert answer_from([NONE, NONE], {}) == NONE_OF_THESE


def test_a_ticked_sign_beats_none_of_these():
    assert answer_from([NONE, "calf-sore-swollen"], {}).ticked == (TickedSign(Tier.TODAY, "calf-sore-swollen"),)


@pytest.mark.parametrize("sent", [["no-such-sign"], ["no-such-sign", NONE]])
def test_an_unknown_sign_is_asked_about_again_and_never_taken_as_none(sent):
    with pytest.raises(UnknownSign):
        answer_from(sent, {})


def test_a_known_sign_beats_an_unknown_one():
    assert answer_from(["no-such-sign", "self-harm"], {}).ticked == (TickedSign(Tier.EMERGENCY, "self-harm"),)


@pytest.mark.parametrize("row", ROWS_WITH_DETAIL, ids=lambda row: row.key)
@pytest.mark.parametrize("details", [{}, {"wound-changed": ""}, dict.fromkeys(SIGNS, "no-such-answer")])
def test_a_further_answer_left_open_or_unknown_keeps_the_higher_tier(row, details):
    assert answer_from([row.key], details).ticked == (TickedSign(Tier.EMERGENCY, row.key),)


@pytest.mark.parametrize("row", ROWS_WITH_DETAIL, ids=lambda row: row.key)
def test_each_further_answer_gives_its_tier_and_its_words(row):
    for choice in row.detail.choices:
        (ticked,) = answer_from([row.key], {row.key: choice.key}).ticked
        assert ticked == TickedSign(choice.tier, row.key, choice.key)
        assert said_words(ticked) == choice.say
        assert asked_words(ticked) == f"{row.ask}. {choice.words}"


def test_signs_stand_by_tier_and_then_as_listed_each_once():
    sent = ["wound-opens", "self-harm", "calf-sore-swollen", "chest-or-breathing", "wound-opens", "cannot-pee"]
    assert [sign.key for sign in answer_from(sent, {}).ticked] == [
        "chest-or-breathing",
        "cannot-pee",
        "self-harm",
        "calf-sore-swollen",
        "wound-opens",
    ]


@given(st.sampled_from(list(SIGNS)), st.lists(WORDS), st.dictionaries(WORDS, WORDS))
def test_a_known_sign_always_yields_an_answer_whatever_else_was_sent(key, others, details):
    answer = answer_from([*others, key], details)
    assert answer.is_answered
    assert key in {sign.key for sign in answer.ticked}
    assert all(sign.detail == "" or SIGNS[sign.key].choice(sign.detail) for sign in answer.ticked)


@given(st.lists(WORDS), st.dictionaries(WORDS, WORDS))
def test_the_order_in_which_signs_were_sent_changes_nothing(sent, details):
    try:
        answer = answer_from(sent, details)
    except UnknownSign:
        assert not {key.strip() for key in sent} & set(SIGNS)
    else:
        assert answer == answer_from(reversed(sent), details)


def test_a_stored_sign_that_is_not_listed_any_more_is_still_shown():
    gone = TickedSign(Tier.EMERGENCY, "from-an-older-list", "with-an-answer")
    assert said_words(gone) == f"{NO_LONGER_LISTED}."
    assert asked_words(gone) == NO_LONGER_LISTED


def test_a_stored_further_answer_that_is_not_listed_any_more_falls_back_to_the_row():
    ticked = TickedSign(Tier.TODAY, "wound-changed", "from-an-older-list")
    assert asked_words(ticked) == SIGNS["wound-changed"].ask
    assert said_words(ticked) == SIGNS["wound-changed"].say


def test_what_to_say_is_whole_sentences():
    said = [sign.say for sign in SIGNS.values()]
    said += [choice.say for row in ROWS_WITH_DETAIL for choice in row.detail.choices]
    assert all(words[0].isupper() and words.endswith(".") for words in said)
