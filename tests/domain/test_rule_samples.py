"""Which made-up people an evaluation follows."""

from dataclasses import replace

import pytest

from recovery.domain.cohort import EventKind
from recovery.domain.evaluation import Conduct
from recovery.domain.operation import Procedure
from recovery.domain.rule_samples import FIRST_WITH_EVENT, Sample, World, cohort_samples, event_samples, results_of
from recovery.domain.rule_variants import FIRST, SHIPPED, STANDARD, VARIANTS
from recovery.domain.thresholds import Rule, Thresholds

WORLD = World(Procedure.DISCECTOMY, 4, 1.1, 90)
OFF = Conduct(Thresholds(), has_therapy=False)


def test_a_cohort_is_cut_into_samples_that_leave_nobody_out():
    samples = list(cohort_samples(STANDARD, WORLD, 120))
    assert [(each.first, each.size) for each in samples] == [(0, 50), (50, 50), (100, 20)]


@pytest.mark.parametrize(("kind", "chance"), [(EventKind.RE_HERNIATION, 0.02), (EventKind.INFECTION, 0.01)])
def test_as_many_people_are_asked_as_the_events_need_and_none_twice(kind, chance):
    first, second = event_samples(STANDARD, WORLD, kind, 60)
    assert (first.first, first.first + first.size) == (FIRST_WITH_EVENT, second.first)
    assert second.first + second.size == FIRST_WITH_EVENT + 60 / chance


def test_of_more_people_only_those_with_the_event_are_followed():
    sample = Sample(STANDARD, WORLD, FIRST_WITH_EVENT, 200, EventKind.RE_HERNIATION)
    followed = results_of(sample, OFF)
    assert followed
    assert all(EventKind.RE_HERNIATION in {event.kind for event in each.events} for each in followed)
    everybody = results_of(replace(sample, kind=None), OFF)
    assert [each for each in everybody if any(e.kind is EventKind.RE_HERNIATION for e in each.events)] == list(followed)


def test_what_is_shipped_is_compared_and_everything_is_on():
    assert VARIANTS[STANDARD].thresholds == SHIPPED == Thresholds().signed_off()
    assert all(SHIPPED.is_on(rule) for rule in Rule)
    assert VARIANTS["version 1"].thresholds == FIRST
