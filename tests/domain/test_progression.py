"""One step further or easier: readable amounts, inside the bounds, and one back leads to where it began."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.progression import CHANGED_IN_ORDER, Step, Way, next_step

AMOUNTS = st.fixed_dictionaries(
    {name: st.none() | st.integers(bounds.low, bounds.high) for name, bounds in CHANGED_IN_ORDER.items()}
)


@pytest.mark.parametrize(
    ("amounts", "up", "down"),
    [
        ({"sets": 2, "repetitions": 10}, ("repetitions", 12), ("repetitions", 8)),
        ({"repetitions": 5, "hold_seconds": 5}, ("repetitions", 6), ("repetitions", 4)),
        ({"sets": 3, "hold_seconds": 20}, ("hold_seconds", 25), ("hold_seconds", 18)),
        ({"minutes": 10}, ("minutes", 12), ("minutes", 8)),
        ({"minutes": 7}, ("minutes", 8), ("minutes", 6)),
        ({"sets": 2}, ("sets", 3), ("sets", 1)),
        ({"sets": 2, "repetitions": 1}, ("repetitions", 2), ("sets", 1)),
        ({"sets": 2, "repetitions": 200}, ("sets", 3), ("repetitions", 190)),
        ({"repetitions": 0, "minutes": 60}, ("minutes", 70), ("minutes", 55)),
    ],
)
def test_a_step_changes_the_first_amount_that_can_go_further(amounts, up, down):
    for way, (name, after) in zip(Way, (up, down), strict=True):
        assert next_step(amounts, way) == Step(name, amounts[name], after)


@pytest.mark.parametrize("amounts", [{}, {"repetitions": None, "sets": 0}])
def test_where_no_amount_is_named_there_is_no_step(amounts):
    assert not any(next_step(amounts, way) for way in Way)


def test_what_is_at_its_end_goes_no_further():
    assert next_step({"sets": 1, "repetitions": 1}, Way.EASE) is None
    assert next_step({"sets": 20, "repetitions": 200}, Way.PROGRESS) is None


@given(AMOUNTS, st.sampled_from(Way))
def test_a_step_stays_in_bounds_and_goes_the_right_way(amounts, way):
    step = next_step(amounts, way)
    if step is not None:
        assert step.after in CHANGED_IN_ORDER[step.amount]
        assert step.after >= 1
        assert (step.after > step.before) is (way is Way.PROGRESS)


@given(st.sampled_from(sorted(CHANGED_IN_ORDER)), st.integers(1, 300))
def test_a_step_and_one_back_is_where_it_began_once_the_amount_is_a_readable_one(name, value):
    first = next_step({name: value}, Way.PROGRESS)
    second = next_step({name: first.after}, Way.PROGRESS) if first else None
    if second:
        assert next_step({name: second.after}, Way.EASE).after == first.after
