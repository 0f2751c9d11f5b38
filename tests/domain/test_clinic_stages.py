"""A clinic's days: in order, from day 0 to the long term, so that no day is left out or doubled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.clinic_stages import AFTER_OPERATION, SHIPPED, ClinicStages, Wrong, spans_of, wrong_with
from recovery.domain.operation import Procedure
from recovery.domain.stage import RHYTHM_DAYS, SHIPPED_RHYTHMS, Stage

FUSION = SHIPPED.begins[Procedure.FUSION]


def test_what_is_shipped_is_fine():
    assert all(wrong_with(begins) is None for begins in SHIPPED.begins.values())
    assert RHYTHM_DAYS[Stage.GETTING_STRONGER] == 3.5


@pytest.mark.parametrize(
    ("changed", "wrong", "stage"),
    [
        ({"first_days": 1}, Wrong.FIRST_IS_NOT_DAY_0, "first_days"),
        ({"long_term": None}, Wrong.NO_LONG_TERM, "long_term"),
        ({"building_up": 14}, Wrong.NOT_IN_ORDER, "building_up"),
        ({"early_healing": 50}, Wrong.NOT_IN_ORDER, "building_up"),
        ({"early_healing": 0}, Wrong.OUT_OF_BOUNDS, "early_healing"),
        ({"long_term": 3651}, Wrong.OUT_OF_BOUNDS, "long_term"),
        ({"getting_stronger": None}, None, None),
    ],
)
def test_what_is_wrong_is_named_with_its_stage(changed, wrong, stage):
    begins = {each: changed.get(each, day) for each, day in FUSION.items()}
    begins = {each: day for each, day in begins.items() if day is not None}
    assert wrong_with(begins) == ((wrong, stage) if wrong else None)
    if wrong:
        with pytest.raises(ValueError, match="in order"):
            ClinicStages({**SHIPPED.begins, Procedure.FUSION: begins}, SHIPPED_RHYTHMS)


@given(st.dictionaries(st.sampled_from(AFTER_OPERATION), st.integers(0, 400)), st.integers(-30, 800))
def test_whatever_is_not_wrong_gives_every_day_exactly_one_stage(begins, day):
    if wrong_with(begins) is None:
        assert sum(day in span for span in spans_of(begins)) == 1


def test_a_version_without_a_procedure_or_a_rhythm_cannot_be_made():
    with pytest.raises(ValueError, match="every procedure"):
        ClinicStages({Procedure.FUSION: FUSION}, SHIPPED_RHYTHMS)
