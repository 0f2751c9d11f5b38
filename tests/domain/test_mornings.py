"""Which session the next check-in asks about: the newest day's last, for seven days, and only once."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.mornings import REMEMBERED_FOR, SessionDay, morning_to_ask

DAY = date(2026, 11, 22)


def sessions(*ago, answered=()):
    """Sessions so many days ago, in this order; those at the places in `answered` have their morning."""
    return [
        SessionDay(UUID(int=place), DAY - timedelta(days=each), place in answered) for place, each in enumerate(ago)
    ]


def asked(told):
    found = morning_to_ask(told, DAY)
    return found and found.entry_id.int


@pytest.mark.parametrize(("ago", "expected"), [(1, 0), (7, 0), (8, None), (0, None), (-1, None)])
def test_a_morning_is_asked_about_from_the_next_day_for_seven_days(ago, expected):
    assert asked(sessions(ago)) == expected


def test_the_newest_day_is_asked_about_and_of_that_day_the_last_session():
    assert asked(sessions(5, 3, 3, 0)) == 2


def test_todays_session_has_no_next_morning_yet_and_hides_none():
    assert asked(sessions(1, 0)) == 0


def test_a_known_morning_is_not_asked_about_again_and_an_older_one_neither():
    assert asked(sessions(3, 1, answered=(1,))) is None


def test_one_answer_is_for_all_sessions_of_the_day():
    assert asked(sessions(1, 1, answered=(0,))) is None
    assert asked(sessions(1, 1, answered=(1,))) is None


def test_an_answered_morning_of_an_older_day_stands_in_the_way_of_nothing():
    assert asked(sessions(3, 1, answered=(0,))) == 1


def test_without_a_session_nothing_is_asked():
    assert asked([]) is None


@given(st.lists(st.tuples(st.integers(-2, 20), st.booleans()), max_size=10))
def test_what_is_asked_about_is_never_today_never_old_and_never_known(told):
    told = sorted(told, key=lambda each: -each[0])
    listed = sessions(*(ago for ago, _known in told), answered=[place for place, each in enumerate(told) if each[1]])
    found = morning_to_ask(listed, DAY)
    recent = [each for each in listed if DAY - REMEMBERED_FOR <= each.day < DAY]
    if found is None:
        assert not recent or any(each.is_answered for each in recent if each.day == recent[-1].day)
    else:
        assert found in recent
        assert not found.is_answered
        assert found.day == max(each.day for each in recent)
