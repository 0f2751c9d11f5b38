"""W1 and W6 of CLINICAL.md 6, at their boundaries, and the order of a caseload."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.outcomes import SignOutcome
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import (
    Facts,
    Group,
    RecordedSign,
    Silent,
    Thresholds,
    WarningRaised,
    assess,
    group_of,
    urgency,
)

DAY_0 = date(2026, 1, 1)
NOON = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
NOT_DIED = [status for status in EpisodeStatus if status is not EpisodeStatus.DIED]
NOT_ACTIVE = [status for status in EpisodeStatus if status is not EpisodeStatus.ACTIVE]


def day(number):
    return DAY_0 + timedelta(days=number)


def episode(status=EpisodeStatus.ACTIVE, procedure=Procedure.DISCECTOMY, region=Region.LUMBAR):
    operation = Operation(frozenset({procedure}), Approach.OPEN, region, DAY_0)
    return Episode(UUID(int=1), UUID(int=2), operation, status)


def facts(last_entry=None, *, joined=-20, signs=(), called=None, **of_episode):
    return Facts(
        episode=episode(**of_episode),
        joined_on=None if joined is None else day(joined),
        last_entry_on=None if last_entry is None else day(last_entry),
        signs=tuple(signs),
        last_answered_call_on=None if called is None else day(called),
    )


def sign(tier=Tier.TODAY, at=NOON, key="calf-sore-swollen"):
    return RecordedSign(1, uuid4(), 1, TickedSign(tier, key), at, at.date())


def silent_days(known, today):
    """How many days of silence are raised on day `today`; None when nothing is."""
    reasons = [reason for reason in assess(known, Thresholds(), day(today)) if isinstance(reason, Silent)]
    return reasons[0].days if reasons else None


@pytest.mark.parametrize("status", NOT_DIED)
def test_w1_stands_whatever_the_status(status):
    (reason,) = assess(facts(8, signs=[sign()], status=status), Thresholds(), day(9))
    assert isinstance(reason, WarningRaised)
    assert group_of((reason,)) is Group.NOW


def test_w1_ends_with_death_and_without_an_open_sign():
    assert assess(facts(8, signs=[sign()], status=EpisodeStatus.DIED), Thresholds(), day(9)) == ()
    assert assess(facts(8), Thresholds(), day(9)) == ()


@pytest.mark.parametrize("today", [-30, 0, 9, 400, 4000])
def test_w1_never_grows_old(today):
    reasons = assess(facts(today, signs=[sign()]), Thresholds(), day(today))
    assert [reason.rule for reason in reasons] == ["W1"]


def test_an_answered_call_ends_silence_but_no_warning_sign():
    reasons = assess(facts(0, signs=[sign()], called=9), Thresholds(), day(10))
    assert [reason.rule for reason in reasons] == ["W1"]


@pytest.mark.parametrize(
    ("outcomes", "is_raised"),
    [
        ((), True),
        ((SignOutcome.CALLED_NO_ANSWER,), True),
        ((SignOutcome.CALLED_NO_ANSWER, SignOutcome.CALLED_NO_ANSWER), True),
        ((SignOutcome.SPOKE,), False),
        ((SignOutcome.SENT_TO_EMERGENCY,), False),
        ((SignOutcome.NO_CHANGE,), False),
        ((SignOutcome.CALLED_NO_ANSWER, SignOutcome.SPOKE), False),
    ],
)
def test_only_an_outcome_closes_a_sign_and_an_unanswered_call_is_none(outcomes, is_raised):
    decided = replace(sign(), outcomes=outcomes)
    assert bool(assess(facts(9, signs=[decided]), Thresholds(), day(9))) is is_raised


def test_closing_one_sign_leaves_the_other():
    closed, still = replace(sign(Tier.EMERGENCY), outcomes=(SignOutcome.SPOKE,)), sign()
    (reason,) = assess(facts(9, signs=[closed, still]), Thresholds(), day(9))
    assert (reason.signs, reason.tier) == ((still,), Tier.TODAY)


def test_signs_stand_most_urgent_then_newest_first():
    older = sign(Tier.TODAY, NOON)
    newer = sign(Tier.TODAY, NOON + timedelta(hours=2))
    urgent = sign(Tier.EMERGENCY, NOON - timedelta(days=3))
    (reason,) = assess(facts(9, signs=[older, newer, urgent]), Thresholds(), day(9))
    assert reason.signs == (urgent, newer, older)
    assert (reason.tier, reason.newest_at) == (Tier.EMERGENCY, urgent.ticked_at)


@pytest.mark.parametrize(
    ("last_entry", "today", "raised"),
    [
        (0, 3, None),
        (0, 4, 3),
        (5, 8, None),
        (5, 9, 3),
        (11, 14, None),
        (11, 15, 3),
        (11, 30, 18),
        (12, 16, None),
        (12, 19, None),
        (12, 20, 7),
        (20, 27, None),
        (20, 28, 7),
    ],
)
def test_w6_is_three_complete_days_in_the_first_fourteen_and_seven_later(last_entry, today, raised):
    assert silent_days(facts(last_entry), today) == raised


@pytest.mark.parametrize(("today", "raised"), [(0, None), (2, None), (3, 3), (10, 10)])
def test_w6_without_any_entry_counts_from_day_0(today, raised):
    assert silent_days(facts(None), today) == raised


@pytest.mark.parametrize(("joined", "today", "raised"), [(5, 7, None), (5, 8, 3), (13, 19, None), (13, 20, 7)])
def test_w6_counts_from_joining_when_that_is_later(joined, today, raised):
    assert silent_days(facts(None, joined=joined), today) == raised


def test_an_entry_before_surgery_does_not_begin_the_silence_before_day_0():
    assert silent_days(facts(-9), 2) is None
    assert silent_days(facts(-9), 3) == 3


def test_who_has_not_joined_is_not_silent():
    assert silent_days(facts(None, joined=None), 30) is None


@pytest.mark.parametrize("status", NOT_ACTIVE)
def test_only_an_active_episode_is_silent(status):
    assert silent_days(facts(0, status=status), 40) is None


@pytest.mark.parametrize(("procedure", "weekly_from"), [(Procedure.DISCECTOMY, 85), (Procedure.LAMINECTOMY, 85)])
def test_where_the_rhythm_is_weekly_silence_is_two_of_its_turns(procedure, weekly_from):
    last = weekly_from + 10
    assert episode(procedure=procedure).stage_on(day(last)).value == "back_to_life"
    assert silent_days(facts(last, procedure=procedure), last + 14) is None
    assert silent_days(facts(last, procedure=procedure), last + 15) == 14


@pytest.mark.parametrize("today", [-20, -1, 3000])
def test_before_surgery_and_in_the_long_term_there_is_no_silence(today):
    assert silent_days(facts(None), today) is None


def test_a_neck_operation_without_a_stage_is_still_listened_for():
    neck = facts(0, region=Region.CERVICAL)
    assert neck.episode.stage_on(day(4)) is None
    assert silent_days(neck, 4) == 3


@pytest.mark.parametrize(("today", "raised"), [(10, None), (23, None), (24, 23)])
def test_an_answered_call_is_quiet_for_fourteen_days(today, raised):
    assert silent_days(facts(0, called=10), today) == raised


def test_thresholds_are_data():
    patient = facts(0)
    assert silent_days(patient, 4) == 3
    assert assess(patient, replace(Thresholds(), silent_days_early=4), day(4)) == ()


STATUSES = st.sampled_from(list(EpisodeStatus))
DAYS = st.integers(-60, 500)


@given(DAYS, st.none() | DAYS, st.none() | DAYS, STATUSES, st.none() | DAYS)
def test_silence_counts_only_days_the_patient_could_have_recorded(today, last, joined, status, called):
    raised = silent_days(facts(last, joined=joined, status=status, called=called), today)
    if raised is None:
        return
    assert status is EpisodeStatus.ACTIVE
    assert joined is not None
    assert raised == today - max(0, joined, -1 if last is None else last + 1)
    assert raised >= 3


@given(st.integers(0, 60), st.integers(1, 90))
def test_silence_once_raised_stands_until_an_entry_comes(last, more):
    known = facts(last)
    raised_on = next(each for each in range(last, last + 30) if silent_days(known, each) is not None)
    still = silent_days(known, raised_on + more)
    is_long_term = known.episode.stage_on(day(raised_on + more)).value in {"long_term", "back_to_life"}
    assert is_long_term or still == silent_days(known, raised_on) + more
    assert silent_days(facts(raised_on + more), raised_on + more) is None


def test_a_caseload_stands_by_need():
    now = timedelta(hours=1)
    by_need = [
        facts(9, signs=[sign(Tier.EMERGENCY, NOON - now)]),
        facts(9, signs=[sign(Tier.TODAY, NOON), sign(Tier.EMERGENCY, NOON - 2 * now)]),
        facts(9, signs=[sign(Tier.TODAY, NOON + now)]),
        facts(9, signs=[sign(Tier.TODAY, NOON)]),
        facts(0),
        facts(9),
    ]
    ranked = [urgency(assess(each, Thresholds(), day(10))) for each in by_need]
    assert ranked == sorted(ranked)
    groups = [group_of(assess(each, Thresholds(), day(10))) for each in by_need]
    assert groups == [Group.NOW] * 4 + [Group.NOT_HEARD_FROM, Group.NOTHING_RAISED]
