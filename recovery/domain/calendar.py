"""Days as people see them. A day belongs to a zone; an instant does not."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

EARLIEST_ZONE_LEAD = timedelta(hours=14)  # Kiritimati: no clock on Earth is further ahead


def day_in_zone(instant: datetime, zone: str) -> date:
    """The calendar day somebody in `zone` (an IANA name) sees at an aware instant."""
    return local_time(instant, zone).date()


def local_time(instant: datetime, zone: str) -> datetime:
    """The wall clock in `zone` at an aware instant. Raises ValueError for a naive one."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(ZoneInfo(zone))


def instant_at(day: date, wall_clock: time, zone: str) -> datetime:
    """The instant, in UTC, at which clocks in `zone` show that time. Where they show it twice it is the first.

    Raises ValueError when clocks skip it.
    """
    local = datetime.combine(day, wall_clock, ZoneInfo(zone))
    instant = local.astimezone(UTC)
    if local_time(instant, zone).time() != wall_clock:
        raise ValueError("clocks go forward over that time")
    return instant


def start_of_day(day: date, zone: str) -> datetime:
    """The first instant of a calendar day in `zone`, in UTC, also where clocks skip midnight."""
    return datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)


def offset_minutes(instant: datetime, zone: str) -> int:
    """Minutes that `zone` is ahead of UTC at that instant; kept beside a day so that it can be told later."""
    offset = local_time(instant, zone).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


def latest_day_on_earth(instant: datetime) -> date:
    """The latest calendar day anybody is living in at that instant."""
    return (instant.astimezone(UTC) + EARLIEST_ZONE_LEAD).date()


def is_zone(name: str) -> bool:
    return name in available_timezones()


def days_ending(last: date, count: int) -> tuple[date, ...]:
    """`count` days in order, the last of them `last`."""
    return tuple(last - timedelta(days=back) for back in range(count - 1, -1, -1))
