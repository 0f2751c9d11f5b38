"""When a team can be called, in words: each weekday is told once, the next holiday, and what to do otherwise."""

from collections.abc import Iterable
from datetime import date, time

from recovery.content.wording import words
from recovery.domain.opening_hours import OpeningHours
from recovery.web.present.dates import DAYS, with_year_if_other
from recovery.web.present.listed import listed

WORDS = words("frame")
WEEK = range(1, 8)
NOON, MIDNIGHT = time(12), time(0)


def hours_words(hours: OpeningHours, today: date, elsewhere: str) -> str:
    """`elsewhere` is the number to call when nobody is there, "" where there is none; `today` is the clinic's own."""
    otherwise = (WORDS.at_other_times_call if hours.week else WORDS.nobody_answers_call).format(number=elsewhere)
    if not elsewhere:
        otherwise = ""
    if not hours.week:
        return otherwise
    told = (f"{_open_days(hours)}.", _closed_days(hours), _next_holiday(hours, today), otherwise)
    return " ".join(each for each in told if each)


def time_words(at: time) -> str:
    """8am, 8:30am, 12 noon."""
    if at == NOON:
        return WORDS.noon
    if at == MIDNIGHT:
        return WORDS.midnight
    minutes = f":{at.minute:02d}" if at.minute else ""
    clock = WORDS.morning if at.hour < NOON.hour else WORDS.afternoon
    return clock.format(time=f"{at.hour % 12 or 12}{minutes}")


def _open_days(hours: OpeningHours) -> str:
    """Days with the same hours stand together, in the order in which the first of them comes."""
    together: dict[tuple[time, time], list[int]] = {}
    for weekday in WEEK:
        if weekday in hours.week:
            together.setdefault(hours.week[weekday], []).append(weekday)
    told = (
        WORDS.days_open.format(days=_days(days), opens=time_words(opens), closes=time_words(closes))
        for (opens, closes), days in together.items()
    )
    return ", ".join(told)


def _closed_days(hours: OpeningHours) -> str:
    closed = [weekday for weekday in WEEK if weekday not in hours.week]
    return WORDS.closed_on.format(days=_days(closed)) if closed else ""


def _next_holiday(hours: OpeningHours, today: date) -> str:
    """The first that falls on a day that is open otherwise."""
    ahead = sorted(day for day in hours.holidays if day >= today and day.isoweekday() in hours.week)
    if not ahead:
        return ""
    name = hours.holidays[ahead[0]]
    closed = WORDS.closed_on_named if name else WORDS.closed_on
    return closed.format(days=with_year_if_other(ahead[0], today), name=name)


def _days(weekdays: Iterable[int]) -> str:
    """Monday to Wednesday and Friday; Saturday and Sunday."""
    told = list(weekdays)
    if len(told) == len(WEEK):
        return WORDS.every_day
    runs: list[list[int]] = []
    for weekday in told:
        if runs and runs[-1][-1] == weekday - 1:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return listed([name for run in runs for name in _run(run)])


def _run(run: list[int]) -> list[str]:
    """Three days or more are told by their ends."""
    names = [DAYS[weekday - 1] for weekday in run]
    if len(names) <= 2:  # noqa: PLR2004 - two are no range
        return names
    return [WORDS.first_to_last.format(first=names[0], last=names[-1])]
