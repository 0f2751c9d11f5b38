"""The synthetic cohort: reproducible, inside its bounds, and near the anchors of CLINICAL.md 7."""

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.cohort import EventKind, cohort, simulate
from recovery.domain.operation import Procedure


@given(st.sampled_from(list(Procedure)), st.integers(0, 10_000), st.integers(0, 500))
def test_a_patient_of_a_seed_is_always_the_same_and_every_score_is_possible(procedure, seed, index):
    patient = simulate(procedure, seed=seed, index=index, days=40)
    assert patient == simulate(procedure, seed=seed, index=index, days=40)
    for day in patient.days:
        assert {day.back, day.leg, day.back_worst, day.leg_worst} <= set(range(11))
        assert day.back <= day.back_worst
        assert day.leg <= day.leg_worst
        assert 0 <= day.walking_minutes <= 600
        assert 0 <= day.steps <= 60_000


def test_a_patient_does_not_depend_on_the_size_of_the_cohort():
    small = list(cohort(Procedure.FUSION, seed=3, size=2, days=10))
    assert small == list(cohort(Procedure.FUSION, seed=3, size=5, days=10))[:2]


def test_other_seeds_are_other_people():
    assert simulate(Procedure.FUSION, seed=1, index=0, days=30) != simulate(Procedure.FUSION, seed=2, index=0, days=30)


@pytest.fixture(scope="module", params=Procedure)
def people(request):
    return request.param, list(cohort(request.param, seed=11, size=700, days=60))


MEANS = {"fusion": (6.0, 6.5), "laminectomy": (6.0, 5.5), "discectomy": (6.7, 4.7)}


def test_scores_before_surgery_are_near_their_published_means(people):
    procedure, patients = people
    leg, back = MEANS[procedure]
    assert mean(patient.leg_before for patient in patients) == pytest.approx(leg, abs=0.5)
    assert mean(patient.back_before for patient in patients) == pytest.approx(back, abs=0.5)


def test_pain_falls_adherence_and_answers_are_near_their_means_and_classes_go_together(people):
    _procedure, patients = people
    assert mean(p.days[0].back for p in patients) > mean(p.days[-1].back for p in patients) + 0.5
    assert mean(p.adherence for p in patients) == pytest.approx(0.62, abs=0.06)
    answered = mean(day.records for p in patients for day in p.days[:7])
    assert answered == pytest.approx(0.74, abs=0.06)
    same = mean(p.leg_class == p.back_class for p in patients)
    assert same > 0.5


def test_steps_come_back_by_week_8(people):
    _procedure, patients = people
    week_1, week_8 = (mean(p.days[day].steps for p in patients) for day in (6, 58))
    assert 0.2 < week_1 / week_8 < 0.4


def test_events_are_as_rare_as_published_and_fall_in_their_windows():
    patients = list(cohort(Procedure.DISCECTOMY, seed=5, size=3000, days=90))
    events = [event for patient in patients for event in patient.events]
    re_herniations = [event for event in events if event.kind is EventKind.RE_HERNIATION]
    infections = [event for event in events if event.kind is EventKind.INFECTION]
    flares = [event for event in events if event.kind is EventKind.FLARE]
    assert 0.012 < len(re_herniations) / 3000 < 0.028
    assert 0.004 < len(infections) / 3000 < 0.018
    assert len(flares) / 3000 / (90 / 30.44) == pytest.approx(0.15, abs=0.02)
    assert all(21 <= event.onset_day <= 75 for event in re_herniations)
    assert all(6 <= event.onset_day <= 28 for event in infections)


def test_a_re_herniation_lifts_leg_pain_within_two_days():
    patients = cohort(Procedure.DISCECTOMY, seed=5, size=1500, days=80)
    rises = []
    for patient in patients:
        for event in patient.events:
            if event.kind is EventKind.RE_HERNIATION:
                before = mean(day.leg for day in patient.days[event.onset_day - 8 : event.onset_day - 1])
                after = mean(day.leg for day in patient.days[event.onset_day : event.onset_day + 3])
                rises.append(after - before)
    assert mean(rises) > 2
