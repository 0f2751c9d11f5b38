"""What holds of assess() whatever was recorded (CLINICAL.md 6), over generated recoveries."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from rule_facts import AT_ONCE, SIGNED_OFF, check_in, day, facts, plan, session, units, version

from recovery.domain.call_requests import AskedCall
from recovery.domain.episode import EpisodeStatus
from recovery.domain.evidence import ReadNotWell, recorded_days
from recovery.domain.expected_course import Site
from recovery.domain.facts import ExpectedLevel, RecordedSign
from recovery.domain.operation import Procedure
from recovery.domain.reasons import Group, Held
from recovery.domain.rules.seen import ONCE, seen_on_page
from recovery.domain.therapy import Morning
from recovery.domain.thresholds import Rule, Thresholds
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import assess, group_of

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)
SIGN = RecordedSign(1, UUID(int=9), 1, TickedSign(Tier.EMERGENCY, "chest-pain"), NOON, NOON.date())
CALL = AskedCall(UUID(int=8), NOON)
PLACE = {group: place for place, group in enumerate(Group)}
BEARABLE = st.sampled_from([None, True, False])
PLAN = plan(exercises=2)
MOST = 100
"""Entries of one recovery; one more is a prime, so that every stride is an order in which they were received."""


@st.composite
def recoveries(draw):
    """Some weeks of entries, received in any order, in which pain goes up and walking down often enough."""
    first, length, turn = draw(st.integers(-3, 40)), draw(st.integers(0, 20)), draw(st.integers(0, 20))
    stride = draw(st.integers(1, MOST))
    received = (place * stride % (MOST + 1) for place in range(1, MOST + 1))
    misses = draw(st.booleans())
    recorded, sessions, ill = [], [], []
    for number in range(first, first + length):
        is_worse = number - first >= turn
        score, walked = (
            (st.integers(4, 10), st.integers(0, 10)) if is_worse else (st.integers(0, 3), st.integers(9, 40))
        )
        if misses:
            score, walked = st.none() | score, st.none() | walked
        for _time in range(draw(st.sampled_from([0, 1, 1, 1, 2] if misses else [1]))):
            values = {"back": draw(score), "leg": draw(score), "walking": draw(walked)}
            recorded.append(check_in(number, next(received), bearable=draw(BEARABLE), **values))
        if draw(st.booleans()):
            share, pain = draw(st.sampled_from(["done", "not_done", 25])), draw(st.none() | st.integers(4, 10))
            sessions.append(session(number, pain, next(received), units(PLAN, share, share)))
            after, told = sessions[-1].version.entry_id, draw(st.sampled_from([None, *Morning]))
            if told:
                recorded.append(replace(check_in(number + 1, next(received)), morning_after=after, morning=told))
        if draw(st.integers(0, 3)) == 0:
            ill.append(ReadNotWell(version(next(received)), day(number)))
    known = facts(
        recorded,
        procedure=draw(st.sampled_from(Procedure)),
        leg_before=draw(st.none() | st.integers(0, 10)),
        sessions=tuple(sessions),
        not_well=tuple(ill),
        plans=(PLAN,),
    )
    return known, first + length + draw(st.integers(-2, 12))


def check_ins_of(known):
    return [each for recorded in known.days for each in recorded.check_ins]


def place(known, today):
    return PLACE[group_of(assess(known, SIGNED_OFF, day(today)))]


@st.composite
def looked_at(draw):
    """A recovery after reviews, snoozes and expected levels of what was on some of its days."""
    known, today = draw(recoveries())
    for _look in range(draw(st.integers(0, 2))):
        seen_through = draw(st.integers(0, MOST))
        page = assess(known, SIGNED_OFF, day(today - draw(st.integers(0, 5))))
        until = draw(st.none() | st.integers(today - 3, today + 10))
        seen = seen_on_page(page, seen_through, None if until is None else day(until))
        known = replace(known, reviews=(*known.reviews, seen))
    if draw(st.booleans()):
        until = day(today + draw(st.integers(-2, 2)))
        expected = ExpectedLevel(draw(st.sampled_from(Site)), draw(st.integers(3, 9)), until)
        known = replace(known, expected=(expected,))
    return known, today


@given(looked_at(), st.sampled_from(["back_pain_average", "leg_pain_average"]), st.integers(1, 10))
def test_more_pain_on_the_newest_day_never_lowers_a_group(looked, name, more):
    """Exercises are left out: they are compared with that day's own pain, so W9 asks for less of it by its words."""
    known, today = looked
    known = replace(known, sessions=())
    told = check_ins_of(known)
    holding = [each for each in told if getattr(each, name) is not None and each.recorded_on <= day(today)]
    if not holding:
        return
    newest = holding[-1]
    worse = replace(newest, **{name: min(10, getattr(newest, name) + more)})
    days = recorded_days([worse if each is newest else each for each in told])
    assert place(replace(known, days=days), today) <= place(known, today)


@given(looked_at(), st.integers(1, 10))
def test_more_pain_during_exercises_never_lowers_a_group(looked, more):
    known, today = looked
    sessions = tuple(
        replace(each, pain_during=min(10, each.pain_during + more)) if each.pain_during is not None else each
        for each in known.sessions
    )
    assert place(replace(known, sessions=sessions), today) <= place(known, today)


@given(looked_at(), st.integers(-50, 60))
def test_missing_is_never_zero(looked, where):
    """A check-in, a session or a day that does not hold a value says nothing about it."""
    known, today = looked
    empty = [check_in(number, MOST + 1 + place) for place, number in enumerate((where, today, today - 1))]
    days = recorded_days([*check_ins_of(known), *empty])
    sessions = (*known.sessions, session(where, received=MOST + 5), session(today, received=MOST + 6))
    more = replace(known, days=days, sessions=sessions)
    assert assess(more, SIGNED_OFF, day(today)) == assess(known, SIGNED_OFF, day(today))


@given(st.lists(st.integers(-10, 60), max_size=12), st.integers(0, 80))
def test_without_a_value_nothing_is_raised(numbers, today):
    known = facts([check_in(number, place) for place, number in enumerate(numbers)], leg_before=9, plans=(PLAN,))
    assert not [each for each in assess(known, SIGNED_OFF, day(today)) if isinstance(each, Held)]


@given(looked_at(), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(looked, chance):
    known, today = looked

    def shuffled(values):
        return chance.sample(list(values), len(values))

    other = replace(
        known,
        days=recorded_days(shuffled(check_ins_of(known))),
        sessions=tuple(shuffled(known.sessions)),
        not_well=tuple(shuffled(known.not_well)),
        reviews=tuple(shuffled(known.reviews)),
    )
    assert assess(other, SIGNED_OFF, day(today)) == assess(known, SIGNED_OFF, day(today))


def review(known, today, seen_through):
    seen = seen_on_page(assess(known, SIGNED_OFF, day(today)), seen_through)
    return replace(known, reviews=(*known.reviews, seen)), seen.keys


@given(recoveries(), st.integers(0, 60))
def test_a_closed_reason_does_not_come_back_without_newer_evidence(recovery, later):
    known, today = recovery
    reviewed, page = review(known, today, seen_through=MOST)
    raised = assess(reviewed, SIGNED_OFF, day(today + later))
    assert not [each for each in raised if isinstance(each, Held) and each.key in page]


@given(looked_at(), st.integers(0, MOST))
def test_nothing_received_after_the_page_was_opened_is_ever_closed_by_it(looked, seen_through):
    known, today = looked
    reviewed, page = review(known, today, seen_through)
    before, after = (assess(each, AT_ONCE, day(today)) for each in (known, reviewed))
    assert set(after) <= set(before)
    for reason in set(before) - set(after):
        assert reason.key in page
        assert reason.rule in ONCE or all(each.received <= seen_through for each in reason.evidence)


@given(looked_at(), st.integers(0, MOST))
def test_what_a_review_holds_back_was_on_its_page_in_part_and_has_less_than_7_new_days(looked, seen_through):
    known, today = looked
    reviewed, page = review(known, today, seen_through)
    before, after = (assess(each, SIGNED_OFF, day(today)) for each in (known, reviewed))
    assert set(after) <= set(before)
    for reason in set(before) - set(after):
        assert reason.key in page
        if reason.rule not in ONCE:
            is_new = [[each.received > seen_through for each in held.versions] for held in reason.read]
            assert sum(map(any, is_new)) < SIGNED_OFF.new_days_after_review
            assert not all(each.received > seen_through for held in reason.held for each in held.versions)


@given(recoveries(), st.sampled_from([each for each in EpisodeStatus if each is not EpisodeStatus.ACTIVE]))
def test_who_is_not_active_stands_for_a_warning_sign_or_a_call_only(recovery, status):
    known, today = recovery
    known = replace(known, episode=replace(known.episode, status=status), signs=(SIGN,), asked_call=CALL)
    stands = set() if status is EpisodeStatus.DIED else {Rule.W1, Rule.W11}
    assert {each.rule for each in assess(known, SIGNED_OFF, day(today))} == stands


@given(looked_at(), st.none() | st.integers(-30, 60))
def test_nothing_else_closes_a_warning_sign_or_a_call_asked_for(looked, taken_back):
    known, today = looked
    at = None if taken_back is None else NOON + timedelta(days=taken_back)
    known = replace(known, signs=(replace(SIGN, taken_back_at=at),), asked_call=CALL)
    reviewed, _page = review(known, today, seen_through=10**9)
    assert {Rule.W1, Rule.W11} <= {each.rule for each in assess(reviewed, SIGNED_OFF, day(today))}
    assert group_of(assess(reviewed, SIGNED_OFF, day(today))) is Group.NOW


@given(recoveries())
def test_without_a_sign_off_entries_raise_nothing(recovery):
    known, today = recovery
    assert not [each for each in assess(known, Thresholds(), day(today)) if isinstance(each, Held)]
