"""What a check-in asks in each stage (CLINICAL.md 12): the rest is folded away, never refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.questions import Question, are_activities_due, asked
from recovery.domain.stage import Stage

TODAY = date(2026, 11, 22)
WALKING, SITTING, STEPS, AID, STAIRS = Question
WEEKLY = (Stage.BUILDING_UP, Stage.GETTING_STRONGER)
STAGES = st.none() | st.sampled_from(Stage)


@pytest.mark.parametrize(
    ("stage", "now"),
    [
        (Stage.BEFORE, (WALKING, AID)),
        (Stage.FIRST_DAYS, (WALKING,)),
        (Stage.EARLY_HEALING, (WALKING, SITTING)),
        (Stage.BUILDING_UP, (WALKING,)),
        (Stage.GETTING_STRONGER, (WALKING,)),
        (Stage.BACK_TO_LIFE, ()),
        (Stage.LONG_TERM, ()),
        (None, (WALKING,)),
    ],
)
def test_each_stage_asks_what_it_needs(stage, now):
    assert asked(stage, is_weekly_due=False).open == now


@pytest.mark.parametrize("stage", WEEKLY)
def test_once_a_week_sitting_steps_and_stairs_stand_open(stage):
    assert asked(stage, is_weekly_due=True).open == (WALKING, SITTING, STEPS, STAIRS)


@pytest.mark.parametrize("stage", [None, *(each for each in Stage if each not in WEEKLY)])
def test_other_stages_ask_nothing_weekly(stage):
    assert asked(stage, is_weekly_due=True) == asked(stage, is_weekly_due=False)


@given(STAGES, st.booleans(), st.sets(st.sampled_from(Question)))
def test_what_a_form_holds_stands_open_and_every_question_is_there_once(stage, is_weekly_due, held):
    told = asked(stage, is_weekly_due=is_weekly_due, held=held)
    assert held <= set(told.open)
    assert sorted((*told.open, *told.folded)) == sorted(Question)
    plain = asked(stage, is_weekly_due=is_weekly_due)
    assert set(told.open) == set(plain.open) | held


@pytest.mark.parametrize(
    ("ago", "is_due"), [(None, True), (30, True), (31, True), (29, False), (0, False), (-1, False)]
)
def test_activities_are_asked_about_every_thirty_days(ago, is_due):
    last = None if ago is None else TODAY - timedelta(days=ago)
    assert are_activities_due(Stage.BACK_TO_LIFE, last, TODAY) is is_due
    assert are_activities_due(Stage.BEFORE, last, TODAY) is is_due


@given(st.sampled_from([None, Stage.FIRST_DAYS]), st.none() | st.integers(0, 400))
def test_in_the_first_days_activities_are_never_due(stage, ago):
    last = None if ago is None else TODAY - timedelta(days=ago)
    assert not are_activities_due(stage, last, TODAY)
