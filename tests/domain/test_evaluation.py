"""The evaluation of the rules: the app's own rhythm and rules over made-up patients, on a handful of them."""

from dataclasses import replace

import pytest

from recovery.domain.cohort import Event, EventKind, SimulatedDay, SimulatedPatient, simulate
from recovery.domain.cohort_parameters import DAYS_A_MONTH
from recovery.domain.evaluation import Conduct, PatientResult, Raised, evaluate
from recovery.domain.facts import ReasonKey
from recovery.domain.operation import Procedure
from recovery.domain.reasons import Group
from recovery.domain.simulated_entries import SimulatedEntries
from recovery.domain.thresholds import Rule, Thresholds

SIGNED_OFF = Thresholds().signed_off()
AT_ONCE = replace(SIGNED_OFF, new_days_after_review=1)
DAILY = Conduct(SIGNED_OFF, has_therapy=False)
NOBODY_LOOKS = replace(DAILY, looks_every=None)
HERNIATION = Event(EventKind.RE_HERNIATION, 22, 5)


def patient(leg, *, back=None, misses=(), events=(), leg_before=8, adherence=1.0):
    """Day 1 on: one leg score a day; `misses` are the days without a record."""
    back = back or [1] * len(leg)
    days = tuple(
        SimulatedDay(number, back[number - 1], score, back[number - 1], score, 3000, 30, records=number not in misses)
        for number, score in enumerate(leg, 1)
    )
    return SimulatedPatient(0, Procedure.DISCECTOMY, leg_before, 5, 1, 1, adherence, tuple(events), days)


def told(result, *rules):
    return [(each.day, str(each.key.rule)) for each in result.raised if each.key.rule in rules]


@pytest.mark.parametrize("procedure", Procedure)
def test_the_same_patient_gives_the_same_result_and_another_seed_another(procedure):
    made_up = simulate(procedure, seed=3, index=4, days=45)
    assert evaluate(made_up, Conduct(SIGNED_OFF), 3) == evaluate(made_up, Conduct(SIGNED_OFF), 3)
    first, other = SimulatedEntries(made_up, 3), SimulatedEntries(made_up, 9)
    assert [first.session(each) for each in made_up.days] != [other.session(each) for each in made_up.days]


def test_a_calm_patient_who_records_raises_nothing():
    result = evaluate(patient([1] * 60), DAILY, 1)
    assert result.raised == ()
    assert result.standing == {Group.NOTHING_RAISED: 60}
    assert result.standing_share([Group.NOTHING_RAISED]) == 1


def test_check_ins_come_in_the_rhythm_of_the_app():
    """Daily to day 27, every second day to day 55, then twice a week."""
    recorded = evaluate(patient([1] * 70), DAILY, 1).recorded
    assert recorded[:28] == tuple(range(1, 29))
    assert recorded[28:32] == (30, 32, 34, 36)
    assert {later - earlier for earlier, later in zip(recorded[-4:], recorded[-3:], strict=False)} == {3, 4}


def test_who_misses_a_day_is_due_on_the_next():
    recorded = evaluate(patient([1] * 40, misses={5, 30}), DAILY, 1).recorded
    assert 5 not in recorded
    assert recorded[-6:] == (28, 31, 33, 35, 37, 39)


def test_a_clear_rise_of_the_leg_makes_the_next_check_in_due_tomorrow():
    rise = patient([1] * 33 + [6] * 7)
    assert {34, 35} <= set(evaluate(rise, DAILY, 1).recorded)
    without = evaluate(rise, replace(DAILY, is_due_after_jump=False), 1).recorded
    assert 34 in without
    assert 35 not in without


def test_a_re_herniation_is_found_with_the_first_check_in_that_tells_and_the_delay_counts_from_its_onset():
    result = evaluate(patient([1] * 21 + [6] * 9, misses={22}, events=[HERNIATION]), DAILY, 1)
    assert told(result, Rule.W4)[0] == (23, "W4")
    assert result.delay(HERNIATION) == 1
    assert (result.is_found(HERNIATION, 1), result.is_found(HERNIATION, 0)) == (True, False)
    assert result.delay(HERNIATION, [Rule.W3]) == 4
    assert result.delay(HERNIATION, [Rule.W9]) is None
    assert not result.is_found(HERNIATION, 10, [Rule.W9])
    assert result.is_answering(HERNIATION)


def test_what_is_closed_comes_back_with_new_entries_and_what_nobody_looks_at_stands():
    known = patient([1] * 21 + [6] * 4)
    assert told(evaluate(known, DAILY, 1), Rule.W4) == [(22, "W4")]
    at_once = replace(DAILY, thresholds=AT_ONCE)
    assert told(evaluate(known, at_once, 1), Rule.W4) == [(22, "W4"), (23, "W4"), (24, "W4"), (25, "W4")]
    unseen = evaluate(known, NOBODY_LOOKS, 1)
    assert told(unseen, Rule.W4) == [(22, "W4")]
    assert unseen.standing[Group.TODAY] == 4
    weekly = evaluate(known, replace(at_once, looks_every=24), 1)
    assert told(weekly, Rule.W4) == [(22, "W4"), (25, "W4")]


def test_reasons_before_an_event_count_against_the_rules_and_those_after_it_do_not():
    early = [1] * 14 + [5] * 2 + [1] * 5
    result = evaluate(patient(early + [6] * 9, events=[HERNIATION]), NOBODY_LOOKS, 1)
    assert told(result, Rule.W4) == [(15, "W4"), (22, "W4")]
    assert result.raised_without_event([Rule.W4]) == 1
    assert result.quiet_days == 21
    assert result.quiet_months == pytest.approx(21 / DAYS_A_MONTH)
    assert result.is_ever_raised([Rule.W4])
    assert not result.is_ever_raised([Rule.W10])


def test_a_flare_is_no_event_and_an_event_after_the_last_day_neither():
    flare, later = Event(EventKind.FLARE, 10, 2, 3), replace(HERNIATION, onset_day=61)
    result = evaluate(patient([1] * 60, events=[flare, later]), DAILY, 1)
    assert result.events == ()
    assert result.quiet_days == 60


def test_silence_is_raised_and_who_never_answers_after_an_event_is_not_answering():
    result = evaluate(patient([1] * 40, misses=range(20, 41), events=[HERNIATION]), NOBODY_LOOKS, 1)
    assert told(result, Rule.W6) == [(27, "W6")]
    assert not result.is_answering(HERNIATION)
    assert result.standing[Group.NOT_HEARD_FROM] == 14


def test_a_look_at_a_silence_closes_it_as_far_as_it_had_come():
    result = evaluate(patient([1] * 40, misses=range(20, 41)), DAILY, 1)
    assert told(result, Rule.W6) == [(27, "W6"), (34, "W6")]


@pytest.mark.parametrize(("answered", "days"), [(1, [27, 41, 55]), (0, [27, 58])])
def test_who_is_silent_is_called_and_asked_again_after_14_days_or_a_month_after_two_calls_in_vain(answered, days):
    silent = patient([1] * 60, misses=range(20, 61))
    result = evaluate(silent, replace(DAILY, answers_calls=answered), 1)
    assert told(result, Rule.W6) == [(day, "W6") for day in days]
    assert (result.standing.get(Group.NOT_RECORDING, 0) > 0) is (answered == 0)


def test_pain_that_was_looked_at_can_be_expected_for_some_days():
    known = patient([1] * 21 + [6] * 20)
    assert len(told(evaluate(known, DAILY, 1), Rule.W4)) > 1
    assert told(evaluate(known, replace(DAILY, expects_days=28), 1), Rule.W4) == [(22, "W4")]
    worse = patient([1] * 21 + [6] * 5 + [7] * 5)
    assert told(evaluate(worse, replace(DAILY, expects_days=28), 1), Rule.W3) != []


def test_who_leaves_out_most_exercises_raises_w7_once_for_the_plan():
    conduct = Conduct(SIGNED_OFF)
    assert told(evaluate(patient([1] * 50, adherence=0.1), conduct, 1), Rule.W7) == [(14, "W7")]
    assert told(evaluate(patient([1] * 50, adherence=1.0), conduct, 1), Rule.W7) == []


def test_a_leg_that_is_no_better_raises_w10_once():
    result = evaluate(patient([6] * 70, leg_before=6), DAILY, 1)
    assert told(result, Rule.W10) == [(42, "W10")]


def test_an_answer_is_due_within_7_days_before_and_after_the_onset():
    result = PatientResult(Procedure.FUSION, 0, 60, (HERNIATION,), (15, 28), (), {})
    assert result.is_answering(HERNIATION)
    assert not replace(result, recorded=(14, 28)).is_answering(HERNIATION)
    assert not replace(result, recorded=(15, 29)).is_answering(HERNIATION)
    raised = (Raised(21, ReasonKey(Rule.W3, "leg")), Raised(32, ReasonKey(Rule.W3, "leg")))
    assert replace(result, raised=raised).delay(HERNIATION) == 10
