"""The week in words, sentence by sentence: built from values by rules, and nothing that was not recorded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.week import Change, Week
from recovery.web.present.week_words import week_sentences

TODAY = date(2026, 11, 22)
YESTERDAY, A_WEEK_AGO = TODAY - timedelta(days=1), TODAY - timedelta(days=7)
LUMBAR, CERVICAL = ("Back", "Leg"), ("Neck", "Arm")


def said(names=LUMBAR, *, back=None, leg=None, walking=None, missing=(), days=7):
    """`missing` are how many days ago, oldest first."""
    gone = tuple(TODAY - timedelta(days=ago) for ago in missing)
    return week_sentences(Week(A_WEEK_AGO, YESTERDAY, back, leg, walking, gone, days), names)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (Change(3, -2), "Your leg pain is down 2 points since last week."),
        (Change(3, -5), "Your leg pain is down 5 points since last week."),
        (Change(5, 0), "Your leg pain is about the same as last week."),
        (Change(4, None), "Your leg pain was 4 out of 10 on average this week."),
    ],
)
def test_leg_pain_is_one_sentence(change, sentence):
    assert said(leg=change, walking=Change(20, 0))[0] == sentence


def test_pain_that_is_up_comes_with_whom_to_turn_to_and_with_no_fright():
    assert said(leg=Change(5, 2)) == (
        "Your leg pain is up 2 points since last week.",
        "A bad week can happen. If you are worried, call.",
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (Change(25, 10), "You walked 25 minutes a day, 10 more than last week."),
        (Change(15, -10), "You walked 15 minutes a day, 10 fewer than last week."),
        (Change(25, 0), "You walked 25 minutes a day, about the same as last week."),
        (Change(1, 0), "You walked 1 minute a day, about the same as last week."),
        (Change(0, -3), "You walked 0 minutes a day, 3 fewer than last week."),
    ],
)
def test_walking_is_one_sentence(change, sentence):
    assert said(walking=change) == (sentence,)


def test_the_larger_change_comes_first():
    assert said(back=Change(3, -2), leg=Change(2, -4)) == (
        "Your leg pain is down 4 points since last week.",
        "Your back pain is down 2 points since last week.",
    )
    assert said(back=Change(3, 0), leg=Change(6, 2))[0] == "Your leg pain is up 2 points since last week."


def test_of_two_changes_alike_the_back_comes_first():
    assert said(back=Change(3, -2), leg=Change(6, 2))[0] == "Your back pain is down 2 points since last week."


def test_two_that_are_about_the_same_are_one_sentence():
    assert said(back=Change(3, 0), leg=Change(2, 0)) == ("Your back and leg pain are about the same as last week.",)


def test_after_a_neck_operation_it_says_neck_and_arm():
    assert said(CERVICAL, back=Change(3, 0), leg=Change(2, 0)) == (
        "Your neck and arm pain are about the same as last week.",
    )
    assert said(CERVICAL, back=Change(3, -2))[0] == "Your neck pain is down 2 points since last week."
    assert said(CERVICAL, leg=Change(3, -2))[0] == "Your arm pain is down 2 points since last week."


def test_in_the_first_week_there_is_nothing_to_compare_with_and_it_says_so():
    assert said(back=Change(3, None), walking=Change(20, None)) == (
        "Your back pain was 3 out of 10 on average this week.",
        "You walked 20 minutes a day.",
        "There is nothing from the week before yet.",
    )


@pytest.mark.parametrize(
    ("missing", "days"),
    [
        ((3,), "Thursday"),
        ((5, 3), "Tuesday and Thursday"),
        ((7, 5, 3), "Sunday, Tuesday and Thursday"),
    ],
)
def test_up_to_three_missing_days_are_named(missing, days):
    assert said(leg=Change(3, 0), missing=missing)[-1] == f"There is no check-in for {days}."


def test_more_than_three_missing_days_are_counted():
    assert said(leg=Change(3, 0), missing=(7, 6, 5, 3))[-1] == "You checked in on 3 of 7 days."
    assert said(leg=Change(3, 0), missing=(5, 4, 3, 2), days=5)[-1] == "You checked in on 1 of 5 days."


def test_a_week_without_any_check_in_is_said_as_it_is():
    assert said(missing=(7, 6, 5, 4, 3, 2, 1)) == ("You recorded no check-in in the last 7 days.",)


def test_before_the_first_check_in_nothing_is_said():
    assert said(days=0) == ()


def test_a_full_week_says_nothing_about_missing_days():
    assert said(leg=Change(3, 0)) == ("Your leg pain is about the same as last week.",)


CHANGE = st.none() | st.builds(
    Change, st.integers(0, 10), st.none() | st.just(0) | st.integers(2, 10) | st.integers(-10, -2)
)


@given(CHANGE, CHANGE, CHANGE, st.sets(st.integers(1, 7)), st.sampled_from([LUMBAR, CERVICAL]))
def test_no_sentence_speaks_of_what_was_not_recorded(back, leg, walking, missing, names):
    told = " ".join(said(names, back=back, leg=leg, walking=walking, missing=tuple(sorted(missing, reverse=True))))
    for name, change in zip(names, (back, leg), strict=True):
        assert (name.lower() in told.split()) is (change is not None)
    assert ("walked" in told) is (walking is not None)
    assert "{" not in told
    assert "None" not in told
