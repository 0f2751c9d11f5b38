"""A patient's own pathway: what is decided counts from its day on, days before keep their stage, no day is left out."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.clinic_stages import AFTER_OPERATION, SHIPPED, SHIPPED_IN_FORCE, ClinicStages, InForce
from recovery.domain.deciding import kind_of, problem_with, stages_ahead, stages_to_choose
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.pathway import PATHWAYS
from recovery.domain.stage import SHIPPED_RHYTHMS, Rhythm, Stage, StageSpan
from recovery.domain.stage_decision import Kind, Problem, StageDecision

OPERATED_ON = date(2026, 11, 10)
EARLY, BUILDING, STRONGER = Stage.EARLY_HEALING, Stage.BUILDING_UP, Stage.GETTING_STRONGER


def episode(*decisions, procedure=Procedure.FUSION, region=Region.LUMBAR, versions=SHIPPED_IN_FORCE):
    operation = Operation(frozenset({procedure}), Approach.OPEN, region, OPERATED_ON)
    return Episode(UUID(int=1), UUID(int=2), operation, EpisodeStatus.ACTIVE).on_course(versions, decisions)


def begins(one):
    return [(span.stage, span.first_day) for span in one.pathway.spans if span.first_day is not None]


def on(day):
    return OPERATED_ON + timedelta(days=day)


def version(from_day, **changed):
    """Fusion with other first days, signed off on that day."""
    fusion = {**SHIPPED.begins[Procedure.FUSION], **{Stage(key): day for key, day in changed.items()}}
    return InForce(on(from_day), ClinicStages({**SHIPPED.begins, Procedure.FUSION: fusion}, SHIPPED_RHYTHMS))


hold = st.builds(
    StageDecision,
    st.sampled_from([Kind.HOLD, Kind.STEP_BACK, Kind.MOVE, Kind.LIFT, Kind.BY_CLINIC]),
    st.integers(-10, 500),
    st.sampled_from(AFTER_OPERATION),
    st.none() | st.integers(1, 600),
)
days = st.builds(
    StageDecision,
    st.just(Kind.DAYS),
    st.integers(-10, 500),
    begins=st.dictionaries(st.sampled_from(AFTER_OPERATION), st.integers(1, 900), max_size=3),
)
decided = st.lists(hold | days, max_size=5)


@given(decided, st.sampled_from(list(Procedure)), st.integers(-30, 800))
def test_every_day_has_exactly_one_stage_whatever_was_decided(decisions, procedure, day):
    spans = episode(*decisions, procedure=procedure).pathway.spans
    assert (spans[0], spans[-1].last_day) == (StageSpan(Stage.BEFORE, None, -1), None)
    assert all(earlier.last_day + 1 == later.first_day for earlier, later in pairwise(spans))
    assert sum(day in span for span in spans) == 1


@given(decided, hold | days)
def test_a_decision_rewrites_no_day_before_its_own(decisions, last):
    before, after = episode(*decisions).pathway, episode(*decisions, last).pathway
    for day in range(-1, max(0, last.from_day), 3):
        assert before.stage_on(day) is after.stage_on(day)


@given(decided, st.integers(-10, 500))
def test_whatever_was_decided_the_clinics_days_can_be_followed_again(decisions, day):
    one = episode(*decisions, StageDecision(Kind.BY_CLINIC, day))
    for each in range(max(0, day), 800, 7):
        assert one.pathway.stage_on(each) is PATHWAYS[Procedure.FUSION].stage_on(each)


@given(st.integers(14, 41), st.integers(0, 300))
def test_holding_then_lifting_is_holding_until_that_day(held_from, length):
    lifted_on = held_from + length
    held = StageDecision(Kind.HOLD, held_from, EARLY)
    lifted = episode(held, StageDecision(Kind.LIFT, lifted_on)).pathway
    until = episode(StageDecision(Kind.HOLD, held_from, EARLY, max(42, lifted_on))).pathway
    assert lifted.spans == until.spans
    assert lifted.stage_on(max(42, lifted_on)) is BUILDING
    assert lifted.stage_on(max(42, lifted_on) + 42) is STRONGER, "nobody skips a stage for having been slow"


def test_nothing_decided_is_the_clinics_own():
    assert episode().pathway.spans == PATHWAYS[Procedure.FUSION].spans
    assert {each: SHIPPED.begins[each] for each in Procedure} == {
        procedure: {span.stage: span.first_day for span in pathway.spans if span.first_day is not None}
        for procedure, pathway in PATHWAYS.items()
    }


def test_a_hold_keeps_the_stage_and_no_later_day_is_known():
    one = episode(StageDecision(Kind.HOLD, 40, EARLY))
    assert begins(one) == [(Stage.FIRST_DAYS, 0), (EARLY, 14)]
    assert one.pathway.without_day == (BUILDING, STRONGER, Stage.BACK_TO_LIFE, Stage.LONG_TERM)
    assert one.pathway.stages == PATHWAYS[Procedure.FUSION].stages
    assert one.kept_on(on(39)) is None
    assert one.kept_on(on(400)).stage is EARLY
    assert stages_ahead(one, on(41)) == {}


def test_a_hold_until_a_day_moves_the_later_stages_along():
    one = episode(StageDecision(Kind.HOLD, 40, EARLY, 52))
    assert begins(one)[1:] == [(EARLY, 14), (BUILDING, 52), (STRONGER, 94), ("back_to_life", 192), ("long_term", 375)]
    assert one.kept_on(on(51))
    assert one.kept_on(on(52)) is None


def test_a_hold_can_be_made_shorter_again():
    one = episode(StageDecision(Kind.HOLD, 40, EARLY, 60), StageDecision(Kind.HOLD, 45, EARLY, 50))
    assert begins(one)[1:4] == [(EARLY, 14), (BUILDING, 50), (STRONGER, 92)]


def test_moved_on_early_the_stages_after_it_keep_their_days():
    one = episode(StageDecision(Kind.MOVE, 30, BUILDING))
    assert begins(one)[1:4] == [(EARLY, 14), (BUILDING, 30), (STRONGER, 84)]


def test_a_step_back_stands_beside_what_was_before_and_keeps_the_count_of_stages():
    one = episode(StageDecision(Kind.STEP_BACK, 50, EARLY, 60))
    assert begins(one)[1:5] == [(EARLY, 14), (BUILDING, 42), (EARLY, 50), (BUILDING, 60)]
    assert one.pathway.stages == PATHWAYS[Procedure.FUSION].stages
    assert one.pathway.stage_on(45) is BUILDING
    assert one.pathway.next_of(BUILDING, 55).first_day == 60


def test_no_single_day_is_moved_while_a_step_back_lies_ahead():
    one = episode(StageDecision(Kind.STEP_BACK, 60, EARLY, 70))
    assert stages_ahead(one, on(20)) == {}
    assert stages_ahead(one, on(61)) == {}, "kept"
    assert stages_ahead(one, on(70)) == {STRONGER: 112, Stage.BACK_TO_LIFE: 210, Stage.LONG_TERM: 393}


def test_single_days_are_moved_alone():
    one = episode(StageDecision(Kind.DAYS, 20, begins={BUILDING: 49}))
    assert begins(one)[1:4] == [(EARLY, 14), (BUILDING, 49), (STRONGER, 84)]
    assert one.kept_on(on(20)) is None


def test_after_a_cervical_operation_the_stage_that_was_set_stands_until_another_is():
    one = episode(StageDecision(Kind.MOVE, 10, EARLY), region=Region.CERVICAL)
    assert [one.pathway.stage_on(day) for day in (-1, 9, 10, 700)] == [None, None, EARLY, EARLY]
    assert one.pathway.stages[-1] is Stage.LONG_TERM
    again = episode(StageDecision(Kind.MOVE, 10, EARLY), StageDecision(Kind.MOVE, 60, STRONGER), region=Region.CERVICAL)
    assert again.check_in_interval(on(59)) == 1
    assert again.check_in_interval(on(60)) == 3.5


def test_another_version_of_the_clinic_counts_from_its_day_with_the_same_decisions_on_top():
    versions = (*SHIPPED_IN_FORCE, version(45, building_up=56))
    one = episode(versions=versions)
    assert [one.pathway.stage_on(day) for day in (44, 45, 55, 56)] == [BUILDING, EARLY, EARLY, BUILDING]
    held = episode(StageDecision(Kind.HOLD, 40, EARLY, 60), versions=versions)
    assert begins(held)[1:4] == [(EARLY, 14), (BUILDING, 60), (STRONGER, 88)]


def test_of_versions_from_before_the_operation_the_last_one_counts_from_its_first_day():
    before = (*SHIPPED_IN_FORCE, version(-40, building_up=50), version(-3, building_up=56))
    assert begins(episode(versions=before)) == begins(episode(versions=before[-1:]))
    assert begins(episode(versions=before))[2] == (BUILDING, 56)


def test_a_rhythm_that_was_signed_off_is_the_stages_own():
    weekly = ClinicStages(SHIPPED.begins, {**SHIPPED_RHYTHMS, EARLY: Rhythm.WEEKLY})
    one = episode(versions=(*SHIPPED_IN_FORCE, InForce(on(5), weekly)))
    assert one.check_in_interval(on(20)) == 7


def refused(one, kind, day, stage=None, until=None, today=None, **values):
    return problem_with(one, StageDecision(kind, day, stage, until, **values), on(day if today is None else today))


def test_what_cannot_be_decided_is_named():
    one = episode()
    assert refused(one, Kind.HOLD, 20, EARLY) is None
    assert refused(one, Kind.HOLD, 20, EARLY, today=21) is Problem.IN_THE_PAST
    assert refused(one, Kind.HOLD, -1, Stage.FIRST_DAYS) is Problem.IN_THE_PAST, "never before day 0"
    assert refused(one, Kind.STEP_BACK, 20, Stage.BEFORE) is Problem.NO_SUCH_STAGE
    assert refused(episode(procedure=Procedure.LAMINECTOMY), Kind.MOVE, 20, STRONGER) is Problem.NO_SUCH_STAGE
    assert refused(one, Kind.HOLD, 20, EARLY, 42) is Problem.ENDS_TOO_SOON
    assert refused(one, Kind.STEP_BACK, 50, EARLY, 50) is Problem.ENDS_TOO_SOON
    assert refused(one, Kind.MOVE, 20, BUILDING, 30) is Problem.MOVE_WITH_END
    assert refused(one, Kind.LIFT, 20) is Problem.NOT_KEPT
    assert refused(one, Kind.BY_CLINIC, 20) is Problem.SO_ALREADY
    held = episode(StageDecision(Kind.HOLD, 20, EARLY))
    assert refused(held, Kind.HOLD, 21, EARLY) is Problem.SO_ALREADY
    assert refused(held, Kind.HOLD, 21, EARLY, 43) is None
    assert refused(held, Kind.DAYS, 21, begins={BUILDING: 49}) is Problem.KEPT
    assert refused(held, Kind.BY_CLINIC, 21) is None


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({BUILDING: 49}, None),
        ({BUILDING: 42}, Problem.SO_ALREADY),
        ({BUILDING: 84}, Problem.NOT_IN_ORDER),
        ({BUILDING: 20}, Problem.NOT_IN_ORDER),
        ({BUILDING: 90, STRONGER: 120}, None),
        ({Stage.LONG_TERM: 4000}, Problem.NOT_IN_ORDER),
        ({EARLY: 30}, Problem.NO_SUCH_STAGE),
    ],
)
def test_days_ahead_stay_in_order(changed, problem):
    assert refused(episode(), Kind.DAYS, 20, begins=changed) is problem


def test_what_is_chosen_beside_what_stands_is_a_hold_a_move_or_a_step_back():
    one, neck = episode(), episode(region=Region.CERVICAL)
    assert [kind_of(one, each, 20) for each in (EARLY, BUILDING, Stage.FIRST_DAYS)] == ["hold", "move", "step_back"]
    assert kind_of(neck, EARLY, 20) is Kind.MOVE
    assert refused(neck, Kind.MOVE, 20, EARLY, 30) is Problem.END_WITHOUT_DAYS
    assert stages_to_choose(neck) == AFTER_OPERATION
