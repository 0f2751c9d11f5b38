"""A clinic's cohort: quartiles of people, and nobody to be made out of a small group."""

from datetime import date, timedelta
from statistics import median
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.clinic_cohort import FEWEST, Member, counted_once, group, had_plan, is_shown, quartiles, runs
from recovery.domain.operation import Approach, Procedure

OPEN, MINIMALLY = Approach.OPEN, Approach.MINIMALLY_INVASIVE
WANTED = st.sampled_from([None, OPEN, MINIMALLY])
SCORE = st.floats(0, 10)
COUNTS = st.fixed_dictionaries({OPEN: st.integers(0, 12), MINIMALLY: st.integers(0, 12)})


def member(number, approach=OPEN, *, procedure=Procedure.FUSION, patient=None, day=0):
    on = date(2026, 1, 1) + timedelta(days=day)
    return Member(UUID(int=number if patient is None else patient), UUID(int=number), procedure, approach, on)


def people(open_ones, minimally=0):
    """Numbered members, the open ones first."""
    return [member(number, OPEN if number < open_ones else MINIMALLY) for number in range(open_ones + minimally)]


def values(members, week=3):
    return [(each.episode_id, week, float(place % 11)) for place, each in enumerate(members)]


@given(st.lists(SCORE, min_size=2), st.randoms())
def test_the_median_lies_between_the_quartiles_and_the_order_of_people_does_not_matter(scores, chance):
    found = quartiles(scores)
    assert min(scores) <= found.lower <= found.median <= found.upper <= max(scores)
    assert found.median == pytest.approx(median(scores))
    shuffled = list(scores)
    chance.shuffle(shuffled)
    assert quartiles(shuffled) == found


def test_of_five_people_the_quartiles_are_the_second_and_the_fourth():
    found = quartiles([9, 1, 5, 3, 7])
    assert (found.n, found.lower, found.median, found.upper) == (5, 3, 5, 7)
    assert quartiles([0, 1, 2, 3]).lower == 0.75


@given(COUNTS, WANTED)
def test_what_is_hidden_cannot_be_worked_out_from_what_is_shown(counts, wanted):
    """The sum over approaches less those that are shown is nobody, five people or more, or two hidden ones together."""
    if is_shown(counts, wanted):
        assert (sum(counts.values()) if wanted is None else counts[wanted]) >= FEWEST
    hidden = [counts[each] for each in Approach if not is_shown(counts, each)]
    if is_shown(counts, None) and len(hidden) == 1:
        assert hidden[0] == 0


@given(COUNTS, WANTED)
def test_one_patient_more_never_shows_a_group_below_five(counts, wanted):
    for approach in Approach:
        grown = counts | {approach: counts[approach] + 1}
        if is_shown(grown, wanted) and not is_shown(counts, wanted):
            assert all(grown[each] >= FEWEST for each in Approach if grown[each] and wanted is not None)
            assert sum(grown.values()) >= FEWEST


def test_a_group_under_five_has_neither_size_nor_weeks():
    told = group(Procedure.FUSION, None, people(4), values(people(4)))
    assert (told.size, dict(told.weeks)) == (None, {})
    assert group(Procedure.FUSION, None, people(5), values(people(5))).size == 5


def test_a_week_with_fewer_than_five_people_is_a_gap():
    everybody = people(9)
    told = group(Procedure.FUSION, None, everybody, [*values(everybody), *values(everybody[:4], 4)])
    assert list(told.weeks) == [3]
    assert told.weeks[3].n == 9


def test_a_week_of_one_approach_is_a_gap_where_the_other_has_fewer_than_five():
    everybody = people(8, 6)
    recorded = [*values(everybody), *values([*everybody[:8], *everybody[8:11]], 4), *values(everybody[:8], 5)]
    assert list(group(Procedure.FUSION, OPEN, everybody, recorded).weeks) == [3, 5]
    assert list(group(Procedure.FUSION, MINIMALLY, everybody, recorded).weeks) == [3]
    assert [each.n for each in group(Procedure.FUSION, None, everybody, recorded).weeks.values()] == [14, 11, 8]


def test_an_approach_is_hidden_whole_where_the_other_one_is_a_group_under_five():
    everybody = people(20, 3)
    assert group(Procedure.FUSION, OPEN, everybody, values(everybody)).size is None
    assert group(Procedure.FUSION, None, everybody, values(everybody)).size == 23
    assert group(Procedure.FUSION, OPEN, people(20), values(people(20))).size == 20


def test_values_of_another_procedure_or_of_somebody_who_is_not_counted_are_left_out():
    everybody = [*people(5), member(77, procedure=Procedure.DISCECTOMY)]
    told = group(Procedure.FUSION, None, everybody, [*values(everybody), *values([member(99)])])
    assert told.weeks[3].n == 5


@given(st.permutations(range(12)), WANTED)
def test_the_order_of_the_patients_changes_nothing(order, wanted):
    everybody, recorded = people(6, 6), values(people(6, 6))
    shuffled = [everybody[place] for place in order]
    expected = group(Procedure.FUSION, wanted, everybody, recorded)
    assert group(Procedure.FUSION, wanted, shuffled, [recorded[place] for place in order]) == expected


def test_beside_those_who_recorded_exercises_stand_all_who_had_a_plan():
    everybody = people(9)
    told = group(Procedure.FUSION, None, everybody, [*values(everybody[:6], 1), *values(everybody[:5], 2)])
    first_day = everybody[0].operated_on
    began = {each.episode_id: first_day + timedelta(days=13) for each in everybody[:8]}
    began[everybody[8].episode_id] = first_day + timedelta(days=14)
    assert had_plan(told, None, everybody, began, first_day + timedelta(days=30)) == {1: 8, 2: 9}
    assert had_plan(told, None, everybody, began, first_day + timedelta(days=13)) == {1: 8}
    assert had_plan(told, OPEN, people(5, 4), began, first_day + timedelta(days=30)) == {}


def test_a_person_with_two_operations_of_a_kind_counts_once_with_the_first():
    first, second = member(1, patient=7), member(2, MINIMALLY, patient=7, day=200)
    other_kind = member(3, patient=7, procedure=Procedure.DISCECTOMY, day=300)
    assert set(counted_once([second, other_kind, first])) == {first, other_kind}


def test_weeks_in_a_row_make_one_run():
    assert runs([5, 0, 1, 2, 4, 9]) == [[0, 1, 2], [4, 5], [9]]
    assert not runs([])
