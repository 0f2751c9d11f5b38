"""Reasons close only as seen (CLINICAL.md 6), and a snooze gives them back."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from rule_facts import (
    AT_ONCE,
    SIGNED_OFF,
    check_in,
    check_ins,
    day,
    facts,
    keys,
    not_well,
    plan,
    raised,
    session,
    steady,
    units,
    version,
)

from recovery.domain.call_requests import AskedCall
from recovery.domain.evidence import recorded_days
from recovery.domain.facts import ReasonKey, ReasonsSeen, RecordedSign
from recovery.domain.rules.seen import seen_on_page
from recovery.domain.thresholds import Rule
from recovery.domain.warning_answer import TickedSign, Tier
from recovery.domain.worklist import assess

RISE = check_ins(0, back=[*steady(1, 7), *steady(4, 3)])
W3_BACK = ReasonKey(Rule.W3, "back")
NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


def seen(known, today, through=109, until=None):
    """The same facts after a review, or a snooze, of all that is raised today; 109 is day 9's own check-in."""
    snoozed_until = None if until is None else day(until)
    return replace(known, reviews=(*known.reviews, seen_on_page(raised(known, today), through, snoozed_until)))


def test_a_review_closes_what_was_on_its_page_and_it_stays_closed():
    known = seen(facts(RISE), 9)
    assert [keys(known, today) for today in range(9, 40)] == [[]] * 31


def test_what_the_clinic_received_later_raises_it_anew():
    known = seen(facts([*RISE, check_in(10, 110, back=4)]), 9)
    assert keys(known, 10, AT_ONCE) == ["W3 back"]


def test_an_entry_that_came_after_the_page_was_opened_is_not_closed_whatever_day_it_was_felt():
    back_dated = facts([*RISE[:-2], check_in(8, 120, back=4), RISE[-1]])
    assert keys(seen(back_dated, 9, through=119), 9, AT_ONCE) == ["W3 back"]
    assert keys(seen(back_dated, 9, through=120), 9, AT_ONCE) == []


def test_a_correction_of_a_day_that_was_compared_with_raises_it_anew():
    known = seen(facts(RISE), 9)
    corrected = [replace(RISE[3], version=version(130, revision=2), back_pain_average=0), *RISE[:3], *RISE[4:]]
    assert keys(replace(known, days=recorded_days(corrected)), 9, AT_ONCE) == ["W3 back"]


def test_a_correction_that_takes_the_pain_away_takes_the_reason_away():
    corrected = [*RISE[:-1], replace(RISE[-1], version=version(130, revision=2), back_pain_average=2)]
    assert keys(facts(corrected), 9) == []


def test_a_review_of_the_back_closes_nothing_about_the_leg():
    both = check_ins(0, back=[*steady(1, 7), *steady(4, 4)], leg=[*steady(1, 7), *steady(4, 4)])
    only_back = replace(facts(both), reviews=(ReasonsSeen(frozenset({W3_BACK}), 999),))
    assert keys(only_back, 10) == ["W3 leg"]


def test_what_stood_in_the_record_but_was_no_reason_yet_counts_in_full():
    two_days_up = facts(RISE[:-1])
    assert keys(two_days_up, 8) == []
    looked = seen(two_days_up, 8, through=108)
    assert keys(replace(looked, days=facts(RISE).days), 9) == ["W3 back"]


def with_later(*scores, first=10):
    """RISE was reviewed on day 9; these came later."""
    later = [check_in(number, 100 + number, back=score) for number, score in enumerate(scores, first)]
    return replace(seen(facts(RISE), 9), days=facts([*RISE, *later]).days)


@pytest.mark.parametrize(("new_days", "expected"), [(1, []), (6, []), (7, ["W3 back"])])
def test_what_goes_on_comes_back_with_7_new_days(new_days, expected):
    assert keys(with_later(*steady(4, new_days)), 9 + new_days) == expected


@pytest.mark.parametrize(("score", "expected"), [(5, []), (6, ["W3 back"])])
def test_pain_that_is_higher_by_2_than_what_was_on_the_page_comes_back_at_once(score, expected):
    assert keys(with_later(score), 10) == expected


@pytest.mark.parametrize(("last", "expected"), [(22, []), (23, ["W3 back"])])
def test_who_records_seldom_is_back_when_the_newest_day_is_14_days_after_the_one_that_was_seen(last, expected):
    later = [check_in(number, 100 + number, back=4) for number in (16, last)]
    known = replace(seen(facts(RISE), 9), days=facts([*RISE, *later]).days)
    assert keys(known, last) == expected


def test_a_snooze_lets_through_what_was_over_and_begins_anew():
    snoozed = seen(facts(RISE), 9, until=40)
    goes_on = replace(snoozed, days=facts([*RISE, *[check_in(n, 100 + n, back=4) for n in range(10, 14)]]).days)
    anew = replace(
        snoozed, days=facts([*RISE, *[check_in(n, 100 + n, back=b) for n, b in enumerate((1, 4, 4, 4), 10)]]).days
    )
    assert (keys(goes_on, 13), keys(anew, 13)) == ([], ["W3 back"])


def test_what_was_over_and_begins_anew_comes_back_at_once():
    assert keys(with_later(1, 4, 4), 12) == []
    assert keys(with_later(1, 4, 4, 4), 13) == ["W3 back"]


def test_what_goes_on_and_was_corrected_since_is_no_other_one():
    corrected = replace(RISE[-1], version=version(130, revision=2), back_pain_average=5)
    known = seen(facts(RISE), 9)
    assert keys(replace(known, days=recorded_days([*RISE[:-1], corrected])), 9) == []


def test_w7_is_closed_for_its_plan_version_and_raised_once_for_the_next():
    def left_out(*plans):
        sessions = tuple(session(n, units=units(plans[-1], "not_done"), received=500 + n) for n in range(40))
        return facts(plans=plans, sessions=sessions)

    known = seen(left_out(plan()), 14)
    assert [keys(known, today) for today in (14, 20, 40)] == [[], [], []]
    changed = replace(left_out(plan(), plan(2, 15)), reviews=known.reviews)
    assert [keys(changed, today) for today in (20, 28, 29)] == [[], [], ["W7 plan 2"]]


def test_w10_is_raised_once():
    week = check_ins(35, leg=steady(6, 7))
    known = seen(facts(week, leg_before=6), 42)
    later = [*week[:-1], replace(week[-1], version=version(900, revision=2))]
    assert keys(replace(known, days=recorded_days(later)), 43) == []


def test_w9_and_w12_come_back_with_another_such_day():
    days = [check_in(number, number, back=3) for number in (20, 21, 22, 25)]
    three = tuple(session(20 + each, 7, 50 + each) for each in range(3))
    known = seen(facts(days, sessions=three), 22, through=52)
    assert keys(known, 22, AT_ONCE) == []
    assert keys(replace(known, sessions=(*three, session(25, 7, 53))), 25, AT_ONCE) == ["W9 pain"]
    ill = seen(facts(not_well=not_well(5, 6, 7)), 7, through=707)
    assert keys(ill, 8, AT_ONCE) == []
    assert keys(replace(ill, not_well=not_well(5, 6, 7, 8)), 8, AT_ONCE) == ["W12"]


def test_w9_that_was_over_and_begins_anew_comes_back_at_once():
    days = [check_in(number, number, back=3) for number in (20, 21, 22, 29, 30, 31)]
    sessions = tuple(session(number, 7, 50 + number) for number in (20, 21, 22, 29, 30, 31))
    known = seen(facts(days[:3], sessions=sessions[:3]), 22, through=75)
    assert keys(replace(known, days=recorded_days(days), sessions=sessions), 30) == []
    assert keys(replace(known, days=recorded_days(days), sessions=sessions), 31) == ["W9 pain"]


def test_another_row_of_days_not_well_comes_back_at_once():
    ill = seen(facts(not_well=not_well(5, 6, 7)), 7, through=707)
    assert keys(replace(ill, not_well=not_well(5, 6, 7, 8, 9)), 9) == []
    assert keys(replace(ill, not_well=not_well(5, 6, 7, 15, 16)), 16) == []
    assert keys(replace(ill, not_well=not_well(5, 6, 7, 15, 16, 17)), 17) == ["W12"]


@pytest.mark.parametrize(("today", "expected"), [(9, []), (19, []), (20, ["W3 back"]), (30, ["W3 back"])])
def test_a_snooze_holds_back_until_its_day_and_closes_nothing(today, expected):
    assert keys(seen(facts(RISE), 9, until=20), today) == expected


@pytest.mark.parametrize(("scores", "expected"), [((4, 5), []), ((5, 6), ["W3 back"]), ((6, 5), [])])
def test_a_snooze_lets_pass_pain_that_is_higher_by_2_than_what_was_on_its_page(scores, expected):
    later = [check_in(number, 100 + number, back=score) for number, score in enumerate(scores, 10)]
    snoozed = seen(facts(RISE), 9, until=30)
    assert keys(replace(snoozed, days=facts([*RISE, *later]).days), 9 + len(scores)) == expected


def test_a_reason_that_was_not_on_the_page_passes_a_snooze():
    later = [check_in(10, 110, back=5), *(check_in(number, 100 + number, back=8) for number in (11, 12, 13))]
    snoozed = seen(facts(RISE), 9, until=30)
    assert "W2 back" in keys(replace(snoozed, days=facts([*RISE, *later]).days), 13)


def test_a_snooze_holds_back_a_silence_until_its_day_but_not_the_next_one():
    def silent_on(today, **more):
        silent_since = replace(facts(), joined_on=day(0), last_entry_on=day(4), reviews=(snooze,))
        return [each.rule for each in assess(replace(silent_since, **more), SIGNED_OFF, day(today))]

    snooze = ReasonsSeen(frozenset({ReasonKey(Rule.W6, day(4).isoformat())}), 0, day(12))
    assert [silent_on(today) for today in (8, 11, 12)] == [[], [], ["W6"]]
    assert silent_on(11, last_entry_on=day(6)) == ["W6"]


@pytest.mark.parametrize("until", [None, 40])
def test_no_review_and_no_snooze_closes_a_warning_sign_or_a_call_asked_for(until):
    sign = RecordedSign(1, uuid4(), 1, TickedSign(Tier.TODAY, "calf-sore-swollen"), NOON, NOON.date())
    known = replace(facts(RISE), signs=(sign,), asked_call=AskedCall(uuid4(), NOON))
    assert keys(seen(known, 9, until=until), 9) == ["W1", "W11"]
