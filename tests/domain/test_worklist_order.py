"""The ladder: which rules are on, for whom, in which group, and in which order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from rule_facts import (
    SIGNED_OFF,
    check_in,
    check_ins,
    day,
    facts,
    not_well,
    plan,
    session,
    steady,
    units,
    version,
)

from recovery.domain.call_requests import AskedCall
from recovery.domain.episode import EpisodeStatus
from recovery.domain.evidence import EntryVersion, Measure, recorded_days
from recovery.domain.facts import ReasonKey, ReasonsSeen, RecordedSign
from recovery.domain.reasons import Group
from recovery.domain.thresholds import ALWAYS_ON, Rule, Thresholds
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import assess, group_of, urgency

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
SIGN = RecordedSign(1, UUID(int=9), 2, TickedSign(Tier.TODAY, "calf-sore-swollen"), NOON, NOON.date())
CALL = AskedCall(UUID(int=8), NOON)


def everything(**more):
    """On day 42 every rule but W6 has something to say."""
    rise = [*steady(1, 7), *steady(6, 7)]
    recorded = check_ins(28, back=rise, leg=rise, walking=[*steady(40, 7), *steady(5, 7)], bearable=[False] * 14)
    return facts(
        recorded,
        sessions=tuple(session(number, 9, units=units(plan(), "not_done")) for number in range(28, 42)),
        plans=(plan(),),
        not_well=not_well(38, 39, 40),
        leg_before=6,
        signs=(SIGN,),
        asked_call=CALL,
        **more,
    )


def rules(known, today=42, thresholds=SIGNED_OFF):
    return {each.rule for each in assess(known, thresholds, day(today))}


def test_every_rule_can_be_raised():
    assert rules(everything()) == set(Rule) - {Rule.W6}
    assert rules(replace(everything(), last_entry_on=day(20))) == set(Rule)


def test_only_w1_w6_and_w11_are_on_until_a_version_is_signed_off():
    silent = replace(everything(), last_entry_on=day(20))
    assert rules(silent, thresholds=Thresholds()) == ALWAYS_ON == {Rule.W1, Rule.W6, Rule.W11}


@pytest.mark.parametrize("rule", sorted(set(Rule) - ALWAYS_ON))
def test_each_rule_can_be_on_alone(rule):
    assert rules(everything(), thresholds=Thresholds(on=frozenset({rule}))) == {Rule.W1, Rule.W11, rule}


@pytest.mark.parametrize("status", EpisodeStatus)
def test_only_an_active_episode_raises_w2_to_w12_and_what_was_ticked_or_asked_stands(status):
    silent = replace(everything(status=status), last_entry_on=day(20))
    expected = {
        EpisodeStatus.ACTIVE: set(Rule),
        EpisodeStatus.DIED: set(),
    }
    assert rules(silent) == expected.get(status, {Rule.W1, Rule.W11})


def test_each_rule_stands_in_its_group_and_a_row_in_that_of_its_most_urgent():
    reasons = assess(replace(everything(), last_entry_on=day(20)), SIGNED_OFF, day(42))
    by_group = {group: {each.rule.value for each in reasons if each.group is group} for group in Group}
    assert by_group == {
        Group.NOW: {"W1"},
        Group.TODAY: {"W2", "W3", "W4", "W8", "W9", "W11", "W12"},
        Group.NOT_HEARD_FROM: {"W6"},
        Group.NEXT_VISIT: {"W7", "W10"},
        Group.NOTHING_RAISED: set(),
        Group.NOT_RECORDING: set(),
    }
    places = [list(Group).index(each.group) for each in reasons]
    assert places == sorted(places)
    assert group_of(reasons) is Group.NOW
    assert group_of(()) is Group.NOTHING_RAISED


def test_every_reason_opens_the_entries_it_was_read_from():
    known = everything()
    held = {each.version for recorded in known.days for each in recorded.check_ins}
    held |= {each.version for each in (*known.sessions, *known.not_well)}
    for reason in assess(known, SIGNED_OFF, day(42)):
        if reason.rule is Rule.W1:
            assert reason.evidence == (EntryVersion(SIGN.entry_id, 2),)
        elif reason.rule is not Rule.W11:
            assert reason.evidence
            assert set(reason.evidence) <= held


def leg(*scores):
    return facts(check_ins(20, leg=[*steady(1, 7), *scores]))


def test_a_caseload_stands_by_group_and_in_it_by_how_much_changed():
    hour = timedelta(hours=1)
    week = check_ins(35, leg=steady(6, 7))
    nothing = facts(check_ins(20, leg=steady(1, 9)))
    by_need = [
        (replace(nothing, signs=(SIGN,)), 28),
        (replace(nothing, asked_call=replace(CALL, asked_at=NOON - hour)), 28),
        (replace(leg(9, 9), asked_call=CALL), 28),
        (leg(9, 9), 28),
        (leg(6, 7), 28),
        (leg(4, 4), 28),
        (replace(nothing, last_entry_on=day(4)), 28),
        (replace(nothing, last_entry_on=day(18)), 28),
        (facts(week, leg_before=6), 42),
        (nothing, 28),
        (replace(nothing, last_entry_on=day(4), not_recording_since=day(20)), 28),
    ]
    ranked = [urgency(assess(known, SIGNED_OFF, day(today))) for known, today in by_need]
    assert ranked == sorted(ranked)
    assert len(set(ranked)) == len(ranked)


@pytest.mark.parametrize(
    ("today", "last_entry", "group"),
    [
        (20, 4, Group.NOT_RECORDING),
        (49, 4, Group.NOT_RECORDING),
        (50, 4, Group.NOT_HEARD_FROM),
        (40, 20, Group.NOT_HEARD_FROM),
        (40, 19, Group.NOT_RECORDING),
    ],
)
def test_who_is_set_to_not_recording_stands_folded_and_is_asked_again_monthly(today, last_entry, group):
    known = replace(facts(), last_entry_on=day(last_entry), not_recording_since=day(20))
    reasons = assess(known, SIGNED_OFF, day(today))
    assert [each.rule for each in reasons] == ["W6"]
    assert group_of(reasons) is group


@pytest.mark.parametrize("today", [20, 21, 33])
def test_who_is_not_recording_is_counted_whatever_was_reviewed_snoozed_or_answered(today):
    known = replace(facts(), last_entry_on=day(4), not_recording_since=day(20), silence_reviewed_on=day(20))
    snooze = ReasonsSeen(frozenset({ReasonKey(Rule.W6, day(4).isoformat())}), 0, day(90))
    known = replace(known, last_answered_call_on=day(20), reviews=(snooze,))
    (reason,) = assess(known, SIGNED_OFF, day(today))
    assert (reason.group, reason.days) == (Group.NOT_RECORDING, today - 5)


@pytest.mark.parametrize("status", [each for each in EpisodeStatus if each is not EpisodeStatus.ACTIVE])
def test_only_an_active_episode_counts_as_not_recording(status):
    known = replace(facts(status=status), last_entry_on=day(4), not_recording_since=day(20))
    assert assess(known, SIGNED_OFF, day(25)) == ()


def test_who_is_not_recording_still_stands_higher_for_anything_else():
    known = replace(leg(6, 6), last_entry_on=day(4), not_recording_since=day(20))
    assert group_of(assess(known, SIGNED_OFF, day(28))) is Group.TODAY


def test_a_day_holds_the_figure_of_every_screen_and_the_check_ins_behind_each_value():
    recorded = [check_in(3, 9, leg=4), check_in(3, 2, leg=6, walking=5), check_in(1, 7, back=2)]
    first, third = recorded_days(recorded)
    assert (first.day, third.day) == (day(1), day(3))
    assert (third.value(Measure.LEG), third.value(Measure.WALKING), third.value(Measure.STEPS)) == (5, 5, None)
    assert third.held(Measure.LEG).versions == (version(2), version(9))
    assert third.held(Measure.WALKING).versions == (version(2),)
