"""Days and times in words, British, without the machine's locale."""

from datetime import date, datetime

from recovery.content.wording import words
from recovery.domain.calendar import local_time

WORDS = words("common")
DAYS = tuple(WORDS.days_of_week.split())
MONTHS = tuple(WORDS.months.split())


def weekday(day: date) -> str:
    return DAYS[day.weekday()]


def day_words(day: date) -> str:
    """Sunday 22 November."""
    return WORDS.weekday_and_date.format(weekday=weekday(day), day=day.day, month=MONTHS[day.month - 1])


def day_and_year(day: date) -> str:
    """22 November 2026."""
    return WORDS.date_and_year.format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def with_year_if_other(day: date, today: date) -> str:
    """Friday 4 December, or Thursday 4 March 2027 when that is another year."""
    return day_words(day) if day.year == today.year else f"{weekday(day)} {day_and_year(day)}"


def short_day(day: date) -> str:
    """22 Nov."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_day_and_year(day: date) -> str:
    """22 Nov 2026."""
    return f"{short_day(day)} {day.year}"


def clock_words(instant: datetime, zone: str) -> str:
    """8:04, on the wall clock of `zone`."""
    local = local_time(instant, zone)
    return f"{local.hour}:{local.minute:02d}"


def moment_words(at: datetime, zone: str) -> str:
    """22 November 2026 at 12:00, on the wall clock of `zone`."""
    return f"{day_and_year(local_time(at, zone).date())} at {clock_words(at, zone)}"


def day_from(today: date, day: date) -> str:
    """Today, Yesterday, or the weekday and date; with the year when it is another one."""
    if day == today:
        return WORDS.today
    if (today - day).days == 1:
        return WORDS.yesterday
    return with_year_if_other(day, today)


def short_day_from(today: date, day: date) -> str:
    """Today, Yesterday, 18 Nov, or 18 Nov 2025: for narrow columns."""
    if 0 <= (today - day).days <= 1:
        return day_from(today, day)
    return short_day(day) if day.year == today.year else short_day_and_year(day)


def age_on(born_on: date, today: date) -> int:
    """Whole years; somebody born on 29 February has their birthday on 1 March in other years."""
    had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
    return today.year - born_on.year - (not had_birthday)
