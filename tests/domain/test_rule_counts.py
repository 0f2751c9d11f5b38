"""What the rules would have raised over the last 28 days, as if nobody had closed anything."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rule_facts import SIGNED_OFF, check_ins, day, facts, raised, session

from recovery.domain.episode import EpisodeStatus
from recovery.domain.facts import ReasonKey, ReasonsSeen
from recovery.domain.rule_counts import DAYS_COUNTED, count_reasons
from recovery.domain.thresholds import Rule, Thresholds

STEADY_THEN_UP = [2] * 7 + [6] * 3
SCORES = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=60)


def counted(known, today, thresholds=SIGNED_OFF):
    return count_reasons([(known, day(today))], thresholds).raised


def test_a_reason_that_stands_counts_once_and_again_after_a_day_without_it():
    once = counted(facts(check_ins(back=STEADY_THEN_UP + [6] * 4)), 13)
    twice = counted(facts(check_ins(back=[*STEADY_THEN_UP, *[2] * 7, *[6] * 3])), 19)
    assert (once[Rule.W3], twice[Rule.W3]) == (1, 2)


def test_what_stood_before_the_first_day_that_is_counted_is_none_of_its_reasons():
    known = facts(check_ins(back=STEADY_THEN_UP + [6] * 40))
    assert counted(known, 9 + DAYS_COUNTED)[Rule.W3] == 0
    assert counted(known, 9 + DAYS_COUNTED - 1)[Rule.W3] == 1


def test_rules_that_are_off_are_counted_and_reviews_and_who_is_not_active_are_not():
    known = facts(check_ins(back=STEADY_THEN_UP))
    closed = replace(known, reviews=(ReasonsSeen(frozenset({ReasonKey(Rule.W3, "back")}), 10**6),))
    discharged = replace(known, episode=replace(known.episode, status=EpisodeStatus.DISCHARGED))
    counts = count_reasons([(closed, day(9)), (discharged, day(9))], Thresholds())
    assert (counts.raised[Rule.W3], counts.patients) == (1, 1)


def test_silence_is_counted_from_the_last_entry_of_each_day_also_a_session():
    quiet = facts(check_ins(leg=[2] * 5), last_entry_on=day(4))
    assert counted(quiet, 7)[Rule.W6] == 0
    assert counted(quiet, 8)[Rule.W6] == 1
    assert counted(replace(quiet, sessions=(session(7, pain=2),), last_entry_on=day(7)), 8)[Rule.W6] == 0


@given(leg=SCORES, back=SCORES, today=st.integers(0, 60))
def test_there_are_as_many_as_somebody_would_have_seen_who_looked_every_day(leg, back, today):
    """By assessing, day by day, facts that hold no later day."""
    size = max(len(leg), len(back))
    series = {"leg": leg + [None] * (size - len(leg)), "back": back + [None] * (size - len(back))}
    entries = check_ins(**series)
    seen, stood = 0, set()
    for number in range(today - DAYS_COUNTED, today + 1):
        known = facts([each for each in entries if each.recorded_on <= day(number)])
        now = {each.key for each in raised(known, number)}
        seen += len(now - stood) if number > today - DAYS_COUNTED else 0
        stood = now
    told = counted(facts(entries), today)
    assert sum(count for rule, count in told.items() if rule is not Rule.W6) == seen
