"""Days belong to a zone: generated instants and zones, clock changes, and the ends of the Earth."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.domain.calendar import day_in_zone, days_ending, is_zone, latest_day_on_earth, offset_minutes

ZONES = st.sampled_from(
    ["Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns", "UTC"]
)
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - made aware


@given(INSTANTS, ZONES)
def test_no_zone_is_ahead_of_the_latest_day_on_earth_or_more_than_two_days_behind_it(instant, zone):
    latest = latest_day_on_earth(instant)
    assert latest - timedelta(days=2) <= day_in_zone(instant, zone) <= latest


@given(INSTANTS, ZONES)
def test_day_and_offset_tell_the_same_story(instant, zone):
    told = (instant + timedelta(minutes=offset_minutes(instant, zone))).date()
    assert told == day_in_zone(instant, zone)


def test_one_instant_is_two_days_on_the_two_sides_of_the_date_line():
    instant = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    assert day_in_zone(instant, "Pacific/Kiritimati") == date(2026, 11, 23)
    assert day_in_zone(instant, "Pacific/Pago_Pago") == date(2026, 11, 21)


@pytest.mark.parametrize(("hour", "offset"), [(0, 0), (1, 60), (2, 60)])
def test_the_offset_follows_the_clock_change_in_spring(hour, offset):
    assert offset_minutes(datetime(2026, 3, 29, hour, 30, tzinfo=UTC), "Europe/London") == offset


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="zone"):
        day_in_zone(datetime(2026, 11, 22, 12, 0), "UTC")  # noqa: DTZ001 - naive is what is refused


def test_days_ending_holds_the_leap_day_and_its_own_end():
    assert days_ending(date(2028, 3, 1), 3) == (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1))


def test_only_real_zones_are_zones():
    assert is_zone("Europe/London")
    assert not is_zone("Europe/Atlantis")
