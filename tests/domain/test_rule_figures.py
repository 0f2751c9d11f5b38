"""What many simulated recoveries say of the rules, against figures that can be worked out by hand."""

from math import inf

import pytest

from recovery.domain.cohort import Event, EventKind
from recovery.domain.cohort_parameters import DAYS_A_MONTH
from recovery.domain.evaluation import PatientResult, Raised
from recovery.domain.facts import ReasonKey
from recovery.domain.operation import Procedure
from recovery.domain.reasons import Group
from recovery.domain.rule_figures import (
    BUDGETED,
    Estimate,
    evenings_with_a_new_reason,
    ever_raised,
    found,
    found_by_chance,
    new_reasons,
    share,
    standing_rows,
)
from recovery.domain.thresholds import Rule

HERNIATION = Event(EventKind.RE_HERNIATION, 31, 4)
EVERY_DAY = tuple(range(1, 61))


def result(*raised, events=(), recorded=EVERY_DAY, standing=None, days=60):
    keys = tuple(Raised(day, ReasonKey(rule, about)) for day, rule, about in raised)
    return PatientResult(Procedure.DISCECTOMY, 0, days, tuple(events), recorded, keys, standing or {})


def test_the_budget_is_of_w2_to_w10_without_w6():
    assert sorted(BUDGETED) == ["W10", "W2", "W3", "W4", "W7", "W8", "W9"]


def test_new_reasons_are_counted_by_patient_month_without_an_event():
    noisy = result(
        (5, Rule.W3, "leg"), (5, Rule.W4, "leg"), (9, Rule.W6, ""), (40, Rule.W3, "leg"), events=[HERNIATION]
    )
    calm = result()
    rate = new_reasons([noisy, calm], BUDGETED)
    assert rate.value == pytest.approx(2 / (90 / DAYS_A_MONTH))
    assert rate.low <= rate.value <= rate.high
    assert evenings_with_a_new_reason([noisy, calm], BUDGETED).value == pytest.approx(rate.value / 2)
    assert new_reasons([noisy, calm], [Rule.W6]).value == pytest.approx(1 / (90 / DAYS_A_MONTH))


def test_patients_who_are_alike_leave_no_doubt_and_one_patient_leaves_every():
    alike = [result((5, Rule.W3, "leg")) for _each in range(4)]
    rate = new_reasons(alike, BUDGETED)
    assert rate.low == pytest.approx(rate.high)
    assert new_reasons(alike[:1], BUDGETED).high == inf
    assert new_reasons([], BUDGETED) is None


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 10, 0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1)]
)
def test_a_share_has_wilsons_interval(part, whole, low, high):
    told = share(part, whole)
    assert (told.value, told.low, told.high) == (
        part / whole,
        pytest.approx(low, abs=1e-3),
        pytest.approx(high, abs=1e-3),
    )


def test_a_share_of_nobody_is_nothing():
    assert share(0, 0) is None


def test_rows_that_stand_are_of_100_patients_on_an_evening():
    half = result(standing={Group.TODAY: 30, Group.NOTHING_RAISED: 30})
    assert standing_rows([half, result()]).value == 25
    assert standing_rows([half, result()], (Group.NEXT_VISIT,)).value == 0


def test_ever_raised_is_of_patients():
    assert ever_raised([result((5, Rule.W3, "leg"), (6, Rule.W3, "back")), result()], [Rule.W3]).value == 0.5


def test_found_is_of_events_of_patients_who_are_still_answering():
    soon = result((33, Rule.W4, "leg"), events=[HERNIATION])
    late = result((40, Rule.W3, "leg"), events=[HERNIATION])
    never = result((5, Rule.W3, "leg"), events=[HERNIATION])
    silent = result(events=[HERNIATION], recorded=(1, 2))
    told = found([soon, late, never, silent, result()], EventKind.RE_HERNIATION, (3, 7, 10))
    assert (told.events, told.answering) == (4, 3)
    assert [told.within[days].value for days in (3, 7, 10)] == pytest.approx([1 / 3, 1 / 3, 2 / 3])
    assert told.delay == Estimate(9, 2, inf)
    assert found([soon], EventKind.INFECTION, (3,)).delay is None


def test_found_by_chance_is_of_patients_without_an_event():
    lucky, calm = result((50, Rule.W3, "back")), result()
    event = result((50, Rule.W3, "back"), events=[HERNIATION])
    assert found_by_chance([lucky, calm, event], 7).value == 0.5
    assert found_by_chance([result(days=50)], 7) is None
