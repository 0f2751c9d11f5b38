"""When something happened, inside a sentence to the patient: today at 9:12, on Sunday 22 November."""

from datetime import date, datetime

from recovery.content.wording import words
from recovery.domain.calendar import day_in_zone
from recovery.web.present.dates import clock_words, with_year_if_other

WORDS = words("team")


def moment_words(at: datetime, today: date, zone: str) -> str:
    """On the patient's own clock."""
    on = day_in_zone(at, zone)
    told = {0: WORDS.today_at, 1: WORDS.yesterday_at}.get((today - on).days, WORDS.on_day_at)
    return told.format(day=with_year_if_other(on, today), time=clock_words(at, zone))


def on_day_words(on: date, today: date) -> str:
    told = {0: WORDS.today, 1: WORDS.yesterday}.get((today - on).days, WORDS.on_day)
    return told.format(day=with_year_if_other(on, today))
