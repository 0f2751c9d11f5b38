"""What many people score on a day: who is shown a range at all, and what it is made from."""

from datetime import date
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.cohort import SimulatedDay, SimulatedPatient, cohort
from recovery.domain.expected_course import (
    SIMULATED_DAYS,
    ExpectedCourse,
    Site,
    Step,
    UsualRange,
    steps_from,
    usual_range,
)
from recovery.domain.operation import Approach, Operation, Procedure, Region

SLOWEST_FIRST = (Procedure.FUSION, Procedure.LAMINECTOMY, Procedure.DISCECTOMY)
OF_PROCEDURE = {Procedure.FUSION: 6, Procedure.LAMINECTOMY: 5, Procedure.DISCECTOMY: 4}
COURSE = ExpectedCourse(
    {
        (procedure, site): (
            Step(3, UsualRange(low + (site is Site.BACK), 9)),
            Step(20, UsualRange(low + (site is Site.BACK), 8)),
        )
        for procedure, low in OF_PROCEDURE.items()
        for site in Site
    }
)


def operation(*procedures, region=Region.LUMBAR, approach=Approach.OPEN):
    return Operation(frozenset(procedures), approach, region, date(2026, 10, 15))


def shown(day, *procedures, site=Site.BACK, approved=COURSE, region=Region.LUMBAR, has_open_sign=False):
    return usual_range(approved, operation(*procedures, region=region), site, day, has_open_sign=has_open_sign)


@pytest.mark.parametrize("day", [-90, -1, 0, 1, 2, 365, 366, 4000])
def test_before_the_third_day_and_after_the_364th_there_is_no_range(day):
    assert shown(day, Procedure.FUSION) is None


@pytest.mark.parametrize(("day", "high"), [(3, 9), (4, 9), (19, 9), (20, 8), (21, 8), (364, 8)])
def test_a_step_holds_from_its_day_to_the_next(day, high):
    assert shown(day, Procedure.FUSION) == UsualRange(7, high)
    assert shown(day, Procedure.FUSION, site=Site.LEG) == UsualRange(6, high)


@given(
    day=st.integers(-100, 800),
    procedures=st.frozensets(st.sampled_from(SLOWEST_FIRST), min_size=1),
    region=st.sampled_from(Region),
    site=st.sampled_from(Site),
    has_open_sign=st.booleans(),
    is_approved=st.booleans(),
)
def test_a_range_is_shown_for_a_lumbar_operation_of_days_3_to_364_approved_and_without_an_open_sign(
    day, procedures, region, site, has_open_sign, is_approved
):
    approved = COURSE if is_approved else None
    told = shown(day, *procedures, site=site, approved=approved, region=region, has_open_sign=has_open_sign)
    if is_approved and not has_open_sign and region is Region.LUMBAR and 3 <= day <= 364:
        slowest = next(each for each in SLOWEST_FIRST if each in procedures)
        assert told.low == OF_PROCEDURE[slowest] + (site is Site.BACK)
    else:
        assert told is None


def test_with_several_procedures_the_slowest_decides():
    assert shown(12, Procedure.DISCECTOMY, Procedure.LAMINECTOMY) == shown(12, Procedure.LAMINECTOMY)
    assert shown(12, *Procedure) == shown(12, Procedure.FUSION)


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (3, 11), (5, 4)])
def test_an_impossible_range_cannot_be_made(low, high):
    with pytest.raises(ValueError, match="no range of scores"):
        UsualRange(low, high)


def test_both_ends_are_inside_and_halves_count():
    held = UsualRange(2, 6)
    assert [score in held for score in (1.9, 2, 4.5, 6, 6.1)] == [False, True, True, True, False]
    assert [score in UsualRange(0, 0) for score in (0, 1)] == [True, False]


def patients_scoring(scores_on):
    """One patient for each score that scores_on(day 1) gives; the back scores, the leg is at 5."""
    for place in range(len(scores_on(1))):
        days = tuple(
            SimulatedDay(day, scores_on(day)[place], 5, 10, 10, 0, 0, records=False)
            for day in range(1, SIMULATED_DAYS + 1)
        )
        yield SimulatedPatient(place, Procedure.FUSION, 5, 5, 1, 1, 0.5, (), days)


EVEN = [*range(10)] * 10
"""A hundred patients, ten for each score from 0 to 9."""


def test_each_end_leaves_about_one_in_ten_outside():
    steps = steps_from(patients_scoring(lambda _day: EVEN))
    assert steps[Site.BACK] == (Step(3, UsualRange(1, 8)),)
    assert steps[Site.LEG] == (Step(3, UsualRange(5, 5)),)


def scoring_nothing(count):
    """`count` of 200 score 0, the others 2. One in ten would be 20; from 41 on the number 0 is the nearer end."""
    return [0] * count + [2] * (200 - count)


@pytest.mark.parametrize(("later", "low"), [(20, 2), (41, 2), (43, 0)])
def test_an_end_moves_only_when_another_number_is_nearer_by_more_than_one_in_a_hundred(later, low):
    assert steps_from(patients_scoring(lambda _day: scoring_nothing(41)))[Site.BACK][0].range.low == 0
    steps = steps_from(patients_scoring(lambda day: scoring_nothing(20 if day < 100 else later)))[Site.BACK]
    assert [steps[0].range.low, steps[-1].range.low] == [2, low]


def test_the_days_around_a_day_count_with_it():
    steps = steps_from(patients_scoring(lambda day: [8 if day < 100 else 2]))
    assert [each.from_day for each in steps[Site.BACK]] == [3, 98, 102]


@given(st.lists(st.lists(st.integers(0, 10), min_size=5, max_size=5), min_size=1, max_size=9))
def test_whatever_people_score_a_range_is_never_empty_and_every_day_has_one(blocks):
    """Five people whose scores change every 42 days."""
    course = ExpectedCourse(
        {
            (Procedure.FUSION, site): steps
            for site, steps in steps_from(patients_scoring(lambda day: blocks[day // 42 % len(blocks)])).items()
        }
    )
    for day in range(3, 365):
        found = course.range_on(Procedure.FUSION, Site.BACK, day)
        assert 0 <= found.low <= found.high <= 10


@pytest.fixture(scope="module", params=Procedure)
def patients(request):
    return list(cohort(request.param, seed=31, size=150, days=SIMULATED_DAYS))


def test_about_four_in_five_lie_inside_and_more_than_a_third_outside_on_one_of_two(patients):
    course = ExpectedCourse({(patients[0].procedure, site): steps for site, steps in steps_from(patients).items()})
    inside, both = [], []
    for day in range(3, 365):
        back, leg = (course.range_on(patients[0].procedure, site, day) for site in Site)
        told = [(each.days[day - 1].back in back, each.days[day - 1].leg in leg) for each in patients]
        inside += [mean(each[place] for each in told) for place in (0, 1)]
        both.append(mean(all(each) for each in told))
    assert mean(inside) == pytest.approx(0.8, abs=0.06)
    assert 1 - mean(both) == pytest.approx(0.38, abs=0.05)
