"""The stage table of CLINICAL.md 4, day by day at every boundary, and what is asked when."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.pathway import PATHWAYS, pathway_of
from recovery.domain.questions import Question, asked
from recovery.domain.stage import RHYTHM_DAYS, Stage

OPERATED_ON = date(2026, 10, 15)
LAST_DAYS = {
    Procedure.DISCECTOMY: {
        "before": -1,
        "first_days": 6,
        "early_healing": 27,
        "building_up": 55,
        "getting_stronger": 83,
        "back_to_life": 364,
    },
    Procedure.LAMINECTOMY: {"before": -1, "first_days": 6, "early_healing": 41, "building_up": 83, "back_to_life": 364},
    Procedure.FUSION: {
        "before": -1,
        "first_days": 13,
        "early_healing": 41,
        "building_up": 83,
        "getting_stronger": 181,
        "back_to_life": 364,
    },
}


def operation(*procedures, region=Region.LUMBAR, approach=Approach.OPEN):
    return Operation(frozenset(procedures), approach, region, OPERATED_ON)


@pytest.mark.parametrize("procedure", Procedure)
def test_each_stage_ends_and_the_next_begins_as_the_table_says(procedure):
    pathway, stages = PATHWAYS[procedure], [*LAST_DAYS[procedure], "long_term"]
    for stage, following in pairwise(stages):
        last = LAST_DAYS[procedure][stage]
        assert pathway.stage_on(last) == stage
        assert pathway.stage_on(last + 1) == following
        assert pathway.next_after(last).stage == following
    assert pathway.stages == tuple(stages)


@given(st.sampled_from(list(Procedure)), st.integers(-4000, 4000))
def test_every_day_has_exactly_one_stage(procedure, day):
    assert sum(day in span for span in PATHWAYS[procedure].spans) == 1


@given(st.sets(st.sampled_from(list(Procedure)), min_size=1))
def test_with_several_procedures_the_slowest_decides(procedures):
    slowest = next(each for each in ("fusion", "laminectomy", "discectomy") if each in procedures)
    assert pathway_of(operation(*procedures)) == PATHWAYS[Procedure(slowest)]


def test_a_minimally_invasive_operation_has_no_clock_of_its_own():
    small = operation(Procedure.FUSION, approach=Approach.MINIMALLY_INVASIVE)
    assert pathway_of(small) == pathway_of(operation(Procedure.FUSION))


def test_after_a_cervical_operation_no_stage_is_named():
    episode = Episode(uuid4(), uuid4(), operation(Procedure.FUSION, region=Region.CERVICAL), EpisodeStatus.ACTIVE)
    assert episode.stage_on(OPERATED_ON + timedelta(days=3)) is None


def test_day_0_is_the_operation_day():
    assert operation(Procedure.FUSION).day_number(OPERATED_ON) == 0
    assert operation(Procedure.FUSION).day_number(OPERATED_ON - timedelta(days=1)) == -1


def test_an_operation_has_a_procedure():
    with pytest.raises(ValueError, match="one procedure or more"):
        operation()


def test_check_ins_are_due_as_often_as_the_table_says():
    assert RHYTHM_DAYS == {
        "before": None,
        "first_days": 1,
        "early_healing": 1,
        "building_up": 2,
        "getting_stronger": 3.5,
        "back_to_life": 7,
        "long_term": None,
    }


ASKED = {
    Stage.BEFORE: {"walking", "aid"},
    Stage.FIRST_DAYS: {"walking"},
    Stage.EARLY_HEALING: {"walking", "sitting"},
    None: {"walking"},
}


@pytest.mark.parametrize("stage", ASKED)
def test_what_is_asked_when_and_nothing_is_lost(stage):
    questions = asked(stage, is_weekly_due=True)
    assert set(questions.open) == ASKED[stage]
    assert set(questions.open) | set(questions.folded) == set(Question)


@pytest.mark.parametrize("stage", [Stage.BUILDING_UP, Stage.GETTING_STRONGER])
def test_sitting_steps_and_stairs_are_asked_weekly_while_building_up(stage):
    assert set(asked(stage, is_weekly_due=True).open) == {"walking", "sitting", "steps", "stairs"}
    assert set(asked(stage, is_weekly_due=False).open) == {"walking"}
