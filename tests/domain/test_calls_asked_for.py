"""W11 of CLINICAL.md 6: the patient asked for a call; where it stands among the other reasons."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.call_requests import AskedCall
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import Facts, Group, RecordedSign, Thresholds, assess, group_of, urgency

DAY_0 = date(2026, 1, 1)
NOON = datetime(2026, 1, 10, 12, 0, tzinfo=UTC)
THAT_DAY = NOON.date()
HOUR = timedelta(hours=1)


def facts(call=None, *, status=EpisodeStatus.ACTIVE, is_silent=False, tiers=()):
    operation = Operation(frozenset({Procedure.FUSION}), Approach.OPEN, Region.LUMBAR, DAY_0)
    signs = tuple(
        RecordedSign(place, uuid4(), 1, TickedSign(tier, "calf-sore-swollen"), NOON, THAT_DAY)
        for place, tier in enumerate(tiers)
    )
    return Facts(
        Episode(UUID(int=1), UUID(int=2), operation, status),
        joined_on=DAY_0,
        last_entry_on=None if is_silent else THAT_DAY,
        signs=signs,
        asked_call=call,
    )


def asked(at=NOON, **came):
    return AskedCall(uuid4(), at, **came)


def rules(known, today=THAT_DAY):
    return [reason.rule.value for reason in assess(known, Thresholds(), today)]


def test_a_call_asked_for_is_a_reason_for_today_and_none_is_none():
    (reason,) = assess(facts(asked()), Thresholds(), THAT_DAY)
    assert (reason.rule, reason.group) == ("W11", Group.TODAY)
    assert rules(facts()) == []


@pytest.mark.parametrize(
    "came", [{"taken_back_at": NOON}, {"closed_at": NOON}, {"closed_at": NOON, "taken_back_at": NOON}]
)
def test_once_closed_or_taken_back_it_is_no_reason(came):
    assert rules(facts(asked(**came))) == []


@pytest.mark.parametrize("status", EpisodeStatus)
def test_it_stands_whatever_the_status_except_died(status):
    assert rules(facts(asked(), status=status)) == ([] if status is EpisodeStatus.DIED else ["W11"])


@pytest.mark.parametrize("days", [0, 1, 40, 4000])
def test_it_never_grows_old(days):
    assert "W11" in rules(facts(asked()), THAT_DAY + timedelta(days=days))


def test_the_group_is_that_of_the_most_urgent_reason():
    both = assess(facts(asked(), tiers=(Tier.TODAY,), is_silent=True), Thresholds(), THAT_DAY)
    assert [reason.rule.value for reason in both] == ["W1", "W11", "W6"]
    assert group_of(both) is Group.NOW
    assert group_of(assess(facts(asked(), is_silent=True), Thresholds(), THAT_DAY)) is Group.TODAY
    by_need = [Group.NOW, Group.TODAY, Group.NOT_HEARD_FROM, Group.NEXT_VISIT, Group.NOTHING_RAISED]
    assert list(Group) == [*by_need, Group.NOT_RECORDING]


def test_a_caseload_stands_signs_then_the_longest_wait_for_a_call_then_silence():
    by_need = [
        facts(tiers=(Tier.EMERGENCY,)),
        facts(asked(NOON - 9 * HOUR), tiers=(Tier.TODAY,)),
        facts(asked(NOON - 2 * HOUR)),
        facts(asked(NOON - HOUR), is_silent=True),
        facts(is_silent=True),
        facts(),
    ]
    ranked = [urgency(assess(each, Thresholds(), THAT_DAY)) for each in by_need]
    assert ranked == sorted(ranked)
    assert len(set(ranked)) == len(ranked)


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - st adds it


@given(
    st.sampled_from(EpisodeStatus),
    MOMENTS,
    st.none() | MOMENTS,
    st.none() | MOMENTS,
    st.booleans(),
    st.integers(0, 900),
)
def test_it_is_raised_exactly_while_it_stands_and_changes_no_other_reason(status, at, back, closed, is_silent, days):
    call = asked(at, taken_back_at=back, closed_at=closed)
    known = facts(call, status=status, is_silent=is_silent, tiers=(Tier.TODAY,))
    today = DAY_0 + timedelta(days=days)
    stands = back is None and closed is None and status is not EpisodeStatus.DIED
    told = rules(known, today)
    assert ("W11" in told) is stands
    assert [rule for rule in told if rule != "W11"] == rules(replace(known, asked_call=None), today)
