"""When the next check-in is due: by the stage, as the physiotherapist says, and the day after a leg jump."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.rhythm import LOOKS_BACK, next_due_on
from recovery.domain.stage import RHYTHM_CHOSEN, RHYTHM_DAYS, Rhythm

DAY_0 = date(2026, 1, 1)
STRONGER = 100
"""A day in getting stronger after a fusion: twice a week."""


def day(number):
    return DAY_0 + timedelta(days=number)


def episode(rhythm=None, *, status=EpisodeStatus.ACTIVE, procedure=Procedure.FUSION, region=Region.LUMBAR):
    operation = Operation(frozenset({procedure}), Approach.OPEN, region, DAY_0)
    return Episode(UUID(int=1), UUID(int=2), operation, status, rhythm=rhythm)


def figures(*recorded, leg=None):
    """Days with a check-in; `leg` gives scores by day."""
    scores = leg or {}
    days = sorted({*recorded, *scores})
    return {day(each): DayFigure(day(each), 1, None, None, scores.get(each), None, None, None) for each in days}


def due(episode, known, today):
    """The day number that the next check-in is due on; None where none is."""
    on = next_due_on(episode, known, day(today))
    return None if on is None else (on - DAY_0).days


def recorded_when_due(of, days, first):
    """The days on which somebody records who records just when a check-in is due, from day `first` on."""
    known = []
    for today in range(first, first + days):
        if due(of, figures(*known), today) == today:
            known.append(today)
    return known


@pytest.mark.parametrize(
    ("last", "today", "expected"),
    [(5, 5, 6), (4, 5, 5), (None, 5, 5), (42, 42, 44), (42, 43, 44), (42, 60, 60), (200, 200, 207), (-3, 0, 0)],
)
def test_the_rhythm_is_that_of_the_stage_and_nothing_is_ever_overdue(last, today, expected):
    assert due(episode(), figures(*([] if last is None else [last])), today) == expected


@pytest.mark.parametrize(("last", "today", "expected"), [(41, 41, 42), (41, 42, 42), (83, 83, 85), (83, 84, 85)])
def test_what_was_said_stays_true_when_a_new_stage_begins(last, today, expected):
    assert due(episode(), figures(last), today) == expected


def test_no_day_in_the_long_term_is_promised_before_it():
    assert due(episode(), figures(357), 357) == 364
    assert due(episode(), figures(358), 358) is None


@pytest.mark.parametrize(("today", "expected"), [(-1, None), (0, 0), (364, 364), (365, None)])
def test_none_is_due_before_the_operation_and_in_the_long_term(today, expected):
    assert due(episode(), {}, today) == expected


def test_until_a_stage_is_set_it_is_the_rhythm_of_the_first_days():
    assert due(episode(region=Region.CERVICAL), figures(100), 100) == 101


@pytest.mark.parametrize("status", [each for each in EpisodeStatus if each is not EpisodeStatus.ACTIVE])
def test_none_is_due_while_the_episode_is_not_active(status):
    jump = figures(leg={10: 1, 11: 8})
    assert next_due_on(episode(Rhythm.DAILY, status=status), jump, day(12)) is None


@pytest.mark.parametrize(
    ("rhythm", "expected"), [("daily", 11), ("every_second_day", 12), ("weekly", 17), ("none", None)]
)
def test_what_the_physiotherapist_says_goes_before_the_stage(rhythm, expected):
    assert due(episode(Rhythm(rhythm)), figures(10), 10) == expected


def test_a_rhythm_that_the_physiotherapist_chose_holds_before_the_operation_and_in_the_long_term_too():
    assert due(episode(Rhythm.WEEKLY), figures(-20), -20) == -13
    assert due(episode(Rhythm.WEEKLY), figures(500), 500) == 507


def test_twice_a_week_is_every_three_and_four_days_in_turn():
    assert recorded_when_due(episode(), 22, STRONGER) == [100, 103, 107, 110, 114, 117, 121]


@pytest.mark.parametrize(
    ("recorded", "expected"), [((100,), 103), ((100, 101), 105), ((90, 100), 103), ((96, 100), 103)]
)
def test_after_a_short_gap_comes_the_long_one(recorded, expected):
    assert due(episode(), figures(*recorded), recorded[-1]) == expected


@given(st.sampled_from([each for each in Rhythm if RHYTHM_CHOSEN[each]]), st.integers(-80, 700), st.integers(10, 40))
def test_whoever_records_when_due_records_as_often_as_the_rhythm_says_in_the_long_run(rhythm, first, weeks):
    days = 7 * weeks
    recorded = recorded_when_due(episode(rhythm), days, first)
    assert abs(len(recorded) - days / RHYTHM_CHOSEN[rhythm]) < 1


@pytest.mark.parametrize(
    ("leg", "expected"),
    [
        ({100: 1, 101: 4}, 102),
        ({100: 5, 101: 8}, 102),
        ({100: 2, 101: 4.5}, 105),
        ({100: 0, 101: 3}, 105),
        ({100: 8, 101: 4}, 105),
        ({101: 9}, 104),
        ({100: None, 101: 9}, 105),
        ({90: 1, 100: None, 101: 4}, 102),
    ],
)
def test_a_leg_score_up_by_3_and_now_4_makes_the_next_one_due_tomorrow(leg, expected):
    assert due(episode(), figures(leg=leg), 101) == expected


@pytest.mark.parametrize("rhythm", [None, Rhythm.WEEKLY, Rhythm.NONE])
def test_after_a_leg_jump_it_is_due_tomorrow_whatever_the_rhythm(rhythm):
    assert due(episode(rhythm), figures(leg={398: 1, 400: 8}), 400) == 401
    assert due(episode(rhythm), figures(leg={398: 1, 400: 8}), 403) == 403


def test_what_is_older_than_six_weeks_decides_nothing_so_that_every_page_says_the_same_day():
    assert LOOKS_BACK.days == 42
    assert due(episode(), figures(leg={400: 1, 401: 8}), 400 + 42) == 442
    assert due(episode(), figures(leg={400: 1, 401: 8}), 400 + 43) is None
    assert due(episode(), figures(leg={357: 1, 400: 8}), 400) is None


RECORDED = st.dictionaries(st.integers(-60, 500), st.none() | st.floats(0, 10), max_size=30)
STAGES = st.sampled_from([None, *Rhythm])


@given(RECORDED, STAGES, st.sampled_from(list(Procedure)), st.integers(-60, 500))
def test_a_due_day_is_today_or_later_and_never_further_than_the_longest_rhythm(known, rhythm, procedure, today):
    on = due(episode(rhythm, procedure=procedure), figures(leg=known), today)
    longest = max(days for days in RHYTHM_DAYS.values() if days)
    assert on is None or today <= on <= today + longest


@given(RECORDED, STAGES, st.integers(-60, 500))
def test_who_has_recorded_today_is_never_asked_again_today(known, rhythm, today):
    on = due(episode(rhythm), figures(today, leg=known), today)
    assert on is None or on > today


@given(RECORDED, STAGES, st.integers(-60, 500))
def test_figures_from_further_back_or_of_tomorrow_change_nothing(known, rhythm, today):
    near = {each: score for each, score in known.items() if today - LOOKS_BACK.days <= each <= today}
    assert due(episode(rhythm), figures(leg=known), today) == due(episode(rhythm), figures(leg=near), today)
