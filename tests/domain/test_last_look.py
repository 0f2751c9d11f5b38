"""What is new since the last look: which look that was, and which reasons came after it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_facts import DAY_0, SIGNED_OFF, check_ins, day, facts, steady, version

from recovery.domain.call_requests import AskedCall
from recovery.domain.evidence import recorded_days
from recovery.domain.facts import RecordedSign
from recovery.domain.last_look import SAME_LOOK, ListLook, last_look, new_since
from recovery.domain.thresholds import Rule
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import assess, urgency

NOON = datetime(2026, 2, 12, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
RISE = check_ins(28, leg=[*steady(1, 7), *steady(6, 3)])
"""Leg pain up 5 on days 35 to 37; the newest of its entries was received as number 137."""


def looks(*minutes_ago):
    """Newest first, with numbers that fall."""
    return [ListLook(1000 - place, NOON - ago * MINUTE) for place, ago in enumerate(minutes_ago)]


def new_rules(known, today, look, look_day=None):
    reasons = assess(known, SIGNED_OFF, day(today))
    new = new_since(look, day(today if look_day is None else look_day), reasons, known, SIGNED_OFF)
    return {each.rule for each in new.keys}


@pytest.mark.parametrize(
    ("minutes_ago", "found"),
    [
        ([], None),
        ([1], None),
        ([30], None),
        ([31], 31),
        ([20, 45, 76], 76),
        ([20, 50, 80], None),
        ([20, 51, 60], 51),
        ([600], 600),
    ],
)
def test_looks_within_half_an_hour_of_each_other_are_one_and_the_one_before_is_the_last(minutes_ago, found):
    look = last_look(looks(*minutes_ago), NOON)
    assert look == (None if found is None else looks(*minutes_ago)[minutes_ago.index(found)])


@given(st.lists(st.integers(0, 5000), max_size=20), st.integers(0, 30))
def test_a_refresh_within_half_an_hour_never_changes_which_look_was_the_last(minutes_ago, later):
    earlier = looks(*sorted(minutes_ago))
    refreshed = [ListLook(2000, NOON), *earlier]
    assert last_look(refreshed, NOON + later * MINUTE) == last_look(earlier, NOON)


def test_a_reason_is_new_when_one_of_its_entries_was_received_after_the_look():
    known = facts(RISE)
    assert new_rules(known, 37, ListLook(136, NOON)) == {Rule.W4}
    assert new_rules(known, 37, ListLook(137, NOON)) == set()


def test_what_was_felt_earlier_and_received_later_is_new():
    late = [replace(each, version=version(900)) if each.recorded_on == day(30) else each for each in RISE]
    assert new_rules(facts(late), 37, ListLook(500, NOON)) == {Rule.W4}


def test_what_only_the_end_of_a_day_brings_is_new_though_nothing_came():
    """W8 reads complete days: the third low day counts when it is over."""
    known = facts(check_ins(28, walking=[*steady(40, 7), *steady(10, 3)]))
    look = ListLook(500, NOON)
    assert new_rules(known, 38, look, look_day=37) == {Rule.W8}
    assert new_rules(known, 39, look, look_day=38) == set()


@pytest.mark.parametrize(("look_day", "is_new"), [(44, True), (45, False)])
def test_silence_is_new_when_it_began_to_stand_since_the_day_of_the_look(look_day, is_new):
    """The last entry is of day 37: seven complete days without one are over on day 45."""
    silent = facts(check_ins(30, back=steady(1, 8)))
    rules = new_rules(silent, 46, ListLook(500, NOON), look_day=look_day)
    assert (Rule.W6 in rules) is is_new


@pytest.mark.parametrize(("minutes", "is_new"), [(-1, False), (0, False), (1, True)])
def test_a_sign_and_a_call_are_new_by_the_moment_they_came(minutes, is_new):
    at, old = NOON + minutes * MINUTE, NOON - 60 * MINUTE
    signs = [
        RecordedSign(number, UUID(int=number), 1, TickedSign(Tier.TODAY, "calf-sore-swollen"), ticked_at, DAY_0)
        for number, ticked_at in ((1, old), (2, at))
    ]
    known = facts(signs=tuple(signs), asked_call=AskedCall(UUID(int=8), at), joined_on=None)
    reasons = assess(known, SIGNED_OFF, day(1))
    new = new_since(ListLook(500, NOON), day(1), reasons, known, SIGNED_OFF)
    assert new.sign_ids == ({2} if is_new else set())
    assert {each.rule for each in new.keys} == ({Rule.W1, Rule.W11} if is_new else set())


def test_half_an_hour_is_the_pause():
    assert timedelta(minutes=30) == SAME_LOOK


def test_a_second_look_finds_the_same_order_and_only_a_new_entry_changes_it():
    """Equal changes keep the order of names that the rows come in."""
    rise = {name: facts(RISE) for name in ("Adair", "Bell", "Cole")}

    def order(known):
        return sorted(known, key=lambda name: urgency(assess(known[name], SIGNED_OFF, day(37))))

    assert order(rise) == order(dict(rise)) == ["Adair", "Bell", "Cole"]
    higher = recorded_days([*RISE[:-1], replace(RISE[-1], leg_pain_average=8)])
    assert order({**rise, "Cole": replace(rise["Cole"], days=higher)}) == ["Cole", "Adair", "Bell"]
