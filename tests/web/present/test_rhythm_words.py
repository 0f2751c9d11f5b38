"""When the next check-in is due, in words: never overdue, never missed."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.day_figures import DayFigure
from recovery.domain.episode import Episode, EpisodeStatus
from recovery.domain.operation import Approach, Operation, Procedure, Region
from recovery.domain.stage import Rhythm
from recovery.web.present.rhythm_words import next_check_in_words, who_set_words

TODAY = date(2026, 12, 29)


def episode(day=12, rhythm=None, status=EpisodeStatus.ACTIVE):
    operation = Operation(frozenset({Procedure.FUSION}), Approach.OPEN, Region.LUMBAR, TODAY - timedelta(days=day))
    return Episode(UUID(int=1), UUID(int=2), operation, status, rhythm=rhythm)


def figures(*days_ago):
    days = sorted(TODAY - timedelta(days=each) for each in days_ago)
    return {day: DayFigure(day, 1, None, None, None, None, None, None) for day in days}


@pytest.mark.parametrize(
    ("about", "recorded", "expected"),
    [
        ({}, (), "Your next check-in: today."),
        ({}, (1,), "Your next check-in: today."),
        ({}, (9,), "Your next check-in: today."),
        ({}, (0,), "Your next check-in: tomorrow."),
        ({"day": 60}, (0,), "Your next check-in: on Thursday."),
        ({"rhythm": Rhythm.WEEKLY}, (1,), "Your next check-in: on Monday."),
        ({"rhythm": Rhythm.WEEKLY}, (0,), "Your next check-in: on Tuesday 5 January 2027."),
        ({"rhythm": Rhythm.NONE}, (0,), "You can check in whenever you like."),
        ({"day": -5}, (), "You can check in whenever you like."),
        ({"day": 400}, (), "You can check in whenever you like."),
        ({"status": EpisodeStatus.PAUSED}, (30,), "You can check in whenever you like."),
    ],
)
def test_the_due_day_is_said_as_people_say_it(about, recorded, expected):
    assert next_check_in_words(episode(**about), figures(*recorded), TODAY) == expected


@given(
    st.sets(st.integers(0, 60), max_size=10),
    st.sampled_from([None, *Rhythm]),
    st.integers(-60, 500),
    st.sampled_from(list(EpisodeStatus)),
)
def test_nothing_is_ever_called_overdue_late_or_missed(recorded, rhythm, day, status):
    told = next_check_in_words(episode(day, rhythm, status), figures(*recorded), TODAY)
    assert told.startswith(("Your next check-in: ", "You can check in whenever you like."))
    assert not [word for word in ("overdue", "late", "missed", "yesterday", "should", "{") if word in told]


def test_who_set_it_is_named_where_the_stage_does_not_decide():
    told = who_set_words(episode(rhythm=Rhythm.EVERY_SECOND_DAY), "Ben Okoro")
    assert told == "Ben Okoro set how often: every second day."
    assert who_set_words(episode(), "Ben Okoro") == ""


@pytest.mark.parametrize("rhythm", Rhythm)
def test_every_rhythm_has_words(rhythm):
    assert who_set_words(episode(rhythm=rhythm), "Ben Okoro").startswith("Ben Okoro set how often: ")
