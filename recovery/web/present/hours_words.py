"""When a team can be called, in words: each weekday is told once, the next holiday, and what to do otherwise."""

from collections.abc import Iterable
from datetime import date, time

from recovery.domain.opening_hours import OpeningHours
from recovery.web.present.dates import DAYS, with_year_if_other

WEEK = range(1, 8)
NOON, MIDNIGHT = time(12), time(0)


def hours_words(hours: OpeningHours, today: date, elsewhere: str) -> str:
    """`elsewhere` is the number to call when nobody is there, "" where there is none; `today` is the clinic's own."""
    call = f"call {elsewhere}." if elsewhere else ""
    if not hours.week:
        return f"If nobody answers, {call}" if call else ""
    otherwise = f"At other times {call}" if call else ""
    told = (f"{_open_days(hours)}.", _closed_days(hours), _next_holiday(hours, today), otherwise)
    return " ".join(each for each in told if each)


def time_words(at: time) -> str:
    """8am, 8:30am, 12 noon."""
    if at == NOON:
        return "12 noon"
    if at == MIDNIGHT:
        return "12 midnight"
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < NOON.hour else 'pm'}"


def _open_days(hours: OpeningHours) -> str:
    """Days with the same hours stand together, in the order in which the first of them comes."""
    together: dict[tuple[time, time], list[int]] = {}
    for weekday in WEEK:
        if weekday in hours.week:
            together.setdefault(hours.week[weekday], []).append(weekday)
    told = (f"{_days(days)} {time_words(opens)} to {time_words(closes)}" for (opens, closes), days in together.items())
    return ", ".join(told)


def _closed_days(hours: OpeningHours) -> str:
    closed = [weekday for weekday in WEEK if weekday not in hours.week]
    return f"Closed on {_days(closed)}." if closed else ""


def _next_holiday(hours: OpeningHours, today: date) -> str:
    """The first that falls on a day that is open otherwise."""
    ahead = sorted(day for day in hours.holidays if day >= today and day.isoweekday() in hours.week)
    if not ahead:
        return ""
    name = hours.holidays[ahead[0]]
    return f"Closed on {with_year_if_other(ahead[0], today)}{f', {name}' if name else ''}."


def _days(weekdays: Iterable[int]) -> str:
    """Monday to Wednesday and Friday; Saturday and Sunday."""
    told = list(weekdays)
    if len(told) == len(WEEK):
        return "Every day"
    runs: list[list[int]] = []
    for weekday in told:
        if runs and runs[-1][-1] == weekday - 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    names = [name for run in runs for name in _run(run)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _run(run: list[int]) -> list[str]:
    """Three days or more are told by their ends."""
    names = [DAYS[weekday - 1] for weekday in run]
    return names if len(names) <= 2 else [f"{names[0]} to {names[-1]}"]  # noqa: PLR2004 - two are no range
