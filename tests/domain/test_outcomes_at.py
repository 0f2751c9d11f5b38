"""Better, about the same or worse, at 6 weeks, 3, 6 and 12 months; and what is missing."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.clinic_cohort import Member
from recovery.domain.expected_course import Site
from recovery.domain.operation import Approach, Procedure
from recovery.domain.outcomes_at import BEFORE, MISSING, Milestone, Outcome, has_come, outcome, outcomes

TODAY = date(2026, 11, 22)
SCORE = st.none() | st.floats(0, 10)
SIX_WEEKS = (Site.LEG, Milestone.SIX_WEEKS)


@pytest.mark.parametrize(
    ("before", "then", "told"),
    [
        (7, 5, Outcome.SAME),  # down by 2, which is 29 %
        (6, 4, Outcome.BETTER),
        (5, 3.5, Outcome.SAME),  # 30 %, down by 1.5
        (10, 7, Outcome.BETTER),  # exactly 30 %
        (2, 0, Outcome.BETTER),
        (1, 0, Outcome.SAME),
        (4, 4, Outcome.SAME),
        (4, 5.5, Outcome.SAME),
        (4, 6, Outcome.WORSE),
        (0, 2, Outcome.WORSE),
        (None, 3, Outcome.NO_SCORE_BEFORE),
        (None, None, Outcome.NO_SCORE_BEFORE),
        (3, None, Outcome.NO_ENTRY_THEN),
    ],
)
def test_a_change_that_matters_has_a_name(before, then, told):
    assert outcome(before, then) is told


@given(st.floats(0, 10), st.floats(0, 10), st.floats(0, 10))
def test_less_pain_then_is_never_a_worse_outcome(before, one, other):
    order = [Outcome.BETTER, Outcome.SAME, Outcome.WORSE]
    less, more = sorted([one, other])
    assert order.index(outcome(before, less)) <= order.index(outcome(before, more))


def member(number, *, day=60, approach=Approach.OPEN, leg_before=6):
    """`day` is the day number on TODAY."""
    on = TODAY - timedelta(days=day)
    return Member(UUID(int=number), UUID(int=number), Procedure.FUSION, approach, on, None, leg_before)


def told(members, then, wanted=None, at=SIX_WEEKS):
    medians = {(UUID(int=number), window): value for (number, window), value in then.items()}
    return outcomes((Procedure.FUSION, wanted), at, members, medians, TODAY)


def at_six_weeks(*scores):
    return {(place, Milestone.SIX_WEEKS.value): score for place, score in enumerate(scores) if score is not None}


def test_everybody_whose_day_has_come_is_counted_once_and_what_is_missing_is_split():
    members = [*(member(each) for each in range(7)), member(7, leg_before=None), member(8, day=48)]
    found = told(members, at_six_weeks(2, 2, 6, 6, 9, 3, None, 5, 1))
    assert found.counts == {
        Outcome.BETTER: 3,
        Outcome.SAME: 2,
        Outcome.WORSE: 1,
        Outcome.NO_ENTRY_THEN: 1,
        Outcome.NO_SCORE_BEFORE: 1,
    }
    assert found.compared == 6


def test_the_score_of_the_clinic_comes_before_what_the_patient_recorded_before_surgery():
    members = [member(0), *(member(each, leg_before=None) for each in range(1, 5))]
    before = {(each, BEFORE): 3.0 for each in range(5)}
    found = told(members, at_six_weeks(3, 3, 3, 3, 3) | before)
    assert (found.counts[Outcome.BETTER], found.counts[Outcome.SAME]) == (1, 4)


@pytest.mark.parametrize(("day", "comes"), [(48, False), (49, True)])
def test_a_milestone_comes_when_its_last_day_is_over(day, comes):
    assert has_come(Milestone.SIX_WEEKS, TODAY - timedelta(days=day), TODAY) is comes


def test_fewer_than_five_comparisons_are_not_told():
    assert told([member(each) for each in range(5)], at_six_weeks(3, 3, 3, 3)).counts is None
    assert told([member(each) for each in range(5)], at_six_weeks(3, 3, 3, 3, 3)).counts is not None


def test_an_approach_is_not_told_where_it_would_give_a_small_group_of_the_other_away():
    minimally = Approach.MINIMALLY_INVASIVE
    members = [*(member(each) for each in range(8)), *(member(each, approach=minimally) for each in range(8, 14))]
    all_six = at_six_weeks(*([3] * 14))
    assert told(members, all_six, Approach.OPEN).compared == 8
    assert told(members, at_six_weeks(*([3] * 12)), Approach.OPEN).counts is None
    assert told(members, at_six_weeks(*([3] * 12))).compared == 12


@given(st.lists(st.tuples(SCORE, SCORE, st.sampled_from(Approach)), max_size=16))
def test_nobody_is_lost_and_nobody_counts_twice(scores):
    members = [
        member(place, leg_before=before, approach=approach) for place, (before, _then, approach) in enumerate(scores)
    ]
    found = told(members, at_six_weeks(*(then for _before, then, _approach in scores)))
    if found.counts is not None:
        assert sum(found.counts.values()) == len(scores)
        assert found.compared == len(scores) - sum(found.counts[each] for each in MISSING) >= 5
