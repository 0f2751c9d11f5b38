"""The ribbon and the bands of a pathway of one's own: a stage that came twice, and one that is kept."""

from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.pathway import Pathway
from recovery.domain.stage import Stage, StageSpan
from recovery.web.present.charts.axis import DayAxis, bands
from recovery.web.present.charts.ribbon import ribbon

NAMES = {stage: stage.value for stage in Stage}


def own(*spans, without_day=()):
    """With the days before the operation."""
    told = [("before", None, -1), *spans]
    return Pathway(tuple(StageSpan(Stage(key), first, last) for key, first, last in told), without_day)


def test_after_a_step_back_each_stage_stands_once_in_the_ribbon_and_twice_in_the_bands():
    early, building = ("early_healing", 14, 41), ("building_up", 42, 49)
    pathway = own(("first_days", 0, 13), early, building, ("early_healing", 50, 60), ("long_term", 61, None))
    chart = ribbon(pathway, 55, NAMES)
    assert chart.title == "Stage 2 of 3: early_healing"
    assert chart.description == "Day 55. This stage is from day 50 to day 60."
    assert len(chart.shapes) == 3
    assert len([shape for shape in bands(DayAxis(0, 60, 0, 900), pathway, NAMES, 100) if shape.tag == "rect"]) == 4


@given(st.integers(14, 800))
def test_a_stage_that_is_kept_has_no_last_day_and_the_stages_after_it_still_count(day):
    pathway = own(("first_days", 0, 13), ("early_healing", 14, None), without_day=(Stage.BUILDING_UP,))
    chart = ribbon(pathway, day, NAMES)
    assert chart.title == "Stage 2 of 3: early_healing"
    assert chart.description == f"Day {day}. This stage began on day 14."


def test_days_that_have_no_stage_have_no_ribbon():
    """After a cervical operation, before the day on which one was set."""
    pathway = Pathway((StageSpan(Stage.EARLY_HEALING, 20, None),), (Stage.FIRST_DAYS,))
    assert ribbon(pathway, 19, NAMES) is None
    assert ribbon(pathway, 20, NAMES) is not None
