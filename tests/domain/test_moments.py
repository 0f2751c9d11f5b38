"""A passage at its moment: only one that suits the stage and the operation anyway, and the most fitting of them."""

from itertools import chain, combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moment import TODAY

from recovery.domain.guidance import Moment, Passage, Placement, passage_at, passages_for, suiting, why_shown
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.pathway import pathway_of
from recovery.domain.stage import Stage

PROCEDURES = [frozenset(each) for each in chain.from_iterable(combinations(Procedure, size) for size in (1, 2, 3))]
OPERATIONS = [Operation(some, approach, Region.LUMBAR, TODAY) for some, approach in product(PROCEDURES, Approach)]
FIRST_DAYS = (Placement(Stage.FIRST_DAYS),)
FUSION = Operation(frozenset({Procedure.FUSION}), Approach.OPEN, Region.LUMBAR, TODAY)


def passage(number=1, *, placements=FIRST_DAYS, moments=(), approved_by="Lena Fox"):
    return Passage(
        document_title="Guide",
        version=1,
        paragraph=number,
        paragraphs=9,
        first_sentence=1,
        last_sentence=1,
        original="Walk.",
        paragraph_text="Walk.",
        heading=f"About {number}",
        plain="Walk.",
        placements=tuple(placements),
        approved_by=approved_by,
        moments=frozenset(moments),
    )


placements = st.builds(
    Placement,
    st.sampled_from(Stage),
    st.none() | st.sampled_from(Procedure),
    st.none() | st.sampled_from(Approach),
    st.booleans(),
)
passages = st.lists(
    st.builds(
        passage,
        st.integers(1, 9),
        placements=st.lists(placements, max_size=4),
        moments=st.frozensets(st.sampled_from(Moment)),
        approved_by=st.sampled_from(["", "Lena Fox"]),
    ),
    max_size=6,
    unique_by=lambda each: each.paragraph,
)


@given(passages, st.sampled_from(Moment), st.sampled_from(OPERATIONS), st.sampled_from(Stage))
def test_a_moment_never_widens_whom_a_passage_suits(known, moment, operation, stage):
    shown = passage_at(known, moment, operation, stage)
    fitting = [each for each in passages_for(known, operation, stage) if moment in each.moments]
    if shown is None:
        assert not fitting or (moment is Moment.FIRST_DAYS and stage is not Stage.FIRST_DAYS)
    else:
        assert shown in fitting
        assert shown.approved_by
        assert why_shown(shown, operation, stage)


@given(passages, st.sampled_from(OPERATIONS))
def test_what_suits_is_what_stands_anywhere_on_learn_once_and_in_order(known, operation):
    stages = pathway_of(operation).stages
    found = suiting(known, operation, stages)
    assert set(found) == {each for stage in stages for each in passages_for(known, operation, stage)}
    assert [each.paragraph for each in found] == sorted({each.paragraph for each in found})


def test_the_first_in_the_documents_order_is_shown():
    later, first = (passage(number, moments=[Moment.AFTER_SESSION]) for number in (8, 2))
    assert passage_at([later, first], Moment.AFTER_SESSION, FUSION, Stage.FIRST_DAYS) == first


def test_as_on_today_the_one_placed_there_comes_before_the_first():
    first = passage(2, moments=[Moment.AFTER_SESSION])
    own = passage(8, placements=[Placement(Stage.FIRST_DAYS, is_on_today=True)], moments=[Moment.AFTER_SESSION])
    assert passage_at([first, own], Moment.AFTER_SESSION, FUSION, Stage.FIRST_DAYS) == own


def test_one_without_the_moment_is_not_shown_at_it_even_where_it_is_on_today():
    today = passage(1, placements=[Placement(Stage.FIRST_DAYS, is_on_today=True)])
    assert passage_at([today], Moment.AFTER_SESSION, FUSION, Stage.FIRST_DAYS) is None


@pytest.mark.parametrize("stage", Stage)
def test_the_moment_of_the_first_days_comes_in_the_first_days_only(stage):
    everywhere = passage(1, placements=[Placement(each) for each in Stage], moments=[Moment.FIRST_DAYS])
    assert (passage_at([everywhere], Moment.FIRST_DAYS, FUSION, stage) is not None) == (stage is Stage.FIRST_DAYS)
