"""The clinic's own usual range: one score a person and day, and only days that 50 people carry."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery.domain.clinic_course import FEWEST_PEOPLE, offer
from recovery.domain.expected_course import Site, UsualRange
from recovery.domain.operation import Procedure

MADE_ON = date(2026, 11, 22)
BACK = (Procedure.FUSION, Site.BACK)
FEW = FEWEST_PEOPLE - 1


def course(people, key=BACK):
    return offer({key: people}, MADE_ON).course


def scoring(*scores, days=range(3, 31)):
    """One person for each score, the same on every day."""
    return [dict.fromkeys(days, score) for score in scores]


TEN_EACH = [*range(10)] * 10
"""A hundred people, ten for each score from 0 to 9."""


def range_on(told, day, key=BACK):
    return told.course.range_on(*key, day)


def test_it_is_the_middle_eight_tenths_from_day_3():
    told = course(scoring(*TEN_EACH))
    assert range_on(told, 3) == range_on(told, 30) == UsualRange(1, 8)
    assert range_on(told, 2) is None
    assert told.people[BACK] == (100, 100)


def test_before_50_people_carry_a_day_nothing_is_offered_and_it_says_how_many_there_are():
    few = offer({BACK: scoring(*([4] * FEW))}, MADE_ON)
    assert few.course is None
    assert few.most == {Procedure.FUSION: FEW, Procedure.LAMINECTOMY: 0, Procedure.DISCECTOMY: 0}
    assert course(scoring(*([4] * FEWEST_PEOPLE))) is not None


def test_the_days_end_where_fewer_than_50_carry_them():
    told = course([*scoring(*([4] * FEW)), *scoring(4, days=range(3, 13))])
    assert list(told.course.days(*BACK)) == list(range(3, 16))  # the last person's day 12 serves three days more
    assert range_on(told, 16) is None


def test_somebody_who_records_every_day_counts_as_much_as_somebody_who_records_once():
    daily, once = scoring(*([2] * 30), days=range(7, 14)), scoring(*([8] * 30), days=[10])
    assert course([*daily, *once]).people[BACK] == (60, 60)
    assert range_on(course([*daily, *once]), 10) == UsualRange(2, 8)


def test_the_nearest_day_counts_and_of_two_the_earlier():
    told = course([{9: 1, 11: 9}] * FEWEST_PEOPLE)
    assert [range_on(told, day).high for day in (8, 9, 10, 11, 12)] == [1, 1, 1, 9, 9]


def test_near_the_operation_no_day_before_the_first_is_taken():
    assert list(course([{1: 5}] * FEWEST_PEOPLE).course.days(*BACK)) == [3, 4]
    assert course([{0: 5}] * FEWEST_PEOPLE) is None


def test_another_score_is_another_source_and_the_order_of_people_is_none():
    people = scoring(*TEN_EACH)
    assert course(people).source == course(people[::-1]).source
    assert course([*people[1:], *scoring(1)]).source != course(people).source


def test_what_has_no_50_people_is_not_covered():
    told = course(scoring(*TEN_EACH))
    assert told.course.covers(Procedure.FUSION)
    assert not told.course.covers(Procedure.DISCECTOMY)
    assert told.course.range_on(Procedure.DISCECTOMY, Site.LEG, 10) is None
    assert not told.course.days(Procedure.FUSION, Site.LEG)


@pytest.mark.parametrize(("score", "number"), [(3.4, 3), (3.5, 4), (10, 10), (0, 0)])
def test_a_figure_between_two_numbers_goes_to_the_nearest(score, number):
    assert range_on(course(scoring(*([score] * FEWEST_PEOPLE))), 10) == UsualRange(number, number)


PERSON = st.dictionaries(st.integers(1, 40), st.integers(0, 10), max_size=6)


@settings(max_examples=15)
@given(st.lists(PERSON, min_size=1, max_size=6), st.integers(0, 3))
def test_every_day_that_has_a_range_is_carried_by_50_people_and_every_range_by_scores(kinds, more):
    people = kinds * (FEWEST_PEOPLE // len(kinds) + more)
    told = course(people)
    if told is None:
        return
    days = told.course.days(*BACK)
    assert len(people) >= told.people[BACK][1] >= told.people[BACK][0] >= FEWEST_PEOPLE
    scored = {score for person in people for score in person.values()}
    for day in days:
        held = range_on(told, day)
        assert held is not None
        assert min(scored) <= held.low <= held.high <= max(scored)
