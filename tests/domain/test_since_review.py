"""What became of a recovery since the last review: both sides are read alike, and what is missing stays missing."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moment import NOW
from rule_facts import DAY_0, day, facts, plan, units

from recovery.domain.adherence import NOTHING_PLANNED, adherence_over
from recovery.domain.arrivals import Arrival, Received, arrived
from recovery.domain.check_in import CheckIn
from recovery.domain.day_figures import day_figures
from recovery.domain.entries import EntryKind
from recovery.domain.episode import EpisodeStatus
from recovery.domain.evidence import Measure
from recovery.domain.operation import Procedure
from recovery.domain.since_review import (
    Beginning,
    Begun,
    Compared,
    Kept,
    Side,
    beginning,
    check_ins_due,
    compare,
    side,
    since_review,
)
from recovery.domain.therapy import TherapySession
from recovery.domain.visit_questions import Question

RECOVERY = facts().episode
"""After a discectomy."""
SCORES = st.dictionaries(st.integers(-20, 60), st.none() | st.integers(0, 10), max_size=30)
HOUR = timedelta(hours=1)


def reviewed(number):
    return Beginning(Begun.REVIEW, day(number), NOW, "Ben Okoro")


def figures(backs, **more):
    told = (CheckIn(day(number), back_pain_average=score, note="x", **more) for number, score in backs.items())
    return day_figures(told)


def back(backs, begun, today):
    return compare(Measure.BACK, figures(backs), begun, RECOVERY, day(today))


@given(SCORES, st.integers(-10, 50))
def test_a_side_without_a_score_is_none_and_a_recorded_zero_is_zero(backs, review_on):
    told = back(backs, reviewed(review_on), 60)
    after = [score for number, score in backs.items() if review_on < number <= 60 and 60 - number <= 42]
    known = [score for score in after if score is not None]
    assert (told.now.value is None) is (not known)
    assert told.now.days == min(7, len(known))
    if known and set(known) == {0}:
        assert told.now.value == 0


@given(SCORES, st.integers(-10, 50), st.randoms())
def test_the_order_in_which_entries_come_changes_nothing(backs, review_on, random: Random):
    shuffled = list(figures(backs).items())
    random.shuffle(shuffled)
    told = compare(Measure.BACK, dict(shuffled), reviewed(review_on), RECOVERY, day(60))
    assert told == back(backs, reviewed(review_on), 60)


@given(st.sampled_from(Measure), st.none() | st.integers(0, 9000), st.none() | st.integers(0, 9000))
def test_swapping_before_and_since_mirrors_the_change(measure, first, second):
    there, back_again = (
        Compared(measure, Side(before), Side(now)) for before, now in ((first, second), (second, first))
    )
    assert there.direction == -back_again.direction
    assert there.size == back_again.size
    assert there.by == (None if back_again.by is None else -back_again.by)
    assert (there.by is None) is (first is None or second is None)


@given(st.lists(st.integers(0, 10), min_size=7, max_size=7), st.lists(st.integers(0, 10), min_size=7, max_size=7))
def test_a_week_on_each_side_of_a_review_mirrors_when_the_weeks_are_swapped(first, second):
    def told(before, after):
        return back(dict(enumerate([*before, *after], 1)), reviewed(7), 14)

    assert told(first, second).by == -told(second, first).by


@pytest.mark.parametrize(
    ("before", "now", "direction"), [(4, 5, 0), (4, 5.5, 0), (4, 6, 1), (4, 2, -1), (0, 2, 1), (4, None, 0)]
)
def test_less_than_two_points_is_about_the_same(before, now, direction):
    assert Compared(Measure.LEG, Side(before), Side(now)).direction == direction


def test_the_day_of_the_review_was_on_its_page_and_the_day_after_was_not():
    told = back({10: 2, 11: 8}, reviewed(10), 12)
    assert (told.before.value, told.now.value) == (2, 8)


def test_only_the_newest_seven_days_of_a_side_count():
    told = side(Measure.BACK, figures({number: 9 if number < 10 else 3 for number in range(17)}), day(0), day(16))
    assert (told.value, told.days, told.last_on) == (3, 7, day(16))


def test_without_a_review_it_is_since_the_operation_and_beside_what_was_asked_before_it():
    asked = replace(RECOVERY, back_pain_before=7)
    begun = beginning(asked, day(-20), day(9), None)
    assert (begun.begun, begun.day, begun.first_day, begun.at) == (Begun.OPERATION, DAY_0, DAY_0, None)
    told = compare(Measure.BACK, figures({3: 4}), begun, asked, day(9))
    assert (told.before, told.by) == (Side(7, is_asked=True), -3)
    own = compare(Measure.BACK, figures({-3: 5, 3: 4}), begun, asked, day(9))
    assert own.before.value == 5, "what they recorded themselves is nearer"


@pytest.mark.parametrize(("joined_on", "first"), [(day(-20), day(-20)), (None, day(-9)), (day(-2), day(-9))])
def test_before_the_operation_it_is_since_they_joined(joined_on, first):
    begun = beginning(RECOVERY, joined_on, day(-9), None)
    assert (begun.begun, begun.first_day) == (Begun.JOINED, first)


@pytest.mark.parametrize(
    ("first", "last", "due"),
    [(1, 14, 14), (1, 0, None), (20, 20, 1), (43, 52, 5), (-9, -1, None), (370, 400, None), (190, 210, 3)],
)
def test_check_ins_fall_due_by_the_rhythm_of_each_stage(first, last, due):
    fusion = facts(procedure=Procedure.FUSION).episode
    assert check_ins_due(fusion, day(first), day(last)) == due


@given(st.integers(0, 300), st.integers(0, 90))
def test_no_more_fall_due_than_there_are_days_and_a_longer_time_never_has_fewer(first, length):
    due = [check_ins_due(RECOVERY, day(first), day(first + more)) or 0 for more in (length, length + 1)]
    assert due[0] <= length + 1
    assert due[0] <= due[1] <= due[0] + 1


def test_none_falls_due_while_the_recovery_is_not_active():
    assert check_ins_due(replace(RECOVERY, status=EpisodeStatus.PAUSED), day(1), day(9)) is None


def test_exercises_are_those_of_complete_days_and_the_same_units_as_elsewhere():
    of_plan = plan(exercises=2)
    sessions = tuple(TherapySession(day(n), units=tuple(units(of_plan, "done", 50)), note="x") for n in (8, 12, 20))
    kept = Kept({}, (of_plan,), sessions)
    told = since_review(RECOVERY, kept, reviewed(12), None, day(20))
    assert told.exercises == adherence_over(7, day(20), (of_plan,), sessions, frozenset())
    assert told.exercises_before == adherence_over(14, day(13), (of_plan,), sessions, frozenset())
    assert (told.exercises_before.done, told.exercises_before.planned) == (3, 26)


def test_reviewed_today_has_no_whole_day_yet():
    told = since_review(RECOVERY, Kept(figures({12: 4})), reviewed(12), None, day(12))
    assert (told.recorded, told.due, told.exercises) == (0, None, NOTHING_PLANNED)
    assert not any(each.now.days for each in told.compared)


@pytest.mark.parametrize(("today", "quiet"), [(17, None), (18, day(10))])
def test_who_was_silent_for_more_than_a_week_is_told_as_silent(today, quiet):
    assert since_review(RECOVERY, Kept(figures({10: 4})), reviewed(5), None, day(today)).quiet_since == quiet


def arrival(number, *, at=NOW, revision=1, taken_back_at=None, note=""):
    return Arrival(UUID(int=number), EntryKind.CHECK_IN, day(3), revision, at, at, taken_back_at, note)


def test_only_what_was_not_on_the_reviewed_page_came_in():
    entries = (
        arrival(1, at=NOW - HOUR, note="old"),
        arrival(2, at=NOW, note="while they read"),
        arrival(3, at=NOW + HOUR, revision=2, note="put right"),
        arrival(4, at=NOW - HOUR, taken_back_at=NOW + HOUR, note="taken back"),
        arrival(5, at=NOW + HOUR),
    )
    asked = tuple(Question(UUID(int=9), "May I swim?", at) for at in (NOW - HOUR, NOW + HOUR))
    told = arrived(Received(entries, questions=asked), reviewed(3))
    assert [each.note for each in told.notes] == ["while they read"]
    assert [each.note for each in told.changed] == ["put right"]
    assert [each.note for each in told.taken_back] == ["taken back"]
    assert [each.asked_at for each in told.questions] == [NOW + HOUR]


@given(
    st.lists(st.tuples(st.integers(-9, 9), st.integers(1, 3), st.none() | st.integers(-9, 9)), max_size=9), st.randoms()
)
def test_what_came_in_stands_newest_first_whatever_the_order(told, random: Random):
    entries = [
        arrival(
            place,
            at=NOW + at * HOUR,
            revision=revision,
            note="x",
            taken_back_at=None if back is None else NOW + back * HOUR,
        )
        for place, (at, revision, back) in enumerate(told)
    ]
    first = arrived(Received(tuple(entries)), reviewed(3))
    random.shuffle(entries)
    assert arrived(Received(tuple(entries)), reviewed(3)) == first
    assert [each.received_at for each in first.notes] == sorted(
        (each.received_at for each in first.notes), reverse=True
    )
    assert not {each.entry_id for each in first.taken_back} & {each.entry_id for each in (*first.notes, *first.changed)}


def test_nobody_has_reviewed_so_all_of_it_is_new():
    begun = Beginning(Begun.OPERATION, DAY_0)
    old = arrival(1, at=datetime.combine(date(2020, 1, 1), NOW.timetz()), note="long ago")
    assert arrived(Received((old,)), begun).notes == (old,)
